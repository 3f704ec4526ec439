import { expect } from '@open-wc/testing';
import type { WaTranscriptElement } from '../../../src/elements/transcript/wa-transcript.js';
import { inbound, outbound, SAMPLE_NOW, stored, text } from '../../support/messages.js';
import { until, wordsIn } from '../message/rendered.js';
import {
  distanceFromEnd,
  message,
  messages,
  pillOf,
  placeOf,
  rowOf,
  rowsOf,
  scrollBy,
  sessionWith,
  settled,
  show,
  underTheEye,
} from './rendered.js';

/** The place of one message, before and after `act`: a reader notices no difference. */
async function expectUnmoved(element: WaTranscriptElement, act: () => void | Promise<void>): Promise<void> {
  const before = underTheEye(element);
  await act();
  await settled(element);
  const row = rowOf(element, before.id);
  expect(row, `${before.id} is still drawn`).not.to.equal(undefined);
  expect(placeOf(element, row)).to.be.closeTo(before.place, 1);
}

describe('wa-transcript, at its end', () => {
  it('opens at the newest message', async () => {
    const element = await show(sessionWith(messages(0, 60)));
    expect(distanceFromEnd(element)).to.be.at.most(1);
    expect(rowsOf(element).at(-1)?.dataset['key']).to.equal('t59');
  });

  it('keeps the newest message in view as messages come', async () => {
    const session = sessionWith(messages(0, 60));
    const element = await show(session);
    for (const next of messages(60, 90)) {
      session.transcript.add(next);
      await Promise.resolve();
    }
    await settled(element);
    expect(distanceFromEnd(element)).to.be.at.most(1);
    expect(pillOf(element)).to.equal(null);
  });

  it('keeps it in view when it becomes smaller, as when the keyboard of a phone opens', async () => {
    const element = await show(sessionWith(messages(0, 60)));
    element.style.blockSize = '240px';
    await until(() => distanceFromEnd(element) <= 1, 'the end is in view');
  });

  it('shows few messages above the lower edge, without room to scroll', async () => {
    const element = await show(sessionWith(messages(0, 2)));
    const lowest = rowsOf(element).at(-1)?.getBoundingClientRect().bottom ?? 0;
    expect(element.getBoundingClientRect().bottom - lowest).to.be.within(0, 24);
  });
});

describe('wa-transcript, read further up', () => {
  it('is not pulled away by new messages, and counts them', async () => {
    const session = sessionWith(messages(0, 80));
    const element = await show(session);
    await scrollBy(element, -900);
    await expectUnmoved(element, () => messages(80, 83).forEach((next) => session.transcript.add(next)));
    expect(wordsIn(pillOf(element) as HTMLElement)).to.equal('3 new messages');
  });

  it('does not count what the agent or a colleague wrote', async () => {
    const session = sessionWith(messages(0, 80));
    const element = await show(session);
    await scrollBy(element, -900);
    const note = outbound(text('A note'), { id: 'note', seq: 200_000, originAt: SAMPLE_NOW + 90_000, internal: true });
    session.transcript.add(note);
    await settled(element);
    expect(pillOf(element)).to.equal(null);
  });

  it('leads to the newest message by the pill, which goes then', async () => {
    const session = sessionWith(messages(0, 80));
    const element = await show(session);
    await scrollBy(element, -900);
    session.transcript.add(message(80));
    await settled(element);
    pillOf(element)?.click();
    await settled(element);
    expect(distanceFromEnd(element)).to.be.at.most(1);
    expect(pillOf(element)).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(rowOf(element, 't80'));
  });

  it('keeps the message under the eye when older ones come in above', async () => {
    const session = sessionWith(messages(200, 260), {}, true);
    const element = await show(session);
    await scrollBy(element, -100_000);
    await expectUnmoved(element, () =>
      session.transcript.join({ messages: messages(150, 200), hasOlder: false, hasNewer: true, before: 't200' }),
    );
  });

  it("keeps its words in place when its sender's name goes with the group that it now belongs to", async () => {
    const session = sessionWith(messages(200, 260), {}, true);
    const element = await show(session);
    await scrollBy(element, -100_000);
    const wordsTop = (): number =>
      rowOf(element, 't200')?.querySelector('.text')?.getBoundingClientRect().top ?? Number.NaN;
    const before = wordsTop();
    expect(rowOf(element, 't200')?.querySelector('.author')).not.to.equal(null);
    session.transcript.join({ messages: messages(150, 200), hasOlder: false, hasNewer: true, before: 't200' });
    await settled(element);
    expect(rowOf(element, 't200')?.querySelector('.author')).to.equal(null);
    expect(wordsTop()).to.be.closeTo(before, 1);
  });

  it('keeps a row in the page while something plays in it, and lets it go afterwards', async () => {
    const [first, ...rest] = messages(0, 200);
    const voice = inbound(
      { kind: 'audio', voice: true, media: { source: { kind: 'link', url: 'https://example.com/a.ogg' } } },
      { id: 'voice', seq: 100_001, originAt: SAMPLE_NOW + 500 },
    );
    const element = await show(sessionWith([first, voice, ...rest].filter((each) => each !== undefined)));
    await scrollBy(element, -1_000_000);
    const playerNow = (): Element | null => rowOf(element, 'voice')?.querySelector('wa-attachment') ?? null;
    await until(() => playerNow() !== null, 'the player is there');
    const player = playerNow();
    // The player itself takes the mark away when it finds that nothing sounds.
    player?.toggleAttribute('playing', true);
    element.scrollToEnd();
    expect(playerNow() === player, 'the same player is still there').to.equal(true);
    expect(rowOf(element, 't20') === undefined, 'its neighbours have gone').to.equal(true);
    await settled(element);
    await scrollBy(element, -3000);
    expect(playerNow() === null, 'it has gone').to.equal(true);
  });

  it('names the day in view, but not twice', async () => {
    const element = await show(sessionWith(messages(0, 100)));
    const pill = element.shadowRoot?.querySelector<HTMLElement>('.day');
    await scrollBy(element, -600);
    expect(pill?.hidden).to.equal(false);
    await scrollBy(element, -1_000_000);
    expect(rowOf(element, 't0')?.querySelector('.day-line')).not.to.equal(null);
    expect(pill?.hidden).to.equal(true);
  });

  it('keeps it when a late message is put in above, and when one above grows', async () => {
    const session = sessionWith(messages(0, 60));
    const element = await show(session);
    await scrollBy(element, -200);
    const [first] = rowsOf(element);
    const above = Number(first?.dataset['key']?.slice(1));
    await expectUnmoved(element, () =>
      session.transcript.add(message(500, { id: 'late', originAt: SAMPLE_NOW + above * 1000 + 500 })),
    );
    const grown = session.transcript.get(`t${String(above + 1)}`);
    await expectUnmoved(element, () => {
      if (grown) session.transcript.update({ ...grown, content: text('many words '.repeat(60)), editedAt: SAMPLE_NOW });
    });
  });

  it('is not moved by a picture of unknown size that loads above', async () => {
    const media = stored('tall');
    const picture = inbound({ kind: 'image', media }, { id: 'pic', seq: 1, originAt: SAMPLE_NOW + 55_500 });
    const session = sessionWith([...messages(0, 70), picture]);
    let give: (url: string) => void = () => undefined;
    const url = new Promise<string>((resolve) => (give = resolve));
    session.media = async () => ({ url: await url, release: () => undefined });
    const element = await show(session);
    const row = rowOf(element, 'pic');
    const view = element.getBoundingClientRect();
    await scrollBy(element, (row?.getBoundingClientRect().bottom ?? 0) - view.top - view.height / 2 - 300);
    await scrollBy(element, 280);
    await expectUnmoved(element, async () => {
      give(tallPicture());
      const image = (): HTMLImageElement | null | undefined =>
        rowOf(element, 'pic')?.querySelector('wa-attachment')?.shadowRoot?.querySelector('img');
      await until(() => image()?.complete === true, 'the picture is there');
    });
  });

  it('draws what is dragged into view, at any place', async () => {
    const element = await show(sessionWith(messages(0, 3000)));
    await scrollBy(element, -60_000);
    await until(() => underTheEye(element).id !== '' && underTheEye(element).place < 480, 'rows are drawn there');
    expect(Number(underTheEye(element).id.slice(1))).to.be.within(100, 2900);
  });

  it('comes to a message that is far away, and says when it does not have it', async () => {
    const element = await show(sessionWith(messages(0, 3000)));
    expect(await element.showMessage('t7')).to.equal(true);
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(rowOf(element, 't7'));
    expect(await element.showMessage('nowhere')).to.equal(false);
  });
});

describe('wa-transcript, its size', () => {
  it('opens ten thousand messages with a bounded number of rows, and stays so through all of them', async () => {
    const session = sessionWith(messages(0, 10_000));
    const element = await show(session);
    expect(rowsOf(element).length).to.be.within(1, 120);
    for (let step = 0; step < 6; step++) await scrollBy(element, -1500);
    expect(rowsOf(element).length).to.be.at.most(120);
    for (const next of messages(10_000, 10_200)) session.transcript.add(next);
    await settled(element);
    element.scrollToEnd();
    await settled(element);
    expect(rowsOf(element).length).to.be.at.most(120);
  });

  it('says how many there are and which each is', async () => {
    const element = await show(sessionWith(messages(0, 3000)));
    const last = rowsOf(element).at(-1);
    expect(last?.getAttribute('aria-posinset')).to.equal('3000');
    expect(last?.getAttribute('aria-setsize')).to.equal('3000');
  });
});

function tallPicture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 100;
  canvas.height = 260;
  return canvas.toDataURL();
}
