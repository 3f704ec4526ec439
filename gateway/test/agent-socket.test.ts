import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { WebSocket } from '@fastify/websocket';
import fastify from 'fastify';
import {
  CLOSE,
  HEARTBEAT_GRACE_MS,
  HELLO_TIMEOUT_MS,
  type Command,
  type Outcome,
  type Welcome,
} from 'wa-desk/protocol';
import type { DeskPort } from '../src/agents/desk-port.js';
import { AgentSocket, type SocketContext } from '../src/agents/agent-socket.js';
import { RateLimit } from '../src/agents/rate-limit.js';

/** A WebSocket that a test speaks and listens through. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  closedWith?: number;

  send(text: string): void {
    this.sent.push(text);
  }

  close(code: number): void {
    this.closedWith ??= code;
    this.readyState = 2;
  }

  terminate(): void {
    this.readyState = 3;
  }

  say(frame: object): void {
    this.emit('message', Buffer.from(JSON.stringify(frame)), false);
  }
}

const HEARTBEAT_MS = 1000;

function deskPort(): DeskPort {
  return {
    now: () => 0,
    welcome: async () => ({}) as Welcome,
    execute: async () => ({ type: 'done', value: undefined }),
    query: () => Promise.reject(new Error('not asked')),
    sync: () => Promise.reject(new Error('broken inside')),
    heads: () => ({}),
    subscribe: () => () => undefined,
  };
}

describe("an agent's socket, frame by frame", () => {
  let socket: FakeSocket;
  let now = 0;
  const closed: string[] = [];

  const open = (context: Partial<SocketContext> = {}): FakeSocket => {
    socket = new FakeSocket();
    new AgentSocket(socket as unknown as WebSocket, {
      desk: deskPort(),
      rateLimit: new RateLimit({ burst: 2, perSecond: 1, now: () => now }),
      heartbeatMs: HEARTBEAT_MS,
      maxBufferedBytes: 1000,
      log: fastify().log,
      ownOptions: () => ({}),
      redeem: () => ({ agentId: 'ana', expiresAt: Date.now() + 3_600_000 }),
      opened: () => undefined,
      closed: ({ agentId }) => void closed.push(agentId),
      ...context,
    });
    return socket;
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const greet = async (): Promise<void> => {
    socket.say({ type: 'hello', v: 1, ticket: 'x'.repeat(20) });
    await settle();
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(performance, 'now', () => now);
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
    now = 0;
  });

  it('ends without a hello in time', () => {
    open();
    mock.timers.tick(HELLO_TIMEOUT_MS - 1);
    assert.equal(socket.closedWith, undefined);
    mock.timers.tick(1);
    assert.equal(socket.closedWith, CLOSE.helloTimeout);
  });

  it('does not end for that after a hello', async () => {
    open();
    await greet();
    socket.say({ type: 'pong' });
    mock.timers.tick(HELLO_TIMEOUT_MS);
    assert.equal(socket.closedWith, undefined);
  });

  it('is given up when the desk gives no sign of life', async () => {
    open();
    await greet();
    const passBeat = () => {
      now += HEARTBEAT_MS * 1.1;
      mock.timers.tick(HEARTBEAT_MS * 1.1);
    };
    passBeat();
    assert.match(socket.sent.at(-1) ?? '', /"type":"ping"/);
    while (now <= HEARTBEAT_MS + HEARTBEAT_GRACE_MS) passBeat();
    passBeat();
    assert.equal(socket.closedWith, CLOSE.zombie);
    assert.deepEqual(closed.splice(0).includes('ana'), true);
  });

  it('obeys nothing more once it was sent away', async () => {
    const asked: string[] = [];
    const execute = async (_: string, { id }: Command): Promise<Outcome> => {
      asked.push(id);
      return { type: 'done', value: undefined };
    };
    open({ desk: { ...deskPort(), execute } });
    await greet();
    const wish = (id: string) => ({ type: 'execute', ref: 1, command: { type: 'presence.set', id, ready: true } });
    socket.say(wish('before'));
    socket.say({ type: 'nonsense' });
    socket.say(wish('after'));
    await settle();
    assert.equal(socket.closedWith, CLOSE.badFrame);
    assert.deepEqual(asked, ['before']);
  });

  it('is cut when the desk reads more slowly than the gateway writes', async () => {
    open();
    await greet();
    socket.bufferedAmount = 1001;
    socket.say({ type: 'execute', ref: 1, command: { type: 'presence.set', id: '1', ready: true } });
    await settle();
    assert.equal(socket.closedWith, CLOSE.slowConsumer);
  });

  it('refuses wishes that come too fast, and says when to come again', async () => {
    open();
    await greet();
    for (const ref of [1, 2, 3])
      socket.say({ type: 'execute', ref, command: { type: 'presence.set', id: String(ref), ready: true } });
    await settle();
    const outcomes = socket.sent.slice(1).map((text) => (JSON.parse(text) as { outcome: object }).outcome);
    assert.deepEqual(outcomes.at(0), {
      type: 'refused',
      code: 'too-many-requests',
      retryable: true,
      retryAfterMs: 1000,
    });
    assert.equal(outcomes.filter((outcome) => (outcome as { type: string }).type === 'done').length, 2);
    now += 1000;
    socket.say({ type: 'execute', ref: 4, command: { type: 'presence.set', id: '4', ready: true } });
    await settle();
    assert.match(socket.sent.at(-1) ?? '', /"type":"done"/);
  });

  it('tells a failure inside without its details', async () => {
    open();
    await greet();
    socket.say({ type: 'sync', ref: 1, from: { streams: {} } });
    await settle();
    const frame = JSON.parse(socket.sent.at(-1) ?? '') as object;
    assert.deepEqual({ ...frame, message: '' }, { type: 'failed', ref: 1, code: 'transport-lost', message: '' });
    assert.doesNotMatch(JSON.stringify(frame), /broken inside/);
  });

  it('does not say hello twice', async () => {
    open();
    await greet();
    await greet();
    assert.equal(socket.closedWith, CLOSE.badFrame);
  });

  it('sends the events that came during the welcome after it, and none of them twice', async () => {
    let tell: Parameters<DeskPort['subscribe']>[1] = () => undefined;
    const subscribe: DeskPort['subscribe'] = (_agentId, listener) => {
      tell = listener;
      return () => undefined;
    };
    let welcome: (welcome: Welcome) => void = () => undefined;
    open({ desk: { ...deskPort(), subscribe, welcome: () => new Promise((resolve) => (welcome = resolve)) } });
    await greet();
    const envelope = (seq: number) =>
      ({
        stream: 'agent:ana',
        epoch: 'e',
        seq,
        at: 0,
        event: { type: 'session.removed', sessionId: 's', reason: 'done' },
      }) as const;
    tell(envelope(1));
    assert.deepEqual(socket.sent, []);
    welcome({} as Welcome);
    await settle();
    tell(envelope(2));
    const types = socket.sent.map((text) => JSON.parse(text) as { type: string; envelope?: { seq: number } });
    assert.deepEqual(
      types.map(({ type, envelope: one }) => one?.seq ?? type),
      ['welcome', 1, 2],
    );
  });
});
