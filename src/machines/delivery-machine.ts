import { assign, fromPromise, setup } from 'xstate';
import type { Outcome } from '../protocol/commands.js';
import type { OutboxState, Refusal } from '../stores/desk-records.js';
import { STALE_AFTER_MS } from '../stores/outbox-store.js';
import { backoffMs, RESEND_BACKOFF } from './backoff.js';

export interface DeliveryInput {
  /** Epoch milliseconds, server clock. */
  readonly createdAt: number;
  /** How the outbox row stood when it was read. */
  readonly state: OutboxState;
  readonly attempts: number;
  readonly refusal?: Refusal;
  /** When the agent said that it may go after all. */
  readonly releasedAt?: number;
  /** Writes the attempt down and sends; `cancelled` when another tab took the message out. */
  send(attempt: number): Promise<Outcome | { readonly type: 'cancelled' }>;
  /** Resolves once everything that the server had when this was called has been applied here. */
  catchUp(): Promise<void>;
  /** Epoch milliseconds, server clock. */
  now(): number;
  /** In [0, 1). */
  random(): number;
}

export interface DeliveryContext extends DeliveryInput {
  /** The server said `done`, so that it has the message even if its event is out of sight. */
  readonly isTaken: boolean;
  readonly retryAfterMs?: number;
}

export type DeliveryEvent =
  /** It is this message's turn: everything before it has left. */
  | { readonly type: 'turn.given' }
  /** Looks whether the message has become too old to go by itself. */
  | { readonly type: 'age.check' }
  /** The agent wants it sent after all. */
  | { readonly type: 'message.release' }
  | { readonly type: 'message.cancel' }
  /** The server's event with this id is here. */
  | { readonly type: 'message.added' };

/**
 * The way of one message out of this browser: until the server's event with its id is here. What WhatsApp then makes of it
 * (sent, delivered, read, failed) are facts of the log, which only rise.
 */
export const deliveryMachine = setup({
  types: { context: {} as DeliveryContext, events: {} as DeliveryEvent, input: {} as DeliveryInput },
  actors: {
    send: fromPromise<Outcome | { readonly type: 'cancelled' }, DeliveryContext>(({ input }) =>
      input.send(input.attempts),
    ),
    catchUp: fromPromise<void, DeliveryContext>(({ input }) => input.catchUp()),
  },
  guards: {
    wasUnconfirmed: ({ context }) => context.state === 'sending' || context.state === 'unconfirmed',
    wasStale: ({ context }) => context.state === 'stale',
    wasRefused: ({ context }) => context.state === 'refused',
    isTooOld: ({ context }) => context.now() - (context.releasedAt ?? context.createdAt) > STALE_AFTER_MS,
    isTaken: ({ context }) => context.isTaken,
    isDone: (_, params: { type: string }) => params.type === 'done',
    isCancelled: (_, params: { type: string }) => params.type === 'cancelled',
    isRefusal: (_, params: Outcome | { readonly type: 'cancelled' }) => params.type === 'refused' && !params.retryable,
    isRetryable: (_, params: Outcome | { readonly type: 'cancelled' }) => params.type === 'refused' && params.retryable,
  },
  delays: {
    answerTimeout: 20_000,
    eventTimeout: 10_000,
    resendBackoff: ({ context }) =>
      context.retryAfterMs ?? backoffMs(RESEND_BACKOFF, context.attempts, context.random()),
  },
  actions: {
    countAttempt: assign({
      attempts: ({ context }) => context.attempts + 1,
      retryAfterMs: undefined,
      refusal: undefined,
    }),
    noteTaken: assign({ isTaken: true }),
    noteReleased: assign(({ context }) => ({ releasedAt: context.now(), refusal: undefined })),
    noteRefusal: assign((_, params: Outcome | { readonly type: 'cancelled' }) =>
      params.type === 'refused' ? { refusal: params } : {},
    ),
    noteRetryAfter: assign((_, params: Outcome | { readonly type: 'cancelled' }) =>
      params.type === 'refused' ? { retryAfterMs: params.retryAfterMs } : {},
    ),
  },
}).createMachine({
  id: 'delivery',
  context: ({ input }) => ({ ...input, isTaken: false }),
  initial: 'restored',
  on: { 'message.added': '.accepted' },
  states: {
    restored: {
      always: [
        { guard: 'wasUnconfirmed', target: 'unconfirmed' },
        { guard: 'wasStale', target: 'stale' },
        { guard: 'wasRefused', target: 'refused' },
        { target: 'queued' },
      ],
    },
    queued: {
      tags: ['resting', 'cancellable'],
      on: {
        'turn.given': [{ guard: 'isTooOld', target: 'stale' }, { target: 'sending' }],
        'age.check': { guard: 'isTooOld', target: 'stale' },
        'message.cancel': 'cancelled',
      },
    },
    sending: {
      entry: 'countAttempt',
      invoke: {
        id: 'send',
        src: 'send',
        input: ({ context }) => context,
        onDone: [
          {
            guard: { type: 'isDone', params: ({ event }) => event.output },
            target: 'confirming',
            actions: 'noteTaken',
          },
          { guard: { type: 'isCancelled', params: ({ event }) => event.output }, target: 'cancelled' },
          {
            guard: { type: 'isRefusal', params: ({ event }) => event.output },
            target: 'refused',
            actions: { type: 'noteRefusal', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'isRetryable', params: ({ event }) => event.output },
            target: 'waiting',
            actions: { type: 'noteRetryAfter', params: ({ event }) => event.output },
          },
          { target: 'unconfirmed' },
        ],
        onError: 'unconfirmed',
      },
      after: { answerTimeout: 'unconfirmed' },
    },
    confirming: { after: { eventTimeout: 'unconfirmed' } },
    unconfirmed: {
      invoke: {
        id: 'catchUp',
        src: 'catchUp',
        input: ({ context }) => context,
        onDone: [{ guard: 'isTaken', target: 'accepted' }, { target: 'waiting' }],
        onError: 'waiting',
      },
    },
    waiting: {
      tags: 'cancellable',
      on: { 'message.cancel': 'cancelled' },
      after: { resendBackoff: 'queued' },
    },
    stale: {
      tags: ['resting', 'cancellable', 'held'],
      on: { 'message.release': { target: 'queued', actions: 'noteReleased' }, 'message.cancel': 'cancelled' },
    },
    refused: {
      tags: ['resting', 'cancellable', 'held'],
      on: { 'message.release': { target: 'queued', actions: 'noteReleased' }, 'message.cancel': 'cancelled' },
    },
    accepted: { type: 'final' },
    cancelled: { type: 'final' },
  },
});
