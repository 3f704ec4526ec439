import { expect, fixture, html } from '@open-wc/testing';
import { DEFAULT_OPTIONS } from '../../../src/config/default-options.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import '../../../src/elements/session-list/wa-session-list.js';
import type { WaSessionListElement } from '../../../src/elements/session-list/session-list-element.js';
import type { PresenceDetail } from '../../../src/elements/presence/presence-element.js';
import { button, deafen, hasButton, heard, inside, part, settled, type, wordsOf } from '../../support/elements.js';
import { FakeDesk, FakeSession, message, NOW, session as sessionOf } from '../../support/fake-desk.js';
import { press } from '../shared/user.js';

const of = (id: string, name: string, part: ConstructorParameters<typeof FakeSession>[1] = {}): FakeSession =>
  new FakeSession(id, { session: sessionOf({ id, contact: { id, name } }), ...part });

const three = (): FakeSession[] => [
  of('mara', 'Mara Lindqvist', { unreadCount: 2, lastMessage: message('1', 'Can I pay by *card*?') }),
  of('tomas', 'Tomás Ferreira', {
    lastMessage: message('2', 'It comes on Thursday.', {
      author: { kind: 'agent', agentId: 'agent-1', name: 'Jonas Weber' },
    }),
  }),
  of('aiko', 'Aiko Tanaka', {
    lastMessage: message('3', '', { content: { kind: 'image', media: { source: { kind: 'stored', id: 'm' } } } }),
  }),
];

async function shown(desk: FakeDesk, width = 288): Promise<WaSessionListElement> {
  const element = await fixture<WaSessionListElement>(html`<wa-session-list .desk=${desk}></wa-session-list>`);
  element.style.inlineSize = `${String(width)}px`;
  element.style.blockSize = '500px';
  await settled(element);
  return element;
}

const entries = (element: WaSessionListElement): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.entry') ?? []),
];
const names = (element: WaSessionListElement): (string | null | undefined)[] =>
  entries(element).map((entry) => entry.querySelector('.name')?.textContent);

describe('wa-session-list', () => {
  afterEach(deafen);

  it('is accessible as a list and as a rail', async () => {
    const desk = new FakeDesk({ sessions: three(), currentSessionId: 'mara' });
    await expect(await shown(desk)).to.be.accessible();
    await expect(await shown(desk, 72)).to.be.accessible();
  });

  it('shows who, what was said last and by whom, and what is unread', async () => {
    const element = await shown(new FakeDesk({ sessions: three() }));
    const words = entries(element).map(wordsOf);
    expect(words[0]).to.include('Mara Lindqvist').and.include('Can I pay by card?').and.include('2 unread');
    expect(words[1]).to.include('You: It comes on Thursday.');
    expect(words[2]).to.include('Photo');
  });

  it('lets an agent without sessions who is not ready become so', async () => {
    const presence = { channels: [{ channelId: 'orders-eu', channelName: 'Orders EU', ready: false }] };
    const desk = new FakeDesk({ sessions: [], presence });
    const element = await shown(desk);
    await expect(element).to.be.accessible();
    const wishes = heard<PresenceDetail>('wa-presence-change');
    button(element, 'Become ready').click();
    expect(wishes).to.deep.equal([{ ready: true }]);
    expect(desk.callsOf('setPresence')).to.deep.equal([[{ ready: true }]]);
    desk.change({ presence: { channels: presence.channels.map((channel) => ({ ...channel, ready: true })) } });
    await settled(element);
    expect(wordsOf(element)).to.include('Offers show here while you are ready.');
    expect(hasButton(element, 'Become ready')).to.equal(false);
  });

  it('marks the session in view', async () => {
    const desk = new FakeDesk({ sessions: three(), currentSessionId: 'tomas' });
    const element = await shown(desk);
    expect(entries(element).map((entry) => entry.ariaCurrent)).to.deep.equal([null, 'true', null]);
  });

  it('says what to do when no session is open, and shows shapes until the desk is known', async () => {
    expect(wordsOf(await shown(new FakeDesk()))).to.include('No open sessions.');
    const unknown = await shown(new FakeDesk({ presence: undefined }));
    expect(unknown.shadowRoot?.querySelectorAll('.skeleton').length).to.be.greaterThan(0);
  });

  it('is one tab stop; arrows move, Enter chooses', async () => {
    const desk = new FakeDesk({ sessions: three() });
    const element = await shown(desk);
    const details = heard('wa-session-select');
    part(element, 'input').focus();
    await press('Tab', 'ArrowDown', 'Enter');
    expect(details).to.deep.equal([{ sessionId: 'tomas' }]);
    expect(desk.callsOf('show')).to.deep.equal([['tomas']]);
    expect(entries(element).map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0, -1]);
  });

  it('lets a host veto a choice', async () => {
    heard('wa-session-select', { veto: true });
    const desk = new FakeDesk({ sessions: three() });
    entries(await shown(desk))[0]?.click();
    expect(desk.calls).to.deep.equal([]);
  });

  it('finds sessions by name and by what was said', async () => {
    const element = await shown(new FakeDesk({ sessions: three() }));
    part(element, 'input').focus();
    await type('tom');
    await settled(element);
    expect(names(element)).to.deep.equal(['Tomás Ferreira']);
    await press('Escape');
    await type('card');
    await settled(element);
    expect(names(element)).to.deep.equal(['Mara Lindqvist']);
    await type('xyz');
    await settled(element);
    expect(wordsOf(element)).to.include('No session matches “cardxyz”.');
  });

  it('goes from the search into the list by the arrow', async () => {
    const element = await shown(new FakeDesk({ sessions: three() }));
    part(element, 'input').focus();
    await press('ArrowDown');
    expect(deepActiveElement()).to.equal(entries(element)[0]);
  });

  it('keeps the focus on a session that moves in the list', async () => {
    const sessions = three();
    const desk = new FakeDesk({ sessions });
    const element = await shown(desk);
    entries(element)[2]?.focus();
    desk.change({ sessions: [sessions[2]!, sessions[0]!, sessions[1]!] });
    await settled(element);
    expect(names(element)[0]).to.equal('Aiko Tanaka');
    expect(entries(element)[0]?.tabIndex).to.equal(0);
  });

  it('calls for attention with a bar that blinks for five seconds, once', async () => {
    const sessions = three();
    const desk = new FakeDesk({ sessions });
    const element = await shown(desk);
    sessions[1]!.change({ attention: true });
    await settled(element);
    expect(part(element, '.attention').classList.contains('blinking')).to.equal(true);
    expect(entries(element).map(wordsOf)[1]).to.include('Needs you');
    desk.clock = () => NOW + 6000;
    sessions[1]!.change({ unreadCount: 1 });
    await settled(element);
    expect(part(element, '.attention').classList.contains('blinking')).to.equal(false);
  });

  for (const [blinking, seconds, afterMs, expected] of [
    [false, 0, 0, false],
    [true, 2, 1000, true],
    [true, 2, 3000, false],
    [true, 60, 6000, false],
  ] as const) {
    const options = { ...DEFAULT_OPTIONS, newMessageBlinking: blinking, newMessageBlinkingDuration: seconds };
    it(`${expected ? 'blinks' : 'stands still'} ${String(afterMs)} ms on with blinking ${blinking ? 'on' : 'off'} for ${String(seconds)} s`, async () => {
      const sessions = three();
      const desk = new FakeDesk({ sessions, options });
      const element = await shown(desk);
      sessions[1]!.change({ attention: true });
      await settled(element);
      desk.clock = () => NOW + afterMs;
      sessions[1]!.change({ unreadCount: 1 });
      await settled(element);
      expect(part(element, '.attention').classList.contains('blinking')).to.equal(expected);
    });
  }

  it('follows a session that changes, and only while it is in the page', async () => {
    const sessions = three();
    const element = await shown(new FakeDesk({ sessions }));
    sessions[0]!.change({ contactTyping: true });
    await settled(element);
    expect(wordsOf(entries(element)[0]!)).to.include('is typing…');
    element.remove();
    expect(sessions[0]!.listenerCount).to.equal(0);
  });

  it('says how many messages are not sent', async () => {
    const element = await shown(
      new FakeDesk({ sessions: [of('mara', 'Mara', { outbox: [{ messageId: 'x', state: 'queued' }] })] }),
    );
    expect(wordsOf(entries(element)[0]!)).to.include('1 not sent');
  });

  it('finds its desk by context', async () => {
    const element = document.createElement('wa-session-list');
    await inside({ desk: new FakeDesk({ sessions: three() }) }, element);
    expect(names(element)).to.have.length(3);
  });
});
