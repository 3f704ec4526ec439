import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { OutboxEntrySnapshot } from '../../../src/desk/handles.js';
import type { Message } from '../../../src/domain/message.js';
import type { WaMessageElement } from '../../../src/elements/message/wa-message.js';
import { FakeSession } from '../../support/fake-desk.js';
import { inbound, outbound, SAMPLE_NOW, samples, stored, text } from '../../support/messages.js';
import { button, everywhere, one, show, wordsIn } from './rendered.js';

const unknown = (): Message => outbound(text('I can swap it.'), { delivery: { status: 'unknown', at: SAMPLE_NOW } });
const failed = (code: number): Message =>
  outbound(text('Hello'), { delivery: { status: 'failed', at: SAMPLE_NOW, problem: { code } } });

/** The intents that reach the page while `act` runs, with the ids of their messages. */
async function heard(name: string, act: () => void | Promise<void>, veto = false): Promise<string[]> {
  const ids: string[] = [];
  const listen = (event: Event): void => {
    ids.push((event as CustomEvent<{ messageId: string }>).detail.messageId);
    if (veto) event.preventDefault();
  };
  document.addEventListener(name, listen);
  await act();
  document.removeEventListener(name, listen);
  return ids;
}

/** A message of ours that only the outbox has. */
async function waiting(state: OutboxEntrySnapshot['state']) {
  const { seq: _, ...message } = outbound(text('Hello'), { delivery: { status: 'queued', at: SAMPLE_NOW } });
  const session = new FakeSession('s1', { outbox: [{ messageId: message.id, state }] });
  return { session, message, element: await show(message, { session }) };
}

describe('wa-message, intents', () => {
  for (const [state, words] of [
    ['stale', 'Not sent: it has waited for more than ten minutes.'],
    ['refused', 'Not sent: the server did not accept it.'],
  ] as const) {
    it(`asks whether to send a message that is ${state}, or to discard it`, async () => {
      const { session, message, element } = await waiting(state);
      expect(wordsIn(one(element, '.under'))).to.contain(words);
      await heard('wa-message-resend', () => button(element, 'Send now').click());
      await heard('wa-message-cancel', () => button(element, 'Discard').click());
      expect(session.callsOf('resend')).to.deep.equal([[message.id]]);
      expect(session.callsOf('cancel')).to.deep.equal([[message.id]]);
      await expect(element).to.be.accessible();
    });
  }

  it('says that it is asking whether a message arrived', async () => {
    const { element } = await waiting('unconfirmed');
    expect(wordsIn(one(element, '.under'))).to.contain('Checking whether it arrived');
    expect(everywhere(element, '.under button')).to.be.empty;
  });

  it('says nothing more under a message that waits for its turn', async () => {
    const { element } = await waiting('queued');
    expect(everywhere(element, '.under')).to.be.empty;
  });

  it('does not mind a second click on what is no longer there', async () => {
    const { session, element } = await waiting('stale');
    session.cancel = () => Promise.reject(new Error('it has left'));
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => {
      unhandled.push(event.reason);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', listen);
    button(element, 'Discard').click();
    await aTimeout(10);
    removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.be.empty;
  });

  it('tells the page of a resend, and sends again', async () => {
    const [session, message] = [new FakeSession('s1'), unknown()];
    const element = await show(message, { session });
    const ids = await heard('wa-message-resend', () => button(element, 'Send again').click());
    expect(ids).to.deep.equal([message.id]);
    expect(session.callsOf('resend')).to.deep.equal([[message.id]]);
  });

  it('leaves it when the page objects', async () => {
    const session = new FakeSession('s1');
    const element = await show(unknown(), { session });
    await heard('wa-message-resend', () => button(element, 'Send again').click(), true);
    expect(session.callsOf('resend')).to.be.empty;
  });

  it('tells that the agent takes an unknown outcome for sent, and settles it', async () => {
    const [session, message] = [new FakeSession('s1'), unknown()];
    const element = await show(message, { session });
    expect(await heard('wa-message-settle', () => button(element, 'It arrived').click())).to.deep.equal([message.id]);
    expect(session.callsOf('settle')).to.deep.equal([[message.id]]);
  });

  it('asks for a notification where the service window has closed', async () => {
    const message = failed(131047);
    const element = await show(message);
    const ids = await heard('wa-notification-request', () => button(element, 'Send a notification').click());
    expect(ids).to.deep.equal([message.id]);
  });

  for (const [code, words, name] of [
    [132000, 'Edit the notification', 'wa-message-edit'],
    [132015, 'Choose another notification', 'wa-template-request'],
    [131053, 'Choose another file', 'wa-file-request'],
    [131009, 'Edit', 'wa-message-edit'],
  ] as const) {
    it(`asks for what helps after ${String(code)}: ${words}`, async () => {
      const message = failed(code);
      const element = await show(message);
      expect(await heard(name, () => button(element, words).click())).to.deep.equal([message.id]);
    });
  }

  it('asks to be led to the message that it quotes', async () => {
    const [quoted, answer] = samples()['quote'] as [Message, Message];
    const element = await show(answer, { related: [quoted] });
    expect(await heard('wa-quote-show', () => one(element, 'button.quote').click())).to.deep.equal([answer.id]);
  });

  it('fetches a medium again that could not be had', async () => {
    const session = new FakeSession('s1');
    const message = inbound({ kind: 'image', media: stored('x', { state: 'failed' }) });
    const element = await show(message, { session });
    const ids = await heard('wa-media-refetch', () => button(element, 'Ask again').click());
    expect(ids).to.deep.equal([message.id]);
    expect(session.callsOf('refetchMedia')).to.deep.equal([[message.id]]);
  });

  it('keeps doing so after it was taken out of the page and put back, once each', async () => {
    const session = new FakeSession('s1');
    const element = await show(unknown(), { session });
    const parent = element.parentElement as HTMLElement;
    for (let round = 0; round < 10; round++) {
      element.remove();
      parent.append(element);
    }
    await element.updateComplete;
    button(element, 'Send again').click();
    expect(session.callsOf('resend')).to.have.length(1);
  });
});

describe('wa-message, properties', () => {
  it('shows the same when set before and after it is in the page', async () => {
    const [message] = samples()['buttons'] ?? [];
    const before = await show(message as Message);
    const after = await fixture<WaMessageElement>(html`<wa-message></wa-message>`);
    after.message = message;
    await after.updateComplete;
    expect(after.renderRoot.textContent).to.equal(before.renderRoot.textContent);
  });
});
