import type { Command, EventEnvelope, Outcome, Query, ResumePoint, ServerFrame, Sync, Welcome } from 'wa-desk/protocol';
import { SUB_PROTOCOL } from 'wa-desk/protocol';
import WebSocket from 'ws';
import { Arrivals } from './arrivals.js';
import { ORIGIN } from './config.js';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A desk on the wire, frame by frame. */
export class DeskClient {
  readonly frames = new Arrivals<ServerFrame>();
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly socket: WebSocket;
  #refs = 0;

  constructor(url: string, options: { readonly origin?: string; readonly protocol?: string } = {}) {
    const { origin = ORIGIN, protocol = SUB_PROTOCOL } = options;
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket`, protocol, origin === '' ? {} : { origin });
    this.socket.on('message', (data: Buffer) => this.frames.add(JSON.parse(data.toString()) as ServerFrame));
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
      // A refused handshake is told by its HTTP status.
      this.socket.on('error', (error) =>
        resolve({ code: Number(/\d{3}$/.exec(error.message)?.[0] ?? 0), reason: error.message }),
      );
    });
  }

  async opened(): Promise<void> {
    if (this.socket.readyState === WebSocket.OPEN) return;
    await new Promise((resolve) => this.socket.once('open', resolve));
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  async hello(ticket: string): Promise<Welcome> {
    await this.opened();
    this.send({ type: 'hello', v: 1, ticket });
    return (await this.#frame('welcome')).welcome;
  }

  async execute(command: Command): Promise<Outcome> {
    const ref = this.#ask({ type: 'execute', command });
    return (await this.#frame('outcome', ref)).outcome;
  }

  async query(query: Query): Promise<FrameOf<'answer'> | FrameOf<'failed'>> {
    const ref = this.#ask({ type: 'query', query });
    const frame = await this.frames.first((one) => (one.type === 'answer' || one.type === 'failed') && one.ref === ref);
    return frame as FrameOf<'answer'> | FrameOf<'failed'>;
  }

  async sync(from: ResumePoint): Promise<Sync> {
    const ref = this.#ask({ type: 'sync', from });
    return (await this.#frame('synced', ref)).sync as Sync;
  }

  get events(): readonly EventEnvelope[] {
    return this.frames.all.flatMap((frame) => (frame.type === 'event' ? [frame.envelope as EventEnvelope] : []));
  }

  /** The first event that fits, from those that came already on. */
  async event<T extends EventEnvelope['event']['type']>(
    type: T,
    fits: (event: Extract<EventEnvelope['event'], { type: T }>) => boolean = () => true,
  ): Promise<Extract<EventEnvelope['event'], { type: T }>> {
    type E = Extract<EventEnvelope['event'], { type: T }>;
    const eventOf = (frame: ServerFrame): E | undefined => {
      const event = frame.type === 'event' ? (frame.envelope as EventEnvelope).event : undefined;
      return event?.type === type ? (event as E) : undefined;
    };
    const frame = await this.frames.first((one) => {
      const event = eventOf(one);
      return event !== undefined && fits(event);
    });
    return eventOf(frame)!;
  }

  close(): void {
    this.socket.terminate();
  }

  #ask(question: object): number {
    this.#refs += 1;
    this.send({ ...question, ref: this.#refs });
    return this.#refs;
  }

  async #frame<T extends ServerFrame['type']>(type: T, ref?: number): Promise<FrameOf<T>> {
    const frame = await this.frames.first(
      (one) => one.type === type && (ref === undefined || ('ref' in one && one.ref === ref)),
    );
    return frame as FrameOf<T>;
  }
}
