import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/composer/wa-composer.js';
import type { WaComposerElement } from '../../../src/elements/composer/composer-element.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import { announcements, button, deafen, hasButton, part, settled, type, wordsOf } from '../../support/elements.js';
import { capabilities, FakeDesk, FakeSession, message, NOW, session as sessionOf } from '../../support/fake-desk.js';
import { press } from '../shared/user.js';

const TEXT = 'We have an answer for you: {{1}} – your bike shop';

function desk(part: Partial<FakeDesk['snapshot']['options']> = {}): FakeDesk {
  const made = new FakeDesk();
  const defaults = {
    freeMessageMonitoring: true,
    defaultNotificationText: TEXT,
    defaultNotificationId: 'answer_ready',
    defaultNotificationLanguage: 'en',
  };
  made.change({ options: { ...made.snapshot.options, ...defaults, ...part } });
  return made;
}

const closed = {
  sendMode: 'notification-only',
  windowPhase: 'closed',
  session: sessionOf({ window: { closesAt: NOW - 60_000 } }),
} as const;

async function shown(session: FakeSession, its = desk()): Promise<WaComposerElement> {
  return fixture(html`<wa-composer .session=${session} .desk=${its}></wa-composer>`);
}

const field = (element: WaComposerElement): HTMLTextAreaElement => part(element, 'textarea');

async function write(element: WaComposerElement, words: string): Promise<void> {
  field(element).focus();
  await type(words);
  await settled(element);
}

describe('wa-composer: the default notification', () => {
  afterEach(deafen);

  it('shows the combined text past the window and sends it as a template under the id of the draft', async () => {
    const session = new FakeSession('session-1', closed);
    const element = await shown(session);
    expect(wordsOf(part(element, '.strip.warning'))).to.include('What you write goes out inside a notification');
    await write(element, 'It leaves today');
    expect(wordsOf(part(element, '.preview .text'))).to.equal(
      'We have an answer for you: It leaves today – your bike shop',
    );
    await expect(element).to.be.accessible();
    await press('Enter');
    const [[content, options] = []] = session.callsOf('send');
    const { template } = content as { template: object };
    expect(content).to.have.property('kind', 'template');
    expect(template).to.deep.include({
      name: 'answer_ready',
      language: 'en',
      body: [{ kind: 'text', text: 'It leaves today' }],
    });
    expect(template).to.have.nested.property('definition.body.text', TEXT);
    expect(options).to.deep.equal({ id: 'session-1-draft-1' });
    await settled(element);
    expect(field(element).value).to.equal('');
  });

  it('refuses a line break with the reason, and takes it out on one press', async () => {
    const session = new FakeSession('session-1', closed);
    const element = await shown(session);
    await write(element, 'one');
    await press('Shift+Enter');
    await write(element, 'two');
    expect(wordsOf(part(element, '#why'))).to.include('No line break, no tab, at most four spaces in a row.');
    expect(button(element, 'Send').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    await press('Enter');
    expect(session.callsOf('send')).to.deep.equal([]);
    button(element, 'Put it on one line').click();
    await settled(element);
    expect(field(element).value).to.equal('one two');
    expect(element.shadowRoot?.querySelector('#why')).to.equal(null);
  });

  it('counts the combined text against WhatsApp\u2019s 1024 characters', async () => {
    const said = announcements();
    const session = new FakeSession('session-1', closed);
    const around = TEXT.length - '{{1}}'.length;
    session.draft.set({ id: 'd', text: 'a'.repeat(1024 - around) });
    const element = await shown(session);
    expect(wordsOf(part(element, '.count.near'))).to.equal('1,024 of 1,024 characters');
    await write(element, 'b');
    expect(wordsOf(part(element, '#why'))).to.include('1 characters too long.');
    button(element, 'Send').click();
    expect(said).to.deep.equal(['The text is too long.']);
    expect(session.callsOf('send')).to.deep.equal([]);
  });

  it('takes no files and shows no quote, and says why', async () => {
    const session = new FakeSession('session-1', closed, [message('m1', 'By card?')]);
    session.draft.set({ id: 'd', text: 'Yes', quote: { messageId: 'm1' } });
    const element = await shown(session);
    expect(hasButton(element, 'Attach a file')).to.equal(false);
    expect(element.shadowRoot?.querySelector('.quote')).to.equal(null);
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }));
    part(element, '.surface').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    await settled(element);
    expect(wordsOf(part(element, '.strip.low'))).to.equal(
      'The reply window has closed. Only a notification can be sent.',
    );
    await write(element, '!');
    await press('Escape');
    expect(session.draft.snapshot.quote).to.deep.equal({ messageId: 'm1' });
    await press('Enter');
    expect(session.callsOf('send')[0]?.[1]).to.deep.equal({ id: 'd' });
  });

  for (const [missing, part] of [
    ['the monitoring is off', { freeMessageMonitoring: false }],
    ['no template is named', { defaultNotificationId: '' }],
    ['its language is not known', { defaultNotificationLanguage: '' }],
    ['its text has more than one value', { defaultNotificationText: '{{1}} {{2}}' }],
  ] as const)
    it(`leads to the templates where ${missing}`, async () => {
      const element = await shown(new FakeSession('session-1', closed), desk(part));
      expect(element.shadowRoot?.querySelector('textarea')).to.equal(null);
      expect(hasButton(element, 'Choose a template')).to.equal(true);
    });

  it('leads to no notification where the channel has no templates', async () => {
    const session = new FakeSession('session-1', { ...closed, capabilities: capabilities({ features: [] }) });
    expect((await shown(session)).shadowRoot?.querySelector('textarea')).to.equal(null);
  });

  it('keeps field, focus and caret when the window closes while the agent writes', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'Hello');
    field(element).setSelectionRange(2, 3);
    const before = field(element);
    session.change(closed);
    await settled(element);
    expect(field(element)).to.equal(before);
    expect(deepActiveElement()).to.equal(before);
    expect([before.selectionStart, before.selectionEnd]).to.deep.equal([2, 3]);
  });

  it('moves the focus from the field to the templates when only they are left', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session, new FakeDesk());
    await write(element, 'Hello');
    session.change(closed);
    await settled(element);
    await waitUntil(() => deepActiveElement() === button(element, 'Choose a template'), 'one key away');
  });

  it('takes WhatsApp at its word although the clock says open, and says the refused text again as a notification', async () => {
    const window = { openedAt: NOW, closedBy: 'whatsapp' } as const;
    const session = new FakeSession('session-1', { ...closed, session: sessionOf({ window }) });
    const element = await shown(session);
    expect(wordsOf(part(element, '.strip.warning'))).to.include('WhatsApp says that the reply window is closed.');
    element.sayAsNotification(message('m1', 'It leaves\ntoday'));
    await settled(element);
    expect(wordsOf(part(element, '.preview .text'))).to.include('We have an answer for you: It leaves today');
    button(element, 'Send').click();
    expect(session.callsOf('send')).to.have.length(1);
  });

  it('opens the templates for a refused text where there is no default notification', async () => {
    const element = await shown(new FakeSession('session-1', closed), new FakeDesk());
    element.sayAsNotification(message('m1', 'It leaves today'));
    await waitUntil(() => part<HTMLDialogElement>(element, 'dialog').open, 'the editor opens');
  });

  it('gives the text back that could not be queued', async () => {
    const session = new FakeSession('session-1', closed);
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
  });
});
