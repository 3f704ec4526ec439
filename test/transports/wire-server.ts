import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { WaError } from '../../src/domain/errors.js';
import type { EphemeralNews, EventEnvelope } from '../../src/protocol/events.js';
import type { HttpProblem } from '../../src/protocol/http.js';
import { parseCommand, parseQuery } from '../../src/protocol/schemas/parse.js';
import { CLOSE, parseClientFrame, SUB_PROTOCOL, type ClientFrame, type ServerFrame } from '../../src/protocol/wire.js';
import type { Listener, SimulatedBackend } from '../../src/transports/simulator/simulated-backend.js';

type Asked<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>;

/** One agent's socket at the server. */
class Connection implements Listener {
  readonly #backend: SimulatedBackend;
  readonly #socket: WebSocket;
  #swapped: EventEnvelope | undefined;

  constructor(
    backend: SimulatedBackend,
    socket: WebSocket,
    readonly agentId: string,
  ) {
    this.#backend = backend;
    this.#socket = socket;
    this.send({ type: 'welcome', heartbeatMs: 25_000, welcome: backend.desk.welcome(agentId, backend.now()) });
    backend.listeners.add(this);
    socket.on('message', (data: Buffer) => {
      this.#read(data.toString());
    });
    socket.on('close', () => backend.listeners.delete(this));
  }

  send(frame: ServerFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  event(envelope: EventEnvelope): void {
    switch (this.#backend.faults.takeEventFault()) {
      case 'drop-event':
        return;
      case 'swap-event':
        this.#swapped = envelope;
        return;
      case 'repeat-event':
        this.send({ type: 'event', envelope });
        break;
      case 'break-event':
        this.send({ type: 'event', envelope: { ...envelope, event: { type: 'from.the.future' } } });
        return;
      case undefined:
        break;
    }
    this.send({ type: 'event', envelope });
    const swapped = this.#swapped;
    this.#swapped = undefined;
    if (swapped) this.send({ type: 'event', envelope: swapped });
  }

  news(news: EphemeralNews): void {
    this.send({ type: 'news', news });
  }

  beat(): void {
    this.send({ type: 'ping', streams: this.#backend.desk.heads(this.agentId), serverTime: this.#backend.now() });
  }

  lost(): void {
    this.#backend.listeners.delete(this);
    this.#socket.terminate();
  }

  #read(text: string): void {
    const parsed = parseClientFrame(text);
    if (!parsed.ok) {
      this.#socket.close(CLOSE.badFrame);
      return;
    }
    const frame = parsed.value;
    if (frame.type === 'execute') this.#execute(frame);
    else if (frame.type === 'query') this.#answer(frame);
    else if (frame.type === 'sync') this.#sync(frame);
  }

  #execute({ ref, command }: Asked<'execute'>): void {
    const { faults } = this.#backend;
    const parsed = parseCommand(command);
    if (!parsed.ok) {
      const outcome = { type: 'refused', code: 'invalid', message: parsed.problem, retryable: false } as const;
      this.send({ type: 'outcome', ref, outcome });
      return;
    }
    const { outcome } = this.#backend.handle({ type: 'command', agentId: this.agentId, command: parsed.value });
    if (!faults.take('lose-outcome')) this.send({ type: 'outcome', ref, outcome });
  }

  #answer({ ref, query }: Asked<'query'>): void {
    const parsed = parseQuery(query);
    try {
      if (!parsed.ok) throw new WaError('contract-violated', parsed.problem);
      this.send({ type: 'answer', ref, answer: this.#backend.desk.query(this.agentId, parsed.value) });
    } catch (error) {
      if (!(error instanceof WaError)) throw error;
      this.send({ type: 'failed', ref, code: error.code, message: error.message });
    }
  }

  #sync({ ref, from }: Asked<'sync'>): void {
    const read = this.#backend.read.bind(this.#backend);
    this.send({ type: 'synced', ref, sync: this.#backend.desk.sync(this.agentId, from, this.#backend.now(), read) });
  }
}

function agentOfToken(request: IncomingMessage): string | undefined {
  return /^Bearer token-of-(\w+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function problem(code: HttpProblem['error']['code'], message: string): HttpProblem {
  return { error: { code, message, retryable: false } };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A gateway reduced to its wire: the service desk of a simulator behind real sockets and real HTTP. */
export class WireServer {
  readonly #backend: SimulatedBackend;
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #tickets = new Map<string, string>();

  constructor(backend: SimulatedBackend) {
    this.#backend = backend;
    this.#http = createServer((request, response) => void this.#serve(request, response));
    this.#sockets = new WebSocketServer({
      server: this.#http,
      path: '/desk/socket',
      handleProtocols: () => SUB_PROTOCOL,
    });
    this.#sockets.on('connection', (socket) => {
      socket.once('message', (data: Buffer) => {
        this.#greet(socket, data.toString());
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/desk`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Closes every socket with a code. */
  closeAll(code: number): void {
    for (const socket of this.#sockets.clients) socket.close(code);
  }

  /** Sends the same text to every desk, whatever it is. */
  say(text: string): void {
    for (const socket of this.#sockets.clients) socket.send(text);
  }

  #greet(socket: WebSocket, text: string): void {
    const parsed = parseClientFrame(text);
    if (!parsed.ok || parsed.value.type !== 'hello') {
      socket.close(CLOSE.badFrame);
      return;
    }
    const { ticket } = parsed.value;
    const agentId = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (agentId === undefined) socket.close(CLOSE.badTicket);
    else new Connection(this.#backend, socket, agentId);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const agentId = agentOfToken(request);
    const path = request.url?.split('?')[0];
    if (agentId === undefined || this.#backend.faults.take('refuse-credentials')) {
      answer(response, 401, problem('unauthorized', 'The token is not valid.'));
    } else if (path === '/desk/tickets') this.#giveTicket(response, agentId);
    else if (path === '/desk/media') this.#store(request, response, body);
    else this.#lease(response, path ?? '');
  }

  #giveTicket(response: ServerResponse, agentId: string): void {
    const ticket = this.#backend.newId('a-one-time-ticket-');
    this.#tickets.set(ticket, agentId);
    answer(response, 201, { ticket, expiresAt: this.#backend.now() + 30_000 });
  }

  #store(request: IncomingMessage, response: ServerResponse, body: Buffer<ArrayBuffer>): void {
    if (this.#backend.faults.take('lose-upload')) {
      response.destroy();
      return;
    }
    const mimeType = request.headers['content-type'] ?? '';
    if (mimeType === 'text/html') {
      answer(response, 415, problem('limit-exceeded', 'text/html is not accepted.'));
      return;
    }
    const id = this.#backend.newId('file-');
    this.#backend.shelf.put(id, new Blob([body], { type: mimeType }));
    const fileName = new URL(request.url ?? '', 'http://localhost').searchParams.get('name') ?? '';
    answer(response, 201, { media: { source: { kind: 'stored', id }, mimeType, size: body.length, fileName } });
  }

  #lease(response: ServerResponse, path: string): void {
    const id = /^\/desk\/media\/([\w-]+)\/leases$/.exec(path)?.[1] ?? '';
    if (!this.#backend.shelf.has(id)) {
      answer(response, 404, problem('not-found', `There is no medium ${id}.`));
      return;
    }
    answer(response, 201, { url: `media/${id}?signature=x`, expiresAt: this.#backend.now() + 60_000 });
  }
}
