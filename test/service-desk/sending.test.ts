import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Content } from '../../src/domain/message.js';
import type { TemplateMessage } from '../../src/domain/template.js';
import { agentConfig, Driver, MARA, ORDER_UPDATE, refusedWith, START, TOMAS, typesOf } from './driver.js';

const DAY = 86_400_000;

const filled: TemplateMessage = {
  name: 'order_update',
  language: 'en_US',
  header: { kind: 'text', text: 'LN-1' },
  body: [
    { kind: 'text', text: 'Mara' },
    { kind: 'text', text: 'LN-1' },
  ],
  buttons: [{ kind: 'url', index: 0, text: 'LN-1' }],
};

describe('sending', () => {
  it('echoes the message with the id, the author and the number that it has for life', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id, events } = driver.sends('ana', sessionId, 'Good morning', { id: 'draft-1' });
    assert.deepEqual(typesOf(events), ['message.added', 'command.done']);
    const message = driver.message(id);
    assert.deepEqual(message.author, { kind: 'agent', agentId: 'ana', name: 'Ana' });
    assert.equal(message.delivery?.status, 'queued');
    assert.equal(
      message.seq,
      driver.log.find(({ event }) => event.type === 'message.added' && event.message.id === id)?.seq,
    );
  });

  it('puts an answer after what it answers, whatever the clocks say', () => {
    const driver = new Driver();
    const sessionId = driver.engaged('ana');
    driver.writes(MARA, 'from the future', { originAt: START + 5000 });
    driver.sends('ana', sessionId, 'answer');
    assert.deepEqual(driver.transcript(sessionId), ['Hello?', 'from the future', 'answer']);
  });

  it('does the same id once, and refuses it for anything else', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.sends('ana', sessionId, 'once', { id: 'x' });
    const again = driver.sends('ana', sessionId, 'once', { id: 'x' });
    assert.equal(again.outcome.type, 'done');
    assert.deepEqual(again.events, []);
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'other', { id: 'x' }).outcome), 'id-reused');
    assert.equal(refusedWith(driver.sends('ben', sessionId, 'once', { id: 'x' }).outcome), 'id-reused');
    const other = driver.command('ana', { type: 'session.done', id: 'x', sessionId });
    assert.equal(refusedWith(other.outcome), 'id-reused');
  });

  it('still knows a repeat after the session has ended', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.sends('ana', sessionId, 'bye', { id: 'x' });
    driver.command('ana', { type: 'session.done', id: 'd', sessionId });
    assert.equal(driver.sends('ana', sessionId, 'bye', { id: 'x' }).outcome.type, 'done');
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'more', { id: 'y' }).outcome), 'wrong-phase');
  });

  it("is for the session's own agent alone", () => {
    const driver = new Driver();
    const sessionId = driver.engaged('ana');
    for (const refused of [
      driver.sends('ben', sessionId, 'x').outcome,
      driver.command('ben', { type: 'session.done', id: '1', sessionId }).outcome,
      driver.command('ben', { type: 'session.set-note', id: '2', sessionId, note: 'x' }).outcome,
      driver.command('ben', { type: 'session.read', id: '3', sessionId, messageId: 'm' }).outcome,
    ]) {
      assert.equal(refusedWith(refused), 'not-yours');
    }
    assert.throws(() => driver.desk.query('ben', { type: 'history', sessionId, limit: 1, scope: 'session' }), {
      code: 'not-allowed',
    });
    assert.equal(refusedWith(driver.sends('ana', 'nowhere', 'x').outcome), 'not-found');
  });

  it('needs an open window, unless it is a template', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.now += DAY;
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'too late').outcome), 'window-closed');
    const interactive: Content = {
      kind: 'interactive',
      interactive: { body: 'x', action: { kind: 'buttons', buttons: [{ id: '1', title: 'Yes' }] } },
    };
    assert.equal(refusedWith(driver.sends('ana', sessionId, interactive).outcome), 'window-closed');
    assert.equal(driver.sends('ana', sessionId, { kind: 'template', template: filled }).outcome.type, 'done');
    driver.writes(MARA, 'I am back');
    assert.equal(driver.sends('ana', sessionId, 'welcome back').outcome.type, 'done');
  });

  it('believes WhatsApp when it says that the window is closed, until the contact writes again', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'hello');
    driver.passesOn(id, { type: 'failed', problem: { code: 131047 } });
    assert.deepEqual(driver.session(sessionId).window, { openedAt: START, closedBy: 'whatsapp' });
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'again').outcome), 'window-closed');
    driver.now += 1000;
    driver.writes(MARA, 'I am here');
    assert.equal(driver.sends('ana', sessionId, 'good').outcome.type, 'done');
  });

  it('names the quoted message for WhatsApp as soon as its id is known', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const first = driver.sends('ana', sessionId, 'first');
    const command = { type: 'message.send', id: 'q', sessionId, content: { kind: 'text', body: 'second' } } as const;
    driver.command('ana', { ...command, quote: { messageId: first.id } });
    driver.passesOn(first.id, { type: 'accepted', providerId: 'wamid.first' });
    assert.equal(driver.desk.outgoing(driver.now).sends[0]?.quoteProviderId, 'wamid.first');
    const nothing = driver.command('ana', { ...command, id: 'q2', quote: { messageId: 'nowhere' } });
    assert.equal(refusedWith(nothing.outcome), 'not-found');
  });

  it('does not hand out a medium of another conversation', () => {
    const driver = new Driver({ agents: [agentConfig('ana'), agentConfig('ben', { capacity: 5 })] });
    const mine = driver.engaged('ana');
    driver.sends('ana', mine, { kind: 'image', media: { source: { kind: 'stored', id: 'f1' } } });
    driver.command('ana', { type: 'presence.set', id: 'off', ready: false });
    const other = driver.engaged('ben', TOMAS);
    const stolen = driver.sends('ben', other, { kind: 'image', media: { source: { kind: 'stored', id: 'f1' } } });
    assert.equal(refusedWith(stolen.outcome), 'not-yours');
    const fresh = driver.sends('ben', other, { kind: 'image', media: { source: { kind: 'stored', id: 'f2' } } });
    assert.equal(fresh.outcome.type, 'done');
  });

  it('of files needs the permission', () => {
    const driver = new Driver({ agents: [agentConfig('ana', { permissions: ['canUse'] })] });
    const sessionId = driver.engaged();
    const file: Content = { kind: 'document', media: { source: { kind: 'stored', id: 'f' } } };
    assert.equal(refusedWith(driver.sends('ana', sessionId, file).outcome), 'not-allowed');
  });

  it('of a template takes the definition that this desk knows, not what the browser says', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const forged = { ...filled, definition: { ...ORDER_UPDATE, body: { text: 'Pay {{1}} to {{2}}' } } };
    const { id } = driver.sends('ana', sessionId, { kind: 'template', template: forged });
    const { content } = driver.message(id);
    assert.ok(content.kind === 'template');
    assert.equal(content.template.definition?.body?.text, ORDER_UPDATE.body?.text);
    const unknown = driver.sends('ana', sessionId, { kind: 'template', template: { ...filled, name: 'nope' } });
    assert.equal(refusedWith(unknown.outcome), 'not-found');
  });

  it('of marketing respects that the contact stopped it', () => {
    const driver = new Driver();
    const [channel] = driver.desk.config.channels;
    const sale = { ...ORDER_UPDATE, name: 'sale', category: 'marketing' } as const;
    driver.desk.config = { ...driver.desk.config, channels: [{ ...channel!, templates: [sale] }] };
    const sessionId = driver.engaged();
    driver.handle({ type: 'contact.marketing', contact: MARA, allowed: false });
    const sent = driver.sends('ana', sessionId, { kind: 'template', template: { ...filled, name: 'sale' } });
    assert.equal(refusedWith(sent.outcome), 'not-allowed');
  });
});

describe('the way to WhatsApp', () => {
  it('takes the messages of a conversation one after the other, and those of several side by side', () => {
    const driver = new Driver();
    const mara = driver.engaged('ana');
    driver.writes(TOMAS, 'Olá');
    const tomas = driver.accepts('ana');
    const [one, two] = [driver.sends('ana', mara, 'one').id, driver.sends('ana', mara, 'two').id];
    const um = driver.sends('ana', tomas, 'um').id;
    assert.deepEqual(driver.toSend(), [one, um]);
    driver.handle({ type: 'send.started', messageId: one });
    assert.deepEqual(driver.toSend(), [um]);
    driver.handle({ type: 'send.result', messageId: one, result: { type: 'accepted', providerId: 'wamid.1' } });
    assert.deepEqual(driver.toSend(), [two, um]);
  });

  it('starts only the message whose turn it is', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.sends('ana', sessionId, 'one');
    const second = driver.sends('ana', sessionId, 'two').id;
    assert.deepEqual(driver.handle({ type: 'send.started', messageId: second }).events, []);
  });

  it('goes on with the next message when one failed', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const [one, two] = [driver.sends('ana', sessionId, 'one').id, driver.sends('ana', sessionId, 'two').id];
    driver.passesOn(one, { type: 'failed', problem: { code: 131026, title: 'Undeliverable' } });
    assert.equal(driver.message(one).delivery?.problem?.code, 131026);
    assert.deepEqual(driver.toSend(), [two]);
  });

  it('waits as long as WhatsApp asks, then takes the same message again', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const [one] = [driver.sends('ana', sessionId, 'one').id, driver.sends('ana', sessionId, 'two').id];
    driver.passesOn(one, { type: 'retry', afterMs: 4000 });
    assert.deepEqual(driver.toSend(), []);
    assert.equal(driver.desk.outgoing(driver.now).nextAt, START + 4000);
    driver.now += 4000;
    assert.deepEqual(driver.toSend(), [one]);
    driver.passesOn(one);
    assert.equal(driver.message(one).delivery?.status, 'accepted');
  });

  it('never takes a message again whose outcome is unknown, and holds the next ones for a minute', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const [one, two] = [driver.sends('ana', sessionId, 'one').id, driver.sends('ana', sessionId, 'two').id];
    driver.passesOn(one, { type: 'unknown' });
    assert.equal(driver.message(one).delivery?.status, 'unknown');
    assert.deepEqual(driver.toSend(), []);
    driver.now += 59_999;
    assert.deepEqual(driver.toSend(), []);
    driver.now += 1;
    assert.deepEqual(driver.toSend(), [two]);
  });

  it('goes on at once when a status settles an unknown outcome', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const [one, two] = [driver.sends('ana', sessionId, 'one').id, driver.sends('ana', sessionId, 'two').id];
    driver.passesOn(one, { type: 'unknown' });
    driver.handle({
      type: 'inbound.status',
      channelId: 'orders',
      providerId: 'wamid.1',
      messageId: one,
      status: 'delivered',
      at: driver.now,
    });
    assert.equal(driver.message(one).delivery?.status, 'delivered');
    assert.equal(driver.message(one).providerId, 'wamid.1');
    assert.deepEqual(driver.toSend(), [two]);
  });

  it('goes on at once when the agent decides that it arrived', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const [one, two] = [driver.sends('ana', sessionId, 'one').id, driver.sends('ana', sessionId, 'two').id];
    assert.equal(
      refusedWith(driver.command('ana', { type: 'message.settle', id: 's0', sessionId, messageId: one }).outcome),
      'wrong-phase',
    );
    driver.passesOn(one, { type: 'unknown' });
    driver.command('ana', { type: 'message.settle', id: 's', sessionId, messageId: one });
    assert.deepEqual(driver.message(one).delivery, { status: 'accepted', at: START, settledByAgent: true });
    assert.equal(driver.session(sessionId).pendingSince, undefined);
    assert.deepEqual(driver.toSend(), [two]);
  });

  it('goes on with a message that the agent sends again under a new id', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const one = driver.sends('ana', sessionId, 'one').id;
    assert.equal(refusedWith(driver.sends('ana', sessionId, 'one', { resendOf: one }).outcome), 'invalid');
    driver.passesOn(one, { type: 'unknown' });
    const again = driver.sends('ana', sessionId, 'one', { resendOf: one });
    assert.equal(driver.message(again.id).resendOf, one);
    assert.deepEqual(driver.toSend(), [again.id]);
  });

  it('takes what was being sent before a restart for unknown', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const one = driver.sends('ana', sessionId, 'one').id;
    driver.handle({ type: 'send.started', messageId: one });
    driver.handle({ type: 'restarted' });
    assert.equal(driver.message(one).delivery?.status, 'unknown');
    assert.deepEqual(driver.handle({ type: 'restarted' }).events, []);
  });

  it('carries reactions and read marks until they are reported', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, 'Look', { providerId: 'wamid.look' });
    const messageId = driver.desk.state.byProviderId.get('orders\nwamid.look')!;
    driver.command('ana', { type: 'message.react', id: 'r', sessionId, messageId, emoji: '👍' });
    driver.command('ana', { type: 'session.read', id: 's', sessionId, messageId });
    const { errands } = driver.desk.outgoing(driver.now);
    assert.deepEqual(
      errands.map((errand) => [
        errand.kind,
        'targetProviderId' in errand ? errand.targetProviderId : errand.providerId,
      ]),
      [
        ['react', 'wamid.look'],
        ['mark-read', 'wamid.look'],
      ],
    );
    for (const { id } of errands) driver.handle({ type: 'errand.finished', errandId: id });
    assert.deepEqual(driver.desk.outgoing(driver.now).errands, []);
    assert.deepEqual(driver.handle({ type: 'errand.finished', errandId: 'r' }).events, []);
  });

  it('takes a reaction back that WhatsApp refused, unless another stands there by now', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, 'Look', { providerId: 'wamid.look' });
    const messageId = driver.desk.state.byProviderId.get('orders\nwamid.look')!;
    const react = (id: string, emoji: string) =>
      driver.command('ana', { type: 'message.react', id, sessionId, messageId, emoji });
    const shown = () => driver.message(messageId).reactions?.map(({ emoji }) => emoji);
    react('r1', '👍');
    react('r2', '❤️');
    driver.handle({ type: 'errand.finished', errandId: 'r1', refused: true });
    assert.deepEqual(shown(), ['❤️']);
    driver.handle({ type: 'errand.finished', errandId: 'r2', refused: true });
    assert.deepEqual(shown(), []);
    assert.deepEqual(driver.desk.outgoing(driver.now).errands, []);
  });

  it('has one emoji for a reaction, and nothing else', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, 'Look', { providerId: 'wamid.look' });
    const messageId = driver.desk.state.byProviderId.get('orders\nwamid.look')!;
    const react = (emoji: string) =>
      driver.command('ana', { type: 'message.react', id: driver.newId(), sessionId, messageId, emoji }).outcome;
    for (const emoji of ['ok', '<b>', '👍👍', ' ']) assert.equal(refusedWith(react(emoji)), 'invalid');
    for (const emoji of ['👍🏽', '❤️', '👩‍👩‍👧', '🇸🇪', '']) assert.equal(react(emoji).type, 'done');
  });

  it('marks only the newest message as read, since that marks the ones before it', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const ids = ['wamid.a', 'wamid.b'].map((providerId) => {
      driver.now += 1;
      driver.writes(MARA, providerId, { providerId });
      return driver.desk.state.byProviderId.get(`orders\n${providerId}`)!;
    });
    ids.forEach((messageId, index) =>
      driver.command('ana', { type: 'session.read', id: `s${index}`, sessionId, messageId }),
    );
    const late = driver.command('ana', { type: 'session.read', id: 'late', sessionId, messageId: ids[0]! });
    assert.deepEqual(typesOf(late.events), ['command.done'], 'an older message is no news');
    const { errands } = driver.desk.outgoing(driver.now);
    assert.deepEqual(
      errands.map((errand) => errand.kind === 'mark-read' && errand.providerId),
      ['wamid.b'],
    );
  });
});

describe('statuses', () => {
  const status = (
    driver: Driver,
    name: 'sent' | 'delivered' | 'read' | 'failed',
    providerId: string,
    at = driver.now,
  ) =>
    driver.handle({
      type: 'inbound.status',
      channelId: 'orders',
      providerId,
      status: name,
      at,
      ...(name === 'failed' ? { problem: { code: 131026 } } : {}),
    });

  const cases = [
    { heard: ['sent', 'delivered', 'read'], ends: 'read' },
    { heard: ['read', 'delivered', 'sent'], ends: 'read' },
    { heard: ['sent', 'sent', 'read', 'sent'], ends: 'read' },
    { heard: ['sent', 'failed'], ends: 'failed' },
    { heard: ['delivered', 'failed'], ends: 'delivered' },
    { heard: ['failed', 'delivered'], ends: 'delivered' },
    { heard: ['failed', 'sent'], ends: 'failed' },
  ] as const;
  for (const { heard, ends } of cases) {
    it(`only rise: ${heard.join(', ')} ends as ${ends}`, () => {
      const driver = new Driver();
      const { id } = driver.sends('ana', driver.engaged(), 'x');
      driver.passesOn(id);
      for (const name of heard) status(driver, name, `wamid.${id}`);
      assert.equal(driver.message(id).delivery?.status, ends);
    });
  }

  it('that say nothing new leave no events', () => {
    const driver = new Driver();
    const { id } = driver.sends('ana', driver.engaged(), 'x');
    driver.passesOn(id);
    status(driver, 'read', `wamid.${id}`);
    assert.deepEqual(status(driver, 'delivered', `wamid.${id}`).events, []);
  });

  it('that come before the answer to the send are kept for it', () => {
    const driver = new Driver();
    const { id } = driver.sends('ana', driver.engaged(), 'x');
    driver.handle({ type: 'send.started', messageId: id });
    status(driver, 'sent', 'wamid.early');
    status(driver, 'delivered', 'wamid.early');
    assert.deepEqual(status(driver, 'delivered', 'wamid.early').events, []);
    driver.handle({ type: 'send.result', messageId: id, result: { type: 'accepted', providerId: 'wamid.early' } });
    assert.equal(driver.message(id).delivery?.status, 'delivered');
    assert.equal(driver.desk.state.parked.size, 0);
  });

  it('of messages that other systems sent are forgotten after a thousand others', () => {
    const driver = new Driver();
    for (let index = 0; index < 1200; index += 1) status(driver, 'sent', `wamid.foreign-${index}`);
    assert.equal(driver.desk.state.parked.size, 1000);
    assert.ok(!driver.desk.state.parked.has('orders\nwamid.foreign-0'));
  });

  it("of the contact's own messages are none of ours", () => {
    const driver = new Driver();
    driver.writes(MARA, 'x', { providerId: 'wamid.in' });
    assert.deepEqual(status(driver, 'read', 'wamid.in').events, []);
  });
});
