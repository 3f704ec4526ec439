import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { GatewayConfig } from '../config/config-schema.js';

/** The keys could not be fetched: it is not the token's fault. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Tells which agent a token of the host's own login names; `undefined` when it must not be believed. */
export type AgentTokenReader = (token: string) => Promise<string | undefined>;

/**
 * Checks tokens by a fixed list of algorithms, issuer, audience, expiry and, where `keyIds` are given, the key's id. The
 * agent is the token's subject.
 */
export function agentTokenReader(
  auth: GatewayConfig['auth'],
  jwtSecret: string | undefined,
  now: () => number,
): AgentTokenReader {
  const keys = keySource(auth, jwtSecret);
  return async (token) => {
    const options: JWTVerifyOptions = {
      algorithms: [...auth.algorithms],
      issuer: auth.issuer,
      audience: auth.audience,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now()),
      clockTolerance: 5,
    };
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options);
      if (auth.keyIds && !auth.keyIds.includes(protectedHeader.kid ?? '')) return undefined;
      return payload.sub;
    } catch (failure) {
      if (isTokensFault(failure)) return undefined;
      throw new KeysUnavailable('The keys of auth.jwksUrl could not be fetched.', { cause: failure });
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
