import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A grey pixel, which stands for every medium that a payload names. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mM8cx8AAksBpkW1hJoAAAAASUVORK5CYII=',
  'base64',
);

/** The part of WhatsApp that the gateway asks: it accepts every message, with the id that it is told to give, and has every medium. */
export class GraphStub {
  readonly #server: Server;
  /** The ids of the next messages, in order. */
  readonly #nextIds: string[] = [];
  #accepted = 0;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** The next message that is sent gets this id. */
  nameNext(providerId: string): void {
    this.#nextIds.push(providerId);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString();
    const path = (request.url ?? '').replace(/\?.*$/, '');
    if (path.startsWith('/bytes/')) return void response.setHeader('content-type', 'image/png').end(PIXEL);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(this.#json(path, body)));
  }

  #json(path: string, body: string): object {
    if (path.endsWith('/messages')) return body.includes('"status":"read"') ? { success: true } : this.#accept();
    if (path.endsWith('/message_templates')) return { data: [] };
    const id = path.split('/').at(-1) ?? '';
    return { id, url: `${this.url}/bytes/${id}`, mime_type: 'image/png', file_size: PIXEL.length };
  }

  #accept(): object {
    this.#accepted += 1;
    const id = this.#nextIds.shift() ?? `wamid.accepted.${String(this.#accepted)}`;
    return { messaging_product: 'whatsapp', contacts: [{ input: '1', wa_id: '1' }], messages: [{ id }] };
  }
}
