import { fromGraphAnswer, fromGraphError, type GraphAnswer, type MediaAnswer } from 'wa-desk/cloud-api';
import type { JsonObject, TemplateDefinition, WhatsAppProblem } from 'wa-desk/domain';
import { parseJson } from '../json.js';
import { outcomeOfAnswer, outcomeOfFailure, type SendOutcome } from './send-outcome.js';

/** How WhatsApp's Graph API is reached. */
export interface GraphSettings {
  readonly baseUrl: string;
  readonly version: string;
  /** Besides the base URL's own host: where WhatsApp may say that a medium is. */
  readonly mediaHosts: readonly string[];
  readonly timeoutMs: number;
  readonly downloadTimeoutMs: number;
}

/** A business number and the token that speaks for it. */
export interface GraphAccount {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly accessToken: string;
}

/** WhatsApp refused, or could not be asked; `retryable` when the same call may succeed later. */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  constructor(
    message: string,
    readonly retryable: boolean,
    readonly problem?: WhatsAppProblem,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Answer<Kind extends GraphAnswer['kind']> = Extract<GraphAnswer, { kind: Kind }>;

const TEMPLATE_FIELDS =
  'id,name,language,category,status,components,parameter_format,quality_score,rejected_reason,message_send_ttl_seconds';

/** The calls to WhatsApp's Graph API that the gateway makes. It never repeats one: who calls decides. */
export class GraphClient {
  readonly #settings: GraphSettings;

  constructor(settings: GraphSettings) {
    this.#settings = settings;
  }

  /** Hands a message or a mark to WhatsApp; never throws, because not to know is an answer here. */
  async send(account: GraphAccount, message: JsonObject): Promise<SendOutcome> {
    try {
      const response = await this.#request(account, `${account.phoneNumberId}/messages`, jsonPost(message));
      return outcomeOfAnswer(response.status, parseJson(await response.text()));
    } catch (failure) {
      return outcomeOfFailure(failure);
    }
  }

  /** Marks a message, and all that came before it, as read. */
  async markRead(account: GraphAccount, mark: JsonObject): Promise<void> {
    await this.#ask(account, `${account.phoneNumberId}/messages`, jsonPost(mark), 'success');
  }

  /** Puts a file into WhatsApp's media store and gives its id; nothing reaches the contact by that. */
  async uploadMedia(account: GraphAccount, file: Blob, about: { mimeType: string; fileName: string }): Promise<string> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', about.mimeType);
    form.set('file', new Blob([file], { type: about.mimeType }), about.fileName);
    return (await this.#ask(account, `${account.phoneNumberId}/media`, { method: 'POST', body: form }, 'uploaded')).id;
  }

  /** Where a medium is now. Only a numeric id is asked for, so that no payload can lead the gateway elsewhere. */
  async mediaInfo(account: GraphAccount, mediaId: string): Promise<MediaAnswer> {
    if (!/^\d{1,32}$/.test(mediaId)) throw new GraphError('The media id is not numeric.', false);
    return this.#ask(account, `${mediaId}?phone_number_id=${account.phoneNumberId}`, {}, 'media');
  }

  /** Opens a medium for reading: from Graph's own host or a configured media host, and without following it to any other. */
  async openMedia(account: GraphAccount, url: string): Promise<ReadableStream<Uint8Array>> {
    const address = this.#allowedMediaUrl(url);
    const response = await this.#fetch(account, address, { redirect: 'manual' }, this.#settings.downloadTimeoutMs);
    if (response.ok && response.body) return response.body;
    await response.body?.cancel();
    // The address may have expired between the two calls: a new one is worth a try.
    throw new GraphError(
      `WhatsApp answered ${response.status} for a medium.`,
      response.status >= 500 || response.status === 404,
    );
  }

  /** The account's number as WhatsApp shows it, with blanks and other signs between the digits. */
  async phoneNumber(account: GraphAccount): Promise<string> {
    const path = `${account.phoneNumberId}?fields=display_phone_number`;
    const response = await this.#reach(account, path, {});
    const body = parseJson(await response.text());
    const number = valueAt(body, 'display_phone_number');
    if (response.ok && typeof number === 'string') return number;
    throw refusal(response, body, 'the phone number');
  }

  /** Every template of the account. */
  async templates(account: GraphAccount): Promise<readonly TemplateDefinition[]> {
    const templates: TemplateDefinition[] = [];
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ fields: TEMPLATE_FIELDS, limit: '100', ...(after && { after }) });
      const page = await this.#ask(account, `${account.wabaId}/message_templates?${query}`, {}, 'templates');
      templates.push(...page.templates);
      after = page.next === undefined ? undefined : page.after;
    } while (after !== undefined);
    return templates;
  }

  #allowedMediaUrl(url: string): URL {
    const base = new URL(this.#settings.baseUrl);
    const address = URL.canParse(url) ? new URL(url) : undefined;
    const isKnown = address && (address.host === base.host || this.#settings.mediaHosts.includes(address.host));
    if (!isKnown || address.protocol !== base.protocol) {
      throw new GraphError('WhatsApp named a host for a medium that graph.mediaHosts does not list.', false);
    }
    return address;
  }

  async #ask<Kind extends GraphAnswer['kind']>(
    account: GraphAccount,
    path: string,
    init: RequestInit,
    kind: Kind,
  ): Promise<Answer<Kind>> {
    const response = await this.#reach(account, path, init);
    const body = parseJson(await response.text());
    const answer = response.ok ? fromGraphAnswer(body) : undefined;
    if (answer?.kind === kind) return answer as Answer<Kind>;
    throw refusal(response, body, kind);
  }

  async #reach(account: GraphAccount, path: string, init: RequestInit): Promise<Response> {
    return this.#request(account, path, init).catch((cause: unknown) => {
      throw new GraphError('WhatsApp could not be reached.', true, undefined, { cause });
    });
  }

  #request(account: GraphAccount, path: string, init: RequestInit): Promise<Response> {
    const { baseUrl, version, timeoutMs } = this.#settings;
    const url = new URL(`${baseUrl.replace(/\/$/, '')}/${version}/${path}`);
    return this.#fetch(account, url, { ...init, redirect: 'manual' }, timeoutMs);
  }

  #fetch(account: GraphAccount, url: URL, init: RequestInit, timeoutMs: number): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${account.accessToken}` };
    return fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
  }
}

function refusal({ ok, status }: Response, body: unknown, what: string): GraphError {
  const retryable = ok || status >= 500 || status === 429;
  return new GraphError(`WhatsApp answered ${status} to a request for ${what}.`, retryable, fromGraphError(body));
}

function valueAt(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[key] : undefined;
}

function jsonPost(body: JsonObject): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
