import { expect, fixture, html } from '@open-wc/testing';
import type { Message } from '../../../src/domain/message.js';
import type { WaTranscriptElement } from '../../../src/elements/transcript/wa-transcript.js';
import { inbound, JONAS, outbound, samples, SAMPLE_NOW, text } from '../../support/messages.js';
import { everywhere, one, until, wordsIn } from '../message/rendered.js';
import { emulateMedia } from '../shared/user.js';
import { message, messages, rowOf, rowsOf, scrollBy, sessionWith, settled, show } from './rendered.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('wa-transcript', () => {
  const everything = (): Message[] => Object.values(samples()).flat();
  const STATES: Readonly<Record<string, () => readonly Message[]>> = {
    'with nothing in it': () => [],
    'with every kind of message': everything,
    'with five hundred messages': () => messages(0, 500),
  };
  for (const [name, content] of Object.entries(STATES))
    it(`is accessible ${name}`, async () => {
      await expect(await show(sessionWith(content()), 2000)).to.be.accessible();
    });

  it('is accessible in the dark and from right to left', async () => {
    const element = await show(sessionWith(everything()), 2000);
    element.dir = 'rtl';
    element.setAttribute('theme', 'dark');
    await settled(element);
    await expect(element).to.be.accessible();
  });

  it('is accessible in forced colours', async () => {
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) return;
    await expect(await show(sessionWith(everything()), 2000)).to.be.accessible();
    await emulateMedia({ 'forced-colors': 'none' });
  });

  it('says that nobody has written yet, and lets the host say it otherwise', async () => {
    expect(wordsIn(one(await show(sessionWith([])), '.empty'))).to.equal('Nothing has been written yet.');
    const own = await fixture<WaTranscriptElement>(html`<wa-transcript><b slot="empty">Say hello</b></wa-transcript>`);
    expect((one(own, 'slot[name=empty]') as HTMLSlotElement).assignedElements()[0]?.textContent).to.equal('Say hello');
  });

  it('is a list of messages, each named by who, what, when and how far', async () => {
    const sent = outbound(text('Yes, *14* pieces.'), { seq: 9, originAt: SAMPLE_NOW + 1000 });
    const element = await show(sessionWith([inbound(text('Is it there?')), sent]));
    expect(one(element, '[role=list]').ariaLabel).to.equal('Conversation with Mara Lindqvist');
    expect(everywhere(element, '[role=listitem]').map((row) => row.ariaLabel?.replace(/\d+:\d+/, 'T'))).to.deep.equal([
      'Mara Lindqvist: Is it there?, T',
      'Jonas Weber: Yes, 14 pieces., T, Read',
    ]);
  });

  it('names the sender once a group', async () => {
    const apart = message(9, { originAt: SAMPLE_NOW + 5 * MINUTE });
    const colleague = outbound(text('Hello'), { id: 'o', seq: 100_003, author: JONAS, originAt: SAMPLE_NOW + 3000 });
    const element = await show(sessionWith([...messages(0, 3), colleague, apart]));
    expect(rowsOf(element).map((row) => everywhere(row, '.author').length)).to.deep.equal([1, 0, 0, 1, 1]);
  });

  it('draws a line where a day, a session and the unread messages begin', async () => {
    const list = [
      message(0, { originAt: SAMPLE_NOW - 2 * DAY, sessionId: 's0' }),
      message(1, { originAt: SAMPLE_NOW - MINUTE }),
      message(2, { originAt: SAMPLE_NOW }),
    ];
    const element = await show(sessionWith(list, { unreadCount: 1, readUpTo: 't1' }), 900);
    expect(everywhere(element, '.day-line')).to.have.length(2);
    expect(wordsIn(one(element, '.fold:not(.unread)'))).to.match(/^Session of /);
    expect(everywhere(rowOf(element, 't2') as HTMLElement, '.fold.unread').map(wordsIn)).to.deep.equal([
      'New messages',
    ]);
  });

  it('keeps the line over the unread messages where it is when they are read', async () => {
    const session = sessionWith(messages(0, 3), { unreadCount: 1, readUpTo: 't1' });
    const element = await show(session);
    session.change({ unreadCount: 0, readUpTo: 't2' });
    await settled(element);
    expect(everywhere(element, '.fold.unread')).to.have.length(1);
  });

  it('shows the day of what is in view while the reader is further up', async () => {
    const element = await show(sessionWith(messages(0, 90)));
    await scrollBy(element, -600);
    expect(wordsIn(one(element, '.day'))).not.to.equal('');
  });

  it('marks a message that was put in late', async () => {
    const session = sessionWith(messages(0, 30));
    const element = await show(session);
    session.transcript.add(message(500, { id: 'late', originAt: SAMPLE_NOW + 15_500 }));
    await settled(element);
    expect(everywhere(rowOf(element, 'late') as HTMLElement, '.out-of-order')).to.have.length(1);
  });

  it('shows a choice at the question as soon as it comes', async () => {
    const [question, before] = samples()['buttons'] as [Message, Message];
    const session = sessionWith([question]);
    const element = await show(session, 800);
    session.transcript.add(before);
    await until(() => everywhere(element, '.options .chosen').length === 1, 'the choice is shown');
  });

  it('shows a choice at the question when it comes at the end of the conversation', async () => {
    const [question, choice] = samples()['buttons'] as [Message, Message];
    const session = sessionWith([question]);
    const element = await show(session, 800);
    session.transcript.add({ ...choice, originAt: question.originAt + MINUTE });
    await until(() => everywhere(element, '.options .chosen').length === 1, 'the choice is shown');
  });

  it('offers older messages where there are some', async () => {
    const session = sessionWith(messages(0, 3), {}, true);
    let asked = 0;
    session.history.loadOlder = () => {
      asked += 1;
      return Promise.resolve();
    };
    const element = await show(session);
    one(element, '.older').click();
    expect(asked).to.equal(1);
    session.transcript.join({ messages: messages(-3, 0), hasOlder: false, hasNewer: true, before: 't0' });
    await settled(element);
    expect(everywhere(element, '.older')).to.be.empty;
    expect(rowsOf(element)).to.have.length(6);
  });

  it('marks what was searched for, and takes the marks away', async () => {
    const element = await show(sessionWith(messages(0, 3)));
    element.highlight = 'message 1';
    await settled(element);
    expect(everywhere(element, 'mark').map(wordsIn)).to.deep.equal(['Message 1']);
    element.highlight = '';
    await settled(element);
    expect(everywhere(element, 'mark')).to.be.empty;
  });

  it('shows messages of its own where there is no session', async () => {
    const element = await fixture<WaTranscriptElement>(
      html`<wa-transcript .messages=${messages(0, 3)}></wa-transcript>`,
    );
    await settled(element);
    expect(rowsOf(element)).to.have.length(3);
  });

  it('shows the same when its session is set before and after it is in the page', async () => {
    const list = messages(0, 12);
    const before = await show(sessionWith(list));
    const after = await fixture<WaTranscriptElement>(html`<wa-transcript></wa-transcript>`);
    after.session = sessionWith(list);
    await settled(after);
    expect(rowsOf(after).map(wordsIn)).to.deep.equal(rowsOf(before).map(wordsIn));
  });

  it('shows another session from its end, without anything of the one before', async () => {
    const element = await show(sessionWith(messages(0, 60)));
    element.session = sessionWith(messages(300, 360));
    await settled(element);
    expect(rowsOf(element).at(-1)?.dataset['key']).to.equal('t359');
    expect(rowOf(element, 't59')).to.equal(undefined);
  });

  it('goes on after it was taken out of the page and put back, and listens to nothing meanwhile', async () => {
    const session = sessionWith(messages(0, 10));
    const element = await show(session);
    const parent = element.parentElement as HTMLElement;
    for (let round = 0; round < 10; round++) {
      element.remove();
      parent.prepend(element);
    }
    element.remove();
    expect(session.listenerCount).to.equal(0);
    session.transcript.add(message(10));
    parent.prepend(element);
    session.transcript.add(message(11));
    await settled(element);
    expect(rowsOf(element).at(-1)?.dataset['key']).to.equal('t11');
    expect(rowsOf(element)).to.have.length(12);
  });
});

describe('wa-transcript, what was read', () => {
  let focused = true;
  const hasFocus = document.hasFocus.bind(document);

  beforeEach(() => {
    focused = true;
    document.hasFocus = () => focused;
  });
  afterEach(() => {
    document.hasFocus = hasFocus;
  });

  it('says so when the newest message is in view', async () => {
    const session = sessionWith(messages(0, 60), { unreadCount: 2, readUpTo: 't57' });
    await show(session);
    await until(() => session.callsOf('markRead').length > 0, 'it was reported');
    expect(session.callsOf('markRead').at(-1)).to.deep.equal(['t59']);
  });

  it('does not say so while the reader is further up, and does when they come down', async () => {
    const session = sessionWith(messages(0, 80));
    const element = await show(session);
    await scrollBy(element, -900);
    session.change({ unreadCount: 1 });
    session.transcript.add(message(80));
    await settled(element);
    expect(session.callsOf('markRead')).to.be.empty;
    element.scrollToEnd();
    await settled(element);
    expect(session.callsOf('markRead').at(-1)).to.deep.equal(['t80']);
  });

  it('does not say so while the page does not have the focus, and does when it has', async () => {
    focused = false;
    const session = sessionWith(messages(0, 5), { unreadCount: 1 });
    await show(session);
    expect(session.callsOf('markRead')).to.be.empty;
    focused = true;
    window.dispatchEvent(new Event('focus'));
    expect(session.callsOf('markRead')).to.deep.equal([['t4']]);
  });
});
