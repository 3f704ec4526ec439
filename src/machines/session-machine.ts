import { and, assign, setup } from 'xstate';
import { pendingLevel, type PendingLevel, type PendingThresholds } from '../domain/pending-response.js';
import {
  SERVICE_WINDOW_NEAR_MS,
  serviceWindowPhase,
  type ServiceWindow,
  type ServiceWindowPhase,
} from '../domain/service-window.js';
import { SESSION_END_REASONS, type SessionEndReason } from '../domain/session.js';
import { WITHDRAWN } from './session-endings.js';
import type { SessionContext, SessionInput, SessionMachineEvent, SessionWish } from './session-events.js';

/** One session on a desk, from its offer to its end; a fact of the server overrules whatever was expected. */
export const sessionMachine = setup({
  types: { context: {} as SessionContext, events: {} as SessionMachineEvent, input: {} as SessionInput },
  guards: {
    isOffered: ({ context }) => context.phase === 'offered',
    isInWrapUp: ({ context }) => context.phase === 'wrap-up',
    isOnline: ({ context }) => context.isOnline(),
    isRetryable: (_, params: { retryable: boolean }) => params.retryable,
    isReason: (_, params: { reason: SessionEndReason; wanted: SessionEndReason }) => params.reason === params.wanted,
    isAllSent: ({ context }) => !context.hasUnsent(),
    hasDisposition: ({ context }) => !context.dispositionMissing,
    isWindow: ({ context }, params: { phase: ServiceWindowPhase }) =>
      serviceWindowPhase(context.window, context.now()) === params.phase,
    isPending: ({ context }, params: { level: PendingLevel }) =>
      pendingLevel(context.pendingSince, context.now(), context.thresholds) === params.level,
    callsForAttention: ({ context }) => context.pendingSince !== undefined && !context.isInView(),
  },
  delays: {
    untilOfferExpires: ({ context }) => until(context.expiresAt, context),
    offerGrace: 5000,
    factTimeout: 10_000,
    untilWindowNear: ({ context }) => until((context.window.closesAt ?? 0) - SERVICE_WINDOW_NEAR_MS, context),
    untilWindowCloses: ({ context }) => until(context.window.closesAt, context),
    untilLate: ({ context }) => until((context.pendingSince ?? 0) + context.thresholds.lateAfterMs, context),
    untilOverdue: ({ context }) => until((context.pendingSince ?? 0) + context.thresholds.overdueAfterMs, context),
    typingTimeout: 25_000,
  },
  actions: {
    perform: ({ context }, params: { wish: SessionWish }) => context.perform(params.wish),
    askSync: ({ context }) => context.askSync(),
    noteWindow: assign((_, params: { window: ServiceWindow }) => ({ window: params.window })),
    notePending: assign((_, params: { since?: number }) => ({ pendingSince: params.since })),
    noteThresholds: assign((_, params: { thresholds: PendingThresholds }) => ({ thresholds: params.thresholds })),
    noteDisposition: assign((_, params: { missing: boolean }) => ({ dispositionMissing: params.missing })),
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => input,
  type: 'parallel',
  states: {
    lifecycle: {
      initial: 'arriving',
      on: {
        'session.removed': SESSION_END_REASONS.map((wanted) => ({
          guard: { type: 'isReason' as const, params: ({ event }) => ({ reason: event.reason, wanted }) },
          target: `.ended.${wanted}`,
        })),
        'disposition.changed': {
          actions: { type: 'noteDisposition', params: ({ event }) => ({ missing: event.missing }) },
        },
      },
      states: {
        arriving: {
          always: [
            { guard: 'isOffered', target: 'offered' },
            { guard: 'isInWrapUp', target: 'wrapUp' },
            { target: 'engaged' },
          ],
        },
        offered: {
          initial: 'ringing',
          on: {
            'session.assigned': 'engaged',
            'offer.withdrawn': SESSION_END_REASONS.map((wanted) => ({
              guard: {
                type: 'isReason' as const,
                params: ({ event }) => ({ reason: WITHDRAWN[event.reason], wanted }),
              },
              target: `ended.${wanted}`,
            })),
          },
          states: {
            ringing: {
              on: {
                'offer.accept': { guard: 'isOnline', target: 'accepting' },
                'offer.reject': { guard: 'isOnline', target: 'rejecting' },
                'clock.changed': { target: 'ringing', reenter: true },
              },
              after: { untilOfferExpires: 'expiring' },
            },
            accepting: {
              tags: 'busy',
              entry: { type: 'perform', params: { wish: 'accept' } },
              on: {
                'wish.refused': [
                  {
                    guard: { type: 'isRetryable', params: ({ event }) => ({ retryable: event.retryable }) },
                    target: 'ringing',
                  },
                  { target: '#session.lifecycle.ended.taken' },
                ],
                'wish.unconfirmed': { target: 'ringing', actions: 'askSync' },
              },
              after: { factTimeout: { actions: 'askSync' } },
            },
            rejecting: {
              tags: 'busy',
              entry: { type: 'perform', params: { wish: 'reject' } },
              on: {
                'wish.refused': 'ringing',
                'wish.unconfirmed': { target: 'ringing', actions: 'askSync' },
              },
              after: { factTimeout: { actions: 'askSync' } },
            },
            expiring: { after: { offerGrace: { target: '#session.lifecycle.ended.missed', actions: 'askSync' } } },
          },
        },
        engaged: {
          initial: 'active',
          on: { 'wrap-up.started': 'wrapUp' },
          states: {
            active: {
              on: {
                'session.wrap-up': { guard: 'isAllSent', target: 'leaving' },
                'session.finish': { guard: and(['isAllSent', 'hasDisposition']), target: 'finishing' },
              },
            },
            // Done at once, without a wrap-up in between.
            finishing: {
              tags: 'busy',
              entry: { type: 'perform', params: { wish: 'done' } },
              on: {
                'wish.refused': 'active',
                'wish.unconfirmed': { target: 'active', actions: 'askSync' },
              },
              after: { factTimeout: { target: 'active', actions: 'askSync' } },
            },
            leaving: {
              tags: 'busy',
              entry: { type: 'perform', params: { wish: 'wrap-up' } },
              on: {
                'wish.refused': 'active',
                'wish.unconfirmed': { target: 'active', actions: 'askSync' },
              },
              after: { factTimeout: { target: 'active', actions: 'askSync' } },
            },
          },
        },
        wrapUp: {
          initial: 'pending',
          // The contact wrote again.
          on: { 'wrap-up.cancelled': 'engaged' },
          states: {
            pending: {
              on: { 'session.finish': { guard: { type: 'hasDisposition' }, target: 'closing' } },
            },
            closing: {
              tags: 'busy',
              entry: { type: 'perform', params: { wish: 'done' } },
              on: {
                'wish.refused': 'pending',
                'wish.unconfirmed': { target: 'pending', actions: 'askSync' },
              },
              after: { factTimeout: { target: 'pending', actions: 'askSync' } },
            },
          },
        },
        ended: {
          initial: 'done',
          // What is over stays as it ended.
          on: { 'session.removed': {} },
          states: Object.fromEntries(SESSION_END_REASONS.map((reason) => [reason, { type: 'final' as const }])),
        },
      },
    },
    window: {
      initial: 'unknown',
      on: {
        'window.changed': {
          target: '.unknown',
          actions: { type: 'noteWindow', params: ({ event }) => ({ window: event.window }) },
        },
        'clock.changed': '.unknown',
      },
      states: {
        unknown: {
          always: [
            { guard: { type: 'isWindow', params: { phase: 'open' } }, target: 'open' },
            { guard: { type: 'isWindow', params: { phase: 'near' } }, target: 'near' },
            { target: 'closed' },
          ],
        },
        open: { after: { untilWindowNear: 'near' } },
        near: { after: { untilWindowCloses: 'closed' } },
        closed: {},
      },
    },
    pending: {
      initial: 'unknown',
      on: {
        'pending.changed': {
          target: '.unknown',
          actions: { type: 'notePending', params: ({ event }) => ({ since: event.since }) },
        },
        'thresholds.changed': {
          target: '.unknown',
          actions: { type: 'noteThresholds', params: ({ event }) => ({ thresholds: event.thresholds }) },
        },
        'clock.changed': '.unknown',
      },
      states: {
        unknown: {
          always: [
            { guard: { type: 'isPending', params: { level: 'none' } }, target: 'none' },
            { guard: { type: 'isPending', params: { level: 'waiting' } }, target: 'waiting' },
            { guard: { type: 'isPending', params: { level: 'late' } }, target: 'late' },
            { target: 'overdue' },
          ],
        },
        none: {},
        waiting: { after: { untilLate: 'late' } },
        late: { after: { untilOverdue: 'overdue' } },
        overdue: {},
      },
    },
    attention: {
      initial: 'unknown',
      on: {
        'pending.changed': '.unknown',
        'session.seen': '.unknown',
        'session.left': '.unknown',
      },
      states: {
        unknown: { always: [{ guard: 'callsForAttention', target: 'calling' }, { target: 'quiet' }] },
        quiet: {},
        calling: {},
      },
    },
    typing: {
      initial: 'silent',
      states: {
        silent: { on: { 'contact.typing': 'typing' } },
        typing: {
          on: { 'contact.typing': { target: 'typing', reenter: true }, 'contact.wrote': 'silent' },
          after: { typingTimeout: 'silent' },
        },
      },
    },
  },
});

function until(at: number | undefined, context: SessionContext): number {
  return Math.max(0, (at ?? 0) - context.now());
}
