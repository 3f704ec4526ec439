import type { FastifyBaseLogger } from 'fastify';
import type { WebSocket } from '@fastify/websocket';
import { WaError } from 'wa-desk/domain';
import {
  CLOSE,
  HEARTBEAT_GRACE_MS,
  HELLO_TIMEOUT_MS,
  parseClientFrame,
  parseCommand,
  parseQuery,
  PROTOCOL_VERSION,
  type ClientFrame,
  type Outcome,
  type Parsed,
  type ServerFrame,
  type Welcome,
} from 'wa-desk/protocol';
import type { AgentToken } from './agent-tokens.js';
import type { DeskPort } from './desk-port.js';
import type { RateLimit } from './rate-limit.js';

/** What one agent's socket needs from around it. */
export interface SocketContext {
  readonly desk: DeskPort;
  readonly rateLimit: RateLimit;
  readonly heartbeatMs: number;
  /** Bytes that may wait to be sent before the socket is cut. */
  readonly maxBufferedBytes: number;
  readonly log: FastifyBaseLogger;
  /** Desk options of this agent alone, beside those of the whole desk. */
  ownOptions(agentId: string): Welcome['options'];
  redeem(ticket: string): AgentToken | undefined;
  opened(socket: AgentSocket): void;
  closed(socket: AgentSocket): void;
}

type HelloFrame = Extract<ClientFrame, { type: 'hello' }>;
type Question = Extract<ClientFrame, { ref: number }>;

const MAX_TIMER_MS = 2 ** 31 - 1;

/** One WebSocket of one agent, from the first frame to the last. */
export class AgentSocket {
  /** Whose it is, once the ticket has told. */
  agentId = '';
  readonly #socket: WebSocket;
  readonly #context: SocketContext;
  readonly #timers = new Set<NodeJS.Timeout>();
  #unsubscribe = (): void => {};
  #heardAt = performance.now();
  #greeted = false;

  constructor(socket: WebSocket, context: SocketContext) {
    this.#socket = socket;
    this.#context = context;
    this.#after(HELLO_TIMEOUT_MS, () => this.#greeted || this.close(CLOSE.helloTimeout, 'no hello in time'));
    socket.on('message', (data, isBinary) => this.#receive(isBinary ? '' : textOf(data)));
    socket.on('error', (error) => context.log.info({ err: error }, "An agent's socket failed."));
    socket.on('close', () => this.#end());
  }

  close(code: number, reason: string): void {
    this.#end();
    this.#socket.close(code, reason);
    // A peer that does not answer the closing handshake must not hold the socket open.
    setTimeout(() => this.#socket.terminate(), 2000).unref();
  }

  #receive(text: string): void {
    // What was on its way when the socket was sent away is not obeyed any more.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#heardAt = performance.now();
    const frame = parseClientFrame(text);
    if (!frame.ok) return this.close(CLOSE.badFrame, frame.problem.slice(0, 100));
    if (frame.value.type === 'hello') return void this.#greet(frame.value);
    if (!this.#greeted) return this.close(CLOSE.badFrame, 'the first frame must be hello');
    if (frame.value.type !== 'pong') void this.#answer(frame.value);
  }

  async #greet(hello: HelloFrame): Promise<void> {
    if (this.#greeted) return this.close(CLOSE.badFrame, 'hello was said already');
    this.#greeted = true;
    if (hello.v !== PROTOCOL_VERSION)
      return this.close(CLOSE.version, `this gateway speaks version ${PROTOCOL_VERSION}`);
    const token = this.#context.redeem(hello.ticket);
    if (!token) return this.close(CLOSE.badTicket, 'the ticket is unknown, used or too old');
    this.agentId = token.agentId;
    this.#after(Math.min(token.expiresAt - Date.now(), MAX_TIMER_MS), () =>
      this.close(CLOSE.tokenExpired, 'the token has run out'),
    );
    await this.#open();
  }

  async #open(): Promise<void> {
    const held: ServerFrame[] = [];
    let deliver = (frame: ServerFrame): void => void held.push(frame);
    const { desk, heartbeatMs } = this.#context;
    this.#unsubscribe = desk.subscribe(this.agentId, (envelope) => deliver({ type: 'event', envelope }));
    this.#context.opened(this);
    const welcome = await desk.welcome(this.agentId).catch((failure: unknown) => this.#unwelcome(failure));
    if (!welcome) return;
    const options = { ...welcome.options, ...this.#context.ownOptions(this.agentId) };
    this.#send({ type: 'welcome', heartbeatMs, welcome: { ...welcome, options } });
    deliver = (frame) => this.#send(frame);
    for (const frame of held) deliver(frame);
    this.#beat();
  }

  #unwelcome(failure: unknown): undefined {
    if (failure instanceof WaError) return void this.close(CLOSE.forbidden, 'this agent may not use the desk');
    this.#context.log.error({ err: failure, agentId: this.agentId }, 'An agent could not be welcomed.');
    return void this.close(CLOSE.goingAway, 'try again');
  }

  #beat(): void {
    const { desk, heartbeatMs } = this.#context;
    // Spread, so that a thousand desks that came back together do not beat together.
    this.#after(heartbeatMs * (0.9 + Math.random() * 0.2), () => {
      if (performance.now() - this.#heardAt > heartbeatMs + HEARTBEAT_GRACE_MS)
        return this.close(CLOSE.zombie, 'no sign of life');
      this.#send({ type: 'ping', streams: desk.heads(this.agentId), serverTime: desk.now() });
      this.#beat();
    });
  }

  async #answer(question: Question): Promise<void> {
    try {
      const waitMs = this.#context.rateLimit.take(this.agentId);
      this.#send(waitMs > 0 ? tooMany(question, waitMs) : await this.#ask(question));
    } catch (failure) {
      this.#send(this.#failed(question, failure));
    }
  }

  async #ask(question: Question): Promise<ServerFrame> {
    const { ref } = question;
    const { desk } = this.#context;
    switch (question.type) {
      case 'execute':
        return { type: 'outcome', ref, outcome: await this.#execute(question.command) };
      case 'query':
        return { type: 'answer', ref, answer: await desk.query(this.agentId, this.#read(parseQuery(question.query))) };
      case 'sync':
        return { type: 'synced', ref, sync: await desk.sync(this.agentId, question.from) };
    }
  }

  async #execute(input: unknown): Promise<Outcome> {
    const command = parseCommand(input);
    if (!command.ok) return { type: 'refused', code: 'invalid', message: command.problem, retryable: false };
    return this.#context.desk.execute(this.agentId, command.value);
  }

  #read<T>(parsed: Parsed<T>): T {
    if (!parsed.ok) throw new WaError('contract-violated', parsed.problem);
    return parsed.value;
  }

  #failed(question: Question, failure: unknown): ServerFrame {
    const { ref } = question;
    if (failure instanceof WaError) return { type: 'failed', ref, code: failure.code, message: failure.message };
    this.#context.log.error({ err: failure, agentId: this.agentId }, "An agent's question failed.");
    return question.type === 'execute'
      ? { type: 'outcome', ref, outcome: { type: 'unconfirmed' } }
      : { type: 'failed', ref, code: 'transport-lost', message: 'The gateway could not answer. Its log says why.' };
  }

  #send(frame: ServerFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(JSON.stringify(frame));
    if (this.#socket.bufferedAmount > this.#context.maxBufferedBytes)
      this.close(CLOSE.slowConsumer, 'the desk reads too slowly');
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  #end(): void {
    this.#unsubscribe();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#context.closed(this);
  }
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}

function tooMany(question: Question, waitMs: number): ServerFrame {
  const { ref, type } = question;
  return type === 'execute'
    ? {
        type: 'outcome',
        ref,
        outcome: { type: 'refused', code: 'too-many-requests', retryable: true, retryAfterMs: waitMs },
      }
    : { type: 'failed', ref, code: 'not-allowed', message: `Too many questions: ask again in ${waitMs} ms.` };
}
