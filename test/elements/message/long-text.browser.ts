import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/domain/message.js';
import { inbound, text } from '../../support/messages.js';
import { rareSamples } from '../../support/rare-messages.js';
import { button, everywhere, one, show, until, wordsIn } from './rendered.js';

const [story, letter] = rareSamples()['long text'] as [Message, Message];
const heightOf = (element: Element): number => element.getBoundingClientRect().height;

describe('wa-message, a long text', () => {
  for (const [what, message] of [
    ['many lines', story],
    ['one endless paragraph', letter],
  ] as const) {
    it(`is folded where it has ${what}, and opens and closes by its button`, async () => {
      const element = await show(message);
      const long = one(element, '.long');
      const folded = heightOf(long);
      expect(folded).to.be.lessThan(heightOf(one(long, '.text')));
      expect(button(element, 'Show more').ariaExpanded).to.equal('false');
      button(element, 'Show more').click();
      await element.updateComplete;
      expect(heightOf(long)).to.be.at.least(heightOf(one(long, '.text')));
      expect(heightOf(long)).to.be.greaterThan(folded);
      button(element, 'Show less').click();
      await element.updateComplete;
      expect(heightOf(long)).to.equal(folded);
    });
  }

  it('keeps the focus on the button', async () => {
    const element = await show(story);
    button(element, 'Show more').focus();
    button(element, 'Show more').click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Show less'));
  });

  it('shows its time at once', async () => {
    expect(everywhere(await show(story), '.fold-line time')).to.have.length(1);
  });

  it('holds all its words, and opens when the browser scrolls to one that it found', async () => {
    const element = await show(story);
    const long = one(element, '.long');
    expect(wordsIn(long)).to.contain('Then it went out.');
    long.scrollTop = 100;
    await until(() => !long.classList.contains('folded'), 'the text is open');
    expect(button(element, 'Show less').ariaExpanded).to.equal('true');
  });

  it('opens when the focus goes to a link below the fold', async () => {
    const element = await show(story);
    one(element, '.text a').focus();
    await until(() => !one(element, '.long').classList.contains('folded'), 'the text is open');
  });

  it('is open while words are searched for that stand in it', async () => {
    const found = await show(story, { highlight: 'went out' });
    expect(everywhere(found, '.folded')).to.be.empty;
    expect(everywhere(await show(story, { highlight: 'battery' }), '.folded')).to.have.length(1);
  });

  it('leaves shorter ones whole', async () => {
    expect(everywhere(await show(inbound(text('Fine.\n'.repeat(19)))), '.long')).to.be.empty;
  });
});
