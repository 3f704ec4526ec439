import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionEvent } from 'wa-desk/protocol';
import type { Message } from 'wa-desk/domain';
import { bench, online } from '../support/desk-bench.js';
import { CAPABILITIES, contactMessage, NOW, session } from '../support/memory-backend.js';
import { settle, until } from '../support/until.js';

const HOUR = 3_600_000;

async function withSession(messages: readonly Message[] = []) {
  const made = bench();
  made.backend.putSession(session(), messages);
  await online(made);
  const handle = made.session();
  const tell = (event: SessionEvent) => made.backend.publish('session:s1', event);
  const write = (id: string, rest: Partial<Message> = {}) =>
    tell({ type: 'message.added', message: contactMessage(id, { originAt: made.clock.now(), ...rest }) });
  return { ...made, handle, tell, write };
}

describe('a session on the desk', () => {
  it('counts what the contact wrote until the agent has read it', async () => {
    const { handle, write, backend } = await withSession();
    write('m1');
    write('m2');
    assert.equal(handle.snapshot.unreadCount, 2);
    handle.markRead('m1');
    assert.equal(handle.snapshot.unreadCount, 1);
    handle.markRead('m2');
    handle.markRead('m1');
    assert.equal(handle.snapshot.unreadCount, 0);
    assert.equal(handle.snapshot.readUpTo, 'm2');
    await until(() => backend.sent('session.read').length === 2);
    await settle();
    assert.deepEqual(
      backend.sent('session.read').map((command) => 'messageId' in command && command.messageId),
      ['m1', 'm2'],
    );
  });

  it('counts a message that was put in further up as unread', async () => {
    const { handle, write } = await withSession();
    write('m1', { originAt: NOW });
    handle.markRead('m1');
    write('late', { originAt: NOW - 20_000 });
    assert.equal(handle.snapshot.unreadCount, 1);
    assert.equal(handle.transcript.wasInsertedLate('late'), true);
  });

  it('tells the server what was read once the connection is back', async () => {
    const { handle, write, backend, clock } = await withSession();
    write('m1');
    backend.link.cut();
    handle.markRead('m1');
    assert.equal(handle.snapshot.unreadCount, 0);
    assert.equal(backend.sent('session.read').length, 0);
    clock.increment(250);
    await until(() => backend.sent('session.read').length === 1);
  });

  it('counts from what the server knows to be read after a reload', async () => {
    const made = bench();
    made.backend.putSession(session(), [contactMessage('m1'), contactMessage('m2', { originAt: NOW + 1 })]);
    const { snapshot } = made.backend;
    made.backend.snapshot = (id) => ({ ...snapshot.call(made.backend, id), readUpTo: 'm1' });
    await online(made);
    assert.equal(made.session().snapshot.unreadCount, 1);
  });

  it('goes from green to yellow to red while the contact waits, and back when the agent has answered', async () => {
    const { handle, tell, clock } = await withSession();
    const level = () => handle.snapshot.pendingLevel;
    assert.equal(level(), 'none');
    tell({ type: 'pending.changed', since: NOW });
    assert.equal(level(), 'waiting');
    clock.increment(29_999);
    assert.equal(level(), 'waiting');
    clock.increment(1);
    assert.equal(level(), 'late');
    clock.increment(20_000);
    assert.equal(level(), 'overdue');
    tell({ type: 'pending.changed' });
    assert.equal(level(), 'none');
    assert.equal('pendingSince' in handle.snapshot.session, false);
  });

  it('calls for attention while the contact waits and nobody looks', async () => {
    const { handle, tell, desk, page } = await withSession();
    tell({ type: 'pending.changed', since: NOW });
    assert.equal(handle.snapshot.attention, true);
    desk.show('s1');
    assert.equal(handle.snapshot.attention, false);
    page.turn(false);
    assert.equal(handle.snapshot.attention, true);
    page.turn(true);
    assert.equal(handle.snapshot.attention, false);
    desk.show(undefined);
    assert.equal(handle.snapshot.attention, true);
    tell({ type: 'pending.changed' });
    assert.equal(handle.snapshot.attention, false);
  });

  it('lets the service window come near its end and close, and open when the contact writes', async () => {
    const { handle, clock, tell } = await withSession();
    const shown = () => [handle.snapshot.windowPhase, handle.snapshot.sendMode];
    assert.deepEqual(shown(), ['open', 'free']);
    clock.increment(23 * HOUR - 60_000);
    assert.deepEqual(shown(), ['near', 'free']);
    clock.increment(HOUR);
    assert.deepEqual(shown(), ['closed', 'notification-only']);
    tell({ type: 'window.changed', window: { openedAt: clock.now(), closesAt: clock.now() + 24 * HOUR } });
    assert.deepEqual(shown(), ['open', 'free']);
    tell({ type: 'window.changed', window: { openedAt: clock.now(), closedBy: 'whatsapp' } });
    assert.deepEqual(shown(), ['closed', 'notification-only']);
  });

  it('judges window and waiting anew when the clock of the server is moved on', async () => {
    const { handle, backend, clock, tell } = await withSession();
    tell({ type: 'pending.changed', since: NOW });
    backend.serverTime = () => clock.now() + 25 * HOUR;
    backend.tell({ type: 'heads', streams: {}, serverTime: backend.serverTime() });
    assert.equal(handle.snapshot.windowPhase, 'closed');
    assert.equal(handle.snapshot.pendingLevel, 'overdue');
  });

  it('shows for 25 seconds that the contact types, or until the message is here', async () => {
    const { handle, backend, clock, write } = await withSession();
    const type = () => backend.tell({ type: 'news', news: { type: 'contact.typing', sessionId: 's1' } });
    type();
    assert.equal(handle.snapshot.contactTyping, true);
    clock.increment(20_000);
    type();
    clock.increment(24_999);
    assert.equal(handle.snapshot.contactTyping, true);
    clock.increment(1);
    assert.equal(handle.snapshot.contactTyping, false);
    type();
    write('m1');
    assert.equal(handle.snapshot.contactTyping, false);
  });

  it('takes in every fact about a message', async () => {
    const { handle, tell, write } = await withSession();
    write('m1');
    const reaction = { author: { kind: 'agent', agentId: 'jonas', name: 'Jonas' }, emoji: '👍', at: NOW } as const;
    tell({ type: 'message.reacted', messageId: 'm1', reaction });
    tell({ type: 'message.reacted', messageId: 'm1', reaction: { ...reaction, emoji: '❤️', at: NOW + 1 } });
    tell({ type: 'message.reacted', messageId: 'm1', reaction: { ...reaction, at: NOW } });
    assert.deepEqual(
      handle.transcript.get('m1')?.reactions?.map(({ emoji }) => emoji),
      ['❤️'],
    );
    tell({ type: 'message.reacted', messageId: 'm1', reaction: { ...reaction, emoji: '', at: NOW + 2 } });
    tell({ type: 'message.edited', messageId: 'm1', content: { kind: 'text', body: 'new' }, at: NOW + 3 });
    tell({ type: 'message.revoked', messageId: 'm1', at: NOW + 4 });
    const message = handle.transcript.get('m1');
    assert.deepEqual(message?.reactions, []);
    assert.deepEqual(
      [message?.content, message?.editedAt, message?.revokedAt],
      [{ kind: 'text', body: 'new' }, NOW + 3, NOW + 4],
    );
  });

  it('takes in every fact about the session', async () => {
    const { handle, tell } = await withSession();
    tell({ type: 'contact.changed', contact: { id: 'mara', name: 'Mara L.' } });
    tell({ type: 'case-data.changed', caseData: { order: '7' } });
    tell({ type: 'agent.joined', agent: { id: 'priya', name: 'Priya' } });
    tell({ type: 'agent.left', agent: { id: 'jonas', name: 'Jonas Weber' } });
    tell({ type: 'note.set', note: 'call back' });
    tell({ type: 'disposition.set', disposition: { code: 'solved', label: 'Solved' } });
    tell({ type: 'capabilities.changed', capabilities: { ...CAPABILITIES, version: 3, features: [] } });
    tell({ type: 'capabilities.changed', capabilities: { ...CAPABILITIES, version: 2 } });
    const { session: shown, capabilities } = handle.snapshot;
    assert.deepEqual(
      [shown.contact.name, shown.caseData, shown.agents.map(({ id }) => id), shown.note, shown.disposition?.code],
      ['Mara L.', { order: '7' }, ['priya'], 'call back', 'solved'],
    );
    assert.equal(capabilities.version, 3);
  });

  it('goes through wrap-up to done', async () => {
    const { handle, desk, tell, backend } = await withSession();
    assert.equal((await handle.wrapUp()).type, 'done');
    tell({ type: 'wrap-up.started', by: { kind: 'agent', agentId: 'jonas', name: 'Jonas' } });
    assert.equal((await handle.wrapUp()).type, 'refused');
    assert.equal(handle.snapshot.error?.code, 'wrong-phase');
    handle.dismissError();
    assert.equal(handle.snapshot.error, undefined);
    assert.deepEqual([handle.snapshot.session.phase, handle.snapshot.sendMode], ['wrap-up', 'read-only']);
    assert.equal((await handle.done()).type, 'done');
    backend.publish('agent:jonas', { type: 'session.removed', sessionId: 's1', reason: 'done' });
    assert.deepEqual(desk.snapshot.sessions, []);
    assert.equal(desk.session('s1'), undefined);
    assert.deepEqual([handle.snapshot.session.phase, handle.snapshot.session.endReason], ['ended', 'done']);
  });

  it('is engaged again when the contact writes during the wrap-up', async () => {
    const { handle, tell } = await withSession();
    tell({ type: 'wrap-up.started', by: { kind: 'system' } });
    tell({ type: 'wrap-up.cancelled', by: { kind: 'contact', contactId: 'mara' } });
    assert.equal(handle.snapshot.sendMode, 'free');
    assert.equal((await handle.wrapUp()).type, 'done');
  });

  it('is not done without the disposition that it needs', async () => {
    const made = bench();
    const needing = { ...CAPABILITIES, dispositionRequired: true };
    made.backend.putSession(session({ phase: 'wrap-up' }), [], needing);
    await online(made);
    const handle = made.session();
    const outcome = await handle.done();
    assert.equal(outcome.type === 'refused' && outcome.code, 'disposition-missing');
    made.backend.publish('session:s1', { type: 'disposition.set', disposition: { code: 'solved', label: 'Solved' } });
    assert.equal((await handle.done()).type, 'done');
  });

  it('is done straight from the conversation, without a wrap-up in between', async () => {
    const { handle, backend } = await withSession();
    assert.equal((await handle.done()).type, 'done');
    assert.equal(backend.sent('session.done').length, 1);
    assert.equal(backend.sent('session.wrap-up').length, 0);
  });

  it('takes a double click for one wish', async () => {
    const { handle, backend } = await withSession();
    backend.holdsAnswers = true;
    const done = [handle.done(), handle.done()];
    await until(() => backend.asked.length > 0);
    assert.equal(backend.sent('session.done').length, 1);
    backend.asked[0]!.answer({ type: 'done', value: undefined });
    const outcomes = await Promise.all(done);
    assert.deepEqual(
      outcomes.map(({ type }) => type),
      ['done', 'done'],
    );
    assert.equal(handle.snapshot.error, undefined);
  });

  it('shows a refusal and lets the wish be made again', async () => {
    const { handle, backend } = await withSession();
    backend.decide = () => ({ type: 'refused', code: 'unavailable', message: 'later', retryable: true });
    await handle.wrapUp();
    assert.deepEqual(handle.snapshot.error, { code: 'unavailable', message: 'later' });
    backend.decide = () => ({ type: 'done', value: undefined });
    assert.equal((await handle.wrapUp()).type, 'done');
    assert.equal(backend.sent('session.wrap-up').length, 2);
  });

  it('settles plain wishes by their outcome, and as unconfirmed when no answer comes', async () => {
    const { handle, backend, clock } = await withSession();
    assert.equal((await handle.react('m1', '👍')).type, 'done');
    backend.holdsAnswers = true;
    const outcome = handle.setNote('x');
    const cutOff = handle.refetchMedia('m1');
    await until(() => backend.asked.length === 2);
    clock.increment(20_000);
    assert.equal((await outcome).type, 'unconfirmed');
    backend.link.cut();
    assert.equal((await cutOff).type, 'unconfirmed');
    const refused = await handle.setNote('y');
    assert.equal(refused.type === 'refused' && refused.code, 'unavailable');
    await assert.rejects(handle.templates({}), { code: 'transport-lost' });
  });

  it('stands first in the list when its last message is the newest', async () => {
    const made = bench();
    made.backend.putSession(session(), [contactMessage('a', { originAt: NOW - 10 })]);
    made.backend.putSession(session({ id: 's2' }), [contactMessage('b', { sessionId: 's2', originAt: NOW - 5 })]);
    await online(made);
    const order = () => made.desk.snapshot.sessions.map(({ id }) => id).join();
    assert.equal(order(), 's2,s1');
    const { snapshot } = made.desk;
    made.backend.publish('session:s2', { type: 'note.set', note: 'x' });
    assert.equal(made.desk.snapshot, snapshot, 'what only the session shows does not change the desk');
    made.backend.publish('session:s1', { type: 'message.added', message: contactMessage('c', { originAt: NOW }) });
    assert.equal(order(), 's1,s2');
  });
});
