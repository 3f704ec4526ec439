import type { JsonObject, JsonValue, WhatsAppProblem } from 'wa-desk/domain';
import { isObject, parseJson } from '../json.js';
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

/** What WhatsApp knows of a medium; its URL lives five minutes. */
export interface MediaInfo {
  readonly url: string;
  readonly mimeType?: string;
}

export interface TemplatesPage {
  readonly data: readonly JsonObject[];
  readonly after?: string;
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

/** Reads Graph's error JSON, when it is one. */
export type ProblemReader = (body: JsonValue) => WhatsAppProblem | undefined;

const TEMPLATE_FIELDS =
  'id,name,language,category,status,components,parameter_format,quality_score,rejected_reason,message_send_ttl_seconds';

/** The calls to WhatsApp's Graph API that the gateway makes. It never repeats one: who calls decides. */
export class GraphClient {
  readonly #settings: GraphSettings;
  readonly #readProblem: ProblemReader;

  constructor(settings: GraphSettings, readProblem: ProblemReader) {
    this.#settings = settings;
    this.#readProblem = readProblem;
  }

  /** Hands a message to WhatsApp; never throws, because what is unknown is an answer here. */
  async send(account: GraphAccount, message: JsonObject): Promise<SendOutcome> {
    try {
      const response = await this.#request(account, `${account.phoneNumberId}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
      return outcomeOfAnswer(response.status, parseJson(await response.text()), this.#readProblem);
    } catch (failure) {
      return outcomeOfFailure(failure);
    }
  }

  /** Puts a file into WhatsApp's media store and gives its id; nothing reaches the contact by that. */
  async uploadMedia(account: GraphAccount, file: Blob, about: { mimeType: string; fileName: string }): Promise<string> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', about.mimeType);
    form.set('file', new Blob([file], { type: about.mimeType }), about.fileName);
    const answer = await this.#json(account, `${account.phoneNumberId}/media`, { method: 'POST', body: form });
    if (typeof answer['id'] !== 'string')
      throw new GraphError('WhatsApp answered the upload without a media id.', true);
    return answer['id'];
  }

  /** Where a medium is now. Only a numeric id is asked for, so that no payload can lead the gateway elsewhere. */
  async mediaInfo(account: GraphAccount, mediaId: string): Promise<MediaInfo> {
    if (!/^\d{1,32}$/.test(mediaId)) throw new GraphError('The media id is not numeric.', false);
    const answer = await this.#json(account, `${mediaId}?phone_number_id=${account.phoneNumberId}`, {});
    if (typeof answer['url'] !== 'string') throw new GraphError('WhatsApp gave no address for the medium.', true);
    const mimeType = answer['mime_type'];
    return { url: answer['url'], ...(typeof mimeType === 'string' && { mimeType }) };
  }

  /** Opens a medium for reading: from Graph's own host or a configured media host, and without following it to any other. */
  async openMedia(account: GraphAccount, url: string): Promise<ReadableStream<Uint8Array>> {
    const address = this.#allowedMediaUrl(url);
    const response = await this.#fetch(account, address, { redirect: 'error' }, this.#settings.downloadTimeoutMs);
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new GraphError(
        `WhatsApp answered ${response.status} for a medium.`,
        response.status >= 500 || response.status === 404,
      );
    }
    return response.body;
  }

  /** One page of the account's templates, as Graph gives them. */
  async templates(account: GraphAccount, after?: string): Promise<TemplatesPage> {
    const query = new URLSearchParams({ fields: TEMPLATE_FIELDS, limit: '100', ...(after && { after }) });
    const answer = await this.#json(account, `${account.wabaId}/message_templates?${query}`, {});
    const data = Array.isArray(answer['data']) ? answer['data'].filter(isObject) : [];
    const next = nextCursor(answer['paging']);
    return { data, ...(next !== undefined && { after: next }) };
  }

  #allowedMediaUrl(url: string): URL {
    const base = new URL(this.#settings.baseUrl);
    const address = URL.canParse(url) ? new URL(url) : undefined;
    const known = address && (address.host === base.host || this.#settings.mediaHosts.includes(address.host));
    if (!address || !known || address.protocol !== base.protocol) {
      throw new GraphError('WhatsApp named a host for a medium that graph.mediaHosts does not list.', false);
    }
    return address;
  }

  async #json(account: GraphAccount, path: string, init: RequestInit): Promise<JsonObject> {
    const response = await this.#request(account, path, init);
    const body = parseJson(await response.text());
    if (response.ok && isObject(body)) return body;
    const problem = body === undefined ? undefined : this.#readProblem(body);
    const retryable = response.status >= 500 || response.status === 429;
    throw new GraphError(`WhatsApp answered ${response.status}.`, retryable, problem);
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

function nextCursor(paging: JsonValue | undefined): string | undefined {
  if (!isObject(paging) || typeof paging['next'] !== 'string' || !isObject(paging['cursors'])) return undefined;
  const after = paging['cursors']['after'];
  return typeof after === 'string' ? after : undefined;
}
