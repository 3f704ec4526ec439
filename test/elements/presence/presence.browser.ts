import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/presence/wa-presence.js';
import type { WaPresenceElement } from '../../../src/elements/presence/presence-element.js';
import { announcements, deafen, heard, inside, part, settled, still, wordsOf } from '../../support/elements.js';
import { FakeDesk } from '../../support/fake-desk.js';
import { press } from '../shared/user.js';

async function shown(desk: FakeDesk): Promise<WaPresenceElement> {
  return fixture(html`<wa-presence .desk=${desk}></wa-presence>`);
}

const items = (element: WaPresenceElement): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.menu-item') ?? []),
];

async function open(element: WaPresenceElement): Promise<void> {
  part(element, '.presence').focus();
  await press('Enter');
  await waitUntil(() => items(element).length > 0, 'the menu opens');
}

async function choose(element: WaPresenceElement, label: string): Promise<void> {
  const item = items(element).find((one) => one.querySelector('.menu-label')?.textContent === label);
  if (!item) throw new Error(`no "${label}" in ${items(element).map(wordsOf).join(', ')}`);
  item.click();
  await settled(element);
}

const channels = (ready: readonly boolean[], reason?: string): FakeDesk['snapshot']['presence'] => ({
  channels: ready.map((isReady, index) => ({
    channelId: `channel-${String(index)}`,
    channelName: `Channel ${String(index)}`,
    ready: isReady,
    ...(isReady || reason === undefined ? {} : { reason }),
  })),
});

describe('wa-presence', () => {
  afterEach(deafen);

  it('is accessible, closed and open', async () => {
    const element = await shown(new FakeDesk());
    await expect(element).to.be.accessible();
    await open(element);
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('shows nothing without a desk', async () => {
    expect(wordsOf(await fixture(html`<wa-presence></wa-presence>`))).to.equal('');
  });

  it('says how the agent stands on all channels', async () => {
    const desk = new FakeDesk();
    const element = await shown(desk);
    expect(wordsOf(part(element, '.words'))).to.equal('Your presence: Ready');
    desk.change({ presence: channels([true, false, true], 'Lunch') });
    await settled(element);
    expect(wordsOf(part(element, '.words'))).to.equal('Your presence: Ready2 of 3 channels');
    desk.change({ presence: channels([false, false], 'Lunch') });
    await settled(element);
    expect(wordsOf(part(element, '.words'))).to.equal('Your presence: Lunch');
  });

  it('sets all channels not ready with a reason, by keyboard', async () => {
    const desk = new FakeDesk();
    const element = await shown(desk);
    await open(element);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await waitUntil(() => desk.calls.length > 0, 'the desk is asked');
    expect(desk.callsOf('setPresence')).to.deep.equal([[{ ready: false, reason: 'Lunch' }]]);
  });

  it('sets one channel from a menu of its own', async () => {
    const desk = new FakeDesk();
    const element = await shown(desk);
    await open(element);
    await choose(element, 'Service DE');
    await waitUntil(() => items(element).length === 4, 'the menu of the channel opens');
    await choose(element, 'Not ready: Training');
    expect(desk.callsOf('setPresence')).to.deep.equal([
      [{ channelId: 'service-de', ready: false, reason: 'Training' }],
    ]);
  });

  it('says that the connection is lost instead of what was true before, and lets nothing be changed', async () => {
    const desk = new FakeDesk();
    const element = await shown(desk);
    desk.change({ connection: { state: 'reconnecting', lostAt: 1 } });
    await settled(element);
    expect(wordsOf(part(element, '.words'))).to.equal('Your presence: No connection');
    await open(element);
    await choose(element, 'Ready');
    expect(desk.calls).to.deep.equal([]);
  });

  it('says so when the wish is not granted', async () => {
    const said = announcements();
    const desk = new FakeDesk();
    desk.outcome = { type: 'refused', code: 'unavailable', retryable: true };
    const element = await shown(desk);
    await open(element);
    await choose(element, 'Not ready');
    expect(said).to.deep.equal(['Your presence was not changed. Try again.']);
    expect(wordsOf(element)).to.include('Your presence was not changed. Try again.');
  });

  it('lets a host veto', async () => {
    const details = heard('wa-presence-change', { veto: true });
    const desk = new FakeDesk();
    const element = await shown(desk);
    await open(element);
    await choose(element, 'Not ready');
    expect(details).to.deep.equal([{ ready: false }]);
    expect(desk.calls).to.deep.equal([]);
  });

  it('finds its desk by context', async () => {
    const element = document.createElement('wa-presence');
    await inside({ desk: new FakeDesk() }, element);
    expect(wordsOf(part(element, '.words'))).to.equal('Your presence: Ready');
  });
});
