import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http-problem.js';
import type { AgentToken, AgentTokenReader } from './agent-tokens.js';
import type { RateLimit } from './rate-limit.js';

/** Tells who asks, by the bearer token, and refuses who is nobody here or asks too often. */
export class AgentAuth {
  readonly #read: AgentTokenReader;
  readonly #agentIds: ReadonlySet<string>;
  readonly #rateLimit: RateLimit;

  constructor(read: AgentTokenReader, agentIds: Iterable<string>, rateLimit: RateLimit) {
    this.#read = read;
    this.#agentIds = new Set(agentIds);
    this.#rateLimit = rateLimit;
  }

  async identify(request: FastifyRequest): Promise<AgentToken> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new ProblemError(
        401,
        'unauthorized',
        'The request has no bearer token. Send the token of your login as "Authorization: Bearer …".',
      );
    }
    const found = await this.#readToken(token, request);
    if (!found) {
      throw new ProblemError(
        401,
        'unauthorized',
        'The token is not valid here: check its issuer, audience, algorithm, key and expiry.',
      );
    }
    if (!this.#agentIds.has(found.agentId)) {
      throw new ProblemError(403, 'not-allowed', 'The token is valid, but its subject is no agent of this gateway.');
    }
    const waitMs = this.#rateLimit.take(found.agentId);
    if (waitMs > 0) throw new ProblemError(429, 'too-many-requests', 'Too many requests of this agent.', waitMs);
    return found;
  }

  async #readToken(token: string, request: FastifyRequest): Promise<AgentToken | undefined> {
    try {
      return await this.#read(token);
    } catch (failure) {
      request.log.error({ err: failure }, 'The keys that tokens are checked with could not be fetched.');
      throw new ProblemError(503, 'unavailable', 'The keys that tokens are checked with cannot be reached now.', 5000);
    }
  }
}
