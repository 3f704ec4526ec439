import { expect } from '@open-wc/testing';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import type { WaTranscriptElement } from '../../../src/elements/transcript/wa-transcript.js';
import { inbound, PHOTO, samples, SAMPLE_NOW, text } from '../../support/messages.js';
import { press } from '../shared/user.js';
import { everywhere, until } from '../message/rendered.js';
import { messages, rowOf, rowsOf, scrollerOf, sessionWith, settled, show } from './rendered.js';

const focusedRow = (): string | undefined => (deepActiveElement() as HTMLElement | null)?.dataset['key'];

async function tabIn(element: WaTranscriptElement): Promise<void> {
  (element.parentElement?.querySelector('button') as HTMLElement).focus();
  await press('Shift+Tab');
  await settled(element);
}

describe('wa-transcript, by keyboard', () => {
  it('is one stop: Tab comes to the newest message in view, and goes on', async () => {
    const link = inbound(text('https://shop.example/a'), { id: 'link', seq: 1, originAt: SAMPLE_NOW + 900_000 });
    const element = await show(sessionWith([...messages(0, 30), link]));
    await tabIn(element);
    expect(focusedRow()).to.equal('link');
    await press('Tab');
    expect(deepActiveElement()?.textContent).to.equal('after');
    await tabIn(element);
    await press('Shift+Tab');
    expect(element.contains(document.activeElement)).to.equal(false);
  });

  it('comes back to where the reader was', async () => {
    const element = await show(sessionWith(messages(0, 30)));
    await tabIn(element);
    await press('ArrowUp', 'ArrowUp');
    await tabIn(element);
    expect(focusedRow()).to.equal('t27');
  });

  it('goes from message to message, to the first and to the last', async () => {
    const element = await show(sessionWith(messages(0, 3000)));
    await tabIn(element);
    const stops: (string | undefined)[] = [focusedRow()];
    for (const key of ['ArrowUp', 'PageUp', 'ArrowDown', 'Home', 'ArrowUp', 'PageDown', 'End', 'ArrowDown']) {
      await press(key);
      await settled(element);
      stops.push(focusedRow());
    }
    expect(stops).to.deep.equal(['t2999', 't2998', 't2990', 't2991', 't0', 't0', 't8', 't2999', 't2999']);
  });

  it('keeps what has the focus in view', async () => {
    const element = await show(sessionWith(messages(0, 300)));
    await tabIn(element);
    for (let step = 0; step < 12; step++) {
      await press('ArrowUp');
      await settled(element);
      const view = scrollerOf(element).getBoundingClientRect();
      const row = deepActiveElement()?.getBoundingClientRect();
      expect(row?.top).to.be.at.least(view.top - 1);
      expect(row?.bottom).to.be.at.most(view.bottom + 1);
    }
  });

  it('goes inside a message by Enter, on by Tab, and out by Escape', async () => {
    const links = inbound(text('https://one.example https://two.example'), { id: 'links' });
    const element = await show(sessionWith([links]));
    await tabIn(element);
    await press('Enter');
    expect(deepActiveElement()?.textContent).to.equal('https://one.example');
    await press('Tab');
    expect(deepActiveElement()?.textContent).to.equal('https://two.example');
    await press('Shift+Tab', 'Shift+Tab');
    expect(focusedRow()).to.equal('links');
    await press('Enter', 'Tab', 'Tab');
    expect(deepActiveElement()?.textContent).to.equal('after');
    await tabIn(element);
    await press('Enter', 'Escape');
    expect(focusedRow()).to.equal('links');
  });

  it('reaches the buttons of a medium, opens it, and Escape closes only that', async () => {
    const element = await show(sessionWith([inbound({ kind: 'image', media: PHOTO }, { id: 'photo' })]));
    await tabIn(element);
    await press('Enter');
    expect(deepActiveElement()?.ariaLabel).to.match(/^Photo from Mara Lindqvist/);
    await press('Enter');
    await until(() => everywhere(element, 'dialog[open]').length === 1, 'the picture is open');
    await press('Escape');
    await until(() => everywhere(element, 'dialog').length === 0, 'the picture is closed');
    expect(deepActiveElement()?.ariaLabel).to.match(/^Photo from Mara Lindqvist/);
  });

  it('acts on a failed message by keyboard alone', async () => {
    const failed = samples()['unknown']?.[0];
    const session = sessionWith(failed ? [failed] : []);
    const element = await show(session);
    await tabIn(element);
    await press('Enter', 'Enter');
    expect(session.callsOf('resend')).to.deep.equal([[failed?.id]]);
  });

  it('keeps the focus where it is while messages stream in and the window moves on', async () => {
    const session = sessionWith(messages(0, 60));
    const element = await show(session);
    await tabIn(element);
    const row = deepActiveElement();
    for (const next of messages(60, 260)) {
      session.transcript.add(next);
      await Promise.resolve();
    }
    await settled(element);
    expect(deepActiveElement()).to.equal(row);
    expect(rowsOf(element).length).to.be.at.most(121);
    await press('ArrowDown');
    expect(focusedRow()).to.equal('t60');
  });

  it('leaves the focus in the composer while messages stream in', async () => {
    const session = sessionWith(messages(0, 60));
    const element = await show(session);
    const field = document.createElement('textarea');
    element.after(field);
    field.focus();
    field.value = 'half a sen';
    field.setSelectionRange(3, 6);
    for (const next of messages(60, 160)) session.transcript.add(next);
    await settled(element);
    expect(deepActiveElement()).to.equal(field);
    expect([field.selectionStart, field.selectionEnd, field.value]).to.deep.equal([3, 6, 'half a sen']);
  });

  it('lets no single letter do anything', async () => {
    const session = sessionWith(messages(0, 30));
    const element = await show(session);
    await tabIn(element);
    await press('r', 'd', 'x');
    expect(session.calls.filter(({ name }) => name !== 'markRead' && name !== 'open')).to.be.empty;
    expect(rowOf(element, focusedRow() ?? '')).to.equal(deepActiveElement());
  });
});
