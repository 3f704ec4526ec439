import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { isSameSecret, isSignedBy } from '../src/webhooks/signature.js';

const SECRET = 'test_app_secret';

const sign = (body: string | Uint8Array, secret = SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('the signature of a webhook', () => {
  it('is HMAC-SHA256 with the app secret over the body', () => {
    const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
    const vector = 'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756';
    assert.equal(isSignedBy(SECRET, body, vector), true);
  });

  it('holds for the escaped form that WhatsApp signs, and not for the same text unescaped or printed again', () => {
    const escaped = Buffer.from('{"text":"caf\\u00e9 \\ud83d\\ude00", "n":1.0}');
    const header = sign(escaped);
    assert.equal(isSignedBy(SECRET, escaped, header), true);
    assert.equal(isSignedBy(SECRET, Buffer.from('{"text":"café 😀", "n":1.0}'), header), false);
    assert.equal(isSignedBy(SECRET, Buffer.from(JSON.stringify(JSON.parse(escaped.toString()))), header), false);
  });

  it('falls with every single bit of body or signature', () => {
    const body = Buffer.from('{"a":"b"}');
    const header = sign(body);
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const flipped = Buffer.from(body);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      assert.equal(isSignedBy(SECRET, flipped, header), false);
    }
    for (let index = 'sha256='.length; index < header.length; index += 1) {
      const digit = header[index] === '0' ? '1' : '0';
      assert.equal(isSignedBy(SECRET, body, header.slice(0, index) + digit + header.slice(index + 1)), false);
    }
  });

  const body = Buffer.from('{}');
  const hex = sign(body).slice('sha256='.length);
  const refused: Readonly<Record<string, string | undefined>> = {
    'no header': undefined,
    'an empty header': '',
    'only the prefix': 'sha256=',
    'no prefix': hex,
    'the old sha1 form': `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}`,
    'a sha1 prefix on a right digest': `sha1=${hex}`,
    'a digest that is too short': `sha256=${hex.slice(0, 62)}`,
    'a digest that is too long': `sha256=${hex}00`,
    'something that is no hex': `sha256=${'z'.repeat(64)}`,
    'two signatures': `sha256=${hex},sha256=${hex}`,
    "another app's secret": sign(body, 'another secret'),
  };
  for (const [what, header] of Object.entries(refused)) {
    it(`is refused for ${what}`, () => assert.equal(isSignedBy(SECRET, body, header), false));
  }
});

describe('the verify token', () => {
  it('must be the same to the last character', () => {
    assert.equal(isSameSecret('token', 'token'), true);
    for (const other of ['', 'toke', 'token ', 'Token', 'tokens']) assert.equal(isSameSecret('token', other), false);
  });
});
