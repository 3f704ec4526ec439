import * as v from 'valibot';
import type { WaErrorCode } from '../domain/errors.js';
import type { Outcome } from './commands.js';
import type { EphemeralNews } from './events.js';
import type { AnswerTo, Query, QueryType } from './queries.js';
import { outcomeSchema } from './schemas/commands.js';
import { newsSchema, resumePointSchema, streamsSchema } from './schemas/events.js';
import { countSchema, timeSchema } from './schemas/json.js';
import { parseJsonWith, type Parsed } from './schemas/parse.js';
import { historyPageSchema, searchPageSchema, templatePageSchema } from './schemas/queries.js';
import { welcomeSchema } from './schemas/transport.js';
import type { ResumePoint, StreamPosition } from './streams.js';
import type { Welcome } from './transport.js';

/** The WebSocket's path below the gateway's base address. */
export const SOCKET_PATH = '/socket';

/** The sub-protocol that both sides name when they open the socket. */
export const SUB_PROTOCOL = 'wa-desk.v1';

/** A client that has not said `hello` by then is sent away (milliseconds). */
export const HELLO_TIMEOUT_MS = 5000;

/** How long the other side may be silent beyond its heartbeat before the socket counts as dead (milliseconds). */
export const HEARTBEAT_GRACE_MS = 10_000;

/** The longest frame that an agent's desk may send (UTF-16 units). */
export const MAX_CLIENT_FRAME = 256 * 1024;

/** The longest frame that a gateway may send (UTF-16 units). */
export const MAX_SERVER_FRAME = 16 * 1024 * 1024;

/** Why a socket was closed. */
export const CLOSE = {
  /** The desk or its page goes. */
  normal: 1000,
  /** The gateway shuts down; come back. */
  goingAway: 1001,
  /** No sign of life. */
  zombie: 4000,
  /** The host's token has run out: come back with a new one. */
  tokenExpired: 4001,
  /** This agent may not use the desk. */
  forbidden: 4003,
  /** The desk does not read as fast as the gateway writes. */
  slowConsumer: 4008,
  /** The same agent's desk was opened elsewhere and only one is allowed. */
  superseded: 4009,
  /** The two sides speak different major versions. */
  version: 4010,
  /** The gateway's log was replaced; come back. */
  epochChanged: 4011,
  /** A frame that does not fit the protocol. */
  badFrame: 4400,
  /** The ticket is unknown, used or too old: come back with a new one. */
  badTicket: 4401,
  /** No `hello` in time. */
  helloTimeout: 4408,
} as const;

/** What a close code means to the desk: try again, or stop because trying again cannot help. */
export function closeMeaning(
  code: number,
):
  | { readonly type: 'lost'; readonly cause: string }
  | { readonly type: 'fatal'; readonly code: 'unauthorized' | 'incompatible' | 'superseded' | 'refused' } {
  switch (code) {
    case CLOSE.forbidden:
      return { type: 'fatal', code: 'unauthorized' };
    case CLOSE.superseded:
      return { type: 'fatal', code: 'superseded' };
    case CLOSE.version:
      return { type: 'fatal', code: 'incompatible' };
    case CLOSE.badFrame:
      return { type: 'fatal', code: 'refused' };
    default:
      return { type: 'lost', cause: `socket closed with ${code}` };
  }
}

/**
 * What a desk says; `ref` counts its questions and comes back with the answer. Commands and queries are read with
 * `parseCommand` and `parseQuery` once the frame is, so that a bad one is answered instead of ending the connection.
 */
export type ClientFrame =
  | { readonly type: 'hello'; readonly v: number; readonly ticket: string; readonly resume?: ResumePoint }
  | { readonly type: 'execute'; readonly ref: number; readonly command: unknown }
  | { readonly type: 'query'; readonly ref: number; readonly query: unknown }
  | { readonly type: 'sync'; readonly ref: number; readonly from: ResumePoint }
  | { readonly type: 'pong' };

/** What a gateway says. Events, syncs and answers are read with their own schemas once the frame is. */
export type ServerFrame =
  | { readonly type: 'welcome'; readonly heartbeatMs: number; readonly welcome: Welcome }
  | { readonly type: 'outcome'; readonly ref: number; readonly outcome: Outcome }
  | { readonly type: 'answer'; readonly ref: number; readonly answer: unknown }
  | { readonly type: 'synced'; readonly ref: number; readonly sync: unknown }
  /** The question with this `ref` cannot be answered. */
  | { readonly type: 'failed'; readonly ref: number; readonly code: WaErrorCode; readonly message: string }
  | { readonly type: 'event'; readonly envelope: unknown }
  | { readonly type: 'news'; readonly news: EphemeralNews }
  | { readonly type: 'ping'; readonly streams: Readonly<Record<string, StreamPosition>>; readonly serverTime: number };

const ref = countSchema;

export const clientFrameSchema: v.GenericSchema<unknown, ClientFrame> = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    v: countSchema,
    ticket: v.pipe(v.string(), v.maxLength(512)),
    resume: v.optional(resumePointSchema),
  }),
  v.object({ type: v.literal('execute'), ref, command: v.unknown() }),
  v.object({ type: v.literal('query'), ref, query: v.unknown() }),
  v.object({ type: v.literal('sync'), ref, from: resumePointSchema }),
  v.object({ type: v.literal('pong') }),
]);

const ERROR_CODES = [
  'config-invalid',
  'contract-violated',
  'media-unavailable',
  'not-allowed',
  'storage-unavailable',
  'transport-fatal',
  'transport-lost',
  'unauthorized',
] as const satisfies readonly WaErrorCode[];

export const serverFrameSchema: v.GenericSchema<unknown, ServerFrame> = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    heartbeatMs: v.pipe(v.number(), v.minValue(100)),
    welcome: welcomeSchema,
  }),
  v.object({ type: v.literal('outcome'), ref, outcome: outcomeSchema }),
  v.object({ type: v.literal('answer'), ref, answer: v.unknown() }),
  v.object({ type: v.literal('synced'), ref, sync: v.unknown() }),
  v.object({ type: v.literal('failed'), ref, code: v.picklist(ERROR_CODES), message: v.string() }),
  v.object({ type: v.literal('event'), envelope: v.unknown() }),
  v.object({ type: v.literal('news'), news: newsSchema }),
  v.object({ type: v.literal('ping'), streams: streamsSchema, serverTime: timeSchema }),
]);

/** Reads a frame of a desk; for gateways. */
export function parseClientFrame(text: string): Parsed<ClientFrame> {
  return parseJsonWith(clientFrameSchema, text, 'frame', MAX_CLIENT_FRAME);
}

/** Reads a frame of a gateway; for desks. */
export function parseServerFrame(text: string): Parsed<ServerFrame> {
  return parseJsonWith(serverFrameSchema, text, 'frame', MAX_SERVER_FRAME);
}

const ANSWERS: { readonly [T in QueryType]: v.GenericSchema<unknown, AnswerTo<Extract<Query, { type: T }>>> } = {
  history: historyPageSchema,
  search: searchPageSchema,
  templates: templatePageSchema,
};

/** The schema of the answer to a query. */
export function answerSchemaOf({ type }: Query): v.GenericSchema<unknown, AnswerTo<Query>> {
  return ANSWERS[type];
}
