import { assign, enqueueActions, fromCallback, fromPromise, setup } from 'xstate';
import { WaError } from '../domain/errors.js';
import { PROTOCOL_VERSION, type Link, type Notice } from '../protocol/transport.js';
import { backoffMs, RECONNECT_BACKOFF } from './backoff.js';

/** What the desk machine needs from the desk around it. */
export interface DeskPorts {
  /** Opens one connection, to be closed when `signal` is aborted. */
  open(signal: AbortSignal, sink: (notice: Notice) => void): Promise<Link>;
  /** Takes in the first word of the other side. */
  welcome(link: Link): void;
  /** Takes in what the transport tells, except the end of the connection. */
  hear(notice: Exclude<Notice, { type: 'lost' | 'fatal' }>): void;
  /** Fetches and applies what is missing. */
  catchUp(link: Link, signal: AbortSignal): Promise<void>;
  /** Asks the other side for a sign of life, whatever is missing. */
  probe(link: Link, signal: AbortSignal): Promise<void>;
  /** Is something missing that a sync would bring? */
  hasGap(): boolean;
  /** Lets go of a connection. */
  release(link: Link): void;
  /** Does the browser say that there is no network? */
  isOffline(): boolean;
  /** Calls `listener` when the browser's word about the network changes. */
  watchNetwork(listener: () => void): () => void;
  /** Epoch milliseconds on this machine. */
  now(): number;
  /** In [0, 1). */
  random(): number;
}

export interface DeskContext extends DeskPorts {
  readonly link?: Link;
  /** Attempts to connect since the last connection that held. */
  readonly attempt: number;
  /** Milliseconds that the present wait takes in all. */
  readonly backoffMs: number;
  readonly lostAt?: number;
  readonly nextAttemptAt?: number;
  readonly error?: WaError;
}

export type DeskMachineEvent =
  | { readonly type: 'desk.start' | 'desk.stop' | 'desk.reconnect' }
  | { readonly type: 'link.opened'; readonly link: Link }
  | { readonly type: 'link.lost' | 'link.fatal'; readonly error: WaError }
  | { readonly type: 'network.online' | 'network.offline' }
  | { readonly type: 'gap.found' };

/** Keeps one agent's desk connected and complete; every retry, wait and give-up of a connection is decided here. */
export const deskMachine = setup({
  types: { context: {} as DeskContext, events: {} as DeskMachineEvent, input: {} as DeskPorts },
  actors: {
    connection: fromCallback<DeskMachineEvent, DeskContext>(({ input, sendBack }) => connect(input, sendBack)),
    catchUp: fromPromise<void, DeskContext>(({ input, signal }) => input.catchUp(linkOf(input), signal)),
    probe: fromPromise<void, DeskContext>(({ input, signal }) => input.probe(linkOf(input), signal)),
    network: fromCallback<DeskMachineEvent, DeskContext>(({ input, sendBack }) =>
      input.watchNetwork(() => sendBack({ type: input.isOffline() ? 'network.offline' : 'network.online' })),
    ),
  },
  guards: {
    isUnauthorized: (_, params: { error: WaError }) => params.error.code === 'unauthorized',
    isOffline: ({ context }) => context.isOffline(),
    hasGap: ({ context }) => context.hasGap(),
  },
  delays: {
    openTimeout: 15_000,
    syncTimeout: 15_000,
    probeTimeout: 5000,
    steadyAfter: 10_000,
    reconnectBackoff: ({ context }) => context.backoffMs,
    resyncBackoff: ({ context }) => backoffMs(RECONNECT_BACKOFF, 1, context.random()),
  },
  actions: {
    welcome: enqueueActions(({ context, enqueue }, params: { link: Link }) => {
      enqueue.assign({ link: params.link, lostAt: undefined, nextAttemptAt: undefined, error: undefined });
      enqueue(() => context.welcome(params.link));
    }),
    noteLoss: assign(({ context }, params: { error?: WaError }) => ({
      link: undefined,
      lostAt: context.lostAt ?? context.now(),
      error: params.error,
    })),
    planAttempt: assign(({ context }) => {
      const attempt = context.attempt + 1;
      const wait = backoffMs(RECONNECT_BACKOFF, attempt, context.random());
      return { attempt, backoffMs: wait, nextAttemptAt: context.now() + wait };
    }),
    forgetPlan: assign({ nextAttemptAt: undefined }),
    forgetAttempts: assign({ attempt: 0 }),
    forgetLink: assign({ link: undefined, lostAt: undefined, nextAttemptAt: undefined, error: undefined, attempt: 0 }),
  },
}).createMachine({
  id: 'desk',
  context: ({ input }) => ({ ...input, attempt: 0, backoffMs: 0 }),
  initial: 'idle',
  on: { 'desk.stop': '.closed' },
  states: {
    idle: { on: { 'desk.start': 'linked' } },
    linked: {
      invoke: { src: 'connection', input: ({ context }) => context },
      initial: 'connecting',
      on: {
        'link.lost': {
          target: 'reconnecting',
          actions: { type: 'noteLoss', params: ({ event }) => ({ error: event.error }) },
        },
        'link.fatal': [
          {
            // The credentials have run out: the next connection asks for new ones.
            guard: { type: 'isUnauthorized', params: ({ event }) => ({ error: event.error }) },
            target: 'reconnecting',
            actions: { type: 'noteLoss', params: ({ event }) => ({ error: event.error }) },
          },
          { target: 'failed', actions: { type: 'noteLoss', params: ({ event }) => ({ error: event.error }) } },
        ],
      },
      states: {
        connecting: {
          on: {
            'link.opened': {
              target: 'syncing',
              actions: { type: 'welcome', params: ({ event }) => ({ link: event.link }) },
            },
            'link.fatal': [
              {
                guard: { type: 'isUnauthorized', params: ({ event }) => ({ error: event.error }) },
                target: '#desk.unauthorized',
                actions: { type: 'noteLoss', params: ({ event }) => ({ error: event.error }) },
              },
              {
                target: '#desk.failed',
                actions: { type: 'noteLoss', params: ({ event }) => ({ error: event.error }) },
              },
            ],
          },
          after: {
            openTimeout: overdue('The connection did not open'),
          },
        },
        syncing: {
          invoke: {
            id: 'firstSync',
            src: 'catchUp',
            input: ({ context }) => context,
            onDone: 'online',
            onError: {
              target: '#desk.reconnecting',
              actions: { type: 'noteLoss', params: ({ event }) => ({ error: lossOf(event.error) }) },
            },
          },
          after: {
            syncTimeout: overdue('What was missed did not come'),
          },
        },
        online: {
          invoke: { id: 'network', src: 'network', input: ({ context }) => context },
          initial: 'judging',
          after: { steadyAfter: { actions: 'forgetAttempts' } },
          states: {
            judging: { always: [{ guard: 'hasGap', target: 'filling' }, { target: 'settled' }] },
            settled: {
              // The network has changed under a connection that may be dead without saying so.
              on: { 'gap.found': 'filling', 'network.online': 'probing', 'network.offline': 'probing' },
            },
            probing: {
              invoke: {
                id: 'probe',
                src: 'probe',
                input: ({ context }) => context,
                onDone: 'judging',
                onError: 'pausing',
              },
              after: {
                probeTimeout: overdue('A sign of life did not come'),
              },
            },
            filling: {
              invoke: {
                id: 'nextSync',
                src: 'catchUp',
                input: ({ context }) => context,
                onDone: [{ guard: 'hasGap', target: 'pausing' }, { target: 'settled' }],
                onError: 'pausing',
              },
              after: {
                syncTimeout: overdue('What was missed did not come'),
              },
            },
            pausing: { after: { resyncBackoff: 'judging' } },
          },
        },
      },
    },
    reconnecting: {
      entry: 'planAttempt',
      exit: 'forgetPlan',
      invoke: { id: 'network', src: 'network', input: ({ context }) => context },
      initial: 'judging',
      on: { 'desk.reconnect': 'linked', 'network.online': 'linked' },
      states: {
        judging: { always: [{ guard: 'isOffline', target: 'offline' }, { target: 'waiting' }] },
        waiting: {
          on: { 'network.offline': 'offline' },
          after: { reconnectBackoff: '#desk.linked' },
        },
        offline: { entry: 'forgetPlan' },
      },
    },
    unauthorized: { on: { 'desk.start': 'linked', 'desk.reconnect': 'linked' } },
    failed: { on: { 'desk.start': 'linked', 'desk.reconnect': 'linked' } },
    closed: { entry: 'forgetLink', on: { 'desk.start': 'linked' } },
  },
});

/** Runs one connection; what comes before the welcome has been taken in waits for it. */
function connect(ports: DeskContext, sendBack: (event: DeskMachineEvent) => void): () => void {
  const abort = new AbortController();
  let link: Link | undefined;
  const early: Exclude<Notice, { type: 'lost' | 'fatal' }>[] = [];

  const sink = (notice: Notice) => {
    if (abort.signal.aborted) return;
    if (notice.type === 'lost')
      sendBack({ type: 'link.lost', error: new WaError('transport-lost', notice.cause ?? 'The connection broke.') });
    else if (notice.type === 'fatal') sendBack({ type: 'link.fatal', error: fatalError(notice) });
    else if (link) ports.hear(notice);
    else early.push(notice);
  };

  const opened = (fresh: Link) => {
    if (abort.signal.aborted) return ports.release(fresh);
    link = fresh;
    const { protocol } = fresh.welcome;
    if (protocol !== PROTOCOL_VERSION) {
      const message = `The other side speaks version ${protocol} of the protocol, this desk speaks ${PROTOCOL_VERSION}: update the older one.`;
      return sendBack({ type: 'link.fatal', error: new WaError('transport-fatal', message) });
    }
    sendBack({ type: 'link.opened', link: fresh });
    early.splice(0).forEach((notice) => ports.hear(notice));
  };

  ports.open(abort.signal, sink).then(opened, (cause: unknown) => {
    if (abort.signal.aborted) return;
    const isFatal = cause instanceof WaError && (cause.code === 'unauthorized' || cause.code === 'transport-fatal');
    sendBack(isFatal ? { type: 'link.fatal', error: cause } : { type: 'link.lost', error: lossOf(cause) });
  });

  return () => {
    abort.abort();
    if (link) ports.release(link);
  };
}

function fatalError({ code, message }: Extract<Notice, { type: 'fatal' }>): WaError {
  if (code === 'unauthorized')
    return new WaError('unauthorized', message ?? 'The credentials are not, or no longer, valid.');
  return new WaError('transport-fatal', message ?? `The other side ended the connection for good (${code}).`);
}

function lossOf(cause: unknown): WaError {
  if (cause instanceof WaError) return cause;
  return new WaError('transport-lost', cause instanceof Error ? cause.message : 'The connection broke.', { cause });
}

/** What did not come in time means that the connection is lost. */
function overdue(what: string) {
  const params = () => ({ error: new WaError('transport-lost', `${what} in time.`) });
  return { target: '#desk.reconnecting', actions: { type: 'noteLoss', params } } as const;
}

function linkOf({ link }: DeskContext): Link {
  if (!link) throw new WaError('transport-lost', 'There is no connection to catch up over.');
  return link;
}
