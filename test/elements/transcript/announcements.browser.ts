import { expect } from '@open-wc/testing';
import { outbound, SAMPLE_NOW, text } from '../../support/messages.js';
import { until } from '../message/rendered.js';
import { message, messages, sessionWith, settled, show, type TranscriptSession } from './rendered.js';

/** What assistive technology is told of, by either way that a browser has. */
function listen(): { readonly said: string[]; stop(): void } {
  const said: string[] = [];
  const proto = Element.prototype as Element & { ariaNotify?(words: string): void };
  const own = proto.ariaNotify;
  if (own) proto.ariaNotify = (words) => void said.push(words);
  const seen = new MutationObserver((records) =>
    records
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node.parentElement?.closest('[aria-live]'))
      .forEach((node) => said.push(node.textContent ?? '')),
  );
  seen.observe(document.body, { childList: true, subtree: true });
  return {
    said,
    stop: () => {
      seen.disconnect();
      if (own) proto.ariaNotify = own;
    },
  };
}

async function heard(act: (session: TranscriptSession) => void, count: number): Promise<string[]> {
  const session = sessionWith(messages(0, 20));
  const element = await show(session);
  const { said, stop } = listen();
  act(session);
  await settled(element);
  await until(() => said.length >= count, `${String(count)} announcements`);
  stop();
  return said;
}

describe('wa-transcript, to assistive technology', () => {
  it('says each message once: who, what without its marks, when', async () => {
    const said = await heard(({ transcript }) => {
      transcript.add(message(20, { content: text('*Great*, tomorrow') }));
      transcript.add(message(21));
    }, 2);
    expect(said.map((words) => words.replace(/\d+:\d+/, 'T'))).to.deep.equal([
      'Mara Lindqvist: Great, tomorrow, T',
      'Mara Lindqvist: Message 21, T',
    ]);
  });

  it('says a burst as one number', async () => {
    const said = await heard(({ transcript }) => messages(20, 32).forEach((next) => transcript.add(next)), 1);
    expect(said).to.deep.equal(['12 new messages from Mara Lindqvist']);
  });

  it('says nothing of history, of what the agent wrote, or of what only changed', async () => {
    const said = await heard(({ transcript }) => {
      transcript.join({ messages: messages(-30, 0), hasOlder: false, hasNewer: true, before: 't0' });
      transcript.add(outbound(text('Mine'), { id: 'own', seq: 200_000, originAt: SAMPLE_NOW + 30_000 }));
      transcript.update({ ...message(19), editedAt: SAMPLE_NOW });
      transcript.add(message(40));
    }, 1);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('Message 40');
  });
});
