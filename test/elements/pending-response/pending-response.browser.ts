import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/pending-response/wa-pending-response.js';
import type { WaPendingResponseElement } from '../../../src/elements/pending-response/pending-response-element.js';
import { inside, part, settled, wordsOf } from '../../support/elements.js';
import { FakeDesk, FakeSession, NOW, session as sessionOf } from '../../support/fake-desk.js';

type View = Partial<FakeSession['snapshot']>;

const waiting = (seconds: number, level: View['pendingLevel']): FakeSession =>
  new FakeSession('session-1', {
    pendingLevel: level,
    session: sessionOf({ pendingSince: NOW - seconds * 1000 }),
  });

async function shown(session: FakeSession, large = false): Promise<WaPendingResponseElement> {
  return fixture(html`<wa-pending-response .session=${session} ?large=${large}></wa-pending-response>`);
}

describe('wa-pending-response', () => {
  it('is accessible at each level', async () => {
    for (const level of ['waiting', 'late', 'overdue'] as const)
      await expect(await shown(waiting(41, level))).to.be.accessible();
  });

  it('shows nothing while nobody waits', async () => {
    const element = await shown(new FakeSession('session-1'));
    expect(wordsOf(element)).to.equal('');
  });

  it('shows the time that is seen and says it in words', async () => {
    const element = await shown(waiting(41, 'late'));
    expect(part(element, 'bdi').textContent).to.equal('0:41');
    expect(part(element, '.visually-hidden').textContent).to.equal('Waiting 41 seconds, late');
  });

  it('adds its word when large, and leaves it out when brief', async () => {
    const element = await shown(waiting(41, 'late'), true);
    expect(part(element, 'bdi').textContent).to.equal('Waiting 0:41');
    element.brief = true;
    await element.updateComplete;
    expect(part(element, 'bdi').textContent).to.equal('0:41');
  });

  it('counts hours without seconds', async () => {
    const element = await shown(waiting(7300, 'overdue'));
    expect(part(element, 'bdi').textContent).to.equal('2h');
  });

  it('flashes when it becomes too late, and stands still five seconds later', async () => {
    const session = waiting(51, 'overdue');
    const element = await shown(session);
    expect(part(element, '.chip').classList.contains('flashing')).to.equal(true);
    session.clock = () => NOW + 5000;
    session.change({});
    await element.updateComplete;
    expect(part(element, '.chip').classList.contains('flashing')).to.equal(false);
  });

  it('goes when the agent has answered', async () => {
    const session = waiting(12, 'waiting');
    const element = await shown(session);
    session.change({ pendingLevel: 'none', session: sessionOf() });
    await element.updateComplete;
    expect(wordsOf(element)).to.equal('');
  });

  it('takes the session and the thresholds from around it', async () => {
    const desk = new FakeDesk();
    desk.change({ options: { ...desk.snapshot.options, pendingResponse: { warning: 5, maximum: 40 } } });
    const element = document.createElement('wa-pending-response');
    await inside({ desk, session: waiting(46, 'overdue') }, element);
    expect(part(element, '.chip').classList.contains('flashing')).to.equal(false);
  });

  it('shows the same when the session is set before it is attached', async () => {
    const element = document.createElement('wa-pending-response');
    element.session = waiting(41, 'late');
    (await fixture(html`<div></div>`)).append(element);
    await settled(element);
    expect(part(element, 'bdi').textContent).to.equal('0:41');
  });

  it('listens to its session only while it is in the page', async () => {
    const session = waiting(41, 'late');
    const element = await shown(session);
    expect(session.listenerCount).to.equal(1);
    element.remove();
    expect(session.listenerCount).to.equal(0);
  });
});
