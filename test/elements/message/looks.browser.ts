import { expect } from '@open-wc/testing';
import { readOptions, type RawOption } from '../../../src/config/index.js';
import type { WaMessageElement } from '../../../src/elements/message/wa-message.js';
import { FakeDesk, PIXEL } from '../../support/fake-desk.js';
import { inbound, outbound, samples, text } from '../../support/messages.js';
import { everywhere, one, show } from './rendered.js';

const deskWith = (raw: Readonly<Record<string, RawOption>>): FakeDesk =>
  new FakeDesk({ agent: { id: 'jonas', name: 'Jonas Weber' }, options: readOptions(raw).options });

const looksOf = (element: WaMessageElement, selector: string): CSSStyleDeclaration =>
  getComputedStyle(one(element, selector));

describe('wa-message, looks by the options', () => {
  const desk = deskWith({
    'whatsappsession.client.text-color': '#102030',
    'whatsappsession.client.prompt-color': '#203040',
    'whatsappsession.client.background-color': '#fff0c0',
    'whatsappsession.client.font-size': 20,
    'whatsappsession.agent.background-color': '#c0fff0',
    'whatsappsession.other-agent.background-color': '#f0c0ff',
    'whatsappsession.system.text-color': '#304050',
  });

  it('gives the contact’s messages their colours and size', async () => {
    const element = await show(inbound(text('Hi')), { desk });
    const { color, backgroundColor, fontSize, lineHeight } = looksOf(element, '.bubble');
    expect([color, backgroundColor]).to.deep.equal(['rgb(16, 32, 48)', 'rgb(255, 240, 192)']);
    expect([fontSize, lineHeight]).to.deep.equal(['20px', '28px']);
    expect(looksOf(element, '.author').color).to.equal('rgb(32, 48, 64)');
    expect(looksOf(element, '.meta').color).to.equal('rgb(32, 48, 64)');
  });

  it('tells the agent’s messages from those of colleagues', async () => {
    const own = await show(outbound(text('Hello')), { desk });
    expect(looksOf(own, '.bubble').backgroundColor).to.equal('rgb(192, 255, 240)');
    expect(looksOf(own, '.bubble').fontSize).to.equal('14px');
    const [colleague] = samples()['colleague'] ?? [];
    expect(looksOf(await show(colleague ?? inbound(text('')), { desk }), '.bubble').backgroundColor).to.equal(
      'rgb(240, 192, 255)',
    );
  });

  it('colours the lines about what happened', async () => {
    const [notice] = samples()['notices'] ?? [];
    expect(looksOf(await show(notice ?? inbound(text('')), { desk }), '.notice').color).to.equal('rgb(48, 64, 80)');
  });

  it('leaves high contrast as it is', async () => {
    const element = await show(inbound(text('Hi')), { desk });
    element.setAttribute('theme', 'light high-contrast');
    expect(looksOf(element, '.bubble').backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(looksOf(element, '.bubble').color).to.equal('rgb(0, 0, 0)');
  });

  it('follows the options, and leaves alone what the page set on the element', async () => {
    const element = await show(inbound(text('Hi')), { desk });
    element.desk = deskWith({});
    await element.updateComplete;
    expect(looksOf(element, '.bubble').backgroundColor).to.equal('rgb(255, 255, 255)');
    element.style.setProperty('--wa-desk-bubble-contact', 'rgb(1, 2, 3)');
    element.desk = deskWith({});
    await element.updateComplete;
    expect(looksOf(element, '.bubble').backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('draws the operator’s own emojis, large where they stand alone', async () => {
    const emojis = deskWith({ 'wa-desk.custom-emojis': JSON.stringify({ '1f6ce': PIXEL }) });
    const element = await show(inbound(text('🛎️')), { desk: emojis });
    const image = one(element, '.emoji-only .custom-emoji');
    expect(image.getAttribute('src')).to.equal(PIXEL);
    expect(image.getAttribute('alt')).to.equal('🛎️');
    expect(everywhere(await show(inbound(text('Ring')), { desk: emojis }), '.custom-emoji')).to.be.empty;
  });
});
