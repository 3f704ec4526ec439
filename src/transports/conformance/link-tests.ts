import { WaError } from '../../domain/errors.js';
import type { ResumePoint } from '../../protocol/streams.js';
import type { SessionSnapshot } from '../../protocol/transport.js';
import { check, engaged, equal, numbersIn, spelled, type Scene, type TestDesk } from './bench.js';
import { test } from './session-tests.js';
import type { ConformanceTest } from './subject.js';

function resumeOf(desk: TestDesk, { session, position }: SessionSnapshot): ResumePoint {
  const agent = `agent:${desk.link.welcome.agent.id}`;
  const stream = `session:${session.id}`;
  return {
    streams: {
      [agent]: desk.position(agent, desk.link.welcome.desk.position),
      [stream]: desk.position(stream, position),
    },
  };
}

async function rejection(promise: Promise<unknown>): Promise<WaError> {
  try {
    await promise;
  } catch (error) {
    check(error instanceof WaError, `It must reject with a WaError, not with ${String(error)}.`);
    return error;
  }
  throw new Error('It must reject.');
}

async function afterCut({ backend, desk, fault }: Scene, snapshot: SessionSnapshot): Promise<ResumePoint> {
  const resume = resumeOf(desk, snapshot);
  await fault('cutLink');
  await desk.until('the loss is told', () => desk.notices.some((notice) => notice.type === 'lost'));
  await backend.contactWrites('Mara', 'Are you there?');
  await backend.contactWrites('Mara', 'Hello??');
  return resume;
}

const resumes = test(
  'gives what was missed while the connection was gone, and nothing twice',
  async (scene) => {
    const snapshot = await engaged(scene);
    const resume = await afterCut(scene, snapshot);
    const link = await scene.desk.connect(resume);
    const sync = await link.sync(resume);
    const stream = `session:${snapshot.session.id}`;
    const from = resume.streams[stream]!.seq;
    const numbers = numbersIn(sync, stream);
    const said = sync.events.map(({ event }) => (event.type === 'message.added' ? event.message.content : undefined));
    equal(said.filter((content) => content?.kind === 'text').length, 2, 'missed messages');
    check(numbers[0] === from + 1, `The missed events begin with ${numbers[0]}, not with ${from + 1}.`);
    equal(new Set(numbers).size, numbers.length, 'different numbers');
    equal(sync.sessions.length, 0, 'snapshots where events can be given');
  },
  ['cutLink'],
);

const gap = test(
  'leaves a hole in the numbers when an event is lost, which a sync fills',
  async (scene) => {
    const { desk, backend, fault } = scene;
    const snapshot = await engaged(scene);
    const stream = `session:${snapshot.session.id}`;
    await fault('dropEvent');
    await backend.contactWrites('Mara', 'This gets lost');
    await backend.contactWrites('Mara', 'This does not');
    await desk.until('the second message comes', () => desk.messages.length > 0);
    const resume = resumeOf(desk, snapshot);
    check(
      desk.envelopes.some((one) => one.stream === stream && one.seq > resume.streams[stream]!.seq + 1),
      'There is a hole.',
    );
    const sync = await desk.link.sync(resume);
    equal(numbersIn(sync, stream)[0], resume.streams[stream]!.seq + 1, 'first number of the sync');
  },
  ['dropEvent'],
);

const repeated = test(
  'gives an event that comes twice the same number both times',
  async (scene) => {
    const { desk, backend, fault } = scene;
    await engaged(scene);
    await fault('repeatEvent');
    await backend.contactWrites('Mara', 'Twice');
    await desk.until('the message comes twice', () => desk.messages.length >= 2);
    const places = desk.envelopes
      .filter(({ event }) => event.type === 'message.added')
      .map((one) => `${one.stream} ${one.seq}`);
    equal(places[0], places[1], 'place of the repeated event');
  },
  ['repeatEvent'],
);

const swapped = test(
  'numbers events so that their order can be told when they come in another',
  async (scene) => {
    const { desk, backend, fault } = scene;
    const snapshot = await engaged(scene);
    const stream = `session:${snapshot.session.id}`;
    await fault('swapEvents');
    await backend.contactWrites('Mara', 'One');
    await backend.contactWrites('Mara', 'Two');
    await desk.until('both messages come', () => desk.messages.length >= 2);
    const seqs = desk.envelopes
      .filter((one) => one.stream === stream && one.seq > snapshot.position.seq)
      .map(({ seq }) => seq);
    const sorted = [...seqs].sort((a, b) => a - b);
    check(seqs.join() !== sorted.join(), 'The events came in another order.');
    check(
      sorted.every((seq, index) => seq === snapshot.position.seq + 1 + index),
      `Sorted, they have holes: ${sorted.join()}`,
    );
  },
  ['swapEvents'],
);

const beats = test(
  'tells the heads of the streams, so that a lost last event is noticed',
  async (scene) => {
    const { desk, backend, fault } = scene;
    const { session } = await engaged(scene);
    await backend.contactWrites('Mara', 'The last word');
    await fault('beat');
    await desk.until('heads are told', () => desk.notices.some((notice) => notice.type === 'heads'));
    const heads = desk.notices.filter((notice) => notice.type === 'heads').at(-1);
    const newest = desk.envelopes.filter((one) => one.stream === `session:${session.id}`).at(-1);
    equal(heads?.streams[`session:${session.id}`]?.seq, newest?.seq, "head of the session's stream");
  },
  ['beat'],
);

const epoch = test(
  'gives snapshots instead of events when the log is another one',
  async (scene) => {
    const { desk, fault } = scene;
    const snapshot = await engaged(scene);
    const resume = resumeOf(desk, snapshot);
    await fault('changeEpoch');
    await desk.until('the loss is told', () => desk.notices.some((notice) => notice.type === 'lost'));
    const link = await desk.connect(resume);
    const sync = await link.sync(resume);
    equal(sync.events.length, 0, 'events of another epoch');
    check(sync.desk !== undefined, "The agent's desk comes as a snapshot.");
    equal(sync.sessions[0]?.session.id, snapshot.session.id, 'session in the snapshot');
    check(sync.sessions[0]?.position.epoch !== snapshot.position.epoch, 'The epoch is another one.');
  },
  ['changeEpoch'],
);

const unconfirmed = test(
  'answers unconfirmed when an outcome is lost; the same id again does no harm',
  async (scene) => {
    const { desk, fault } = scene;
    const { session } = await engaged(scene);
    const id = desk.newId();
    const command = { type: 'message.send', id, sessionId: session.id, content: { kind: 'text', body: 'Hm' } } as const;
    await fault('loseOutcome');
    const outcome = await desk.link.execute(command);
    check(outcome.type === 'unconfirmed', `The outcome is ${spelled(outcome)}, not unconfirmed.`);
    await desk.done(command);
    const page = await desk.link.query({ type: 'history', sessionId: session.id, limit: 50, scope: 'session' });
    equal(page.messages.filter((message) => message.id === id).length, 1, 'messages with the id');
  },
  ['loseOutcome'],
);

const dead = test(
  'neither executes nor answers on a connection that is gone',
  async (scene) => {
    const { desk, fault } = scene;
    const { session } = await engaged(scene);
    await fault('cutLink');
    await desk.until('the loss is told', () => desk.notices.some((notice) => notice.type === 'lost'));
    const outcome = await desk.link.execute({ type: 'presence.set', id: desk.newId(), ready: false });
    equal(outcome.type, 'unconfirmed', 'outcome on a dead connection');
    const asked = { type: 'history', sessionId: session.id, limit: 1, scope: 'session' } as const;
    equal((await rejection(desk.link.query(asked))).code, 'transport-lost', 'error of a query on a dead connection');
    equal(desk.notices.filter((notice) => notice.type === 'lost').length, 1, 'times that the loss is told');
  },
  ['cutLink'],
);

const credentials = test(
  'asks for credentials each time it connects, and says when they are refused',
  async ({ desk, fault }) => {
    await desk.connect();
    await desk.link.close('replaced');
    const asked = desk.credentialsAsked;
    check(asked > 0, 'Credentials are asked for.');
    await fault('refuseCredentials');
    equal((await rejection(desk.connect())).code, 'unauthorized', 'error of refused credentials');
    await desk.connect();
    check(desk.credentialsAsked >= asked + 2, 'Credentials are asked for again.');
  },
  ['refuseCredentials'],
);

const closes = test('says nothing any more once it is closed', async (scene) => {
  const { desk, backend } = scene;
  await engaged(scene);
  await desk.link.close('logout');
  const told = desk.notices.length;
  await backend.contactWrites('Mara', 'Nobody hears this');
  const outcome = await desk.link.execute({ type: 'presence.set', id: desk.newId(), ready: false });
  equal(outcome.type, 'unconfirmed', 'outcome on a closed connection');
  equal(desk.notices.length, told, 'notices');
});

const broken = test(
  'keeps out what does not fit, and tells its place',
  async (scene) => {
    const { desk, backend, fault } = scene;
    const { position, session } = await engaged(scene);
    await fault('breakEvent');
    await backend.contactWrites('Mara', 'Broken on the way');
    await desk.until('the violation is told', () => desk.notices.some((notice) => notice.type === 'violation'));
    const violation = desk.notices.find((notice) => notice.type === 'violation');
    equal(violation?.place?.stream, `session:${session.id}`, 'stream of the broken event');
    check((violation?.place?.seq ?? 0) > position.seq, 'The broken event has its number.');
  },
  ['breakEvent'],
);

/** What holds when the connection, or what comes over it, is at fault. */
export const linkTests: readonly ConformanceTest[] = [
  resumes,
  gap,
  repeated,
  swapped,
  beats,
  epoch,
  unconfirmed,
  dead,
  credentials,
  closes,
  broken,
];
