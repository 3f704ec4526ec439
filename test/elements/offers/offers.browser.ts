import { expect, fixture, html } from '@open-wc/testing';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import '../../../src/elements/offers/wa-offers.js';
import type { WaOffersElement } from '../../../src/elements/offers/offers-element.js';
import {
  announcements,
  button,
  deafen,
  hasButton,
  heard,
  inside,
  part,
  settled,
  still,
  wordsOf,
} from '../../support/elements.js';
import { FakeDesk, NOW, offer, session as sessionOf } from '../../support/fake-desk.js';
import { emulateMedia, press } from '../shared/user.js';

const named = (id: string, name: string): ReturnType<typeof offer> =>
  offer(id, { session: sessionOf({ id: `session-of-${id}`, contact: { id, name }, phase: 'offered' }) });

async function shown(desk: FakeDesk): Promise<WaOffersElement> {
  return fixture(html`<wa-offers .desk=${desk}></wa-offers>`);
}

const scale = (element: WaOffersElement): number =>
  new DOMMatrix(getComputedStyle(part(element, '.bar > div')).transform).a;

describe('wa-offers', () => {
  afterEach(deafen);

  it('is accessible with several offers and with one that is gone', async () => {
    const gone = { ...named('c', 'Ben Okafor'), state: 'gone', goneReason: 'timeout' } as const;
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz'), named('b', 'Noah Brandt'), gone] });
    const element = await shown(desk);
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('shows nothing without offers', async () => {
    expect(wordsOf(await shown(new FakeDesk()))).to.equal('');
  });

  it('opens the newest with its case data and keeps older ones on one line', async () => {
    const element = await shown(new FakeDesk({ offers: [named('a', 'Elif Yılmaz'), named('b', 'Noah Brandt')] }));
    const offers = [...(element.shadowRoot?.querySelectorAll('.offer') ?? [])];
    expect(offers.map((one) => one.getAttribute('aria-label'))).to.deep.equal(['Noah Brandt', 'Elif Yılmaz']);
    expect(offers[0]?.querySelector('dl')).to.equal(null);
    expect(wordsOf(offers[1]!)).to.include('Order LN-48213');
    expect(wordsOf(offers[1]!)).to.include('Orders EU · new session');
  });

  it('shows what was written without its marks, and the whole of where it came from', async () => {
    const session = sessionOf({ channel: { id: 'long', name: 'Orders and returns, Northern Europe' } });
    const element = await shown(new FakeDesk({ offers: [offer('a', { session, preview: 'Again *me*, _please_' })] }));
    element.style.inlineSize = '272px';
    await settled(element);
    expect(part(element, '.preview').textContent).to.equal('Again me, please');
    const about = part(element, '.about');
    expect(about.scrollWidth).to.be.at.most(about.clientWidth);
  });

  it('shows each on one line when compact', async () => {
    const element = await shown(new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] }));
    element.compact = true;
    await settled(element);
    expect(element.shadowRoot?.querySelector('dl')).to.equal(null);
    expect(hasButton(element, 'Accept Elif Yılmaz')).to.equal(true);
  });

  it('takes its title from the option, and the name of the contact where that makes nothing', async () => {
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    desk.change({
      options: { ...desk.snapshot.options, toastWindowTitle: '$Contact.FirstName$ ($Interaction.Order$)' },
    });
    const element = await shown(desk);
    expect(part(element, '.name').textContent).to.equal('Elif Yılmaz LN-48213');
    desk.change({ options: { ...desk.snapshot.options, toastWindowTitle: '$Contact.Nothing$' } });
    element.requestUpdate();
    await settled(element);
    expect(part(element, '.name').textContent).to.equal('Elif Yılmaz');
  });

  it('counts down by the server’s clock, in a number and a bar', async () => {
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    desk.clock = () => NOW + 15_000;
    const element = await shown(desk);
    expect(part(element, '.left > span[aria-hidden]').textContent).to.equal('0:15');
    expect(scale(element)).to.be.closeTo(0.5, 0.05);
  });

  it('moves the bar only in steps under reduced motion', async function () {
    if (!(await emulateMedia({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    desk.clock = () => NOW + 15_000;
    const element = await shown(desk);
    const [animation] = part(element, '.bar > div').getAnimations();
    expect(animation?.playState).to.equal('paused');
    expect(scale(element)).to.be.closeTo(0.5, 0.01);
    await emulateMedia({});
  });

  it('accepts and rejects by keyboard', async () => {
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    const element = await shown(desk);
    button(element, 'Accept Elif Yılmaz').focus();
    await press('Enter', 'Tab', 'Enter');
    expect(desk.callsOf('acceptOffer')).to.deep.equal([['a']]);
    expect(desk.callsOf('rejectOffer')).to.deep.equal([['a']]);
  });

  it('does nothing more while an offer is being accepted', async () => {
    const desk = new FakeDesk({ offers: [{ ...named('a', 'Elif Yılmaz'), state: 'accepting' }] });
    const element = await shown(desk);
    button(element, 'Reject Elif Yılmaz').click();
    expect(wordsOf(element)).to.include('Accepting…');
    expect(desk.calls).to.deep.equal([]);
  });

  it('lets a host veto', async () => {
    const details = heard<{ offer: { id: string } }>('wa-offer-accept', { veto: true });
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    button(await shown(desk), 'Accept Elif Yılmaz').click();
    expect(details.map((detail) => detail.offer.id)).to.deep.equal(['a']);
    expect(desk.calls).to.deep.equal([]);
  });

  it('takes no focus when an offer comes, and says it once', async () => {
    const said = announcements();
    const desk = new FakeDesk();
    const element = await shown(desk);
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    field.focus();
    desk.change({ offers: [named('a', 'Elif Yılmaz')] });
    await settled(element);
    desk.change({ offers: [...desk.snapshot.offers] });
    await settled(element);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(deepActiveElement()).to.equal(field);
    expect(said).to.deep.equal(['Session offered: Elif Yılmaz, Orders EU']);
  });

  it('says what became of an offer that is gone', async () => {
    const said = announcements();
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] });
    const element = await shown(desk);
    desk.change({ offers: [{ ...named('a', 'Elif Yılmaz'), state: 'gone', goneReason: 'timeout' }] });
    await settled(element);
    expect(wordsOf(element)).to.include('Went to somebody else');
    expect(hasButton(element, 'Accept Elif Yılmaz')).to.equal(false);
    expect(said).to.include('Elif Yılmaz: Went to somebody else');
  });

  it('hands the focus to the next offer when the one that had it goes', async () => {
    const desk = new FakeDesk({ offers: [named('a', 'Elif Yılmaz'), named('b', 'Noah Brandt')] });
    const element = await shown(desk);
    button(element, 'Accept Elif Yılmaz').focus();
    desk.change({ offers: [named('b', 'Noah Brandt')] });
    await settled(element);
    expect(deepActiveElement()).to.equal(button(element, 'Accept Noah Brandt'));
  });

  it('finds its desk by context', async () => {
    const element = document.createElement('wa-offers');
    await inside({ desk: new FakeDesk({ offers: [named('a', 'Elif Yılmaz')] }) }, element);
    expect(hasButton(element, 'Accept Elif Yılmaz')).to.equal(true);
  });
});
