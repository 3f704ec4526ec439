import assert from 'node:assert/strict';
import { it } from 'node:test';
import { messageWords, plainWords } from '../../src/page/message-view.js';
import type { PhoneMessage } from '../../src/stand-in/phone-types.js';

it('A quote on the phone has the words without their marks, and an edit begins with both', () => {
  const message = { type: 'text', content: { body: 'Again *me*' } } as unknown as PhoneMessage;
  assert.equal(plainWords(message), 'Again me');
  assert.equal(messageWords(message), 'Again *me*');
});
