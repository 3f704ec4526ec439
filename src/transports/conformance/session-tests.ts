import { PROTOCOL_VERSION } from '../../protocol/transport.js';
import { check, engaged, equal, spelled, TestDesk, withScene, type Scene } from './bench.js';
import type { ConformanceTest, FaultName } from './subject.js';

/** A test in which a scene is played. */
export function test(
  name: string,
  play: (scene: Scene) => Promise<void>,
  needs: readonly FaultName[] = [],
): ConformanceTest {
  return { name, needs, run: (subject) => withScene(subject, play) };
}

const welcomes = test('welcomes the agent with its desk, the time and the version of the protocol', async ({
  desk,
}) => {
  const { welcome } = await desk.connect();
  equal(welcome.protocol, PROTOCOL_VERSION, 'welcome.protocol');
  check(welcome.agent.id !== '' && welcome.serverTime > 0, 'welcome names the agent and the time');
  equal(welcome.sessions.length, 0, 'sessions on a fresh desk');
  equal(welcome.desk.offers.length, 0, 'offers on a fresh desk');
  check(
    welcome.desk.presence.channels.every((channel) => !channel.ready),
    'A fresh agent is not ready.',
  );
});

const offers = test('offers what a contact wrote to a ready agent, and assigns it when accepted', async (scene) => {
  const { desk } = scene;
  const snapshot = await engaged(scene);
  const [offered] = desk.eventsOf('offer.made');
  check(offered !== undefined && offered.offer.expiresAt > offered.offer.madeAt, 'The offer has an end.');
  equal(snapshot.session.phase, 'engaged', 'phase of the accepted session');
  equal(snapshot.messages.length, 1, 'messages in the snapshot');
  const assigned = desk.eventsOf('session.assigned').filter(({ session }) => session.id === snapshot.session.id);
  equal(assigned.length, 1, 'session.assigned');
});

const echoes = test("echoes a message with the client's id, and names the command as its cause", async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const id = await desk.send(session.id, 'Good morning');
  await desk.until('the message comes back', () => desk.messages.some((message) => message.id === id));
  const echo = desk.envelopes.find(({ event }) => event.type === 'message.added' && event.message.id === id);
  equal(echo?.causeId, id, 'causeId of the echo');
});

const once = test('does a command once, however often it comes', async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const id = await desk.send(session.id, 'Only once');
  await desk.send(session.id, 'Only once', id);
  await desk.send(session.id, 'The end');
  await desk.until('the last message comes back', () => desk.messages.length >= 2);
  equal(desk.messages.filter((message) => message.id === id).length, 1, 'echoes of the repeated message');
});

const reused = test('refuses an id that is used again for something else', async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const id = await desk.send(session.id, 'One thing');
  const outcome = await desk.link.execute({
    type: 'message.send',
    id,
    sessionId: session.id,
    content: { kind: 'text', body: 'Another thing' },
  });
  check(
    outcome.type === 'refused' && outcome.code === 'id-reused',
    `The outcome is ${spelled(outcome)}, not id-reused.`,
  );
});

const refusals = test('refuses what is not there, with a code and without a trace', async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const before = desk.envelopes.length;
  const outcome = await desk.link.execute({
    type: 'message.send',
    id: desk.newId(),
    sessionId: 'no-such-session',
    content: { kind: 'text', body: 'Hello?' },
  });
  check(
    outcome.type === 'refused' && outcome.code === 'not-found',
    `The outcome is ${spelled(outcome)}, not not-found.`,
  );
  const id = await desk.send(session.id, 'The next');
  await desk.until('the next message comes back', () => desk.messages.some((message) => message.id === id));
  equal(desk.envelopes.slice(before)[0]?.causeId, id, 'cause of the first event after a refusal');
});

const private_ = test("lets nobody act in another agent's session or hear of it", async (scene) => {
  const { session } = await engaged(scene);
  const other = new TestDesk(scene.backend.second);
  const link = await other.connect();
  const outcome = await link.execute({
    type: 'message.send',
    id: other.newId(),
    sessionId: session.id,
    content: { kind: 'text', body: 'Let me in' },
  });
  check(
    outcome.type === 'refused' && outcome.code === 'not-yours',
    `The outcome is ${spelled(outcome)}, not not-yours.`,
  );
  await scene.desk.send(session.id, 'Private');
  await other.becomesReady();
  await other.until('its own presence comes', () => other.eventsOf('presence.changed').length > 0);
  equal(other.messages.length, 0, "messages of another agent's session");
  await other.stop();
});

const order = test('keeps the order of what is sent, with numbers that have no holes', async (scene) => {
  const { desk } = scene;
  const { session, position } = await engaged(scene);
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) ids.push(await desk.send(session.id, `Message ${index}`));
  await desk.until('all messages come back', () =>
    ids.every((id) => desk.messages.some((message) => message.id === id)),
  );
  const shown = desk.messages.map(({ id }) => id).filter((id) => ids.includes(id));
  equal(shown.join(), ids.join(), 'order of the echoes');
  const numbers = desk.envelopes.filter((one) => one.stream === `session:${session.id}` && one.seq > position.seq);
  check(
    numbers.every(({ seq }, index) => seq === position.seq + 1 + index),
    `The numbers of the session's events have holes: ${numbers.map(({ seq }) => seq).join()}`,
  );
});

const ends = test('takes a session that is done off the desk', async (scene) => {
  const { desk } = scene;
  const { session, position } = await engaged(scene);
  await desk.done({ type: 'session.done', id: desk.newId(), sessionId: session.id });
  await desk.until('the session is removed', () => desk.eventsOf('session.removed').length === 1);
  const { gone, sessions } = await desk.link.sync({ streams: { [`session:${session.id}`]: position } });
  equal(gone.join(), session.id, 'sessions that are gone');
  equal(sessions.length, 0, 'sessions that are left');
});

const history =
  test('answers with earlier messages, the nearest first in number and in order of time', async (scene) => {
    const { desk } = scene;
    const { session, messages } = await engaged(scene);
    for (let index = 0; index < 3; index += 1) await desk.send(session.id, `Message ${index}`);
    const ask = { type: 'history', sessionId: session.id, limit: 2, scope: 'session' } as const;
    const newest = await desk.link.query(ask);
    equal(newest.messages.length, 2, 'messages on a page of two');
    check(newest.hasOlder && !newest.hasNewer, 'The newest page has older messages and no newer ones.');
    const older = await desk.link.query({ ...ask, before: newest.messages[0]!.id });
    equal(older.messages[0]?.id, messages[0]?.id, 'the oldest message');
    check(!older.hasOlder && older.hasNewer, 'The oldest page has no older messages.');
  });

const around = test('answers with the messages around one', async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const ids: string[] = [];
  for (let index = 0; index < 4; index += 1) ids.push(await desk.send(session.id, `Message ${index}`));
  const ask = { type: 'history', sessionId: session.id, limit: 3, scope: 'session' } as const;
  const page = await desk.link.query({ ...ask, around: ids[1]! });
  equal(page.messages.map(({ id }) => id).join(), ids.slice(0, 3).join(), 'messages around the second');
  check(page.hasOlder && page.hasNewer, 'There are more on both sides.');
});

const search = test('finds what was said, whatever its case and accents, where it says that it can', async (scene) => {
  const { desk } = scene;
  const { session, capabilities } = await engaged(scene);
  if (!capabilities.features.includes('search')) return;
  const id = await desk.send(session.id, 'The *Café* opens at nine');
  await desk.send(session.id, 'Something else');
  const ask = { type: 'search', sessionId: session.id, limit: 10, scope: 'session' } as const;
  const { hits, hasMore } = await desk.link.query({ ...ask, text: 'CAFE OPENS' });
  equal(hits.map((hit) => hit.id).join(), id, 'messages that were found');
  check(!hasMore && hits[0]!.originAt > 0, 'A hit has its place, and there are no more of them.');
  equal((await desk.link.query({ ...ask, text: 'tea' })).hits.length, 0, 'messages that say something else');
});

const files = test('takes a file, and makes it loadable for the browser', async (scene) => {
  const { desk } = scene;
  const { session } = await engaged(scene);
  const file = new Blob([Uint8Array.of(0x25, 0x50, 0x44, 0x46)], { type: 'application/pdf' });
  const about = { sessionId: session.id, name: 'offer.pdf', kind: 'document' } as const;
  const uploaded = await desk.link.upload(file, about);
  check(uploaded.type === 'done', `The upload is ${uploaded.type}.`);
  const id = desk.newId();
  const content = { kind: 'document', media: uploaded.value, fileName: 'offer.pdf' } as const;
  await desk.done({ type: 'message.send', id, sessionId: session.id, content });
  const lease = await desk.link.media(uploaded.value, 'full');
  check(lease.url !== '', 'A lease has an address.');
  lease.release();
});

/** What a desk and a backend say to each other while all goes well. */
export const sessionTests: readonly ConformanceTest[] = [
  welcomes,
  offers,
  echoes,
  once,
  reused,
  refusals,
  private_,
  order,
  ends,
  history,
  around,
  search,
  files,
];
