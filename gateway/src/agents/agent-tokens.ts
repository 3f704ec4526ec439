import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { GatewayConfig } from '../config/config-schema.js';

/** Whom a token of the host's own login names, and until when (epoch milliseconds). */
export interface AgentToken {
  readonly agentId: string;
  readonly expiresAt: number;
}

/** Reads a token; `undefined` when it must not be believed. Rejects when the keys to judge it by cannot be had. */
export type AgentTokenReader = (token: string) => Promise<AgentToken | undefined>;

/**
 * Checks tokens by a fixed list of algorithms, issuer, audience, expiry and, where `keyIds` are given, the key's id. The
 * agent is the token's subject.
 */
export function agentTokenReader(auth: GatewayConfig['auth'], jwtSecret: string | undefined): AgentTokenReader {
  const keys = keySource(auth, jwtSecret);
  const options = {
    algorithms: [...auth.algorithms],
    issuer: auth.issuer,
    audience: auth.audience,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options);
      if (auth.keyIds && !auth.keyIds.includes(protectedHeader.kid ?? '')) return undefined;
      return payload.sub && payload.exp ? { agentId: payload.sub, expiresAt: payload.exp * 1000 } : undefined;
    } catch (failure) {
      if (isTokensFault(failure)) return undefined;
      throw failure;
    }
  };
}

function keySource(auth: GatewayConfig['auth'], jwtSecret: string | undefined): JWTVerifyGetKey {
  if (auth.jwksUrl !== undefined) return createRemoteJWKSet(new URL(auth.jwksUrl));
  const key = new TextEncoder().encode(jwtSecret);
  return async () => key;
}

const KEYS_FAULTS: readonly string[] = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

function isTokensFault(failure: unknown): boolean {
  return failure instanceof errors.JOSEError && !KEYS_FAULTS.includes(failure.code);
}
