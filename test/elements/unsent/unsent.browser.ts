import { expect, waitUntil } from '@open-wc/testing';
import type { UnsentSnapshot } from '../../../src/desk/handles.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import '../../../src/elements/unsent/wa-unsent.js';
import type { WaUnsentElement } from '../../../src/elements/unsent/unsent-element.js';
import { announcements, deafen, hasButton, heard, inside, part, settled, wordsOf } from '../../support/elements.js';
import { FakeDesk, NOW } from '../../support/fake-desk.js';

function unsent(part: Partial<UnsentSnapshot> = {}): UnsentSnapshot {
  return {
    sessionId: 'session-1',
    contact: { id: 'contact-1', name: 'Mara Lindqvist' },
    messages: ['first', 'second'].map((body) => ({
      messageId: body,
      content: { kind: 'text', body },
      createdAt: NOW,
      state: 'not-sent',
    })),
    ...part,
  };
}

/** A desk that gives up what it is told to give up. */
class DecidingDesk extends FakeDesk {
  override async discardUnsent(messageId: string): Promise<void> {
    await super.discardUnsent(messageId);
    const groups = this.snapshot.unsent.map((group) => ({
      ...group,
      messages: group.messages.filter((message) => message.messageId !== messageId),
    }));
    this.change({ unsent: groups.filter(({ messages }) => messages.length > 0) });
  }
}

async function shown(...groups: readonly UnsentSnapshot[]): Promise<{ element: WaUnsentElement; desk: FakeDesk }> {
  const desk = new DecidingDesk({ unsent: groups });
  const element = document.createElement('wa-unsent');
  await inside({ desk }, element);
  return { element, desk };
}

function buttonOf(element: WaUnsentElement, messageId: string, name: string): HTMLButtonElement {
  const item = part(element, `[data-message=${messageId}]`);
  return [...item.querySelectorAll('button')].find((one) => wordsOf(one) === name)!;
}

describe('wa-unsent', () => {
  afterEach(deafen);

  it('shows nothing while there is nothing to decide', async () => {
    const { element } = await shown();
    expect(element.shadowRoot?.querySelector('section')).to.equal(null);
  });

  it('says how many messages to whom were not sent, each with its text, and has no axe violation', async () => {
    const { element } = await shown(unsent());
    expect(wordsOf(part(element, 'h2'))).to.equal(en(2));
    expect(wordsOf(element)).to.contain('first').and.contain('second');
    expect(hasButton(element, 'Send now')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('says it aloud once', async () => {
    const said = announcements();
    const { element, desk } = await shown(unsent());
    desk.change({ unsent: [unsent({ openSessionId: 'session-2' })] });
    await settled(element);
    expect(said).to.deep.equal([en(2)]);
  });

  it('says so when a message may have been sent after all', async () => {
    const [message] = unsent().messages;
    const { element } = await shown(unsent({ messages: [{ ...message!, state: 'in-doubt' }] }));
    expect(wordsOf(part(element, 'h2'))).to.contain('may not have been sent');
    expect(wordsOf(element)).to.contain('Perhaps sent');
  });

  it('never makes markup of a text', async () => {
    const [message] = unsent().messages;
    const body = '<img src=x onerror=alert(1)>';
    const { element } = await shown(unsent({ messages: [{ ...message!, content: { kind: 'text', body } }] }));
    expect(part(element, '.text').textContent).to.equal(body);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('copies a text, or says that it could not', async () => {
    const { element } = await shown(unsent());
    const copied: string[] = [];
    const { writeText } = navigator.clipboard;
    try {
      navigator.clipboard.writeText = async (text) => void copied.push(text);
      buttonOf(element, 'second', 'Copy').click();
      await waitUntil(() => wordsOf(part(element, '[data-message=second]')).includes('Copied'));
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
      buttonOf(element, 'first', 'Copy').click();
      await waitUntil(() => wordsOf(part(element, '[data-message=first]')).includes('Not copied'));
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    expect(copied).to.deep.equal(['second']);
  });

  it('discards a message, and hands the focus to the next one', async () => {
    const { element, desk } = await shown(unsent());
    const discard = buttonOf(element, 'first', 'Discard');
    discard.focus();
    discard.click();
    await settled(element);
    expect(desk.callsOf('discardUnsent')).to.deep.equal([['first']]);
    expect(deepActiveElement()).to.equal(buttonOf(element, 'second', 'Discard'));
  });

  it('sends a message where the contact is now', async () => {
    const { element, desk } = await shown(unsent({ openSessionId: 'session-2' }));
    buttonOf(element, 'first', 'Send now').click();
    await settled(element);
    expect(desk.callsOf('sendUnsent')).to.deep.equal([['first']]);
  });

  it('keeps a message that cannot be sent there, and says so', async () => {
    const { element, desk } = await shown(unsent({ openSessionId: 'session-2' }));
    desk.sendUnsent = () => Promise.reject(new Error('the window is closed'));
    buttonOf(element, 'first', 'Send now').click();
    await settled(element);
    expect(wordsOf(part(element, '[data-message=first]'))).to.contain('cannot be sent in the open session');
  });

  it('lets a host veto both', async () => {
    const { element, desk } = await shown(unsent({ openSessionId: 'session-2' }));
    const wishes = ['wa-unsent-send', 'wa-unsent-discard'].map((name) => heard(name, { veto: true }));
    for (const name of ['Send now', 'Discard']) buttonOf(element, 'first', name).click();
    await settled(element);
    expect(wishes).to.deep.equal([[{ messageId: 'first' }], [{ messageId: 'first' }]]);
    expect(desk.calls).to.deep.equal([]);
  });
});

function en(count: number): string {
  return `${String(count)} messages to Mara Lindqvist were not sent: the session ended before them.`;
}
