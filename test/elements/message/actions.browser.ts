import { expect } from '@open-wc/testing';
import type { SessionView } from '../../../src/desk/handles.js';
import type { Message } from '../../../src/domain/message.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import type { WaTranscriptElement } from '../../../src/elements/transcript/wa-transcript.js';
import { capabilities } from '../../support/fake-desk.js';
import { inbound, JONAS, outbound, samples, SAMPLE_NOW, text } from '../../support/messages.js';
import { press } from '../shared/user.js';
import {
  rowOf,
  scrollBy,
  scrollerOf,
  sessionWith,
  settled,
  show,
  type TranscriptSession,
} from '../transcript/rendered.js';
import { button, everywhere, one, show as showMessage, until, wordsIn } from './rendered.js';

const theirs = (rest: Partial<Message> = {}): Message => inbound(text('*Short*'), { id: 'theirs', ...rest });
const ours = (rest: Partial<Message> = {}): Message =>
  outbound(text('Ours'), { id: 'ours', originAt: SAMPLE_NOW + 1, ...rest });

interface Shown {
  readonly session: TranscriptSession;
  readonly element: WaTranscriptElement;
}

async function shown(messages: readonly Message[], part: Partial<SessionView> = {}): Promise<Shown> {
  const session = sessionWith(messages, part);
  return { session, element: await show(session) };
}

async function hover(element: WaTranscriptElement, id: string, pointerType = 'mouse'): Promise<void> {
  const bubble = rowOf(element, id)?.querySelector('.bubble, .notice');
  bubble?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType }));
  await settled(element);
}

async function focusRow(element: WaTranscriptElement, id: string): Promise<void> {
  (element.parentElement?.querySelector('button:not([tabindex])') as HTMLElement).focus();
  await press('Shift+Tab');
  await settled(element);
  expect((deepActiveElement() as HTMLElement).dataset['key']).to.equal(id);
}

const bar = (element: Element): HTMLElement => one(element, '.message-actions');
const isShown = (element: Element): boolean => getComputedStyle(bar(element)).visibility === 'visible';
const names = (element: Element): (string | null)[] =>
  everywhere(bar(element), 'button').map(({ ariaLabel }) => ariaLabel);
const menuItems = (element: Element): string[] => everywhere(element, '.menu-label').map(wordsIn);
const openMenu = (element: Element): Promise<void> => until(() => menuItems(element).length > 0, 'the menu is open');

async function heard<D>(name: string, act: () => void | Promise<void>): Promise<D | undefined> {
  let detail: D | undefined;
  const listen = (event: Event): void => {
    ({ detail } = event as CustomEvent<D>);
  };
  document.addEventListener(name, listen, { once: true });
  await act();
  document.removeEventListener(name, listen);
  return detail;
}

describe('the actions beside a message', () => {
  it('stand beside its bubble at the free side, never over it', async () => {
    const { element } = await shown([theirs(), ours({ originAt: SAMPLE_NOW + 1 })]);
    for (const id of ['theirs', 'ours']) {
      await hover(element, id);
      expect(isShown(element), id).to.equal(true);
      const bubble = rowOf(element, id)?.querySelector('.bubble')?.getBoundingClientRect() as DOMRect;
      const { left, right, top } = bar(element).getBoundingClientRect();
      expect(id === 'theirs' ? left - bubble.right : bubble.left - right).to.be.closeTo(8, 1);
      expect(top).to.be.closeTo(bubble.top, 1);
    }
  });

  it('turn round from right to left', async () => {
    const { element } = await shown([theirs()]);
    element.dir = 'rtl';
    await hover(element, 'theirs');
    const bubble = rowOf(element, 'theirs')?.querySelector('.bubble')?.getBoundingClientRect();
    expect((bubble?.left ?? 0) - bar(element).getBoundingClientRect().right).to.be.closeTo(8, 1);
  });

  it('are accessible, shown and with what they open', async () => {
    const { element } = await shown([theirs()]);
    await hover(element, 'theirs');
    await expect(element).to.be.accessible();
    button(element, 'React').click();
    await until(() => everywhere(element, '.quick-reaction').length > 0, 'the reactions are open');
    await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    await expect(element).to.be.accessible();
  });

  it('go when the pointer leaves, and follow the message when it is scrolled', async () => {
    const { element } = await shown(
      Array.from({ length: 40 }, (_, index) => theirs({ id: `t${String(index)}`, seq: index })),
    );
    await hover(element, 't38');
    const before = bar(element).getBoundingClientRect().top;
    await scrollBy(element, -40);
    expect(bar(element).getBoundingClientRect().top - before).to.be.closeTo(40, 1);
    await scrollBy(element, -scrollerOf(element).clientHeight);
    expect(isShown(element)).to.equal(false);
    element.dispatchEvent(new PointerEvent('pointerleave'));
    await settled(element);
    expect(everywhere(bar(element), 'button')).to.be.empty;
  });

  it('are not shown where there is no room for them', async () => {
    const { element } = await shown([theirs({ content: text('many words '.repeat(40)) })]);
    element.style.inlineSize = '260px';
    await hover(element, 'theirs');
    expect(isShown(element)).to.equal(false);
  });

  it('are not shown for what happened, nor for a finger', async () => {
    const notice = samples()['notices']?.[1] as Message;
    const { element } = await shown([notice, theirs()]);
    await hover(element, notice.id);
    expect(isShown(element)).to.equal(false);
    await hover(element, 'theirs', 'touch');
    expect(isShown(element)).to.equal(false);
  });

  it('are only those that the session allows', async () => {
    const offers = async (part: Partial<SessionView>, message = theirs()): Promise<(string | null)[]> => {
      const { element } = await shown([message], part);
      await hover(element, message.id);
      return names(element);
    };
    expect(await offers({})).to.deep.equal(['Reply', 'React', 'More']);
    expect(await offers({ capabilities: capabilities({ features: ['replies'] }) })).to.deep.equal(['Reply', 'More']);
    expect(await offers({ capabilities: capabilities({ features: ['reactions'] }) })).to.deep.equal(['React', 'More']);
    expect(await offers({ sendMode: 'notification-only' })).to.deep.equal(['More']);
    expect(await offers({}, ours({ internal: true }))).to.deep.equal(['More']);
    const { providerId: _, ...unsent } = ours();
    expect(await offers({}, unsent)).to.deep.equal(['More']);
    expect(await offers({}, theirs({ originAt: SAMPLE_NOW - 31 * 86_400_000 }))).to.deep.equal(['Reply', 'More']);
    expect(await offers({}, theirs({ revokedAt: SAMPLE_NOW }))).to.deep.equal([]);
  });

  it('ask for a reply', async () => {
    const { element } = await shown([theirs()]);
    await hover(element, 'theirs');
    const detail = await heard<{ messageId: string }>('wa-message-reply', () => button(element, 'Reply').click());
    expect(detail?.messageId).to.equal('theirs');
  });

  it('copy the text as it was written', async () => {
    const { element } = await shown([theirs()]);
    const { writeText } = navigator.clipboard;
    const copied: string[] = [];
    navigator.clipboard.writeText = (words) => {
      copied.push(words);
      return Promise.resolve();
    };
    await hover(element, 'theirs');
    button(element, 'More').click();
    await openMenu(element);
    everywhere(element, '.menu-item').at(-1)?.click();
    navigator.clipboard.writeText = writeText;
    expect(copied).to.deep.equal(['*Short*']);
  });

  it('stand beside a message on its own, too', async () => {
    const element = await showMessage(theirs(), { session: sessionWith([]) });
    one(element, '.bubble').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Reply', 'React', 'More']);
  });
});

describe('quick reactions', () => {
  async function open(message = theirs()): Promise<Shown> {
    const result = await shown([message]);
    await hover(result.element, message.id);
    button(result.element, 'React').click();
    await until(() => deepActiveElement()?.ariaLabel === 'React with 👍', 'the first reaction has the focus');
    return result;
  }

  it('give the one that is chosen, and tell the page', async () => {
    const { session, element } = await open();
    await press('ArrowRight');
    const detail = await heard<{ emoji: string }>('wa-message-react', () => press('Enter'));
    expect(detail?.emoji).to.equal('❤️');
    expect(session.callsOf('react')).to.deep.equal([['theirs', '❤️']]);
    await until(() => everywhere(element, '.quick-reaction').length === 0, 'they close');
  });

  it('take away the one that was given, which is pressed', async () => {
    const { session, element } = await open(theirs({ reactions: [{ author: JONAS, emoji: '👍', at: SAMPLE_NOW }] }));
    expect(button(element, 'React with 👍').ariaPressed).to.equal('true');
    button(element, 'React with 👍').click();
    expect(session.callsOf('react')).to.deep.equal([['theirs', '']]);
  });

  it('do nothing when the page objects', async () => {
    const { session, element } = await open();
    document.addEventListener('wa-message-react', (event) => event.preventDefault(), { once: true });
    button(element, 'React with 🙏').click();
    expect(session.callsOf('react')).to.be.empty;
  });
});

describe('the menu of a message', () => {
  it('offers to take back what still waits to be sent', async () => {
    const { seq: _, providerId: _id, ...message } = ours({ delivery: { status: 'queued', at: SAMPLE_NOW } });
    const { element, session } = await shown([message], { outbox: [{ messageId: 'ours', state: 'queued' }] });
    await focusRow(element, 'ours');
    await press('Enter');
    await openMenu(element);
    expect(menuItems(element)).to.deep.equal(['Copy text', 'Do not send']);
    await press('End');
    await press('Enter');
    await until(() => session.callsOf('cancel').length > 0, 'it is taken back');
    expect(session.callsOf('cancel')).to.deep.equal([['ours']]);
  });

  it('opens by Enter where there is nothing to go into, and gives the focus back', async () => {
    const { element } = await shown([theirs()]);
    await focusRow(element, 'theirs');
    await press('Enter');
    await openMenu(element);
    expect(menuItems(element)).to.deep.equal(['Reply', 'React', 'Copy text']);
    await press('Escape');
    await until(() => menuItems(element).length === 0, 'the menu is closed');
    expect((deepActiveElement() as HTMLElement).dataset['key']).to.equal('theirs');
  });

  it('opens by Shift+F10 on any message', async () => {
    const { element } = await shown([theirs({ content: text('https://shop.example') })]);
    await focusRow(element, 'theirs');
    await press('Shift+F10');
    await openMenu(element);
  });

  it('reaches everything by keyboard: a reply, and a reaction', async () => {
    const { session, element } = await shown([theirs()]);
    await focusRow(element, 'theirs');
    await press('Enter');
    await openMenu(element);
    expect(await heard('wa-message-reply', () => press('Enter'))).not.to.equal(undefined);
    await focusRow(element, 'theirs');
    await press('Enter');
    await openMenu(element);
    await press('ArrowDown', 'Enter');
    await until(() => deepActiveElement()?.ariaLabel === 'React with 👍', 'the reactions have the focus');
    await press('Enter');
    expect(session.callsOf('react')).to.deep.equal([['theirs', '👍']]);
  });

  it('opens by a long press, which is no click, and not by a short one', async () => {
    const { element } = await shown([theirs()]);
    const bubble = rowOf(element, 'theirs')?.querySelector('.bubble');
    const touch = (type: string, timeStamp: number): void => {
      const event = new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      bubble?.dispatchEvent(event);
    };
    touch('pointerdown', 0);
    touch('pointerup', 200);
    await settled(element);
    expect(menuItems(element)).to.be.empty;
    touch('pointerdown', 1000);
    touch('pointerup', 1600);
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    bubble?.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    await openMenu(element);
    expect(isShown(element)).to.equal(false);
  });
});
