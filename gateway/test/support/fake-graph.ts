import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from 'wa-desk/domain';
import { Arrivals } from './arrivals.js';

export interface GraphRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Buffer;
  /** The body as JSON, or an empty object. */
  readonly json: JsonObject;
}

/** How a request is answered: with a status and JSON or bytes, by cutting the connection, or never. */
export type GraphAnswer =
  { status: number; json?: unknown; bytes?: Buffer; headers?: Record<string, string> } | 'reset' | 'silence';

type Route = (request: GraphRequest) => GraphAnswer | undefined;

/** A Graph API in this process that does what a test tells it to. */
export class FakeGraph {
  readonly requests = new Arrivals<GraphRequest>();
  /** Answers to the next messages, in order; afterwards each is accepted. */
  readonly answers: GraphAnswer[] = [];
  readonly media = new Map<
    string,
    { readonly bytes: Buffer; readonly mimeType: string; url?: string; redirect?: string }
  >();
  templates: JsonObject[] = [];
  /** How reactions and read marks are answered, when not with success. */
  errandAnswer: GraphAnswer | undefined;
  /** The answer to whatever there is no other for. */
  fallback: GraphAnswer = { status: 404, json: {} };
  /** Happens when a message was taken, before it is answered. */
  beforeAnswer: () => Promise<void> = async () => undefined;
  readonly #server: Server;
  #sent = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeGraph> {
    const graph = new FakeGraph();
    await new Promise<void>((resolve) => graph.#server.listen(0, '127.0.0.1', resolve));
    return graph;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Messages that were handed over, reactions and read marks left out. */
  get messages(): readonly GraphRequest[] {
    return this.requests.all.filter(isMessage);
  }

  /** The next message that is handed over from now on. */
  nextMessage(): Promise<GraphRequest> {
    return this.requests.next(isMessage);
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const { method = '', url = '' } = incoming;
    const request = { method, path: url, authorization: incoming.headers.authorization, body, json: jsonOf(body) };
    const answer = this.#routes.map((route) => route(request)).find(Boolean) ?? this.fallback;
    this.requests.add(request);
    if (isMessage(request)) await this.beforeAnswer();
    if (answer === 'reset') return void incoming.socket.destroy();
    if (answer === 'silence') return;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.bytes ?? JSON.stringify(answer.json ?? {}));
  }

  readonly #routes: readonly Route[] = [
    (request) => (isMessage(request) ? (this.answers.shift() ?? this.#accept()) : undefined),
    ({ path, json }) => (path.endsWith('/messages') ? (this.errandAnswer ?? this.#errandDone(json)) : undefined),
    ({ path, method }) =>
      path.endsWith('/media') && method === 'POST' ? { status: 200, json: { id: '990000000000001' } } : undefined,
    ({ path }) =>
      path.includes('/message_templates')
        ? { status: 200, json: { data: this.templates, paging: { cursors: {} } } }
        : undefined,
    ({ path }) => this.#mediaInfo(/^\/v26\.0\/(\d+)\?/.exec(path)?.[1]),
    ({ path }) => this.#mediaBytes(/^\/download\/(\d+)$/.exec(path)?.[1]),
  ];

  #errandDone({ status }: JsonObject): GraphAnswer {
    return status === 'read' ? { status: 200, json: { success: true } } : this.#accept();
  }

  #accept(): GraphAnswer {
    this.#sent += 1;
    return { status: 200, json: { messaging_product: 'whatsapp', messages: [{ id: `wamid.sent${this.#sent}` }] } };
  }

  #mediaInfo(id = ''): GraphAnswer | undefined {
    const medium = this.media.get(id);
    if (!medium) return undefined;
    const url = medium.url ?? `${this.url}/download/${id}`;
    return { status: 200, json: { id, url, mime_type: medium.mimeType, file_size: medium.bytes.length } };
  }

  #mediaBytes(id = ''): GraphAnswer | undefined {
    const medium = this.media.get(id);
    if (medium?.redirect !== undefined) return { status: 302, headers: { location: medium.redirect } };
    return medium && { status: 200, bytes: medium.bytes, headers: { 'content-type': medium.mimeType } };
  }
}

function isMessage({ path, json }: GraphRequest): boolean {
  return path.endsWith('/messages') && json['status'] !== 'read' && json['type'] !== 'reaction';
}

function jsonOf(body: Buffer): JsonObject {
  try {
    return JSON.parse(body.toString()) as JsonObject;
  } catch {
    return {};
  }
}
