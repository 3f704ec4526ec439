import { WaError } from '../../domain/errors.js';
import { PROTOCOL_VERSION, type Link, type OpenInit, type Transport } from '../../protocol/transport.js';
import {
  CLOSE,
  closeMeaning,
  parseServerFrame,
  SOCKET_PATH,
  SUB_PROTOCOL,
  type ServerFrame,
} from '../../protocol/wire.js';
import { GatewayClient } from './gateway-client.js';
import { SocketLink, type LinkTimers } from './socket-link.js';

export interface WebSocketTransportOptions {
  /** The base address of the gateway, e.g. `https://gateway.example/desk`. */
  readonly url: string;
  /** How long an answer may take before it counts as lost (milliseconds); 20 seconds by default. */
  readonly answerTimeoutMs?: number;
  /** How long a connection may take before it counts as failed (milliseconds); 10 seconds by default. */
  readonly connectTimeoutMs?: number;
  /** The page's own by default. */
  readonly fetch?: typeof fetch;
  /** The page's own by default. */
  readonly WebSocket?: new (url: string, protocols?: string | string[]) => WebSocket;
  readonly timers?: LinkTimers;
}

const ANSWER_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 10_000;

const pageTimers: LinkTimers = {
  setTimeout: (task, ms) => setTimeout(task, ms),
  clearTimeout: (id) => {
    clearTimeout(id as number);
  },
};

type WelcomeFrame = Extract<ServerFrame, { readonly type: 'welcome' }>;

/** Why a socket was closed before the welcome, as the port says it. */
function refusedWith(code: number): WaError {
  const meaning = closeMeaning(code);
  if (meaning.type === 'lost') return new WaError('transport-lost', `The gateway cannot be reached: ${meaning.cause}.`);
  if (meaning.code === 'unauthorized') return new WaError('unauthorized', 'This agent may not use the desk.');
  return new WaError('transport-fatal', `The gateway closed the connection as ${meaning.code} (${code}).`);
}

function checkedWelcome(text: string): WelcomeFrame | WaError {
  const parsed = parseServerFrame(text);
  if (!parsed.ok) return new WaError('transport-fatal', `The gateway's first word does not fit: ${parsed.problem}`);
  const frame = parsed.value;
  if (frame.type !== 'welcome')
    return new WaError('transport-fatal', `The gateway began with ${frame.type}, not welcome.`);
  const { protocol } = frame.welcome;
  return protocol === PROTOCOL_VERSION
    ? frame
    : new WaError('transport-fatal', `The gateway speaks version ${protocol}, this desk version ${PROTOCOL_VERSION}.`);
}

function socketUrl(base: string): string {
  const url = new URL(`${base}${SOCKET_PATH}`);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  return url.href;
}

/** What a socket that is being opened needs to know. */
interface Opening {
  readonly socket: WebSocket;
  readonly ticket: string;
  readonly resume: OpenInit['resume'];
  readonly signal: AbortSignal;
  readonly timers: LinkTimers;
  readonly timeoutMs: number;
  /** Called within the event that brings the welcome, so that the link misses nothing that comes right behind it. */
  welcomed(frame: WelcomeFrame): Link;
}

/** Says hello and waits for the welcome. */
function greeted({ socket, ticket, resume, signal, timers, timeoutMs, welcomed }: Opening): Promise<Link> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      timers.clearTimeout(timeout);
      signal.removeEventListener('abort', giveUp);
      socket.removeEventListener('open', greet);
      socket.removeEventListener('close', refuse);
      socket.removeEventListener('message', read);
    };
    const fail = (error: WaError) => {
      settle();
      socket.close(CLOSE.normal);
      reject(error);
    };
    const greet = () => {
      socket.send(JSON.stringify({ type: 'hello', v: PROTOCOL_VERSION, ticket, ...(resume ? { resume } : {}) }));
    };
    const refuse = (event: CloseEvent) => {
      fail(refusedWith(event.code));
    };
    const giveUp = () => {
      fail(new WaError('transport-lost', 'The desk was not welcomed in time, or did not wait for it.'));
    };
    const read = (event: MessageEvent) => {
      const frame = checkedWelcome(String(event.data));
      if (frame instanceof WaError) {
        fail(frame);
        return;
      }
      settle();
      resolve(welcomed(frame));
    };
    const timeout = timers.setTimeout(giveUp, timeoutMs);
    signal.addEventListener('abort', giveUp);
    socket.addEventListener('open', greet);
    socket.addEventListener('close', refuse);
    socket.addEventListener('message', read);
  });
}

/**
 * The transport to a gateway: JSON frames over a WebSocket, opened with a one-time ticket that is got for the host's JWT
 * (`credentials` answers with it as a string), and files over HTTPS.
 */
export function webSocketTransport(options: WebSocketTransportOptions): Transport {
  const base = options.url.replace(/\/+$/, '');
  const timers = options.timers ?? pageTimers;
  return {
    async open(init): Promise<Link> {
      const request = options.fetch ?? globalThis.fetch.bind(globalThis);
      const Socket = options.WebSocket ?? globalThis.WebSocket;
      const client = new GatewayClient({ base, fetch: request, credentials: () => init.credentials() });
      const ticket = await client.ticket(init.signal);
      const socket = new Socket(socketUrl(base), SUB_PROTOCOL);
      const { signal, resume } = init;
      const timeoutMs = options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
      const answerTimeoutMs = options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS;
      const sink: OpenInit['sink'] = (notice) => {
        init.sink(notice);
      };
      const welcomed = ({ welcome, heartbeatMs }: WelcomeFrame) =>
        new SocketLink({ socket, welcome, heartbeatMs, client, fetch: request, timers, answerTimeoutMs, signal, sink });
      return greeted({ socket, ticket, resume, signal, timers, timeoutMs, welcomed });
    },
  };
}
