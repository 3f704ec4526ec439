import { SignJWT } from 'jose';
import { type AGENTS, TOKEN_AUDIENCE, TOKEN_ISSUER } from './gateway-config.js';

/** Somebody who may sign in to the playground. */
export type PlaygroundAgent = (typeof AGENTS)[number];

/** Stands in for the host's own login: gives a token to whoever asks, because only this machine can. */
export class AgentLogin {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  /** A token of that agent, good for an hour. */
  token({ id }: PlaygroundAgent): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.#key);
  }
}
