import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import type { WaComposerElement } from '../../../src/elements/composer/composer-element.js';
import '../../../src/elements/session/wa-session.js';
import type { WaSessionElement } from '../../../src/elements/session/session-element.js';
import type { WaPendingResponseElement } from '../../../src/elements/pending-response/pending-response-element.js';
import { button, deafen, hasButton, heard, inside, part, settled, wordsOf } from '../../support/elements.js';
import { FakeDesk, FakeSession, message, NOW, session as sessionOf } from '../../support/fake-desk.js';

const asked = message('m1', 'Can I pay by card?');

async function shown(session: FakeSession | undefined, width = 800): Promise<WaSessionElement> {
  const element = await fixture<WaSessionElement>(html`<wa-session .session=${session}></wa-session>`);
  element.style.inlineSize = `${String(width)}px`;
  element.style.blockSize = '600px';
  await new Promise(requestAnimationFrame);
  await settled(element);
  return element;
}

const composer = (element: WaSessionElement): WaComposerElement => part(element, 'wa-composer');

describe('wa-session', () => {
  afterEach(deafen);

  it('is accessible wide, narrow, empty and in wrap-up', async () => {
    const session = new FakeSession('session-1', { session: sessionOf({ pendingSince: NOW - 41_000 }) }, [asked]);
    session.change({ pendingLevel: 'late' });
    await expect(await shown(session)).to.be.accessible();
    await expect(await shown(session, 320)).to.be.accessible();
    await expect(await shown(undefined)).to.be.accessible();
    const wrapUp = new FakeSession('session-1', { session: sessionOf({ phase: 'wrap-up' }), sendMode: 'read-only' });
    await expect(await shown(wrapUp)).to.be.accessible();
  });

  it('says what to do when there is no session', async () => {
    expect(wordsOf(await shown(undefined))).to.include('Choose a session');
  });

  it('shows who it is, on which channel, and both chips', async () => {
    const element = await shown(new FakeSession('session-1', {}, [asked]));
    expect(wordsOf(part(element, '.who'))).to.equal('Mara Lindqvist Orders EU · +49 305 550 1288');
    expect(wordsOf(part(element, 'wa-service-window'))).to.include('23h 59m');
  });

  it('drops the words of the chips where it is narrow, and hides the window where it is one column', async () => {
    const session = new FakeSession('session-1', { session: sessionOf({ pendingSince: NOW - 41_000 }) });
    session.change({ pendingLevel: 'late' });
    const element = await shown(session, 600);
    expect(part<WaPendingResponseElement>(element, 'wa-pending-response').brief).to.equal(true);
    element.style.inlineSize = '400px';
    await waitUntil(() => part(element, 'wa-service-window').classList.contains('visually-hidden'), 'it is narrow');
  });

  it('gives its session to elements of the host instead of the usual layout', async () => {
    const session = new FakeSession('session-1', { session: sessionOf({ pendingSince: NOW - 12_000 }) });
    session.change({ pendingLevel: 'waiting' });
    const element = await fixture<WaSessionElement>(
      html`<wa-session .session=${session}>
        <wa-pending-response></wa-pending-response>
      </wa-session>`,
    );
    await settled(element);
    const own = element.querySelector<WaPendingResponseElement>('wa-pending-response');
    expect(own?.session).to.equal(session);
    expect(element.shadowRoot?.querySelector('wa-composer')).to.equal(null);
  });

  it('shows the usual layout when there is nothing but a break between its tags', async () => {
    const session = new FakeSession('session-1');
    const element = await fixture<WaSessionElement>(html`<wa-session .session=${session}> </wa-session>`);
    await settled(element);
    expect(composer(element)).to.exist;
  });

  it('takes the session in view from the desk around it', async () => {
    const element = document.createElement('wa-session');
    await inside({ desk: new FakeDesk(), session: new FakeSession('session-1', {}, [asked]) }, element);
    expect(wordsOf(part(element, '.name'))).to.equal('Mara Lindqvist');
    expect(composer(element).session?.id).to.equal('session-1');
  });

  it('lets the composer answer a message of the transcript', async () => {
    const session = new FakeSession('session-1', {}, [asked]);
    const element = await shown(session);
    const detail = { messageId: asked.id, message: asked };
    part(element, 'wa-transcript').dispatchEvent(
      new CustomEvent('wa-message-reply', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    await settled(element);
    await settled(composer(element));
    expect(session.draft.snapshot.quote).to.deep.equal({ messageId: 'm1' });
    expect(deepActiveElement()?.localName).to.equal('textarea');
  });

  it('leaves a wish alone that a host vetoes', async () => {
    heard('wa-message-reply', { veto: true });
    const session = new FakeSession('session-1', {}, [asked]);
    const element = await shown(session);
    const detail = { messageId: asked.id, message: asked };
    part(element, 'wa-transcript').dispatchEvent(
      new CustomEvent('wa-message-reply', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    await settled(element);
    expect(session.draft.snapshot.quote).to.equal(undefined);
  });

  it('takes the text of a rejected message up again', async () => {
    const session = new FakeSession('session-1', {}, [asked]);
    const element = await shown(session);
    const own = message('m2', 'Too hot', { author: { kind: 'agent', agentId: 'agent-1', name: 'Jonas' } });
    part(element, 'wa-transcript').dispatchEvent(
      new CustomEvent('wa-message-edit', {
        detail: { messageId: 'm2', message: own },
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await settled(element);
    expect(session.draft.snapshot.text).to.equal('Too hot');
  });

  it('has the text that WhatsApp refused outside the window ready as a notification', async () => {
    const desk = new FakeDesk();
    const defaults = {
      freeMessageMonitoring: true,
      defaultNotificationText: 'An answer: {{1}}',
      defaultNotificationId: 'answer_ready',
      defaultNotificationLanguage: 'en',
    };
    desk.change({ options: { ...desk.snapshot.options, ...defaults } });
    const session = new FakeSession('session-1', {
      sendMode: 'notification-only',
      windowPhase: 'closed',
      session: sessionOf({ window: { openedAt: NOW, closedBy: 'whatsapp' } }),
    });
    const element = await shown(session);
    composer(element).desk = desk;
    await settled(composer(element));
    const own = message('m2', 'Not too hot', { author: { kind: 'agent', agentId: 'agent-1', name: 'Jonas' } });
    part(element, 'wa-transcript').dispatchEvent(
      new CustomEvent('wa-notification-request', {
        detail: { messageId: 'm2', message: own },
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await settled(composer(element));
    expect(session.draft.snapshot.text).to.equal('Not too hot');
    expect(wordsOf(part(composer(element), '.preview .text'))).to.equal('An answer: Not too hot');
  });

  it('begins the wrap-up from the header, or from the menu where it is narrow', async () => {
    const session = new FakeSession('session-1');
    const details = heard('wa-session-wrap-up');
    const element = await shown(session);
    button(element, 'Wrap up').click();
    expect(details).to.deep.equal([{ sessionId: 'session-1' }]);
    element.style.inlineSize = '400px';
    await waitUntil(() => hasButton(element, 'More actions'), 'it is narrow');
    button(element, 'More actions').click();
    await waitUntil(() => hasButton(element, 'Wrap up'), 'the menu opens');
    button(element, 'Wrap up').click();
    expect(session.callsOf('wrapUp')).to.have.length(2);
  });

  it('puts the wrap-up in the place of the composer, unless it stands elsewhere', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    session.change({ session: sessionOf({ phase: 'wrap-up' }), sendMode: 'read-only' });
    await settled(element);
    expect(element.shadowRoot?.querySelector('wa-composer')).to.equal(null);
    expect(part(element, 'wa-wrap-up')).to.exist;
    element.withoutWrapUp = true;
    await settled(element);
    expect(element.shadowRoot?.querySelector('wa-wrap-up')).to.equal(null);
    expect(wordsOf(part(element, '.composer'))).to.include('This session is in wrap-up.');
  });

  it('tells what was refused until it is dismissed', async () => {
    const session = new FakeSession('session-1', { error: { code: 'unsent-messages' } });
    const element = await shown(session);
    expect(wordsOf(part(element, '[role=alert]'))).to.equal(
      'Some messages are not sent yet. Send or take them out first.',
    );
    await expect(element).to.be.accessible();
    button(element, 'Dismiss').click();
    await settled(element);
    expect(wordsOf(part(element, '[role=alert]'))).to.equal('');
  });

  it('leads back only where it is asked to', async () => {
    const details = heard('wa-session-leave');
    const element = await shown(new FakeSession('session-1'));
    expect(hasButton(element, 'Back to the list')).to.equal(false);
    element.backButton = true;
    await settled(element);
    button(element, 'Back to the list').click();
    expect(details).to.deep.equal([{ sessionId: 'session-1' }]);
  });
});
