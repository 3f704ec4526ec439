import { withoutHiddenCharacters } from './display-text.js';

/** Why a phone number cannot be written to. */
export type PhoneNumberProblem =
  'empty' | 'not-a-number' | 'no-country-code' | 'unknown-country-code' | 'too-short' | 'too-long';

/** A checked phone number; `number` is `+` and digits, and with `no-country-code` it is the number that WhatsApp would make of it. */
export type PhoneNumberCheck =
  | { readonly valid: true; readonly number: string }
  | { readonly valid: false; readonly problem: PhoneNumberProblem; readonly number?: string };

// ITU-T E.164 country codes: one digit, then two, then three.
const COUNTRY_CODE =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2(?:1[1-368]|[2346]\d|5[0-8]|9[017-9])|3(?:5\d|7[0-8]|8[0-35-79])|42[013]|50\d|59\d|6(?:7[02-9]|8[0-35-9]|9[0-2])|8(?:[07][08]|5[0235-6]|8[0-36])|9(?:6[0-8]|7[0-79]|9[2-68]))/;
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** North American numbers are ten digits after the 1. */
const NANP_DIGITS = 11;

/** The country code that the digits of an international number begin with, or undefined when no country has it. */
export function countryCodeOf(digits: string): string | undefined {
  return COUNTRY_CODE.exec(digits)?.[0];
}

/**
 * Checks a number as typed or stored: it must begin with `+` and a country code. Without the `+` WhatsApp takes the country of the
 * business number and prepends its code, so such a number is not valid, and `number` says what it would become (SPEC I4).
 */
export function checkPhoneNumber(raw: string, businessNumber?: string): PhoneNumberCheck {
  const typed = normalizeDigits(withoutHiddenCharacters(raw)).trim();
  if (typed === '') return { valid: false, problem: 'empty' };
  if (!/^\+?[\d\s().\-/]*$/.test(typed) || !/\d/.test(typed)) return { valid: false, problem: 'not-a-number' };
  if (typed.startsWith('+')) return checkDigits(withoutTrunkPrefix(typed).replace(/\D/g, ''));
  const country = countryCodeOf((businessNumber ?? '').replace(/\D/g, ''));
  const digits = typed.replace(/\D/g, '');
  return {
    valid: false,
    problem: 'no-country-code',
    ...(country === undefined ? {} : { number: `+${country}${digits}` }),
  };
}

function checkDigits(digits: string): PhoneNumberCheck {
  const number = `+${digits}`;
  const country = countryCodeOf(digits);
  if (digits.length > MAX_DIGITS) return { valid: false, problem: 'too-long', number };
  if (country === undefined) return { valid: false, problem: 'unknown-country-code', number };
  if (digits.length < (country === '1' ? NANP_DIGITS : MIN_DIGITS))
    return { valid: false, problem: 'too-short', number };
  if (country === '1' && digits.length > NANP_DIGITS) return { valid: false, problem: 'too-long', number };
  return { valid: true, number };
}

/** In `+44 (0)20 …` the bracketed zero is for callers at home. */
function withoutTrunkPrefix(typed: string): string {
  return typed.replace(/^(\+[\d\s]{1,6})\(0\)/, '$1');
}

/** Digits of any script and the full-width and typographic forms of `+` and hyphen as ASCII. */
function normalizeDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Decimal_Number}/gu, (digit) => String(decimalValue(digit)))
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-');
}

/** The digits of every script stand in tens from a zero upwards, whose place is a multiple of ten away from no other digit. */
function decimalValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Decimal_Number}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

/** The phone number of a WhatsApp id (its digits), or undefined when the id is not a phone number. */
export function phoneNumberOfWaId(waId: string): string | undefined {
  return /^[1-9]\d{6,14}$/.test(waId) ? `+${waId}` : undefined;
}

/** The digits by which WhatsApp addresses a phone number. */
export function waIdOfPhoneNumber(number: string): string {
  return number.replace(/\D/g, '');
}

/** A number for the eye: `+15551234567` as `+1 555 123 4567`; what is not `+` and digits is left as it is. */
export function formatPhoneNumber(number: string): string {
  const country = /^\+\d{7,15}$/.test(number) ? countryCodeOf(number.slice(1)) : undefined;
  if (country === undefined) return number;
  const national = number.slice(1 + country.length);
  return [`+${country}`, ...evenGroups(national.slice(0, -4)), national.slice(-4)].join(' ');
}

/** Groups of three digits at most, of lengths that differ by one at most, the longer ones first. */
function evenGroups(digits: string): readonly string[] {
  const groups: string[] = [];
  let position = 0;
  for (let left = Math.ceil(digits.length / 3); left > 0; left--) {
    const size = Math.ceil((digits.length - position) / left);
    groups.push(digits.slice(position, position + size));
    position += size;
  }
  return groups;
}
