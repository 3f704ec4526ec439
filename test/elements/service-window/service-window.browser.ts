import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/service-window/wa-service-window.js';
import type { WaServiceWindowElement } from '../../../src/elements/service-window/service-window-element.js';
import { announcements, deafen, part } from '../../support/elements.js';
import { FakeSession, NOW, session as sessionOf } from '../../support/fake-desk.js';

const MINUTE = 60_000;

const closingIn = (minutes: number, id = 'session-1'): FakeSession =>
  new FakeSession(id, {
    windowPhase: minutes <= 60 ? 'near' : 'open',
    session: sessionOf({ id, window: { openedAt: NOW, closesAt: NOW + minutes * MINUTE } }),
  });

async function shown(session: FakeSession, silent = false): Promise<WaServiceWindowElement> {
  return fixture(html`<wa-service-window .session=${session} ?silent=${silent}></wa-service-window>`);
}

async function later(element: WaServiceWindowElement, session: FakeSession, minutes: number): Promise<void> {
  session.clock = () => NOW + minutes * MINUTE;
  session.change({});
  await element.updateComplete;
}

describe('wa-service-window', () => {
  afterEach(deafen);

  it('is accessible open, near its end and closed', async () => {
    await expect(await shown(closingIn(1439))).to.be.accessible();
    await expect(await shown(closingIn(14))).to.be.accessible();
    await expect(await shown(new FakeSession('session-1', { windowPhase: 'closed' }))).to.be.accessible();
  });

  it('rounds to hours where it is small and counts minutes in the last hour', async () => {
    const element = await shown(closingIn(1439));
    expect(part(element, 'bdi').textContent).to.equal('23h');
    element.session = closingIn(14);
    await element.updateComplete;
    expect(part(element, 'bdi').textContent).to.equal('14m');
  });

  it('says minutes and its word where it is large', async () => {
    const element = await shown(closingIn(1439));
    element.large = true;
    await element.updateComplete;
    expect(part(element, 'bdi').textContent).to.equal('Window 23h 59m');
    element.brief = true;
    await element.updateComplete;
    expect(part(element, 'bdi').textContent).to.equal('23h 59m');
  });

  it('believes the server that it is closed, whatever the clock says', async () => {
    const session = closingIn(300);
    const element = await shown(session);
    session.change({ windowPhase: 'closed' });
    await element.updateComplete;
    expect(part(element, 'bdi').textContent).to.equal('Closed');
  });

  it('is said aloud at 60, 15 and 5 minutes and at the end, and at no other time', async () => {
    const said = announcements();
    const session = closingIn(62);
    const element = await shown(session);
    for (let minute = 1; minute < 62; minute += 1) await later(element, session, minute);
    session.change({ windowPhase: 'closed' });
    await element.updateComplete;
    expect(said).to.deep.equal([
      'Reply window of Mara Lindqvist closes in 1 hour',
      'Reply window of Mara Lindqvist closes in 15 minutes',
      'Reply window of Mara Lindqvist closes in 5 minutes',
      'Reply window of Mara Lindqvist has closed',
    ]);
  });

  it('says nothing when it is silent, nor when another session comes into view', async () => {
    const said = announcements();
    const session = closingIn(62);
    const element = await shown(session, true);
    await later(element, session, 3);
    element.silent = false;
    element.session = closingIn(4, 'session-2');
    await element.updateComplete;
    expect(said).to.deep.equal([]);
  });
});
