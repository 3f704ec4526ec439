import { expect } from '@open-wc/testing';
import type { Delivery } from '../../../src/domain/delivery.js';
import type { Message } from '../../../src/domain/message.js';
import { FakeDesk } from '../../support/fake-desk.js';
import { inbound, JONAS, MARA, outbound, samples, SAMPLE_NOW, text } from '../../support/messages.js';
import { button, everywhere, one, show, wordsIn } from './rendered.js';

const withStatus = (status: Delivery['status'], rest: Partial<Delivery> = {}): Message =>
  outbound(text('See you at ten.'), { delivery: { status, at: SAMPLE_NOW, ...rest } });

describe('wa-message, whose it is', () => {
  it('tells by the server’s word and not by the name', async () => {
    const element = await show(
      inbound(text('Hi'), { author: { kind: 'contact', contactId: 'm', name: 'Agent (you)' } }),
    );
    expect(everywhere(element, '.message.contact')).to.have.length(1);
    expect(everywhere(element, '.author small')).to.be.empty;
  });

  it('calls the agent’s own messages so, and a colleague’s not', async () => {
    const desk = new FakeDesk({ agent: { id: 'jonas', name: 'Jonas Weber' } });
    const own = await show(outbound(text('Hello')), { desk });
    expect(wordsIn(one(own, '.message.agent .author'))).to.equal('Jonas Weberyou');
    const [colleague] = samples()['colleague'] ?? [];
    expect(wordsIn(one(await show(colleague as Message, { desk }), '.message.colleague .author'))).to.equal(
      'Priya Nair',
    );
  });

  it('says of an internal note that only the team sees it', async () => {
    const note = outbound(text('Leipzig has 14.'), { internal: true });
    expect(wordsIn(one(await show(note), '.message.internal .author'))).to.contain('Only your team sees this');
  });
});

describe('wa-message, its way to the contact', () => {
  const WORDS: Partial<Record<Delivery['status'], string>> = {
    queued: 'Waiting to be sent',
    sending: 'Sending',
    accepted: 'Sending',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    played: 'Played',
  };
  for (const [status, words] of Object.entries(WORDS)) {
    it(`says "${words}" of a message that is ${status}, in its name and at its sign`, async () => {
      const element = await show(withStatus(status as Delivery['status']));
      expect(one(element, '.state').title).to.equal(words);
      expect(one(element, '[role=article]').ariaLabel).to.match(new RegExp(`, ${words}$`));
    });
  }

  it('says nothing of that on the contact’s messages', async () => {
    expect(everywhere(await show(inbound(text('Hi'))), '.state')).to.be.empty;
  });

  const FAILURES: readonly (readonly [code: number, why: string, action: string | undefined])[] = [
    [131026, 'WhatsApp could not deliver this.', undefined],
    [131000, 'WhatsApp is temporarily unavailable.', 'Send again'],
    [131047, 'The 24-hour reply window has closed.', 'Send a notification'],
  ];
  for (const [code, why, action] of FAILURES) {
    it(`says why ${String(code)} failed and offers ${action ?? 'nothing'}`, async () => {
      const element = await show(withStatus('failed', { problem: { code } }));
      expect(wordsIn(one(element, '.under.failed'))).to.contain(`Not delivered: ${why}`);
      expect(everywhere(element, '.under button').map(wordsIn)).to.deep.equal(action === undefined ? [] : [action]);
    });
  }

  it('offers both ways out of an unknown outcome', async () => {
    const box = one(await show(withStatus('unknown')), '.under.unknown');
    expect(wordsIn(box)).to.contain('may get it twice');
    expect(everywhere(box, 'button').map(wordsIn)).to.deep.equal(['Send again', 'It arrived']);
  });

  it('says why WhatsApp holds a message back', async () => {
    const element = await show(withStatus('accepted', { held: 'quality' }));
    expect(wordsIn(one(element, '.under'))).to.contain('WhatsApp checks this template first.');
  });
});

describe('wa-message, its time', () => {
  const [delayed, early] = samples()['delayed'] as [Message, Message];

  it('marks a delayed message and tells when it arrived', async () => {
    const element = await show(delayed);
    const time = one(element, 'button.delayed');
    expect(one(element, '[role=article]').ariaLabel).to.contain(', Delayed: arrived ');
    expect(time.ariaLabel).to.match(/^\S+.*\. Delayed: arrived .*2026/);
    expect(getComputedStyle(one(time, 'time')).fontWeight).to.equal('700');
  });

  it('shows when it arrived to who comes by keyboard, and hides it again', async () => {
    const time = one(await show(delayed), 'button.delayed');
    const tip = one(time, '.tip');
    expect(getComputedStyle(tip).visibility).to.equal('hidden');
    time.focus();
    expect(getComputedStyle(tip).visibility).to.equal('visible');
    expect(wordsIn(tip)).to.match(/^Delayed: arrived /);
    time.blur();
    expect(getComputedStyle(tip).visibility).to.equal('hidden');
  });

  it('follows the option that says from when on a message is late, and 0 means never', async () => {
    const { options } = new FakeDesk().snapshot;
    const never = new FakeDesk({ options: { ...options, messageDelayTimespan: 0 } });
    expect(everywhere(await show(delayed, { desk: never }), '.delayed')).to.be.empty;
  });

  it('marks a message whose time contradicts its place', async () => {
    const time = one(await show(early), 'button.out-of-order');
    expect(wordsIn(one(time, '.tip'))).to.match(/^Out of order: written .* arrived /);
    expect(everywhere(time, 'svg')).to.have.length(1);
  });

  it('says that a message was edited, and of a deleted one nothing else', async () => {
    const [edited, revoked] = samples()['edited'] as [Message, Message];
    expect(wordsIn(one(await show(edited), '.meta'))).to.contain('edited');
    const gone = await show(revoked);
    expect(wordsIn(one(gone, '.labelled'))).to.contain('Deleted by the sender');
    expect(everywhere(gone, '.text')).to.be.empty;
  });
});

describe('wa-message, what belongs to it', () => {
  it('counts equal reactions and names them', async () => {
    const reactions = [MARA, JONAS].map((author) => ({ author, emoji: '👍', at: SAMPLE_NOW }));
    const gone = { author: MARA, emoji: '', at: SAMPLE_NOW };
    const element = await show(inbound(text('Hi'), { reactions: [...reactions, gone] }));
    expect(one(element, '[role=img].reaction').ariaLabel).to.equal('Reaction 👍, 2 times');
    expect(wordsIn(one(element, '.reaction'))).to.equal('👍2');
  });

  it('shows what it answers, whoever sent it, and says when that is not there', async () => {
    const [quoted, answer, orphan] = samples()['quote'] as [Message, Message, Message];
    const element = await show(answer, { related: [quoted] });
    expect(wordsIn(button(element, wordsIn(one(element, 'button.quote'))))).to.equal(
      'Mara LindqvistAnd can I pay the difference by card?',
    );
    expect(wordsIn(one(await show(orphan), '.quote'))).to.equal('Original message not available');
  });

  it('says that it was forwarded, or came from an advertisement', async () => {
    const [forwarded] = samples()['forwarded'] as [Message];
    expect(wordsIn(await show(forwarded))).to.contain('Forwarded many times');
    const [advertised] = samples()['advertisement'] as [Message];
    const element = await show(advertised);
    expect(wordsIn(one(element, '.referral'))).to.contain(
      'Came from an advertisement Ride in the light Lights from 39 €',
    );
    expect(one(element, '.referral a').textContent).to.equal('fb.example');
  });

  it('marks what was searched for', async () => {
    const element = await show(inbound(text('The *light* goes out')), { highlight: 'light' });
    expect(wordsIn(one(element, 'mark'))).to.equal('light');
  });
});
