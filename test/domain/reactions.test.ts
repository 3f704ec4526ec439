import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Author, Reaction } from '../../src/domain/message.js';
import { reactionsAfter } from '../../src/domain/reactions.js';

const MARA: Author = { kind: 'contact', contactId: 'p1' };
const TOMAS: Author = { kind: 'contact', contactId: 'p2' };
const ANA: Author = { kind: 'agent', agentId: 'ana', name: 'Ana' };
const BEN: Author = { kind: 'agent', agentId: 'ben', name: 'Ben' };

function emojisAfter(...given: readonly (readonly [Author, string, number])[]): string {
  const all = given.map(([author, emoji, at]): Reaction => ({ author, emoji, at }));
  return all.reduce<readonly Reaction[]>(reactionsAfter, []).reduce((shown, { emoji }) => shown + emoji, '');
}

describe('the reactions of a message', () => {
  it('are one of each contact, the newest, in whatever order they come', () => {
    assert.equal(emojisAfter([MARA, '👍', 1], [TOMAS, '🔥', 2], [MARA, '❤️', 3]), '🔥❤️');
    assert.equal(emojisAfter([MARA, '❤️', 3], [MARA, '👍', 1]), '❤️');
  });

  it('are taken away by an empty one of the same person', () => {
    assert.equal(emojisAfter([MARA, '👍', 1], [TOMAS, '🔥', 2], [MARA, '', 3]), '🔥');
  });

  it('are one of the whole team, as on the phone', () => {
    assert.equal(emojisAfter([ANA, '👍', 1], [MARA, '🔥', 2], [BEN, '❤️', 3]), '🔥❤️');
    assert.equal(emojisAfter([ANA, '👍', 1], [{ kind: 'phone-app' }, '', 2]), '');
  });
});
