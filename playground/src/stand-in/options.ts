import { parseArgs } from 'node:util';

/** How the stand-in is set up. */
export interface StandInOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The SQLite file; ":memory:" keeps nothing. */
  readonly dataFile: string;
  readonly phoneNumberId: string;
  /** Id of the WhatsApp Business Account. */
  readonly accountId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly webhookUrl: string;
  readonly verifyToken: string;
  /** Origins, beside loopback ones, of pages that may use the phone API. */
  readonly pageOrigins: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Flag {
  readonly environment: string;
  readonly fallback?: string;
  readonly meaning: string;
}

const FLAGS = {
  host: { environment: 'STAND_IN_HOST', fallback: '127.0.0.1', meaning: 'address to listen on' },
  port: { environment: 'STAND_IN_PORT', fallback: '0', meaning: 'port to listen on; 0 takes any free one' },
  data: { environment: 'STAND_IN_DATA', fallback: ':memory:', meaning: 'SQLite file' },
  'phone-number-id': {
    environment: 'STAND_IN_PHONE_NUMBER_ID',
    fallback: '106540352242922',
    meaning: 'id of the business number',
  },
  'waba-id': {
    environment: 'STAND_IN_WABA_ID',
    fallback: '102290129340398',
    meaning: 'id of the WhatsApp Business Account',
  },
  token: { environment: 'STAND_IN_TOKEN', meaning: 'access token that calls must bear' },
  'app-secret': { environment: 'STAND_IN_APP_SECRET', meaning: 'secret that signs webhooks' },
  'webhook-url': { environment: 'STAND_IN_WEBHOOK_URL', meaning: 'address that webhooks go to' },
  'verify-token': { environment: 'STAND_IN_VERIFY_TOKEN', meaning: 'token of the webhook verification' },
  'page-origins': {
    environment: 'STAND_IN_PAGE_ORIGINS',
    fallback: '',
    meaning: 'origins of phone pages, with commas between them',
  },
} as const satisfies Readonly<Record<string, Flag>>;

type FlagName = keyof typeof FLAGS;

/** Settings that are missing or wrong; the message says which and how to give them. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/** Reads the options from flags, or else from the environment. Throws OptionsError. */
export function readOptions(args: readonly string[], environment: Environment): StandInOptions {
  const flags = readFlags(args);
  const value = (name: FlagName): string => {
    const flag: Flag = FLAGS[name];
    const given = flags[name] ?? environment[flag.environment] ?? flag.fallback;
    if (given === undefined) throw new OptionsError(`Missing: --${name} or ${flag.environment} (${flag.meaning}).`);
    return given;
  };
  return {
    host: value('host'),
    port: readPort(value('port')),
    dataFile: value('data'),
    phoneNumberId: value('phone-number-id'),
    accountId: value('waba-id'),
    accessToken: value('token'),
    appSecret: value('app-secret'),
    webhookUrl: readUrl(value('webhook-url')),
    verifyToken: value('verify-token'),
    pageOrigins: value('page-origins').split(',').filter(Boolean),
  };
}

function readFlags(args: readonly string[]): Partial<Record<FlagName, string>> {
  const options = Object.fromEntries(Object.keys(FLAGS).map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const known = Object.keys(FLAGS).map((name) => `--${name}`);
    throw new OptionsError(`${error instanceof Error ? error.message : String(error)} Flags: ${known.join(' ')}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OptionsError(`--port must be a number from 0 to 65535, not "${text}".`);
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new OptionsError(`--webhook-url must be an http(s) address, not "${text}".`);
}
