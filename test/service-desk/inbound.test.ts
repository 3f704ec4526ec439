import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { JsonValue } from '../../src/domain/json.js';
import type { Content } from '../../src/domain/message.js';
import { parseWelcome } from '../../src/protocol/index.js';
import { CHANNEL, Driver, MARA, refusedWith, SECOND_CHANNEL, START, TOMAS, typesOf } from './driver.js';

const HOUR = 3_600_000;

function idOf(driver: Driver, providerId: string): string {
  const id = driver.desk.state.byProviderId.get(`${CHANNEL.id}\n${providerId}`);
  assert.ok(id, `${providerId} is known`);
  return id;
}

describe('inbound messages', () => {
  it('begin a session when there is none, and join the open one of the contact on the channel', () => {
    const driver = new Driver();
    driver.writes(MARA, 'one');
    driver.writes(MARA, 'two');
    driver.writes(TOMAS, 'um');
    driver.writes(MARA, 'returns', {}, SECOND_CHANNEL.id);
    const sessions = [...driver.desk.state.sessions.values()];
    assert.deepEqual(
      sessions.map(({ session }) => driver.transcript(session.id)),
      [['one', 'two'], ['um'], ['returns']],
    );
  });

  it('begin a new session after the last one is done', () => {
    const driver = new Driver();
    const first = driver.engaged();
    driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
    driver.writes(MARA, 'One more thing');
    const second = driver.accepts('ana');
    assert.notEqual(second, first);
    assert.deepEqual(driver.transcript(second), ['One more thing']);
  });

  it('are there exactly once, however often their webhook comes', () => {
    const driver = new Driver();
    driver.writes(MARA, 'once', { providerId: 'wamid.1' });
    const again = driver.writes({ ...MARA, profileName: 'changed' }, 'once', { providerId: 'wamid.1' });
    assert.deepEqual(again.events, []);
    assert.equal(driver.desk.state.messages.size, 1);
  });

  it("without WhatsApp's id are refused, because nobody can tell their repeats", () => {
    assert.equal(refusedWith(new Driver().writes(MARA, 'x', { providerId: '' }).outcome), 'invalid');
  });

  it('that desks could not read are there as unsupported, and keep nobody from the session', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    let deep: JsonValue = 1;
    for (let depth = 0; depth < 100; depth += 1) deep = [deep];
    driver.writes(MARA, { kind: 'form-answer', name: 'flow', answers: deep });
    assert.deepEqual(driver.transcript(sessionId), ['Hello?', 'unsupported']);
    assert.equal(parseWelcome(JSON.parse(JSON.stringify(driver.desk.welcome('ana', driver.now)))).ok, true);
  });

  it("do not tell WhatsApp's own address of a medium", () => {
    const driver = new Driver();
    const source = { kind: 'provider', id: '9', url: 'https://lookaside.example/9' } as const;
    const { events } = driver.writes(MARA, { kind: 'image', media: { source } });
    assert.doesNotMatch(JSON.stringify(events), /lookaside/);
  });

  it('on a channel that nobody knows are refused', () => {
    assert.equal(refusedWith(new Driver().writes(MARA, 'x', {}, 'nowhere').outcome), 'not-found');
  });

  it('stand in the order in which they were written, with the time at which they came', () => {
    const driver = new Driver();
    driver.writes(MARA, 'second', { originAt: START + 2000 });
    driver.now += 60_000;
    driver.writes(MARA, 'first, held up', { originAt: START + 1000 });
    const [sessionId] = driver.desk.state.sessions.keys();
    assert.deepEqual(driver.transcript(sessionId!), ['first, held up', 'second']);
    const late = driver.desk.state.sessions.get(sessionId!)!.messages.at(0)!.message;
    assert.equal(late.arrivedAt, START + 60_000);
  });

  it('name the message that they quote, where it is known', () => {
    const driver = new Driver();
    driver.writes(MARA, 'one', { providerId: 'wamid.1' });
    driver.writes(MARA, 'two', { providerId: 'wamid.2', quote: { providerId: 'wamid.1' } });
    driver.writes(MARA, 'three', { providerId: 'wamid.3', quote: { providerId: 'wamid.other' } });
    assert.deepEqual(driver.message(idOf(driver, 'wamid.2')).quote, {
      providerId: 'wamid.1',
      messageId: idOf(driver, 'wamid.1'),
    });
    assert.deepEqual(driver.message(idOf(driver, 'wamid.3')).quote, { providerId: 'wamid.other' });
  });

  it('add their attached data to the case data', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const message = { providerId: 'w', content: { kind: 'text', body: 'x' }, originAt: driver.now } as const;
    const input = { type: 'inbound.message', channelId: CHANNEL.id, contact: MARA, message } as const;
    driver.handle({ ...input, caseData: { Order: 'LN-1' } });
    assert.deepEqual(driver.session(sessionId).caseData, { Order: 'LN-1' });
  });

  const notices: readonly Content[] = [
    { kind: 'system', change: 'user_changed_number' },
    { kind: 'reaction', emoji: '👍', target: { providerId: 'wamid.unknown' } },
    { kind: 'revoke', target: { providerId: 'wamid.unknown' } },
  ];
  for (const content of notices) {
    it(`of kind ${content.kind} begin no session after the last one, but are kept in it`, () => {
      const driver = new Driver();
      const sessionId = driver.engaged();
      driver.command('ana', { type: 'session.done', id: 'd', sessionId });
      driver.writes(MARA, content);
      assert.equal(driver.desk.state.sessions.size, 1);
      assert.deepEqual(driver.transcript(sessionId), ['Hello?', content.kind]);
    });
  }

  it('are kept even when a notice is the first that is heard of a contact', () => {
    const driver = new Driver();
    driver.writes(MARA, notices[0]!, { author: { kind: 'system' } });
    assert.equal(driver.desk.state.messages.size, 1);
  });
});

describe('reactions, edits and deletions of the contact', () => {
  it('stand on their message; the newest reaction wins and an empty one takes it away', () => {
    const driver = new Driver();
    driver.writes(MARA, 'Hm', { providerId: 'wamid.1' });
    const id = idOf(driver, 'wamid.1');
    const react = (emoji: string, at: number) =>
      driver.writes(MARA, { kind: 'reaction', emoji, target: { providerId: 'wamid.1' } }, { originAt: at });
    react('👍', START + 1);
    react('🙌', START + 3);
    react('😕', START + 2);
    assert.deepEqual(
      driver.message(id).reactions?.map(({ emoji }) => emoji),
      ['🙌'],
    );
    react('', START + 4);
    assert.deepEqual(driver.message(id).reactions, []);
    assert.equal(driver.desk.state.messages.size, 1);
  });

  it('change nothing when their webhook comes again, even after a reaction was taken away', () => {
    const driver = new Driver();
    driver.writes(MARA, 'Hm', { providerId: 'wamid.1' });
    const target = { providerId: 'wamid.1' };
    const react = (emoji: string, providerId: string, at: number) =>
      driver.writes(MARA, { kind: 'reaction', emoji, target }, { providerId, originAt: at });
    react('👍', 'wamid.r1', START + 1);
    react('', 'wamid.r2', START + 2);
    assert.deepEqual(react('👍', 'wamid.r1', START + 1).events, []);
    assert.deepEqual(driver.message(idOf(driver, 'wamid.1')).reactions, []);
  });

  it('that come before their message stand on it once it is here, in the order of their times', () => {
    const driver = new Driver();
    driver.engaged();
    const target = { providerId: 'wamid.late' };
    driver.writes(MARA, { kind: 'reaction', emoji: '❤️', target }, { originAt: START + 3000 });
    driver.writes(MARA, { kind: 'reaction', emoji: '👍', target }, { originAt: START + 2000 });
    driver.writes(MARA, { kind: 'edit', target, content: { kind: 'text', body: 'right' } }, { originAt: START + 4000 });
    driver.writes(MARA, { kind: 'revoke', target }, { originAt: START + 5000 });
    driver.writes(MARA, 'worng', { providerId: 'wamid.late', originAt: START + 1000 });
    const message = driver.message(idOf(driver, 'wamid.late'));
    assert.deepEqual(
      message.reactions?.map(({ emoji }) => emoji),
      ['❤️'],
    );
    assert.deepEqual(message.content, { kind: 'text', body: 'right' });
    assert.equal(message.revokedAt, START + 5000);
    assert.deepEqual(driver.writes(MARA, 'worng', { providerId: 'wamid.late' }).events, []);
  });

  it("that come before WhatsApp's id of our message is known stand on it then", () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'Here it is.');
    driver.passesOn(id, { type: 'unknown' });
    driver.writes(MARA, { kind: 'reaction', emoji: '🔥', target: { providerId: 'wamid.ours' } });
    driver.handle({
      type: 'inbound.status',
      channelId: CHANNEL.id,
      providerId: 'wamid.ours',
      messageId: id,
      status: 'delivered',
      at: driver.now,
    });
    assert.deepEqual(
      driver.message(id).reactions?.map(({ emoji }) => emoji),
      ['🔥'],
    );
  });

  it('replace and strike out what was said', () => {
    const driver = new Driver();
    driver.writes(MARA, 'tpyo', { providerId: 'wamid.1' });
    const target = { providerId: 'wamid.1' };
    driver.writes(MARA, { kind: 'edit', target, content: { kind: 'text', body: 'typo' } });
    driver.now += 1;
    driver.writes(MARA, { kind: 'revoke', target });
    const message = driver.message(idOf(driver, 'wamid.1'));
    assert.deepEqual(message.content, { kind: 'text', body: 'typo' });
    assert.equal(message.editedAt, START);
    assert.equal(message.revokedAt, START + 1);
  });

  it('reach whoever has the open session, also for a message of an earlier one', () => {
    const driver = new Driver();
    const first = driver.engaged();
    const { id } = driver.sends('ana', first, 'An answer');
    driver.passesOn(id);
    driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
    driver.writes(MARA, 'Again');
    const second = driver.accepts('ana');
    const { emissions } = driver.writes(MARA, { kind: 'reaction', emoji: '👍', target: { providerId: `wamid.${id}` } });
    assert.equal(emissions[0]?.envelope.stream, `session:${second}`);
    assert.deepEqual(emissions[0].to, ['ana']);
  });
});

describe('contacts', () => {
  it('are known by their business-scoped id, else by their number', () => {
    const driver = new Driver();
    driver.writes({ phoneNumber: '+4670' }, 'before usernames');
    driver.writes({ phoneNumber: '+4670', userId: 'SE.1' }, 'with both');
    driver.writes({ userId: 'SE.1', username: 'mara' }, 'without a number');
    assert.equal(driver.desk.state.contacts.size, 1);
    const [contact] = driver.desk.state.contacts.values();
    assert.equal(contact?.phoneNumber, '+4670');
    assert.equal(contact.username, 'mara');
  });

  it('stay the same person when WhatsApp tells of a new id or number', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const moved = { userId: 'SE.900', phoneNumber: '+46711', previousUserId: MARA.userId! };
    driver.writes(moved, { kind: 'system', change: 'user_changed_number' }, { author: { kind: 'system' } });
    driver.writes({ userId: 'SE.900' }, 'My new number');
    assert.equal(driver.desk.state.contacts.size, 1);
    assert.deepEqual(driver.transcript(sessionId), ['Hello?', 'system', 'My new number']);
    assert.equal(driver.session(sessionId).contact.phoneNumber, '+46711');
  });

  it('tell the agent when something about them changes, and only then', () => {
    const driver = new Driver();
    driver.engaged();
    assert.ok(!typesOf(driver.writes(MARA, 'same').events).includes('contact.changed'));
    const { emissions } = driver.writes({ ...MARA, profileName: 'Mara L.' }, 'other');
    const change = emissions.find(({ envelope }) => envelope.event.type === 'contact.changed');
    assert.deepEqual(change?.to, ['ana']);
  });

  it('who stopped marketing get none', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.handle({ type: 'contact.marketing', contact: MARA, allowed: false });
    assert.equal(driver.session(sessionId).contact.marketingAllowed, false);
  });
});

describe('the service window', () => {
  it('is open for 24 hours from the time at which the contact wrote, not from the arrival', () => {
    const driver = new Driver();
    driver.now += HOUR;
    driver.writes(MARA, 'held up', { originAt: START });
    const [session] = [...driver.desk.state.sessions.values()];
    assert.equal(session?.session.window.closesAt, START + 24 * HOUR);
  });

  it('is of the contact and the channel, over all sessions', () => {
    const driver = new Driver();
    const first = driver.engaged();
    driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
    driver.writes(MARA, 'Again', { originAt: START - HOUR });
    assert.equal(driver.session(driver.accepts('ana')).window.openedAt, START);
  });

  it('is not renewed by a reaction, by a system notice or by what staff wrote on the phone', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.now += HOUR;
    driver.writes(MARA, { kind: 'reaction', emoji: '👍', target: { providerId: 'wamid.x' } });
    driver.writes(MARA, { kind: 'system', change: 'x' }, { author: { kind: 'system' } });
    driver.writes(MARA, 'from the phone', { author: { kind: 'phone-app' } });
    assert.equal(driver.session(sessionId).window.openedAt, START);
  });
});

describe('a pending response', () => {
  it('counts from the arrival of the first message that nobody has answered', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.now += 5000;
    driver.writes(MARA, 'Hello??');
    assert.equal(driver.session(sessionId).pendingSince, START);
  });

  it('ends when WhatsApp takes an answer, and counts on from what came after the answer was written', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'Good morning');
    assert.equal(driver.session(sessionId).pendingSince, START, 'not answered yet');
    driver.now += 1000;
    driver.writes(MARA, 'And another thing');
    driver.passesOn(id);
    assert.equal(driver.session(sessionId).pendingSince, START + 1000);
    driver.passesOn(driver.sends('ana', sessionId, 'Yes').id);
    assert.equal(driver.session(sessionId).pendingSince, undefined);
  });

  it('goes on when the answer failed', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'Good morning');
    driver.passesOn(id, { type: 'failed', problem: { code: 131026 } });
    assert.equal(driver.session(sessionId).pendingSince, START);
  });

  it('ends when staff answered on the phone', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, 'from the phone', { author: { kind: 'phone-app' } });
    assert.equal(driver.session(sessionId).pendingSince, undefined);
  });

  it('does not begin with a reaction', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.passesOn(driver.sends('ana', sessionId, 'Good morning').id);
    driver.writes(MARA, { kind: 'reaction', emoji: '👍', target: { providerId: 'wamid.unknown' } });
    assert.equal(driver.session(sessionId).pendingSince, undefined);
  });
});

describe('media of the contact', () => {
  const photo: Content = { kind: 'image', media: { source: { kind: 'provider', id: '77' }, mimeType: 'image/jpeg' } };

  it('are to be fetched until they are stored', () => {
    const driver = new Driver();
    driver.writes(MARA, photo, { providerId: 'wamid.1' });
    const work = driver.desk.outgoing(driver.now).media[0]!;
    assert.deepEqual(work.media.source, { kind: 'provider', id: '77' });
    const media = { source: { kind: 'stored', id: 'f1' }, mimeType: 'image/jpeg', size: 9 } as const;
    driver.handle({ type: 'media.stored', messageId: work.messageId, media });
    assert.deepEqual(driver.desk.outgoing(driver.now).media, []);
    const { content } = driver.message(work.messageId);
    assert.ok(content.kind === 'image' && content.media.source.kind === 'stored');
    assert.deepEqual(driver.handle({ type: 'media.stored', messageId: work.messageId, media }).events, []);
  });

  it('that could not be fetched are fetched again when the agent asks', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes(MARA, photo, { providerId: 'wamid.1' });
    const messageId = idOf(driver, 'wamid.1');
    driver.handle({ type: 'media.failed', messageId, state: 'failed' });
    assert.deepEqual(driver.desk.outgoing(driver.now).media, []);
    const again = driver.command('ana', { type: 'media.refetch', id: 'r', sessionId, messageId });
    assert.equal(again.outcome.type, 'done');
    assert.equal(driver.desk.outgoing(driver.now).media.length, 1);
  });

  it('are for those alone who have a session with the contact', () => {
    const driver = new Driver();
    driver.engaged('ana');
    driver.writes(MARA, photo, { providerId: 'wamid.1' });
    const messageId = idOf(driver, 'wamid.1');
    driver.handle({ type: 'media.stored', messageId, media: { source: { kind: 'stored', id: 'f1' } } });
    assert.equal(driver.desk.canSeeMedia('ana', 'f1'), true);
    assert.equal(driver.desk.canSeeMedia('ben', 'f1'), false);
    assert.equal(driver.desk.canSeeMedia('ana', 'f2'), false);
  });
});
