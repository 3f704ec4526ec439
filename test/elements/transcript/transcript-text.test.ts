import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../../src/domain/message.js';
import { asJson, asText, fileName } from '../../../src/elements/transcript/transcript-text.js';
import { messageEn } from '../../../src/i18n/message-strings.js';
import { TranscriptStore } from '../../../src/stores/transcript-store.js';
import { contactMessage, NOW } from '../../support/memory-backend.js';

function inputs(messages: readonly Message[]) {
  const transcript = new TranscriptStore();
  transcript.reset(messages, true);
  return { transcript, strings: messageEn, contactName: 'Mara Lindqvist', now: NOW };
}

const said = (id: string, seq: number, rest: Partial<Message> = {}): Message =>
  contactMessage(id, { seq, originAt: NOW + seq * 1000, ...rest });

describe('a conversation that is saved', () => {
  it('is told line by line with time and name, without marks, and says where messages are missing', () => {
    const all = inputs([
      said('m90', 90, { content: { kind: 'text', body: 'The *front* light\nand the bell' } }),
      said('m91', 91, {
        author: { kind: 'agent', agentId: 'a', name: 'Jonas\u202e Weber' },
        content: { kind: 'image', media: { source: { kind: 'stored', id: 'p' } }, caption: 'Like this' },
      }),
      said('m92', 92, { revokedAt: NOW }),
    ]);
    all.transcript.join({ messages: [said('m1', 1)], hasOlder: true, hasNewer: true });
    const lines = asText(all).replace(/\[\d\d\/11\/2026, \d\d:\d\d\]/g, '[T]');
    assert.equal(
      lines,
      `[T] Mara Lindqvist: text of m1
[…]
[T] Mara Lindqvist: The front light
and the bell
[T] Jonas Weber: Photo: Like this
[T] Mara Lindqvist: Deleted by the sender
`,
    );
  });

  it('holds in JSON every message as the desk has it, and the gaps', () => {
    const all = inputs([said('m90', 90), said('m91', 91)]);
    all.transcript.join({ messages: [said('m1', 1)], hasOlder: true, hasNewer: true });
    const told = JSON.parse(asJson(all)) as { messages: Message[]; gapsAfter: string[]; hasOlder: boolean };
    assert.deepEqual([told.messages.length, told.gapsAfter, told.hasOlder], [3, ['m1'], true]);
    assert.deepEqual(told.messages[1], all.transcript.get('m90'));
  });

  it('gets a name that is safe whatever the contact calls itself', () => {
    const name = (contactName: string) => fileName('text', { contactName, now: NOW });
    assert.equal(name('Mara Lindqvist'), 'whatsapp-Mara-Lindqvist-2026-11-24.txt');
    assert.equal(name('../../etc/passwd'), 'whatsapp-etc-passwd-2026-11-24.txt');
    assert.equal(name('ليلى حداد'), 'whatsapp-ليلى-حداد-2026-11-24.txt');
    assert.equal(name('a\u202Egpj.exe'), 'whatsapp-agpj-exe-2026-11-24.txt');
    assert.equal(name('☀️'), 'whatsapp-2026-11-24.txt');
    assert.equal(fileName('json', { contactName: 'M', now: NOW }), 'whatsapp-M-2026-11-24.json');
  });
});
