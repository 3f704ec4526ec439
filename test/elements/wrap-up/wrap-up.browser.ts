import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/wrap-up/wa-wrap-up.js';
import type { WaWrapUpElement } from '../../../src/elements/wrap-up/wrap-up-element.js';
import { announcements, button, deafen, heard, inside, part, settled, type, wordsOf } from '../../support/elements.js';
import { capabilities, FakeDesk, FakeSession, session as sessionOf } from '../../support/fake-desk.js';

async function shown(session: FakeSession): Promise<WaWrapUpElement> {
  return fixture(html`<wa-wrap-up .session=${session}></wa-wrap-up>`);
}

const note = (element: WaWrapUpElement): HTMLTextAreaElement => part(element, 'textarea');

async function write(element: WaWrapUpElement, text: string): Promise<void> {
  note(element).focus();
  await type(text);
}

const required = (): FakeSession =>
  new FakeSession('session-1', { capabilities: capabilities({ dispositionRequired: true }) });

describe('wa-wrap-up', () => {
  afterEach(deafen);

  it('is accessible, also when a disposition is required', async () => {
    await expect(await shown(new FakeSession('session-1'))).to.be.accessible();
    await expect(await shown(required())).to.be.accessible();
  });

  it('saves the note after a pause and says when', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'sent');
    expect(session.calls).to.deep.equal([]);
    await waitUntil(() => session.calls.length > 0, 'the note is saved', { timeout: 3000 });
    await settled(element);
    expect(session.callsOf('setNote')).to.deep.equal([['sent']]);
    expect(wordsOf(part(element, 'label'))).to.match(/^Note Saved .*31/);
  });

  it('saves the note at once when the field is left', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'sent');
    note(element).blur();
    await settled(element);
    expect(session.callsOf('setNote')).to.deep.equal([['sent']]);
  });

  it('saves the note of the session that leaves the view, and shows that of the next', async () => {
    const first = new FakeSession('session-1');
    const second = new FakeSession('session-2', { session: sessionOf({ id: 'session-2', note: 'Hello' }) });
    const element = await shown(first);
    await write(element, 'sent');
    element.session = second;
    await settled(element);
    expect(first.callsOf('setNote')).to.deep.equal([['sent']]);
    expect(note(element).value).to.equal('Hello');
  });

  it('keeps what was written when it is not saved, and says so', async () => {
    const session = new FakeSession('session-1');
    session.outcome = { type: 'unconfirmed' };
    const element = await shown(session);
    await write(element, 'sent');
    note(element).blur();
    await settled(element);
    expect(note(element).value).to.equal('sent');
    expect(wordsOf(part(element, 'label'))).to.include('Not saved yet');
  });

  it('takes over a note that changes elsewhere while none is being written', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    session.changeSession({ note: 'From a colleague' });
    await settled(element);
    expect(note(element).value).to.equal('From a colleague');
  });

  it('sets the disposition', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    const select = part<HTMLSelectElement>(element, 'select');
    select.value = 'question';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(session.callsOf('setDisposition')).to.deep.equal([['question']]);
  });

  it('ends the session after the note is saved', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await write(element, 'sent');
    button(element, 'Done').click();
    await settled(element);
    expect(session.calls.map(({ name }) => name)).to.deep.equal(['setNote', 'done']);
  });

  it('says why it does not end a session that needs a disposition, until it has one', async () => {
    const said = announcements();
    const session = required();
    const element = await shown(session);
    const done = button(element, 'Done');
    expect(done.ariaDisabled).to.equal('true');
    expect(wordsOf(part(element, '#why'))).to.equal('Choose a disposition to end it.');
    done.click();
    expect(said).to.deep.equal(['Choose a disposition to end it.']);
    expect(session.calls).to.deep.equal([]);
    session.changeSession({ disposition: { code: 'question', label: 'Question answered' } });
    await settled(element);
    expect(done.ariaDisabled).to.equal(null);
  });

  it('does not end a session with messages that are not sent', async () => {
    const session = new FakeSession('session-1', { outbox: [{ messageId: 'x', state: 'queued' }] });
    const element = await shown(session);
    button(element, 'Done').click();
    expect(wordsOf(part(element, '#why'))).to.equal('1 message is not sent yet.');
    expect(session.calls).to.deep.equal([]);
  });

  it('lets a host veto', async () => {
    const details = heard('wa-session-done', { veto: true });
    const session = new FakeSession('session-1');
    button(await shown(session), 'Done').click();
    expect(details).to.deep.equal([{ sessionId: 'session-1' }]);
    expect(session.calls).to.deep.equal([]);
  });

  it('finds session and desk by context, and waits for the connection', async () => {
    const desk = new FakeDesk({ connection: { state: 'reconnecting' } });
    const element = document.createElement('wa-wrap-up');
    await inside({ desk, session: new FakeSession('session-1') }, element);
    expect(button(element, 'Done').ariaDisabled).to.equal('true');
    desk.change({ connection: { state: 'online' } });
    await settled(element);
    expect(button(element, 'Done').ariaDisabled).to.equal(null);
  });
});
