import { randomBytes } from 'node:crypto';
import type { CrossingLog } from '../log.js';
import type { MetaStore } from '../store/meta-store.js';
import { signatureOf, webhookJson } from './signature.js';

/** Where webhooks go and how they are signed. */
export interface EndpointOptions {
  readonly webhookUrl: string;
  readonly verifyToken: string;
  readonly appSecret: string;
}

/** The part of `fetch` that is needed; handed in so that tests can answer. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 10_000;

/** The business's webhook: verified once by its challenge, then sent signed POSTs. */
export class WebhookEndpoint {
  readonly #options: EndpointOptions;
  readonly #fetch: Fetch;
  readonly #meta: MetaStore;
  readonly #log: CrossingLog;
  readonly #closing = new AbortController();

  constructor(
    options: EndpointOptions,
    parts: { readonly fetch: Fetch; readonly meta: MetaStore; readonly log: CrossingLog },
  ) {
    this.#options = options;
    this.#fetch = parts.fetch;
    this.#meta = parts.meta;
    this.#log = parts.log;
  }

  /** Whether the address has answered the challenge; asks it when it has not yet. */
  async verify(): Promise<boolean> {
    if (this.#meta.get<string>('verified-webhook') === this.#options.webhookUrl) return true;
    const challenge = String(randomBytes(4).readUInt32BE(0));
    const url = this.#verificationUrl(challenge);
    const answer = await this.#cross('verification', { method: 'GET', url });
    const verified = answer?.status === 200 && answer.text === challenge;
    if (verified) this.#meta.set('verified-webhook', this.#options.webhookUrl);
    return verified;
  }

  /** Sends one body; true when the receiver answered 200. */
  async post(payload: object): Promise<boolean> {
    const body = webhookJson(payload);
    const answer = await this.#cross('webhook', { method: 'POST', url: this.#options.webhookUrl, body, payload });
    return answer?.status === 200;
  }

  /** Breaks off the call that is under way, and every later one. */
  abort(): void {
    this.#closing.abort();
  }

  #verificationUrl(challenge: string): string {
    const url = new URL(this.#options.webhookUrl);
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.verify_token', this.#options.verifyToken);
    return url.href;
  }

  async #cross(
    kind: 'webhook' | 'verification',
    request: { readonly method: string; readonly url: string; readonly body?: string; readonly payload?: object },
  ): Promise<{ readonly status: number; readonly text: string } | undefined> {
    const done = this.#log.begin(kind, { method: request.method, target: request.url, request: request.payload });
    try {
      const response = await this.#fetch(request.url, this.#init(request));
      const text = await response.text();
      done({ status: response.status, response: text.slice(0, 1000) });
      return { status: response.status, text };
    } catch (error) {
      done({ failure: error instanceof Error ? `${error.message}${describeCause(error)}` : String(error) });
      return undefined;
    }
  }

  #init(request: { readonly method: string; readonly body?: string }): RequestInit {
    const { body } = request;
    return {
      method: request.method,
      redirect: 'error',
      signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      ...(body !== undefined && {
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': signatureOf(body, this.#options.appSecret),
        },
      }),
    };
  }
}

function describeCause(error: Error): string {
  return error.cause instanceof Error ? `: ${error.cause.message}` : '';
}
