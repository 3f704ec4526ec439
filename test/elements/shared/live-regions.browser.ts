import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { AnnouncerController } from '../../../src/elements/shared/announcer.js';
import { define } from '../../../src/elements/shared/define.js';
import { LiveRegions } from '../../../src/elements/shared/live-regions.js';

class AnnouncerProbe extends LitElement {
  readonly announcer = new AnnouncerController(this);
}

define('test-announcer-probe', AnnouncerProbe);

const regions = (root: ParentNode = document): readonly Element[] => [...root.querySelectorAll('[aria-live]')];
const heardIn = (live: 'polite' | 'assertive', root?: ParentNode): string | undefined =>
  regions(root).find((region) => region.getAttribute('aria-live') === live)?.textContent;

describe('LiveRegions', () => {
  it('are one pair for all, in the light DOM, and go with the last that needs them', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const first = LiveRegions.join(host);
    const second = LiveRegions.join(host);
    expect(regions()).to.have.length(2);
    first.leave();
    expect(regions()).to.have.length(2);
    second.leave();
    expect(regions()).to.have.length(0);
  });

  it('take a text by its urgency and drop it after a second', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const live = LiveRegions.join(host);
    live.say('Sent', 'polite');
    live.say('Not delivered', 'assertive');
    expect(heardIn('polite')).to.equal('Sent');
    expect(heardIn('assertive')).to.equal('Not delivered');
    await aTimeout(700);
    expect(heardIn('polite'), 'sooner is lost').to.equal('Sent');
    await aTimeout(400);
    expect(heardIn('polite'), 'later is read twice').to.equal('');
    live.leave();
  });

  it('stand inside an open modal dialog, since all outside of it is not heard', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><div></div></dialog>`);
    dialog.showModal();
    const live = LiveRegions.join(dialog.firstElementChild as HTMLElement);
    expect(regions(dialog)).to.have.length(2);
    live.leave();
  });

  it('come back when the host page has emptied its body', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const live = LiveRegions.join(host);
    for (const region of regions()) region.remove();
    live.say('Sent', 'polite');
    expect(heardIn('polite')).to.equal('Sent');
    live.leave();
  });
});

describe('AnnouncerController', () => {
  it('speaks by ariaNotify where the browser has it, else through the regions', async () => {
    const element = await fixture<AnnouncerProbe>(html`<test-announcer-probe></test-announcer-probe>`);
    const notified: unknown[] = [];
    if ('ariaNotify' in element) {
      Object.assign(element, { ariaNotify: (...about: unknown[]) => notified.push(about) });
      element.announcer.announce('Not delivered', { priority: 'assertive' });
      expect(notified).to.deep.equal([['Not delivered', { priority: 'high' }]]);
      expect(regions()).to.have.length(0);
    } else {
      element.announcer.announce('Not delivered', { priority: 'assertive' });
      expect(heardIn('assertive')).to.equal('Not delivered');
    }
  });

  it('leaves nothing behind, and says nothing when it is gone', async () => {
    const element = await fixture<AnnouncerProbe>(html`<test-announcer-probe></test-announcer-probe>`);
    element.remove();
    element.announcer.announce('too late');
    expect(regions()).to.have.length(0);
  });
});
