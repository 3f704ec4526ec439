import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/composer/wa-composer.js';
import type { WaComposerElement } from '../../../src/elements/composer/composer-element.js';
import type { WaNotificationEditorElement } from '../../../src/elements/notification-editor/notification-editor-element.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import {
  announcements,
  button,
  deafen,
  hasButton,
  heard,
  inside,
  part,
  settled,
  still,
  type,
  wordsOf,
} from '../../support/elements.js';
import { capabilities, FakeDesk, FakeSession, message, NOW, session as sessionOf } from '../../support/fake-desk.js';
import { press } from '../shared/user.js';

async function shown(session: FakeSession, desk = new FakeDesk()): Promise<WaComposerElement> {
  return fixture(html`<wa-composer .session=${session} .desk=${desk}></wa-composer>`);
}

const field = (element: WaComposerElement): HTMLTextAreaElement => part(element, 'textarea');
const sent = (session: FakeSession): unknown[] => session.callsOf('send').map(([content]) => content);
const text = (body: string): object => ({ kind: 'text', body });

async function write(element: WaComposerElement, words: string): Promise<void> {
  element.focus();
  await type(words);
  await settled(element);
}

function withOptions(part: Partial<FakeDesk['snapshot']['options']>): FakeDesk {
  const desk = new FakeDesk();
  desk.change({ options: { ...desk.snapshot.options, ...part } });
  return desk;
}

describe('wa-composer: text', () => {
  afterEach(deafen);

  it('is accessible idle, with text, and with formatting open', async () => {
    const element = await shown(new FakeSession('session-1'));
    await expect(element).to.be.accessible();
    await write(element, 'Hello');
    button(element, 'Formatting').click();
    await settled(element);
    await expect(element).to.be.accessible();
  });

  it('shows nothing without a session', async () => {
    expect(wordsOf(await fixture(html`<wa-composer></wa-composer>`))).to.equal('');
  });

  it('sends on Enter under the id of the draft, and is empty again', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'Good morning');
    await press('Enter');
    await settled(element);
    expect(session.callsOf('send')).to.deep.equal([[text('Good morning'), { id: 'session-1-draft-1' }]]);
    expect(field(element).value).to.equal('');
    expect(deepActiveElement()).to.equal(field(element));
  });

  it('sends once on a double Enter and on a double click', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'Once');
    const send = button(element, 'Send');
    send.click();
    send.click();
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(sent(session)).to.deep.equal([text('Once')]);
  });

  it('breaks the line on Shift+Enter, and the other way round by option', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'a');
    await press('Shift+Enter');
    await write(element, 'b');
    expect(field(element).value).to.equal('a\nb');
    element.desk = withOptions({ enterSends: false });
    await settled(element);
    expect(wordsOf(element)).to.include('Shift+Enter sends');
    await press('Enter');
    await write(element, 'c');
    expect(sent(session)).to.deep.equal([]);
    await press('Shift+Enter');
    expect(sent(session)).to.deep.equal([text('a\nb\nc')]);
  });

  it('never sends while an input method composes a word', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'kana');
    const keydown = (init: KeyboardEventInit): boolean =>
      field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
    keydown({ isComposing: true });
    keydown({ keyCode: 229 });
    expect(sent(session)).to.deep.equal([]);
  });

  it('keeps a draft for each session', async () => {
    const [first, second] = [new FakeSession('session-1'), new FakeSession('session-2')];
    const element = await shown(first);
    await write(element, 'for the first');
    element.session = second;
    await settled(element);
    expect(field(element).value).to.equal('');
    element.session = first;
    await settled(element);
    expect(field(element).value).to.equal('for the first');
  });

  it('does not touch caret and text while messages come and the session changes', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'Hello Mara');
    field(element).setSelectionRange(2, 5);
    session.transcript.add(message('m1', 'And?'));
    session.change({ unreadCount: 4 });
    await settled(element);
    expect([field(element).selectionStart, field(element).selectionEnd]).to.deep.equal([2, 5]);
    expect(deepActiveElement()).to.equal(field(element));
  });

  it('grows with its text', async () => {
    const element = await shown(new FakeSession('session-1'));
    const before = field(element).getBoundingClientRect().height;
    await write(element, 'a');
    await press('Shift+Enter', 'Shift+Enter', 'Shift+Enter');
    await settled(element);
    expect(before).to.equal(44);
    expect(field(element).getBoundingClientRect().height).to.be.greaterThan(80);
  });

  it('formats the selection by keys, and undo takes it back', async () => {
    const element = await shown(new FakeSession('session-1'));
    await write(element, 'very good');
    field(element).setSelectionRange(5, 9);
    await press('Control+b');
    expect(field(element).value).to.equal('very *good*');
    expect(element.session?.draft.snapshot.text).to.equal('very *good*');
    await press('Control+b', 'Control+Shift+x');
    expect(field(element).value).to.equal('very ~good~');
    document.execCommand('undo');
    expect(field(element).value).not.to.equal('very ~good~');
  });

  it('formats by a toolbar that is one tab stop', async () => {
    const element = await shown(new FakeSession('session-1'));
    await write(element, 'good');
    button(element, 'Formatting').click();
    await settled(element);
    field(element).setSelectionRange(0, 4);
    button(element, 'Bold').focus();
    await press('ArrowRight', 'Enter');
    expect(field(element).value).to.equal('_good_');
  });

  it('puts a text in at the caret', async () => {
    const element = await shown(new FakeSession('session-1'));
    await write(element, 'ab');
    field(element).setSelectionRange(1, 1);
    element.insertText('🙂');
    expect(field(element).value).to.equal('a🙂b');
    expect(element.session?.draft.snapshot.text).to.equal('a🙂b');
  });

  it('says that there is nothing to send', async () => {
    const said = announcements();
    const session = new FakeSession('session-1');
    button(await shown(session), 'Send').click();
    expect(said).to.deep.equal(['Write something first.']);
    expect(session.calls).to.deep.equal([]);
  });

  it('counts from the last tenth on, in bytes, and refuses what is too long with the reason', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session, withOptions({ maxTextMessageSize: 20 }));
    await write(element, 'a'.repeat(17));
    expect(element.shadowRoot?.querySelector('.count')).to.equal(null);
    element.insertText('é');
    await settled(element);
    expect(wordsOf(part(element, '.count.near'))).to.equal('19 of 20 bytes');
    element.insertText('éé');
    await settled(element);
    expect(wordsOf(part(element, '#why'))).to.include('3 bytes too long.');
    const send = button(element, 'Send');
    expect(send.ariaDisabled).to.equal('true');
    expect(send.getAttribute('aria-describedby')).to.equal('why');
    send.click();
    expect(session.calls).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('lets a host veto, and keeps the text then', async () => {
    const details = heard('wa-message-send', { veto: true });
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'Hello');
    await press('Enter');
    await settled(element);
    expect(details).to.deep.equal([{ content: text('Hello') }]);
    expect(session.calls).to.deep.equal([]);
    expect(field(element).value).to.equal('Hello');
  });

  it('gives a text back that could not be queued', async () => {
    const said = announcements();
    const session = new FakeSession('session-1');
    const send = session.send.bind(session);
    session.send = async (...args) => {
      await send(...args);
      throw new Error('no room');
    };
    const element = await shown(session);
    await write(element, 'Hello');
    await press('Enter');
    await settled(element);
    expect(field(element).value).to.equal('Hello');
    expect(said).to.deep.equal(['Not sent. Your text is still here; try again.']);
  });
});

describe('wa-composer: quote', () => {
  const asked = message('m1', 'By card?', { providerId: 'wamid.1' });

  it('answers a message, shows it, and sends the quote', async () => {
    const session = new FakeSession('session-1', {}, [asked]);
    const element = await shown(session);
    element.reply(asked);
    await settled(element);
    expect(wordsOf(part(element, '.quote'))).to.equal('Mara LindqvistBy card?');
    await expect(element).to.be.accessible();
    await write(element, 'Yes');
    await press('Enter');
    const [options] = session.callsOf('send').map(([, given]) => given);
    expect(options).to.deep.equal({
      id: 'session-1-draft-1',
      quote: { messageId: 'm1', providerId: 'wamid.1' },
    });
  });

  it('takes the quote off on Escape and keeps the text', async () => {
    const element = await shown(new FakeSession('session-1', {}, [asked]));
    element.reply(asked);
    await write(element, 'Yes');
    await press('Escape');
    await settled(element);
    expect(element.shadowRoot?.querySelector('.quote')).to.equal(null);
    expect(field(element).value).to.equal('Yes');
  });

  it('does not quote where the channel cannot', async () => {
    const session = new FakeSession('session-1', { capabilities: capabilities({ features: [] }) }, [asked]);
    const element = await shown(session);
    element.reply(asked);
    expect(session.draft.snapshot.quote).to.equal(undefined);
  });
});

describe('wa-composer: what may be sent', () => {
  afterEach(deafen);

  it('offers only a template once the window has closed, and keeps the draft', async () => {
    const session = new FakeSession('session-1', {
      sendMode: 'notification-only',
      windowPhase: 'closed',
      session: sessionOf({ window: { closesAt: NOW - 60_000 } }),
    });
    session.draft.set({ id: 'd', text: 'Let me check that' });
    const element = await shown(session);
    expect(element.shadowRoot?.querySelector('textarea')).to.equal(null);
    expect(wordsOf(element)).to.include('Your draft “Let me check that” is kept.');
    await expect(element).to.be.accessible();
    button(element, 'Choose a template').click();
    await waitUntil(() => part<HTMLDialogElement>(element, 'dialog').open, 'the editor opens');
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('takes a notification that failed up again in its editor, filled in as it was', async () => {
    const element = await shown(new FakeSession('session-1', { sendMode: 'notification-only', windowPhase: 'closed' }));
    const definition = {
      name: 'delivery_date',
      language: 'en',
      category: 'utility',
      status: 'approved',
      parameters: 'positional',
      body: { text: 'The van comes on {{1}}.' },
      buttons: [],
    } as const;
    const template = {
      name: 'delivery_date',
      language: 'en',
      definition,
      body: [{ kind: 'text', text: 'Monday' }],
    } as const;
    element.edit({ ...message('m1', ''), content: { kind: 'template', template } });
    await waitUntil(() => part<HTMLDialogElement>(element, 'dialog').open, 'the editor opens');
    await still(element);
    expect(part<WaNotificationEditorElement>(element, 'wa-notification-editor').value).to.deep.equal(template);
  });

  it('offers nothing where there are no templates, and says so', async () => {
    const session = new FakeSession('session-1', {
      sendMode: 'notification-only',
      windowPhase: 'closed',
      capabilities: capabilities({ features: [] }),
    });
    const element = await shown(session);
    expect(wordsOf(element)).to.include('Nothing can be sent until Mara Lindqvist writes again.');
    expect(hasButton(element, 'Choose a template')).to.equal(false);
  });

  it('says how long the window is still open, and never as a live region', async () => {
    const session = new FakeSession('session-1', {
      windowPhase: 'near',
      session: sessionOf({ window: { closesAt: NOW + 14.5 * 60_000 } }),
    });
    const element = await shown(session);
    expect(wordsOf(part(element, '.strip.warning'))).to.include('14 minutes left to answer freely.');
    expect(element.shadowRoot?.querySelector('.strip.warning [role=status], .strip.warning[role=status]')).to.equal(
      null,
    );
  });

  it('cannot be written in after the end', async () => {
    const session = new FakeSession('session-1', { sendMode: 'read-only', session: sessionOf({ phase: 'ended' }) });
    const element = await shown(session);
    expect(wordsOf(element)).to.equal('This session has ended. It can’t be written in.');
    await expect(element).to.be.accessible();
  });

  it('goes on without a connection and says what waits', async () => {
    const desk = new FakeDesk({ connection: { state: 'reconnecting', lostAt: NOW } });
    const session = new FakeSession('session-1', {
      outbox: [
        { messageId: 'a', state: 'queued' },
        { messageId: 'b', state: 'queued' },
      ],
    });
    const element = await shown(session, desk);
    expect(wordsOf(part(element, '.strip.info'))).to.include('2 messages wait on this device');
    await write(element, 'Later');
    button(element, 'Queue').click();
    expect(sent(session)).to.deep.equal([text('Later')]);
  });

  it('leads to a message that needs a decision', async () => {
    const details = heard('wa-outbox-show');
    const session = new FakeSession('session-1', { outbox: [{ messageId: 'a', state: 'stale' }] });
    button(await shown(session), 'Show').click();
    expect(details).to.deep.equal([{ messageId: 'a' }]);
  });

  it('finds session and desk by context', async () => {
    const element = document.createElement('wa-composer');
    await inside({ desk: withOptions({ enterSends: false }), session: new FakeSession('session-1') }, element);
    expect(wordsOf(element)).to.include('Shift+Enter sends');
  });
});
