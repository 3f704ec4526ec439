import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CrossingEnd, CrossingLog } from '../log.js';

/** Notes every call of the Graph API in the crossing log. */
export class CallLog {
  readonly #log: CrossingLog;
  readonly #open = new WeakMap<FastifyRequest, (end: CrossingEnd) => void>();
  readonly #described = new WeakMap<FastifyRequest, unknown>();

  constructor(log: CrossingLog) {
    this.#log = log;
  }

  /** Notes all calls of a Fastify instance. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (request) => {
      this.#open.set(request, this.#log.begin('graph', { method: request.method, target: request.url }));
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const response =
        typeof payload === 'string' ? payload : describeBytes(payload, String(reply.getHeader('content-type')));
      this.#end(request, { status: reply.statusCode, response });
    });
  }

  /** Says what a body that is not JSON was. */
  describe(request: FastifyRequest, body: unknown): void {
    this.#described.set(request, body);
  }

  /** Notes that a call is given no answer. */
  unanswered(request: FastifyRequest, failure: string): void {
    this.#end(request, { failure });
  }

  #end(request: FastifyRequest, end: CrossingEnd): void {
    this.#open.get(request)?.({ ...end, request: this.#described.get(request) ?? request.body ?? undefined });
    this.#open.delete(request);
  }
}

function describeBytes(payload: unknown, type: string): string {
  return Buffer.isBuffer(payload) ? `${payload.length} bytes of ${type}` : '';
}
