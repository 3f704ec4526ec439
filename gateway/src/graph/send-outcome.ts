import { fromGraphError, fromSendAnswer } from 'wa-desk/cloud-api';
import type { JsonValue, WhatsAppProblem } from 'wa-desk/domain';

/**
 * What is known of a message after it was handed to WhatsApp. Only `rate-limited` and `unreachable` may be tried again: in
 * both cases it is certain that WhatsApp did not take it.
 */
export type SendOutcome =
  | { readonly type: 'accepted'; readonly providerId: string; readonly held?: 'quality' | 'paused' }
  | { readonly type: 'failed'; readonly problem: WhatsAppProblem }
  | { readonly type: 'rate-limited'; readonly problem: WhatsAppProblem }
  | { readonly type: 'unreachable'; readonly cause: string }
  | { readonly type: 'unknown'; readonly cause: string };

/** Throughput, pair rate, and the call limits of app and account (Cloud API error codes). */
const RATE_CODES: readonly number[] = [4, 80_007, 130_429, 131_056];

/** WhatsApp failed in the middle of its work: it may have taken the message. */
const AMBIGUOUS_CODES: readonly number[] = [1, 2, 131_000];

/** Why WhatsApp keeps a message back that it has taken. */
const HELD: Readonly<Record<string, 'quality' | 'paused'>> = {
  held_for_quality_assessment: 'quality',
  paused: 'paused',
};

/** Failures from before the first byte of a request could leave. */
const BEFORE_THE_REQUEST: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** Reads the answer to `POST /messages`; `body` is `undefined` when it was no JSON. */
export function outcomeOfAnswer(status: number, body: JsonValue | undefined): SendOutcome {
  if (status >= 200 && status < 300) return outcomeOfSuccess(body);
  const problem = fromGraphError(body);
  if (status === 429) return { type: 'rate-limited', problem: problem ?? { code: 130_429 } };
  if (status < 400 || status >= 500) return { type: 'unknown', cause: `WhatsApp answered ${status}` };
  if (!problem) return { type: 'unknown', cause: `the answer ${status} did not come from WhatsApp` };
  if (AMBIGUOUS_CODES.includes(problem.code))
    return { type: 'unknown', cause: `WhatsApp answered code ${problem.code}` };
  return RATE_CODES.includes(problem.code) ? { type: 'rate-limited', problem } : { type: 'failed', problem };
}

/** Reads a request that got no answer at all. */
export function outcomeOfFailure(failure: unknown): SendOutcome {
  const codes = causeCodes(failure);
  const cause = codes.at(-1) ?? (failure instanceof Error ? failure.name : String(failure));
  const certain = codes.length > 0 && codes.every((code) => BEFORE_THE_REQUEST.includes(code));
  return { type: certain ? 'unreachable' : 'unknown', cause };
}

function outcomeOfSuccess(body: JsonValue | undefined): SendOutcome {
  const message = fromSendAnswer(body)?.messages[0];
  if (!message) return { type: 'unknown', cause: 'WhatsApp answered without a message id' };
  const held = message.status === undefined ? undefined : HELD[message.status];
  return { type: 'accepted', providerId: message.providerId, ...(held && { held }) };
}

function causeCodes(failure: unknown): string[] {
  if (!(failure instanceof Error)) return [];
  const own = 'code' in failure && typeof failure.code === 'string' ? [failure.code] : [];
  const nested = failure instanceof AggregateError ? failure.errors.flatMap(causeCodes) : [];
  return [...own, ...nested, ...causeCodes(failure.cause)];
}
