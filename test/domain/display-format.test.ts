import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkDisplayFormat,
  displayFormatCodes,
  formatDisplay,
  type FormatFields,
} from '../../src/domain/display-format.js';
import { anyText, assertLinear, textOf } from '../support/hostile-text.js';

const WINDOW_TITLE =
  '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$';
const CUSTOMER_NAME = '$Contact._msg_ProfileNickname$|$Contact.FirstName$ $Contact.LastName$|$Party.DisplayName$';

const ANA: FormatFields = {
  'Contact.FirstName': 'Ana',
  'Contact.LastName': 'Silva',
  'Interaction.MainParty': '+5511999990001',
  'Interaction.Type': 'WhatsApp',
  'Window.Title': 'Desk',
  'Party.DisplayName': 'Customer',
};

function without(...codes: readonly string[]): FormatFields {
  return Object.fromEntries(Object.entries(ANA).filter(([code]) => !codes.includes(code)));
}

describe('formatDisplay', () => {
  it('fills in codes and keeps literal text', () => {
    assert.equal(formatDisplay(WINDOW_TITLE, ANA), 'Ana Silva - WhatsApp - Desk');
    assert.equal(formatDisplay('no codes', {}), 'no codes');
  });

  it('takes the first alternative that resolves', () => {
    assert.equal(formatDisplay(CUSTOMER_NAME, { ...ANA, 'Contact._msg_ProfileNickname': 'Aninha' }), 'Aninha');
    assert.equal(formatDisplay(CUSTOMER_NAME, ANA), 'Ana Silva');
    assert.equal(formatDisplay(CUSTOMER_NAME, without('Contact.FirstName', 'Contact.LastName')), 'Customer');
    assert.equal(formatDisplay(CUSTOMER_NAME, {}), '');
  });

  it('lets an alternative resolve by one of its codes', () => {
    assert.equal(formatDisplay(CUSTOMER_NAME, without('Contact.FirstName')), 'Silva');
    assert.equal(formatDisplay(CUSTOMER_NAME, { ...ANA, 'Contact.FirstName': '  ' }), 'Silva');
  });

  it('bounds alternatives by parentheses', () => {
    assert.equal(
      formatDisplay(WINDOW_TITLE, without('Contact.FirstName', 'Contact.LastName')),
      '+5511999990001 - WhatsApp - Desk',
    );
    assert.equal(formatDisplay('a (b ($X.y$|$Window.Title$)|c)', ANA), 'a b Desk');
    assert.equal(formatDisplay('($X.y$|($X.z$|$Window.Title$))', ANA), 'Desk');
  });

  it('shows a last alternative without codes when nothing else resolves', () => {
    assert.equal(formatDisplay('$X.y$|Somebody', ANA), 'Somebody');
    assert.equal(formatDisplay('$X.y$||Somebody', ANA), 'Somebody');
  });

  it('never reads a value as a format', () => {
    assert.equal(formatDisplay('$A.b$!', { 'A.b': '(x|$C.d$)', 'C.d': 'no' }), '(x|$C.d$)!');
  });

  it('asks a function for values as well, and reads own properties alone', () => {
    assert.equal(
      formatDisplay('$A.b$', (code) => code.toLowerCase()),
      'a.b',
    );
    assert.equal(formatDisplay('$a.constructor$|none', {}), 'none');
  });

  it('shows broken syntax as it is', () => {
    for (const format of ['(a', 'a)', '$', '$A', 'a$b', ')(']) assert.equal(formatDisplay(format, {}), format);
  });

  it('never throws, and never leaves a run of blanks', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, textOf('$A.b$', '$', '|', '(', ')', ' ', 'x', '\n')),
        fc.boolean(),
        (format, isKnown) => {
          assert.doesNotMatch(formatDisplay(format, isKnown ? { 'A.b': ' v ' } : {}), /^\s|\s$|\s\s/);
        },
      ),
    );
  });

  it('takes time linear in the format', () => {
    for (const piece of ['(', ')', '(|', '$', '$A.b$', '|', 'x ']) {
      assertLinear(
        piece,
        (length) => piece.repeat(length / piece.length),
        (format) => formatDisplay(format, { 'A.b': 'v' }),
      );
    }
  });
});

describe('displayFormatCodes', () => {
  it('lists each code once', () => {
    assert.deepEqual(displayFormatCodes('$A.b$ ($C.d$|$A.b$)'), ['A.b', 'C.d']);
  });
});

describe('checkDisplayFormat', () => {
  it('finds nothing wrong with the formats of the guide', () => {
    for (const format of [WINDOW_TITLE, CUSTOMER_NAME]) {
      assert.deepEqual(checkDisplayFormat(format, new Set(displayFormatCodes(format))), []);
    }
  });

  it('tells what is wrong, where', () => {
    assert.deepEqual(checkDisplayFormat('a) ($A.b$ $x', new Set(['C.d'])), [
      { kind: 'unbalanced-parenthesis', index: 1 },
      { kind: 'unbalanced-parenthesis', index: 3 },
      { kind: 'unknown-code', index: 4, code: 'A.b' },
      { kind: 'unclosed-code', index: 10 },
    ]);
  });
});
