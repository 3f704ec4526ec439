import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareMessages, type Message } from 'wa-desk/domain';

const NOON = Date.UTC(2026, 10, 24, 12);

/** As much of a message as has a part in its place. */
const message = (id: string, originAt: number, seq?: number): Message => ({
  id,
  originAt,
  sessionId: 's1',
  channelId: 'support',
  arrivedAt: originAt,
  author: { kind: 'contact', contactId: 'amara' },
  content: { kind: 'text', body: id },
  ...(seq !== undefined && { seq }),
});

const inOrder = (...messages: readonly Message[]): readonly string[] =>
  [...messages].sort(compareMessages).map(({ id }) => id);

describe('The order of a transcript', () => {
  it('is that of the seconds in which messages were written, however late they arrived', () => {
    assert.deepEqual(inOrder(message('later', NOON + 2000, 1), message('earlier', NOON, 2)), ['earlier', 'later']);
  });

  it('puts an answer behind its question, though WhatsApp tells its time in whole seconds', () => {
    const question = message('question', NOON + 300, 1);
    const answer = message('answer', NOON, 2);
    assert.deepEqual(inOrder(answer, question), ['question', 'answer']);
  });

  it('puts what has not left yet last, in the order in which it was written', () => {
    const unsent = [message('second', NOON + 2), message('first', NOON + 1)];
    assert.deepEqual(inOrder(...unsent, message('sent', NOON + 5000, 1)), ['sent', 'first', 'second']);
  });
});
