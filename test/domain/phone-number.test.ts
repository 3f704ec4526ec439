import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkPhoneNumber,
  countryCodeOf,
  formatPhoneNumber,
  phoneNumberOfWaId,
  waIdOfPhoneNumber,
  type PhoneNumberProblem,
} from '../../src/domain/phone-number.js';
import { anyText } from '../support/hostile-text.js';

const INDIAN_BUSINESS = '+919876543210';

describe('checkPhoneNumber', () => {
  it('translates and judges numbers as the table of the guide does for an Indian business number (SPEC I4)', () => {
    const table: readonly (readonly [typed: string, translated: string, valid: boolean])[] = [
      ['+1-631-555-1002', '+16315551002', true],
      ['6315551002', '+916315551002', false],
      ['1-631-555-1002', '+9116315551002', false],
      ['+1 (516) 283-7151', '+15162837151', true],
      ['+54 9 11 5612-1008', '+5491156121008', true],
    ];
    for (const [typed, translated, valid] of table) {
      const check = checkPhoneNumber(typed, INDIAN_BUSINESS);
      assert.deepEqual([check.number, check.valid], [translated, valid], typed);
    }
  });

  it('takes the ways in which people and programs write a number', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['+44 (0)20 7946 0958', '+442079460958'],
      ['+33.6.12.34.56.78', '+33612345678'],
      ['+49 30/123456', '+4930123456'],
      ['+1\u00A0415\u2011555\u20112671', '+14155552671'],
      ['\u202A+1 415 555 2671\u202C', '+14155552671'],
      ['＋１ ４１５ ５５５ ２６７１', '+14155552671'],
      ['+٢٠ ١٠٠ ١٢٣ ٤٥٦٧', '+201001234567'],
      ['+298 211234', '+298211234'],
    ];
    for (const [typed, number] of cases) assert.deepEqual(checkPhoneNumber(typed), { valid: true, number }, typed);
  });

  it('says what is wrong', () => {
    const cases: readonly (readonly [string, PhoneNumberProblem])[] = [
      ['', 'empty'],
      [' \u200B', 'empty'],
      ['+', 'not-a-number'],
      ['abc', 'not-a-number'],
      ['+1 800 FLOWERS', 'not-a-number'],
      ['4155552671<script>', 'not-a-number'],
      ['+1 415 555 2671 ext. 5', 'not-a-number'],
      ['++14155552671', 'not-a-number'],
      ['+999 1234 5678', 'unknown-country-code'],
      ['+0 1234 5678', 'unknown-country-code'],
      ['+1 415 555', 'too-short'],
      ['+47 123', 'too-short'],
      ['+1 415 555 26 71 72', 'too-long'],
      ['+491234567890123456', 'too-long'],
      ['00 44 20 7946 0958', 'no-country-code'],
    ];
    for (const [typed, problem] of cases) {
      const check = checkPhoneNumber(typed);
      assert.equal(check.valid ? 'valid' : check.problem, problem, typed);
    }
  });

  it('does not guess a country code without a business number', () => {
    assert.deepEqual(checkPhoneNumber('6315551002'), { valid: false, problem: 'no-country-code' });
  });

  it('finds a number that it gave valid, and valid alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^\+?[\d ()-]{0,18}$/)), (typed) => {
        const check = checkPhoneNumber(typed, INDIAN_BUSINESS);
        if (check.valid) assert.deepEqual(checkPhoneNumber(check.number), check);
      }),
    );
  });
});

describe('a WhatsApp id', () => {
  it('is the digits of a phone number, both ways', () => {
    assert.equal(phoneNumberOfWaId('5511999990001'), '+5511999990001');
    assert.equal(waIdOfPhoneNumber('+5511999990001'), '5511999990001');
  });

  it('is no phone number when it is a user id or markup', () => {
    for (const id of ['', 'US.13491208655302741918', '"><img>', '0123456789', '123', '1234567890123456']) {
      assert.equal(phoneNumberOfWaId(id), undefined, id);
    }
  });
});

describe('countryCodeOf', () => {
  it('tells codes of one, two and three digits apart', () => {
    for (const [digits, code] of [
      ['14155552671', '1'],
      ['74951234567', '7'],
      ['442079460958', '44'],
      ['351912345678', '351'],
      ['9991', undefined],
    ] as const) {
      assert.equal(countryCodeOf(digits), code);
    }
  });
});

describe('formatPhoneNumber', () => {
  it('groups the digits behind the country code', () => {
    assert.equal(formatPhoneNumber('+15551234567'), '+1 555 123 4567');
    assert.equal(formatPhoneNumber('+5491156121008'), '+54 911 56 12 1008');
  });

  it('leaves alone what is no international number', () => {
    for (const text of ['', '5551234567', '+999123456789', '<b>']) assert.equal(formatPhoneNumber(text), text);
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+\d{1,16}$/), (number) => {
        assert.equal(formatPhoneNumber(number).replaceAll(' ', ''), number);
      }),
    );
  });
});
