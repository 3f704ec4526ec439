import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { inbound, SAMPLE_NOW, text } from '../../support/messages.js';
import { until } from '../message/rendered.js';
import {
  message,
  messages,
  rowOf,
  scrollerOf,
  sessionWith,
  settled,
  show,
  type TranscriptSession,
} from './rendered.js';

const bar = (element: Element): ShadowRoot | null | undefined =>
  element.shadowRoot?.querySelector('wa-find-bar')?.shadowRoot;

const count = (element: Element): string => bar(element)?.querySelector('.result')?.textContent?.trim() ?? '';

const inView = (element: Element, id: string): boolean => {
  const row = rowOf(element, id)?.getBoundingClientRect();
  const view = scrollerOf(element).getBoundingClientRect();
  return row !== undefined && row.bottom > view.top && row.top < view.bottom;
};

/** Not every browser's driver can hold a key down. */
function press(target: Element | null | undefined, keys: KeyboardEventInit): void {
  target?.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, composed: true, cancelable: true }));
}

function longAgo(session: TranscriptSession): void {
  const old = messages(-100, -90);
  session.history.brings = (wish, at) => {
    if (wish === 'loadAround' || wish === 'loadFrom')
      session.transcript.join({ messages: old, hasOlder: true, hasNewer: true });
    if (wish === 'fill' && at === 't-91')
      session.transcript.join({
        messages: messages(-90, 0),
        hasOlder: true,
        hasNewer: true,
        after: 't-91',
        before: 't0',
      });
  };
}

describe('wa-transcript, further back', () => {
  it('asks for the earlier sessions when it opens, and tells when older messages cannot be had', async () => {
    const session = sessionWith(messages(0, 5), {}, true);
    const element = await show(session);
    expect(session.callsOf('open')).to.have.length(1);
    session.history.failure = new Error('offline');
    element.shadowRoot?.querySelector<HTMLElement>('.older')?.click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('.older')?.textContent).to.contain('could not be loaded');
  });

  it('fetches a message that is not loaded, shows the gap, and fills it on a press without the view jumping', async () => {
    const session = sessionWith(messages(0, 40), {}, true);
    longAgo(session);
    const element = await show(session);
    expect(await element.showMessage('t-91')).to.equal(true);
    await settled(element);
    expect(inView(element, 't-91')).to.equal(true);
    const before = rowOf(element, 't-91')?.getBoundingClientRect().top ?? 0;
    element.shadowRoot?.querySelector<HTMLElement>('[data-gap="t-91"] button')?.click();
    await settled(element);
    expect(session.callsOf('fill').length).to.be.greaterThan(0);
    expect(session.transcript.size).to.equal(140);
    expect(element.shadowRoot?.querySelector('[data-gap]')).to.equal(null);
    expect(Math.abs((rowOf(element, 't-91')?.getBoundingClientRect().top ?? 0) - before)).to.be.lessThan(1.5);
  });

  it('finds words with Ctrl+F, goes from match to match, and Escape leads back', async () => {
    const session = sessionWith([
      message(0, { content: text('The Café opens') }),
      ...messages(1, 60),
      message(60, { content: text('cafe again') }),
    ]);
    const element = await show(session);
    await element.showMessage('t30');
    const focused = element.shadowRoot?.activeElement;
    press(focused, { key: 'f', ctrlKey: true });
    await until(() => bar(element)?.activeElement !== undefined && bar(element)?.activeElement !== null, 'the bar');
    await sendKeys({ type: 'CAFÉ' });
    await until(() => count(element) === '1 of 2', 'the count');
    expect(inView(element, 't60')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await until(() => count(element) === '2 of 2' && inView(element, 't0'), 'the older match');
    expect(rowOf(element, 't0')?.hasAttribute('data-found')).to.equal(true);
    if ('highlights' in CSS) {
      const ranges = [...(CSS.highlights.get('wa-desk-found-current') ?? [])].map((range) =>
        (range as Range).toString(),
      );
      expect(ranges).to.deep.equal(['Café']);
    } else expect(rowOf(element, 't0')?.querySelector('mark')?.textContent).to.equal('Café');
    press(bar(element)?.activeElement, { key: 'Enter', shiftKey: true });
    await until(() => count(element) === '1 of 2', 'the newer match');
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(bar(element)).to.equal(undefined);
    expect(inView(element, 't30')).to.equal(true);
    expect(element.shadowRoot?.activeElement).to.equal(focused);
  });

  it('finds what is not loaded where the backend can, and fetches it', async () => {
    const session = sessionWith(messages(0, 20), {}, true);
    longAgo(session);
    const [hit] = messages(-95, -94);
    session.history.found = { hits: [{ id: hit!.id, originAt: hit!.originAt, seq: 1 }], hasMore: false };
    const element = await show(session);
    await element.find();
    await sendKeys({ type: 'Message -95' });
    await until(() => count(element) === '1 of 1' && inView(element, 't-95'), 'the fetched match');
  });

  it('goes to a day', async () => {
    const session = sessionWith(messages(0, 20), {}, true);
    longAgo(session);
    const element = await show(session);
    await element.find('date');
    const field = bar(element)?.querySelector<HTMLInputElement>('input[type=date]');
    expect(field).to.not.equal(null);
    field!.value = new Date(SAMPLE_NOW - 100_000).toISOString().slice(0, 10);
    bar(element)?.querySelector<HTMLElement>('.button')?.click();
    await until(() => session.callsOf('loadFrom').length === 1 && inView(element, 't-100'), 'the day');
  });

  it('copies a selection over several messages with names and times, without what stands around them', async () => {
    const session = sessionWith([
      message(0, { content: text('*One* thing') }),
      message(1, { content: text('Another') }),
    ]);
    const element = await show(session);
    await import('../../../src/elements/transcript/transcript-text.js');
    element.dispatchEvent(new Event('selectstart'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const node = (id: string): Element => rowOf(element, id)?.querySelector('.text') as Element;
    const selection = document.getSelection();
    selection?.setBaseAndExtent(node('t0'), 0, node('t1'), node('t1').childNodes.length);
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
    // Firefox gives the event a copy of its own.
    const copied = (event.clipboardData ?? data).getData('text/plain').replace(/\[[^\]]+\]/g, '[T]');
    expect(copied).to.equal('[T] Mara Lindqvist: One thing\n[T] Mara Lindqvist: Another');
  });

  it('names the other channel through which a message came', async () => {
    const foreign = { ...inbound(text('From the shop'), { id: 'x', seq: 1, originAt: SAMPLE_NOW }), channelId: 'shop' };
    const session = sessionWith([foreign]);
    session.history.channelNames.set('shop', 'Shop Mitte');
    const element = await show(session);
    expect(rowOf(element, 'x')?.textContent).to.contain('Through Shop Mitte');
  });
});
