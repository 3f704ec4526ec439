import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { Driver, MARA, refusedWith, typesOf } from './driver.js';

describe('the end of a session', () => {
  it('takes it off the desk, keeps who handled it and makes room for the next', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { emissions } = driver.command('ana', { type: 'session.done', id: 'd', sessionId });
    assert.deepEqual(
      emissions.map(({ envelope, to }) => [envelope.event.type, to]),
      [
        ['session.ended', ['ana']],
        ['session.removed', ['ana']],
        ['command.done', []],
      ],
    );
    const session = driver.session(sessionId);
    assert.deepEqual([session.phase, session.endReason, session.endedAt], ['ended', 'done', driver.now]);
    assert.deepEqual(session.agents, [{ id: 'ana', name: 'Ana' }]);
    assert.deepEqual(driver.desk.welcome('ana', driver.now).sessions, []);
  });

  it('needs a disposition where one is required', () => {
    const driver = new Driver({ dispositionRequired: true });
    const sessionId = driver.engaged();
    const done = (id: string) => driver.command('ana', { type: 'session.done', id, sessionId }).outcome;
    assert.equal(refusedWith(done('1')), 'disposition-missing');
    const wrong = driver.command('ana', { type: 'session.set-disposition', id: '2', sessionId, code: 'nope' });
    assert.equal(refusedWith(wrong.outcome), 'invalid');
    driver.command('ana', { type: 'session.set-disposition', id: '3', sessionId, code: 'solved' });
    assert.equal(done('1').type, 'done', 'a refused id may be tried again');
    assert.deepEqual(driver.session(sessionId).disposition, { code: 'solved', label: 'Solved' });
  });

  it('lets what is still to be sent go out', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'Bye!');
    driver.command('ana', { type: 'session.done', id: 'd', sessionId });
    assert.deepEqual(driver.toSend(), [id]);
  });

  it('is hidden from its agent afterwards, whatever still happens in it', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'Bye!');
    driver.command('ana', { type: 'session.done', id: 'd', sessionId });
    const { emissions } = driver.passesOn(id);
    assert.ok(emissions.every(({ to }) => to.length === 0));
  });
});

describe('the wrap-up', () => {
  it('forbids sending, allows notes, and counts towards the capacity', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.command('ana', { type: 'session.wrap-up', id: 'w', sessionId });
    assert.equal(driver.session(sessionId).phase, 'wrap-up');
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'x').outcome), 'wrong-phase');
    driver.command('ana', { type: 'session.set-note', id: 'n', sessionId, note: 'Sent a new light' });
    assert.equal(driver.session(sessionId).note, 'Sent a new light');
    assert.equal(driver.desk.state.agents.get('ana')!.sessionIds.size, 1);
  });

  it('begins once, however often it is asked for', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.command('ana', { type: 'session.wrap-up', id: '1', sessionId });
    const again = driver.command('ana', { type: 'session.wrap-up', id: '2', sessionId });
    assert.deepEqual(typesOf(again.events), ['command.done']);
  });

  it('ends when the contact writes again: the same agent goes on', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.command('ana', { type: 'session.wrap-up', id: 'w', sessionId });
    const { emissions } = driver.writes(MARA, 'One more question');
    const back = emissions.find(({ envelope }) => envelope.event.type === 'wrap-up.cancelled');
    assert.deepEqual(back?.to, ['ana']);
    assert.equal(driver.session(sessionId).phase, 'engaged');
    assert.equal(driver.sends('ana', sessionId, 'Sure').outcome.type, 'done');
  });

  it('goes on when the contact only reacts', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.command('ana', { type: 'session.wrap-up', id: 'w', sessionId });
    driver.writes(MARA, { kind: 'reaction', emoji: '👍', target: { providerId: 'unknown' } });
    assert.equal(driver.session(sessionId).phase, 'wrap-up');
  });
});

describe('reactions of the agent', () => {
  it('need a message that WhatsApp has, and an open window', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'not there yet');
    const react = (commandId: string) =>
      driver.command('ana', { type: 'message.react', id: commandId, sessionId, messageId: id, emoji: '👍' }).outcome;
    assert.equal(refusedWith(react('1')), 'wrong-phase');
    driver.passesOn(id);
    assert.equal(react('2').type, 'done');
    driver.now += 86_400_000;
    assert.equal(refusedWith(react('3')), 'window-closed');
  });

  it('replace what any agent put there before, as on the phone', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, 'x', { providerId: 'wamid.x' });
    const messageId = driver.desk.state.byProviderId.get('orders\nwamid.x')!;
    driver.command('ana', { type: 'message.react', id: '1', sessionId, messageId, emoji: '👍' });
    driver.command('ana', { type: 'message.react', id: '2', sessionId, messageId, emoji: '🙌' });
    assert.deepEqual(
      driver.message(messageId).reactions?.map(({ emoji }) => emoji),
      ['🙌'],
    );
    driver.command('ana', { type: 'message.react', id: '3', sessionId, messageId, emoji: '' });
    assert.deepEqual(driver.message(messageId).reactions, []);
  });
});
