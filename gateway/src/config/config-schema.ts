import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const identifier = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'must be 1 to 64 letters, digits, - or _, beginning with a letter or digit',
  ),
);
const digits = v.pipe(
  v.string('must be a string of digits: put it in quotes'),
  v.regex(/^\d{5,20}$/, 'must be 5 to 20 digits'),
);
const httpUrl = v.pipe(
  v.string(),
  v.check((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http(s) URL'),
);
const origin = v.pipe(
  v.string(),
  v.check(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    'must be an origin exactly as browsers send it, such as https://desk.example.com (no path, no slash at the end)',
  ),
);
const whole = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check(
      (value) => Number.isInteger(value) && value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    ),
  );

const listen = v.strictObject({
  host: v.optional(text, '127.0.0.1'),
  port: v.optional(whole(0, 65_535), 8080),
});

const graph = v.strictObject({
  baseUrl: httpUrl,
  version: v.pipe(v.string(), v.regex(/^v\d+\.\d+$/, 'must be a Graph API version such as v26.0')),
  mediaHosts: v.optional(v.array(text), ['lookaside.fbsbx.com']),
  timeoutSeconds: v.optional(whole(1, 300), 30),
});

const auth = v.strictObject({
  issuer: text,
  audience: text,
  algorithms: v.pipe(
    v.array(v.picklist(['HS256', 'RS256', 'PS256', 'ES256', 'EdDSA'], 'must be HS256, RS256, PS256, ES256 or EdDSA')),
    v.minLength(1, 'must name at least one algorithm'),
  ),
  jwksUrl: v.optional(httpUrl),
  keyIds: v.optional(v.array(text)),
});

const channel = v.strictObject({
  id: identifier,
  name: text,
  phoneNumberId: digits,
  wabaId: digits,
  phoneNumber: v.pipe(v.string(), v.regex(/^\+\d{5,15}$/, 'must be + and 5 to 15 digits')),
});

const agent = v.strictObject({
  id: text,
  name: text,
  capacity: v.optional(whole(1, 100), 3),
  channels: v.pipe(v.array(identifier), v.minLength(1, 'must name at least one channel')),
  permissions: v.optional(
    v.array(
      v.picklist(
        [
          'canUse',
          'canSendFiles',
          'canChangeAttachmentsInNotification',
          'canChangeAttachmentsInReplyButton',
          'canCreateNewSessionFromOtherMedia',
        ],
        'must be one of the permissions listed in docs/options.md',
      ),
    ),
  ),
});

const disposition = v.strictObject({ code: identifier, label: text });

const media = v.strictObject({
  directory: v.optional(text),
  maxDownloadMegabytes: v.optional(whole(1, 1024), 100),
  downloadTimeoutSeconds: v.optional(whole(1, 600), 60),
  linkSeconds: v.optional(whole(10, 3600), 300),
});

/** The gateway's configuration file. */
export const configSchema = v.strictObject({
  listen: v.optional(listen, {}),
  publicUrl: httpUrl,
  dataDirectory: v.optional(text, './data'),
  logLevel: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  graph,
  auth,
  origins: v.pipe(v.array(origin), v.minLength(1, 'must name at least one origin, or no browser can connect')),
  channels: v.pipe(v.array(channel), v.minLength(1, 'must have at least one channel')),
  agents: v.pipe(v.array(agent), v.minLength(1, 'must have at least one agent')),
  offerTimeoutSeconds: v.optional(whole(5, 600), 30),
  disconnectSeconds: v.optional(whole(1, 600), 30),
  notReadyReasons: v.optional(v.array(text), []),
  dispositions: v.optional(v.array(disposition), []),
  dispositionRequired: v.optional(v.boolean(), false),
  options: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  media: v.optional(media, {}),
});

/** The configuration, checked and with its defaults. */
export type GatewayConfig = v.InferOutput<typeof configSchema>;
export type ChannelConfig = GatewayConfig['channels'][number];
