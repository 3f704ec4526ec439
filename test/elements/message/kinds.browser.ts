import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/domain/message.js';
import { samples } from '../../support/messages.js';
import { rareSamples } from '../../support/rare-messages.js';
import { everywhere, one, show, wordsIn } from './rendered.js';

const SAMPLES = { ...samples(), ...rareSamples() };

async function sample(name: string, index = 0): Promise<HTMLElement> {
  const messages = SAMPLES[name] ?? [];
  return show(messages[index] as Message, { related: messages });
}

/** The words of all elements that match. */
const each = (root: Element, selector: string): string[] => everywhere(root, selector).map(wordsIn);

describe('wa-message, kind by kind', () => {
  it('shows text with who wrote it and when', async () => {
    const element = await sample('text');
    expect(wordsIn(one(element, '.author'))).to.equal('Mara Lindqvist');
    expect(wordsIn(one(element, '.text'))).to.contain('Hi! Is the light in stock?');
    expect(one(element, '[role=article]').ariaLabel).to.match(/^Mara Lindqvist: Hi! Is the light in stock\?, \d/);
  });

  it('shows WhatsApp formatting as structure', async () => {
    const element = await sample('formatting');
    for (const name of ['strong', 'em', 's', 'code', 'ul', 'ol', 'blockquote', 'pre'])
      expect(everywhere(element, name), name).not.to.be.empty;
  });

  it('shows up to three emojis alone large, and more or mixed ones as text', async () => {
    expect(everywhere(await sample('emoji', 0), '.emoji-only')).to.have.length(1);
    expect(everywhere(await sample('emoji', 1), '.emoji-only')).to.be.empty;
  });

  it('shows a photo by a button with who, when and what it does, and its caption', async () => {
    const element = await sample('image');
    expect(one(element, 'button.picture').ariaLabel).to.match(/^Photo from Mara Lindqvist, .+\. Open$/);
    expect(wordsIn(one(element, '.text'))).to.contain('Everything that was in it.');
  });

  it('shows a video by a button that plays it, with its length', async () => {
    const element = await sample('video');
    expect(one(element, 'button.cover').ariaLabel).to.match(/^Video from Mara Lindqvist, .+\. 0:42, 2\.4 MB\. Play$/);
    expect(wordsIn(element)).to.contain('0:42');
  });

  it('shows a voice message and an audio file apart', async () => {
    const voice = await sample('voice');
    expect(one(voice, '[role=group]').ariaLabel).to.equal('Voice message');
    expect(wordsIn(voice)).to.contain('0:23');
    expect(one(await sample('audio'), '[role=group]').ariaLabel).to.equal('squeak.m4a');
  });

  it('shows a document by its kind, name, size and caption', async () => {
    const words = wordsIn(await sample('document', 1));
    for (const part of ['Return-label-LN-48213.pdf', 'PDF, 184 kB', 'Print or show it.'])
      expect(words).to.contain(part);
  });

  it('shows a sticker without a bubble', async () => {
    const element = await sample('sticker');
    expect(one(element, '.bubble').classList.contains('bare')).to.equal(true);
    expect(one(element, 'button.sticker').ariaLabel).to.equal('Sticker from Mara Lindqvist. Open');
  });

  it('shows a place by its name, its address and a link to the map', async () => {
    const element = await sample('location');
    const words = wordsIn(element);
    expect(words).to.contain('Nordlicht Studio');
    expect(words).to.contain('Torstraße 140, 10119 Berlin');
    expect(one(element, 'a').getAttribute('href')).to.contain('mlat=52.529600');
  });

  it('shows a contact card with number and address as links', async () => {
    const element = await sample('contacts');
    expect(wordsIn(one(element, '.card-title'))).to.equal('Lena Hoff');
    expect(everywhere(element, 'a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'tel:+4915155502210',
      'mailto:lena@hoff.example',
    ]);
  });

  it('warns when a card shows another number than the account behind it, and only then', async () => {
    expect(wordsIn(one(await sample('contacts', 1), '.card-warning'))).to.contain('another number: +55');
    expect(everywhere(await sample('contacts', 2), '.card-warning')).to.be.empty;
  });

  it('names the product that a question is about', async () => {
    expect(wordsIn(one(await sample('product'), '.product'))).to.equal('Pro 80 lux Asked about this product');
  });

  it('shows reply buttons whole, and which was chosen now and before', async () => {
    const element = await sample('buttons');
    const words = wordsIn(element);
    for (const part of ['Where shall we send the light?', 'Choose one, you can change', 'Reply within the day'])
      expect(words).to.contain(part);
    const options = everywhere(element, '.options li');
    expect(options.map((option) => option.className)).to.deep.equal(['', 'chosen-before', 'chosen']);
    expect(options.map((option) => /Chosen at/.test(wordsIn(option)))).to.deep.equal([false, true, true]);
  });

  it('shows the choice itself with the question that it answers', async () => {
    const element = await sample('buttons', 2);
    expect(wordsIn(one(element, '.text'))).to.contain('Pick-up shop Mitte');
    expect(wordsIn(one(element, 'button.quote'))).to.contain('Choose one, you can change it until 12:00.');
  });

  it('shows a list with its sections, rows, descriptions and the row that was chosen', async () => {
    const element = await sample('list');
    expect(each(element, '.list-section')).to.deep.equal(['Wednesday 25 November', 'Thursday 26 November']);
    expect(each(element, '.list-rows li')).to.have.length(3);
    expect(wordsIn(one(element, '.list-rows .chosen'))).to.match(/^14:00 to 16:00 Van, 1 person Chosen at/);
    expect(each(element, '.options li')).to.deep.equal(['See times']);
  });

  it('shows forms, addresses and their answers with the names of the fields', async () => {
    expect(wordsIn(await sample('flow'))).to.contain('Open the form');
    const answers = await sample('flow', 1);
    expect(each(answers, 'dt')).to.deep.equal(['part', 'visible since']);
    expect(each(answers, 'dd')).to.deep.equal(['Rear light', '2025']);
    expect(wordsIn(await sample('address'))).to.contain('Give the address');
    expect(each(await sample('address', 1), 'dd')).to.contain('Bengaluru');
  });

  it('shows what was asked for: place, number, permission to call', async () => {
    const words = await Promise.all([0, 1, 2, 3, 4].map(async (index) => wordsIn(await sample('requests', index))));
    ['Send location', 'Share phone number', 'Choose', 'You may call until', 'Call now'].forEach((part, index) =>
      expect(words[index]).to.contain(part),
    );
  });

  it('shows catalog messages, and an order with its sum', async () => {
    expect(wordsIn(await sample('catalog', 0))).to.contain('View the catalog');
    expect(wordsIn(await sample('catalog', 1))).to.contain('3 products in 2 sections');
    const order = await sample('catalog', 2);
    expect(each(order, 'dt')).to.deep.equal(['2 × PRO-80', '1 × LOCK-1', 'Total']);
    expect(each(order, 'dd')).to.deep.equal(['€178.00', '€39.00', '€217.00']);
  });

  it('shows a carousel card by card', async () => {
    expect(each(await sample('carousel'), '.carousel-card .options li > span')).to.deep.equal(['Choose', 'Choose']);
    expect(each(await sample('notification carousel'), '.carousel-card .options li')).to.deep.equal([
      'More like this',
      'More like this',
    ]);
  });

  it('shows what there is to pay, and how an order stands', async () => {
    expect(each(await sample('payment'), 'dd')).to.deep.equal(['€89.00', '-€65.00', '€24.00']);
    expect(wordsIn(await sample('payment', 1))).to.contain('Order LN-48213 Status: sent');
  });

  it('shows a notification as the phone does, with what the contact pressed', async () => {
    const element = await sample('notification text');
    const words = wordsIn(element);
    for (const part of ['Your delivery', 'Hi Mara, the van comes on', 'Nordlicht GmbH']) expect(words).to.contain(part);
    expect(wordsIn(one(element, 'strong'))).to.equal('25 November');
    expect(wordsIn(one(element, '.options .chosen'))).to.contain('Works for me');
  });

  it('shows notifications with a picture, a document, a place or an offer on top', async () => {
    expect(everywhere(await sample('notification image'), 'button.picture')).to.have.length(1);
    expect(wordsIn(await sample('notification document'))).to.contain('Return-label-LN-48213.pdf');
    expect(wordsIn(await sample('notification location'))).to.contain('Shop');
    expect(wordsIn(await sample('notification offer'))).to.contain('Offer ends');
  });

  it('does not show the code of a one-time password', async () => {
    const words = wordsIn(await sample('notification code'));
    expect(words).to.contain('•••• is your verification code.');
    expect(words).not.to.contain('4471');
  });

  it('marks the values that a notification lacks', async () => {
    expect(wordsIn(one(await sample('notification missing values'), '.missing-value'))).to.equal('{{2}}');
  });

  it('shows what it knows of a notification whose definition it lacks', async () => {
    const words = wordsIn(await sample('notification of another system'));
    expect(words).to.contain('price_list');
    expect(words).to.contain('24 €');
  });

  it('says of what it cannot show what it is', async () => {
    const words = await Promise.all([0, 1, 2].map(async (index) => wordsIn(await sample('unsupported', index))));
    expect(words[0]).to.contain('Poll This can’t be shown here.');
    expect(words[1]).to.contain('The file could not be fetched.');
    expect(words[2]).to.contain('File from the phone’s history, not here yet');
  });

  it('shows what happened as a line and not as somebody’s bubble', async () => {
    const words = ['new phone number', 'opened the chat', 'Call from the contact, 3 min', '❤️', 'Deleted'];
    for (const [index, part] of words.entries()) {
      const element = await sample('notices', index);
      expect(wordsIn(one(element, '.notice'))).to.contain(part);
      expect(everywhere(element, '.bubble')).to.be.empty;
    }
  });
});

describe('wa-message, every sample', () => {
  for (const [name, messages] of Object.entries(SAMPLES)) {
    it(`is accessible and never blank: ${name}`, async () => {
      for (const message of messages) {
        const element = await show(message, { related: messages });
        expect(wordsIn(element)).not.to.equal('');
        await expect(element).to.be.accessible();
      }
    });
  }
});
