import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { agentConfig, CHANNEL, Driver, MARA, refusedWith, SECOND_CHANNEL, TOMAS, typesOf } from './driver.js';

describe('offers', () => {
  it('offers a new session to the ready agent who has waited longest', () => {
    const driver = new Driver();
    driver.ready('ben');
    driver.now += 1000;
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    assert.ok(driver.offerFor('ben'));
    assert.equal(driver.desk.state.agents.get('ana')!.offerIds.size, 0);
  });

  it('deals several sessions out in turn', () => {
    const driver = new Driver();
    driver.writes(MARA, 'Hello?');
    driver.writes(TOMAS, 'Olá');
    driver.ready('ana');
    driver.now += 1000;
    driver.ready('ben');
    driver.now += 1000;
    driver.writes({ userId: 'JP.3' }, 'こんにちは');
    assert.equal(driver.desk.state.agents.get('ana')!.offerIds.size, 2);
    assert.equal(driver.desk.state.agents.get('ben')!.offerIds.size, 1);
  });

  it('shows what the contact said, until when the offer stands and the queue it came from', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hi!\nMy order came');
    const { offer } = driver.desk.state.offers.get(driver.offerFor('ana'))!;
    assert.equal(offer.preview, 'Hi! My order came');
    assert.equal(offer.expiresAt - offer.madeAt, 30_000);
    assert.equal(offer.session.phase, 'offered');
    assert.deepEqual(offer.session.channel, CHANNEL);
    assert.equal(offer.session.contact.profileName, 'mara ☀️');
  });

  it('gives nothing to an agent who is not ready, may not use the desk or does not serve the channel', () => {
    const driver = new Driver({
      agents: [
        agentConfig('ana'),
        agentConfig('ben', { permissions: [] }),
        agentConfig('cleo', { channelIds: [SECOND_CHANNEL.id] }),
      ],
    });
    driver.ready('cleo');
    assert.equal(
      refusedWith(driver.command('ben', { type: 'presence.set', id: 'p', ready: true }).outcome),
      'not-allowed',
    );
    driver.writes(MARA, 'Hello?');
    assert.equal(driver.desk.state.offers.size, 0);
  });

  it('goes to somebody else when nobody answers in time, and comes back after a while', () => {
    const driver = new Driver();
    driver.ready('ana', 'ben');
    driver.writes(MARA, 'Hello?');
    assert.equal(driver.desk.wakeAt(driver.now), driver.now + 30_000);
    const { events } = driver.advance(30_000);
    assert.deepEqual(typesOf(events), ['offer.withdrawn', 'session.queued', 'offer.made']);
    assert.ok(driver.offerFor('ben'));
    driver.advance(30_000);
    assert.equal(driver.desk.state.offers.size, 0, 'both have let it pass a moment ago');
    assert.equal(driver.desk.wakeAt(driver.now), driver.now + 30_000);
    driver.advance(30_000);
    assert.ok(driver.offerFor('ana'));
  });

  it('returns a rejected session to the queue and tells the agent why the offer is gone', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    const { events, outcome } = driver.command('ana', {
      type: 'offer.reject',
      id: 'r',
      offerId: driver.offerFor('ana'),
    });
    assert.equal(outcome.type, 'done');
    assert.ok(events.some((event) => event.type === 'offer.withdrawn' && event.reason === 'rejected'));
    assert.deepEqual([...driver.desk.state.queues.get(CHANNEL.id)!].length, 1);
    driver.ready('ben');
    assert.ok(driver.offerFor('ben'));
  });

  it('assigns an accepted session to its agent alone', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    const offerId = driver.offerFor('ana');
    const { emissions } = driver.command('ana', { type: 'offer.accept', id: 'a', offerId });
    assert.deepEqual(
      emissions.map(({ envelope, to }) => [envelope.stream.split(':')[0], envelope.event.type, to]),
      [
        ['agent', 'session.assigned', ['ana']],
        ['session', 'agent.joined', ['ana']],
        ['desk', 'command.done', []],
      ],
    );
    assert.ok(emissions.every(({ envelope }) => envelope.causeId === 'a'));
  });

  it('takes accepting the same offer again, with the same or another id, as done', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    const offerId = driver.offerFor('ana');
    driver.command('ana', { type: 'offer.accept', id: 'a', offerId });
    for (const id of ['a', 'b']) {
      const { outcome, events } = driver.command('ana', { type: 'offer.accept', id, offerId });
      assert.equal(outcome.type, 'done');
      assert.ok(!events.some((event) => event.type === 'session.assigned'));
    }
  });

  it('lets only one of two agents have it', () => {
    const driver = new Driver();
    driver.ready('ana', 'ben');
    driver.writes(MARA, 'Hello?');
    const old = driver.offerFor('ana');
    driver.advance(30_000);
    driver.accepts('ben');
    assert.equal(
      refusedWith(driver.command('ana', { type: 'offer.accept', id: 'late', offerId: old }).outcome),
      'offer-gone',
    );
  });

  it('refuses the offer of another agent, and one whose time is over before anybody has said so', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    const offerId = driver.offerFor('ana');
    assert.equal(refusedWith(driver.command('ben', { type: 'offer.accept', id: 'x', offerId }).outcome), 'not-yours');
    assert.equal(refusedWith(driver.command('ben', { type: 'offer.reject', id: 'y', offerId }).outcome), 'not-yours');
    driver.now += 30_000;
    assert.equal(refusedWith(driver.command('ana', { type: 'offer.accept', id: 'z', offerId }).outcome), 'offer-gone');
  });

  it('never gives an agent more sessions and offers than its capacity', () => {
    const driver = new Driver({ agents: [agentConfig('ana', { capacity: 2 })] });
    driver.ready('ana');
    driver.writes(MARA, 'one');
    driver.writes(TOMAS, 'two');
    driver.writes({ userId: 'JP.3' }, 'three');
    assert.equal(driver.desk.state.offers.size, 2);
    const first = driver.accepts('ana');
    driver.accepts('ana');
    assert.equal(driver.desk.state.offers.size, 0);
    driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
    assert.equal(driver.desk.state.offers.size, 1, 'a place became free');
  });

  it('refuses to accept beyond a capacity that was lowered meanwhile', () => {
    const driver = new Driver();
    driver.engaged('ana');
    driver.writes(TOMAS, 'two');
    const offerId = driver.offerFor('ana');
    driver.desk.config = { ...driver.desk.config, agents: [agentConfig('ana', { capacity: 1 })] };
    const { outcome } = driver.command('ana', { type: 'offer.accept', id: 'a', offerId });
    assert.equal(refusedWith(outcome), 'at-capacity');
    assert.ok(outcome.type === 'refused' && outcome.retryable);
  });
});

describe('presence', () => {
  it('begins not ready for every channel of the agent', () => {
    const driver = new Driver();
    assert.deepEqual(driver.desk.welcome('ana', driver.now).desk.presence.channels, [
      { channelId: 'orders', channelName: 'Orders EU', ready: false },
      { channelId: 'returns', channelName: 'Returns', ready: false },
    ]);
  });

  it('is set for one channel or all, with one of the known reasons', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.command('ana', { type: 'presence.set', id: '1', channelId: 'orders', ready: false, reason: 'Lunch' });
    const { channels } = driver.desk.welcome('ana', driver.now).desk.presence;
    assert.deepEqual(
      channels.map(({ ready, reason }) => [ready, reason]),
      [
        [false, 'Lunch'],
        [true, undefined],
      ],
    );
    const wrong = driver.command('ana', { type: 'presence.set', id: '2', ready: false, reason: 'Nap' });
    assert.equal(refusedWith(wrong.outcome), 'invalid');
    const nowhere = driver.command('ana', { type: 'presence.set', id: '3', channelId: 'sales', ready: true });
    assert.equal(refusedWith(nowhere.outcome), 'not-found');
  });

  it('takes back the offers of a channel for which the agent is not ready any more', () => {
    const driver = new Driver();
    driver.ready('ana');
    driver.writes(MARA, 'Hello?');
    driver.ready('ben');
    const { events } = driver.command('ana', { type: 'presence.set', id: '1', ready: false });
    assert.ok(events.some((event) => event.type === 'offer.withdrawn' && event.reason === 'cancelled'));
    assert.ok(driver.offerFor('ben'));
  });

  it('does not stay ready when the connection is gone, but keeps the sessions', () => {
    const driver = new Driver();
    const sessionId = driver.engaged('ana');
    driver.handle({ type: 'agent.gone', agentId: 'ana' });
    driver.writes(TOMAS, 'Olá');
    assert.equal(driver.desk.state.offers.size, 0);
    assert.deepEqual(driver.desk.welcome('ana', driver.now).desk.sessionIds, [sessionId]);
    assert.equal(driver.handle({ type: 'agent.gone', agentId: 'ana' }).emissions.length, 0);
  });
});
