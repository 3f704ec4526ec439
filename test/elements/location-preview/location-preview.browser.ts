import { expect, fixture, html } from '@open-wc/testing';
import type { Content } from '../../../src/domain/message.js';
import type { WaLocationPreviewElement } from '../../../src/elements/location-preview/wa-location-preview.js';
import '../../../src/elements/location-preview/wa-location-preview.js';
import { everywhere, one, until, wordsIn } from '../message/rendered.js';

type Location = Extract<Content, { kind: 'location' }>;

const STUDIO: Location = {
  kind: 'location',
  coordinates: { latitude: 52.5296, longitude: 13.4012 },
  name: 'Nordlicht Studio',
  address: 'Torstraße 140, 10119 Berlin',
};
/** Some picture that is there. */
const MAP = `${location.origin}/docs/images/playground.png?at={LATITUDE},{LONGITUDE}&size={WIDTH}x{HEIGHT}`;

const show = (place: Location, previewQuery = ''): Promise<WaLocationPreviewElement> =>
  fixture(html`<wa-location-preview .location=${place} .previewQuery=${previewQuery}></wa-location-preview>`);

const links = (element: Element): (string | null)[] =>
  everywhere(element, 'a').map((link) => link.getAttribute('href'));

describe('wa-location-preview', () => {
  it('is accessible with and without a map', async () => {
    await expect(await show(STUDIO)).to.be.accessible();
    await expect(await show(STUDIO, MAP)).to.be.accessible();
  });

  it('asks nobody for anything without a preview query', async () => {
    const before = performance.getEntriesByType('resource').length;
    const element = await show(STUDIO);
    expect(everywhere(element, 'img')).to.be.empty;
    expect(performance.getEntriesByType('resource').length).to.equal(before);
  });

  it('shows name, address, coordinates and a link to the map', async () => {
    const element = await show(STUDIO);
    expect(wordsIn(element)).to.equal(
      'Nordlicht Studio Torstraße 140, 10119 Berlin 52.529600, 13.401200 Open in the map',
    );
    expect(links(element)).to.deep.equal([
      'https://www.openstreetmap.org/?mlat=52.529600&mlon=13.401200#map=16/52.529600/13.401200',
    ]);
  });

  it('asks for a map of the configured size, tells it nothing about the page, and names it', async () => {
    const element = await show(STUDIO, MAP);
    await until(() => everywhere(element, 'img').length === 1, 'the map is asked for');
    const map = one(element, 'img') as HTMLImageElement;
    expect(map.getAttribute('src')).to.equal(
      MAP.replace('{LATITUDE},{LONGITUDE}', '52.529600,13.401200').replace('{WIDTH}x{HEIGHT}', '320x180'),
    );
    expect(map.closest('a')?.ariaLabel).to.equal('Map of Nordlicht Studio');
    expect(map.referrerPolicy).to.equal('no-referrer');
  });

  it('keeps the room of the map, and asks for it when it comes near the view of its scroller', async () => {
    const scroller = await fixture(
      html`<div part="scroller" .style=${'block-size: 200px; inline-size: 320px; overflow: auto'}>
        <div .style=${'block-size: 2000px'}></div>
        <wa-location-preview .location=${STUDIO} .previewQuery=${MAP}></wa-location-preview>
      </div>`,
    );
    const beside = await show(STUDIO, MAP);
    await until(() => everywhere(beside, 'img').length === 1, 'the one beside it has come into view');
    expect(everywhere(scroller, 'img')).to.be.empty;
    expect(one(scroller, '.map').getBoundingClientRect().height).to.be.greaterThan(150);
    scroller.scrollTop = 1900;
    await until(() => everywhere(scroller, 'img').length === 1, 'the map is asked for');
  });

  it('falls back to its words when the map cannot be had', async () => {
    const element = await show(STUDIO, MAP);
    await until(() => everywhere(element, 'img').length === 1, 'the map is asked for');
    one(element, 'img').dispatchEvent(new Event('error'));
    await element.updateComplete;
    expect(everywhere(element, 'img')).to.be.empty;
    expect(wordsIn(element)).to.contain('Open in the map');
  });

  it('tries again for another place', async () => {
    const element = await show(STUDIO, MAP);
    await until(() => everywhere(element, 'img').length === 1, 'the map is asked for');
    one(element, 'img').dispatchEvent(new Event('error'));
    await element.updateComplete;
    element.location = { ...STUDIO, coordinates: { latitude: 1, longitude: 2 } };
    await element.updateComplete;
    await until(() => everywhere(element, 'img').length === 1, 'the new map is shown');
  });

  it('shows its coordinates alone where it has no name, and no map where it has none', async () => {
    const { coordinates } = STUDIO;
    expect(wordsIn(await show({ kind: 'location', ...(coordinates ? { coordinates } : {}) }))).to.contain('52.529600');
    const nowhere = await show({ kind: 'location', name: 'Somewhere' }, MAP);
    expect(wordsIn(nowhere)).to.equal('Somewhere');
    expect(everywhere(nowhere, 'img, a')).to.be.empty;
  });

  it('links the sender’s own address by its host, and shows one that is no web address as text', async () => {
    const good = await show({ kind: 'location', name: 'Studio', url: 'https://studio.example/way?x=1' });
    expect(wordsIn(one(good, 'a'))).to.equal('studio.example');
    const bad = await show({ kind: 'location', name: 'Studio', url: 'javascript:alert(1)' });
    expect(everywhere(bad, 'a')).to.be.empty;
    expect(wordsIn(bad)).to.contain('javascript:alert(1)');
  });
});
