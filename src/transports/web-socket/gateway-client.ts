import { WaError } from '../../domain/errors.js';
import type { MediaRef } from '../../domain/attachment.js';
import {
  httpProblemSchema,
  leaseAnswerSchema,
  leasePath,
  TICKETS_PATH,
  ticketSchema,
  type HttpProblem,
  type LeaseRequest,
} from '../../protocol/http.js';
import { parseWith } from '../../protocol/schemas/parse.js';
import type { MediaLease } from '../../protocol/transport.js';

/** What may stand in the header that carries it; `fetch` would fail with the rest as if there were no network. */
const TOKEN = /^[\x21-\x7e]+$/;

/** What a gateway is talked to with over HTTPS. */
export interface GatewayClientInit {
  /** The gateway's base address, without a slash at its end. */
  readonly base: string;
  readonly fetch: typeof fetch;
  credentials(): Promise<unknown>;
}

/** The body of a refusal, where the gateway gave one. */
export function problemOf(body: unknown): HttpProblem['error'] | undefined {
  const parsed = parseWith(httpProblemSchema, body, 'answer');
  return parsed.ok ? parsed.value.error : undefined;
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Media that other systems sent may stand behind a public link. */
function linkLease(url: string): MediaLease {
  if (!url.startsWith('https://'))
    throw new WaError('media-unavailable', 'The link of the medium does not begin with https.');
  return { url, release: () => undefined };
}

/** The part of a gateway's HTTP surface that a desk needs beside its socket. */
export class GatewayClient {
  readonly #init: GatewayClientInit;

  constructor(init: GatewayClientInit) {
    this.#init = init;
  }

  /** The host's token; a `WaError` (`unauthorized`) where the host gives none, or what cannot be one. */
  async token(): Promise<string> {
    const credentials = await this.#init.credentials();
    if (typeof credentials !== 'string' || credentials === '')
      throw new WaError('unauthorized', 'The host gave no token. Let credentials() answer with its JWT as a string.');
    if (TOKEN.test(credentials)) return credentials;
    throw new WaError(
      'unauthorized',
      'What the host gave is no token, perhaps the page of an error. Let credentials() look at the status of its answer.',
    );
  }

  urlOf(path: string): string {
    return `${this.#init.base}${path}`;
  }

  /** A one-time ticket for the socket; a `WaError` (`unauthorized`, `transport-lost`, `transport-fatal`). */
  async ticket(signal: AbortSignal): Promise<string> {
    const response = await this.#post(TICKETS_PATH, undefined, signal);
    const body = await jsonOf(response);
    if (response.status === 401 || response.status === 403) {
      throw new WaError('unauthorized', problemOf(body)?.message ?? 'The gateway refused the token. Get a new one.');
    }
    if (response.status >= 500 || response.status === 429) {
      throw new WaError('transport-lost', `The gateway answered ${response.status} to POST ${TICKETS_PATH}.`);
    }
    const parsed = parseWith(ticketSchema, body, 'ticket');
    if (response.ok && parsed.ok) return parsed.value.ticket;
    const why = parsed.ok ? '' : ` (${parsed.problem})`;
    throw new WaError(
      'transport-fatal',
      `POST ${this.urlOf(TICKETS_PATH)} answered ${response.status}${why}. Is \`url\` the base address of a gateway?`,
    );
  }

  /** Something that the browser may load for a while; a `WaError` (`media-unavailable`, `unauthorized`). */
  async lease(media: MediaRef, request: LeaseRequest, signal?: AbortSignal): Promise<MediaLease> {
    const { source } = media;
    if (source.kind === 'link') return linkLease(source.url);
    if (source.kind === 'provider')
      throw new WaError('media-unavailable', 'The medium has not come from WhatsApp yet.');
    const response = await this.#post(leasePath(source.id), request, signal);
    const body = await jsonOf(response);
    const why = problemOf(body)?.message ?? `The gateway answered ${response.status}.`;
    if (response.status === 401) throw new WaError('unauthorized', why);
    const parsed = parseWith(leaseAnswerSchema, body, 'lease');
    if (!response.ok || !parsed.ok) throw new WaError('media-unavailable', why);
    const url = new URL(parsed.value.url, `${this.#init.base}/`).href;
    return { url, expiresAt: parsed.value.expiresAt, release: () => undefined };
  }

  async #post(path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const token = await this.token();
    try {
      return await this.#init.fetch(this.urlOf(path), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
        credentials: 'omit',
      });
    } catch (error) {
      throw new WaError('transport-lost', `POST ${this.urlOf(path)} got no answer.`, { cause: error });
    }
  }
}
