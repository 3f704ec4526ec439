import { checkMapTemplate } from 'wa-desk/domain';
import { ConfigError } from './load-config.js';
import type { GatewayConfig } from './config-schema.js';

/** What may stand in no file, for one channel. */
export interface ChannelSecrets {
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export interface Secrets {
  readonly channels: Readonly<Record<string, ChannelSecrets>>;
  /** The shared secret of the agents' tokens; absent where a JWKS is used. */
  readonly jwtSecret?: string;
  /** The map provider's address with its token; without it the gateway has no maps. */
  readonly mapQuery?: string;
  /** Signs media links; made anew at each start when it is not given. */
  readonly mediaLinkSecret?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MIN_SHARED_SECRET_BYTES = 32;

/**
 * Takes the secrets from the environment: `WA_DESK_ACCESS_TOKEN`, `WA_DESK_APP_SECRET` and `WA_DESK_VERIFY_TOKEN`, each of which
 * `…_<CHANNEL ID>` overrides for one channel, `WA_DESK_JWT_SECRET` and
 * `WA_DESK_MAP_QUERY`. Throws a `ConfigError` that names every missing one.
 */
export function readSecrets(config: GatewayConfig, environment: Environment): Secrets {
  const missing: string[] = [];
  const take = (name: string, channelId: string): string => {
    const own = `${name}_${channelId.toUpperCase().replaceAll('-', '_')}`;
    const value = environment[own] || environment[name];
    if (!value) missing.push(`${name} (or ${own} for channel "${channelId}" alone)`);
    return value ?? '';
  };
  const channels = Object.fromEntries(
    config.channels.map(({ id }) => [
      id,
      {
        accessToken: take('WA_DESK_ACCESS_TOKEN', id),
        appSecret: take('WA_DESK_APP_SECRET', id),
        verifyToken: take('WA_DESK_VERIFY_TOKEN', id),
      },
    ]),
  );
  const jwtSecret = config.auth.algorithms.includes('HS256') ? takeJwtSecret(environment, missing) : undefined;
  if (missing.length > 0) throw new ConfigError(['The environment lacks:', ...new Set(missing)].join('\n  '));
  const mapQuery = takeMapQuery(environment);
  const mediaLinkSecret = environment['WA_DESK_MEDIA_LINK_SECRET'];
  return {
    channels,
    ...(jwtSecret && { jwtSecret }),
    ...(mapQuery && { mapQuery }),
    ...(mediaLinkSecret && { mediaLinkSecret }),
  };
}

/** Faults are told without the address: its token stands in it. */
function takeMapQuery(environment: Environment): string | undefined {
  const value = environment['WA_DESK_MAP_QUERY'];
  if (value === undefined || checkMapTemplate(value, 'preview').length === 0) return value;
  throw new ConfigError(
    'WA_DESK_MAP_QUERY must be the web address of a picture with {LATITUDE} and {LONGITUDE}, and {WIDTH} and {HEIGHT} where it needs them.',
  );
}

function takeJwtSecret(environment: Environment, missing: string[]): string {
  const value = environment['WA_DESK_JWT_SECRET'] ?? '';
  if (Buffer.byteLength(value) < MIN_SHARED_SECRET_BYTES) {
    missing.push(`WA_DESK_JWT_SECRET (at least ${MIN_SHARED_SECRET_BYTES} bytes, because auth.algorithms has HS256)`);
  }
  return value;
}
