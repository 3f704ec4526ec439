import type { FastifyServerOptions } from 'fastify';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

const WAMID = /wamid\.[A-Za-z0-9+/=_-]+/g;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]+/gi;
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const PHONE_NUMBER = /(?<![\w.-])\+?\d{8,15}(?![\w.-])/g;

/** Takes out of a text what is personal or secret: WhatsApp's message ids hold the phone number. */
function redactText(text: string): string {
  return text
    .replace(WAMID, 'wamid.[redacted]')
    .replace(BEARER, '$1[redacted]')
    .replace(JWT, '[redacted token]')
    .replace(PHONE_NUMBER, '[redacted number]');
}

/** The same for everything inside a value that is about to be logged. */
function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null || depth > 6) return value;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactValue(item, depth + 1)]));
}

/** How the gateway logs: JSON lines, in which no token, phone number or message id of WhatsApp stands. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: {
      req: (request: { method?: string; url?: string }) => ({ method: request.method ?? '', url: pathOf(request.url) }),
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        message: redactText(error.message),
        stack: redactText(error.stack ?? ''),
        ...(typeof error.code === 'string' && { code: error.code }),
      }),
    },
    formatters: {
      log: (entry) =>
        Object.fromEntries(
          Object.entries(entry).map(([key, value]) => [key, isSerialized(key) ? value : redactValue(value)]),
        ),
    },
    hooks: {
      logMethod(args, method) {
        method.apply(
          this,
          args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg)) as Parameters<typeof method>,
        );
      },
    },
  };
}

/** Signatures, challenges and verify tokens stand in queries. */
function pathOf(url = ''): string {
  return redactText(url.split('?', 1)[0] ?? '');
}

function isSerialized(key: string): boolean {
  return ['req', 'res', 'err'].includes(key);
}
