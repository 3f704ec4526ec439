import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, online } from '../support/desk-bench.js';
import { CAPABILITIES, contactMessage, NOW, offer, session } from '../support/memory-backend.js';
import { settle, until } from '../support/until.js';

async function withOffer() {
  const made = await online(bench());
  made.backend.publish('agent:jonas', { type: 'offer.made', offer: offer() });
  const assign = () => {
    made.backend.putSession(session(), [contactMessage('m1')]);
    made.backend.publish('agent:jonas', { type: 'session.assigned', session: session(), capabilities: CAPABILITIES });
  };
  const state = () => made.desk.snapshot.offers[0]?.state;
  return { ...made, assign, state };
}

describe('offers on a desk', () => {
  it('are shown, newest first, and are no sessions yet', async () => {
    const { desk, backend } = await withOffer();
    const second = offer({ id: 'o2', madeAt: NOW + 1, session: session({ id: 's2', phase: 'offered' }) });
    backend.publish('agent:jonas', { type: 'offer.made', offer: second });
    assert.deepEqual(
      desk.snapshot.offers.map(({ offer: { id }, state }) => [id, state]),
      [
        ['o2', 'ringing'],
        ['o1', 'ringing'],
      ],
    );
    assert.deepEqual(desk.snapshot.sessions, []);
    assert.equal(desk.session('s1'), undefined);
  });

  it('are there again after a reload', async () => {
    const made = bench();
    made.backend.offers = [offer()];
    await online(made);
    assert.equal(made.desk.snapshot.offers[0]?.state, 'ringing');
  });

  it('become a session with its transcript, in view, when they are accepted', async () => {
    const { desk, backend, assign, state } = await withOffer();
    backend.holdsAnswers = true;
    desk.acceptOffer('o1');
    assert.equal(state(), 'accepting');
    desk.acceptOffer('o1');
    await settle();
    assert.equal(backend.sent('offer.accept').length, 1);
    assign();
    assert.deepEqual(desk.snapshot.offers, []);
    assert.equal(desk.snapshot.currentSessionId, 's1');
    await until(() => desk.session('s1')?.transcript.size === 1);
    assert.equal(desk.session('s1')?.snapshot.sendMode, 'free');
  });

  it('become a session in view although the answer was lost, whatever log the server goes on with', async () => {
    for (const epoch of ['e1', 'e2']) {
      const { desk, backend, clock, assign } = await withOffer();
      backend.holdsAnswers = true;
      desk.acceptOffer('o1');
      await until(() => backend.asked.length === 1);
      backend.link.cut();
      if (epoch !== backend.epoch) backend.changeEpoch(epoch);
      assign();
      clock.increment(250);
      await until(() => desk.snapshot.connection.state === 'online');
      assert.deepEqual(desk.snapshot.offers, []);
      assert.equal(desk.snapshot.sessions.length, 1);
      assert.equal(desk.snapshot.currentSessionId, 's1');
    }
  });

  it('do not take the agent away from a session chosen since', async () => {
    const { desk, backend, assign } = await withOffer();
    backend.putSession(session({ id: 's2' }));
    backend.publish('agent:jonas', {
      type: 'session.assigned',
      session: session({ id: 's2' }),
      capabilities: CAPABILITIES,
    });
    backend.holdsAnswers = true;
    desk.acceptOffer('o1');
    desk.show('s2');
    assign();
    assert.equal(desk.snapshot.sessions.length, 2);
    assert.equal(desk.snapshot.currentSessionId, 's2');
  });

  it('become a session, but not in view, when they were accepted in another tab', async () => {
    const { desk, assign } = await withOffer();
    assign();
    assert.equal(desk.snapshot.sessions.length, 1);
    assert.equal(desk.snapshot.currentSessionId, undefined);
  });

  it('cannot be accepted without a connection', async () => {
    const { desk, backend, state } = await withOffer();
    backend.link.cut();
    desk.acceptOffer('o1');
    await settle();
    assert.equal(state(), 'ringing');
    assert.equal(backend.sent('offer.accept').length, 0);
  });

  it('leave at once when the agent rejects them', async () => {
    const { desk, backend, state } = await withOffer();
    desk.rejectOffer('o1', 'busy');
    assert.equal(state(), 'rejecting');
    desk.rejectOffer('o1', 'a second click');
    await settle();
    assert.deepEqual(
      backend.sent('offer.reject').map((command) => 'reason' in command && command.reason),
      ['busy'],
    );
    backend.publish('agent:jonas', { type: 'offer.withdrawn', offerId: 'o1', sessionId: 's1', reason: 'rejected' });
    assert.deepEqual(desk.snapshot.offers, []);
  });

  for (const reason of ['timeout', 'taken', 'contact-left', 'cancelled', 'rejected'] as const) {
    it(`say for five seconds that they have gone (${reason})`, async () => {
      const { desk, backend, clock, state } = await withOffer();
      backend.publish('agent:jonas', { type: 'offer.withdrawn', offerId: 'o1', sessionId: 's1', reason });
      assert.equal(state(), 'gone');
      assert.equal(desk.snapshot.offers[0]?.goneReason, reason);
      clock.increment(4999);
      assert.equal(state(), 'gone');
      clock.increment(1);
      assert.deepEqual(desk.snapshot.offers, []);
    });
  }

  it('go by themselves when the server does not say so in time', async () => {
    const { backend, clock, desk, state } = await withOffer();
    clock.increment(30_000);
    assert.equal(state(), 'expiring');
    desk.acceptOffer('o1');
    assert.equal(backend.sent('offer.accept').length, 0);
    clock.increment(5000);
    assert.equal(state(), 'gone');
    assert.equal(desk.snapshot.offers[0]?.goneReason, 'timeout');
    await until(() => backend.syncs.length === 1, 'a sync');
  });

  it('ring on when the server refuses for now, and are taken when it refuses for good', async () => {
    const { backend, desk, state } = await withOffer();
    backend.decide = () => ({ type: 'refused', code: 'at-capacity', retryable: true });
    desk.acceptOffer('o1');
    await until(() => state() === 'ringing');
    backend.decide = () => ({ type: 'refused', code: 'offer-gone', retryable: false });
    desk.acceptOffer('o1');
    await until(() => state() === 'gone');
    assert.equal(desk.snapshot.offers[0]?.goneReason, 'taken');
  });

  it('ring on and keep the id of the wish when nobody knows what became of it', async () => {
    const { backend, desk, state } = await withOffer();
    backend.decide = () => ({ type: 'unconfirmed' });
    desk.acceptOffer('o1');
    await until(() => state() === 'ringing');
    desk.acceptOffer('o1');
    await settle();
    const [first, second] = backend.sent('offer.accept');
    assert.equal(first?.id, second?.id);
    assert.ok(backend.syncs.length > 0);
  });

  it('may come again for the same session', async () => {
    const { desk, backend } = await withOffer();
    backend.publish('agent:jonas', { type: 'offer.withdrawn', offerId: 'o1', sessionId: 's1', reason: 'timeout' });
    backend.publish('agent:jonas', { type: 'offer.made', offer: offer({ id: 'o2', madeAt: NOW + 9 }) });
    assert.deepEqual(
      desk.snapshot.offers.map(({ state }) => state),
      ['ringing', 'gone'],
    );
  });
});
