import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/domain/message.js';
import { inbound, samples, text } from '../../support/messages.js';
import { rareSamples } from '../../support/rare-messages.js';
import { everywhere, one, show, wordsIn } from './rendered.js';

const SAMPLES = { ...samples(), ...rareSamples() };

async function sample(name: string, index = 0): Promise<HTMLElement> {
  const messages = SAMPLES[name] ?? [];
  return show(messages[index] as Message, { related: messages });
}

/** The words of all elements that match. */
const each = (root: Element, selector: string): string[] => everywhere(root, selector).map(wordsIn);

describe('wa-message, an answer', () => {
  for (const [name, index, chosen, count] of [
    ['buttons', 1, 'Office, Torstraße 140', 3],
    ['buttons', 2, 'Pick-up shop Mitte', 3],
    ['list', 1, '14:00 to 16:00', 3],
    ['notification text', 1, 'Works for me', 2],
    ['carousel answered', 1, 'More on Lock', 2],
  ] as const) {
    it(`shows what could be chosen, and ${chosen} as chosen`, async () => {
      const element = await sample(name, index);
      expect(everywhere(element, '.answered li')).to.have.length(count);
      expect(each(element, '.answered .chosen')).to.deep.equal([`${chosen}Chosen`]);
    });
  }

  it('shows its own words alone when the question is not there', async () => {
    const [, answer] = SAMPLES['buttons'] as [Message, Message];
    const element = await show(answer);
    expect(everywhere(element, '.answered')).to.be.empty;
    expect(wordsIn(one(element, '.text'))).to.contain('Office, Torstraße 140');
  });

  it('shows on a card of a carousel that its button was taken', async () => {
    expect(
      each(await sample('carousel answered'), '.carousel-card .chosen > span:not(.visually-hidden)'),
    ).to.deep.equal(['More on Lock']);
  });
});

describe('wa-message, structured messages', () => {
  it('lets a carousel be scrolled by keyboard, under a name', async () => {
    const carousel = one(await sample('carousel answered'), '.carousel');
    expect(carousel.tabIndex).to.equal(0);
    expect(carousel.ariaLabel).to.equal('2 cards');
  });

  it('shows the products of a carousel and of a catalog', async () => {
    expect(each(await sample('product carousel'), '.carousel-card .card-title')).to.deep.equal(['PRO-80', 'LOCK-1']);
    expect(wordsIn(one(await sample('catalog with a picture'), '.product'))).to.equal('PRO-80');
  });

  it('shows buttons under a picture, a film and a document', async () => {
    const kinds = await Promise.all(
      [0, 1, 2].map(async (index) => one(await sample('buttons under media', index), 'wa-attachment')),
    );
    expect(kinds.map((medium) => medium.getAttribute('kind'))).to.deep.equal(['image', 'video', 'document']);
  });

  it('calls a list’s button what the phone calls it when it has no words', async () => {
    expect(each(await sample('list without a word for its button'), '.options li')).to.deep.equal(['See all options']);
  });

  it('tells how an order stands', async () => {
    expect(wordsIn(one(await sample('order on its way'), '.order-status'))).to.equal(
      'Order LN-48213 Status: sent With the van of 25 November',
    );
    expect(wordsIn(one(await sample('notification order'), '.order-status'))).to.contain('Status: being prepared');
  });

  it('shows each kind of button of a notification, and where it leads', async () => {
    const rows = each(await sample('notification with every button'), '.options li');
    expect(rows).to.have.length(11);
    expect(rows.slice(1, 4)).to.deep.equal([
      'Track ittrack.example',
      'Call the shop+49 305 550 1000',
      'Copy the codeLIGHT10',
    ]);
    expect(everywhere(await sample('notification with every button'), '.options svg')).to.have.length(11);
  });

  it('shows a film, a product or the lack of a picture at the top of a notification', async () => {
    expect(everywhere(await sample('notification video'), 'wa-attachment[kind=video]')).to.have.length(1);
    expect(everywhere(await sample('notification video', 1), 'wa-attachment[kind=video]')).to.have.length(1);
    expect(wordsIn(one(await sample('notification product'), '.product'))).to.equal('PRO-80 Product');
    expect(wordsIn(one(await sample('notification without its picture'), '.missing-media'))).to.equal('Missing: image');
  });

  it('shows the products that a notification offers, and that it asks to call', async () => {
    expect(each(await sample('notification products'), '.products li')).to.deep.equal(['PRO-80', 'PRO-40']);
    expect(each(await sample('notification order', 1), '.options li')).to.deep.equal(['Choose']);
  });

  it('keeps the formatting around a value that is missing', async () => {
    const element = await sample('notification missing values');
    expect(wordsIn(one(element, 'strong .missing-value'))).to.equal('{{2}}');
    expect(wordsIn(element)).not.to.contain('*');
  });
});

describe('wa-message, what is met less often', () => {
  it('enlarges one to three emojis, a family being one', async () => {
    const counts = await Promise.all(
      [0, 1, 2, 3].map(async (index) => everywhere(await sample('emoji one by one', index), '.emoji-only').length),
    );
    expect(counts).to.deep.equal([1, 1, 1, 0]);
  });

  it('names who wrote in a group, and what wrote by itself', async () => {
    const author = one(await sample('group'), '.author');
    expect(wordsIn(author)).to.equal('Tariq Aziz');
    expect(one(author, 'svg').getAttribute('aria-label')).to.equal('In a group');
    expect(wordsIn(one(await sample('automation'), '.author'))).to.equal('Automatic message');
  });

  it('shows everything that stands on a contact card', async () => {
    const words = wordsIn(await sample('full contact card'));
    for (const part of ['Head, Workshop, Hoff Bikes', '10119', 'Berlin', '1990-04-12', 'hoff.example', 'Otto Hoff'])
      expect(words).to.contain(part);
  });

  it('says whether the business may call', async () => {
    expect(wordsIn(await sample('call permission', 0))).to.contain('You may call');
    expect(wordsIn(await sample('call permission', 1))).to.contain('You may not call');
  });

  it('shows answers that it cannot read as they came', async () => {
    const words = wordsIn(await sample('unreadable answers'));
    expect(words).to.contain('The answers could not be read.');
    expect(words).to.contain('{"part": "Rear li');
  });

  it('says how a call ended', async () => {
    const words = await Promise.all([0, 1, 2, 3].map(async (index) => wordsIn(await sample('calls', index))));
    ['from the contact, 3 min', 'not answered', 'to the contact, declined', 'ringing'].forEach((part, index) =>
      expect(words[index]).to.contain(part),
    );
  });

  it('tells a change of number with both numbers, and a change that it does not know in WhatsApp’s words', async () => {
    expect(wordsIn(await sample('changes', 0))).to.match(/changed from \+49 151.*1288 to \+49 151.*1289/);
    expect(wordsIn(await sample('changes', 2))).to.contain('Mara joined by a link');
  });

  it('says of each kind that it cannot show what it is and what helps', async () => {
    const titles = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(async (index) => wordsIn(one(await sample('unsupported kinds', index), '.card-title'))),
    );
    expect(titles).to.deep.equal([
      'Poll',
      'Live location',
      'View-once message',
      'Invitation to a group',
      'never heard of',
      'Unsupported message',
    ]);
    expect(wordsIn(await sample('unsupported kinds', 6))).to.contain('Open the WhatsApp Business app to read it.');
  });

  it('takes no name that every object has for one that it knows', async () => {
    const message = inbound({ kind: 'unsupported', type: 'constructor' });
    expect(wordsIn(one(await show(message), '.card-title'))).to.equal('constructor');
    const change = inbound({ kind: 'system', change: 'toString' }, { author: { kind: 'system' } });
    expect(wordsIn(one(await show(change), '.notice'))).to.contain('toString');
  });

  it('says of a file that is not here once what is wrong, and what helps', async () => {
    const words = wordsIn(await sample('failed media', 1));
    expect(words.match(/could not be fetched/g)).to.have.length(1);
    expect(words).to.contain('Ask the customer to send it again (at most 100 MB).');
  });

  it('gives each text its own direction', async () => {
    const [hebrew] = SAMPLES['other scripts'] as [Message];
    expect(getComputedStyle(one(await show(hebrew), '.text > p')).direction).to.equal('rtl');
    expect(getComputedStyle(one(await show(inbound(text('Hi'))), '.text > p')).direction).to.equal('ltr');
  });
});
