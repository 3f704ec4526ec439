import { newTraceId } from '../ids.js';
import type { JsonObject } from '../json.js';
import type { StatusError } from '../store/message-store.js';

interface ErrorKind {
  readonly title: string;
  /** The HTTP status of the synchronous answer. */
  readonly status: number;
}

/** The titles and HTTP statuses of the error codes in WhatsApp's error reference. */
const ERROR_KINDS = {
  2: { title: 'Service temporarily unavailable', status: 503 },
  100: { title: 'Invalid parameter', status: 400 },
  130429: { title: 'Rate limit hit', status: 429 },
  131000: { title: 'Something went wrong', status: 500 },
  131008: { title: 'Required parameter is missing', status: 400 },
  131009: { title: 'Parameter value is not valid', status: 400 },
  131021: { title: 'Recipient cannot be sender', status: 400 },
  131026: { title: 'Message undeliverable', status: 400 },
  131030: { title: 'Recipient phone number not in allowed list', status: 400 },
  131047: { title: 'Re-engagement message', status: 400 },
  131050: {
    title:
      'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
    status: 400,
  },
  131051: { title: 'Unsupported message type', status: 400 },
  131053: { title: 'Media upload error', status: 400 },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit', status: 429 },
  131062: { title: 'Business-scoped User ID (BSUID) recipients are not supported for this message', status: 400 },
  132000: { title: 'Number of parameters does not match the expected number of params', status: 400 },
  132001: { title: 'Template name does not exist in the translation', status: 404 },
  132005: { title: 'Translated text too long', status: 400 },
  132012: { title: 'Parameter format does not match format in the created template', status: 400 },
  132015: { title: 'Template is paused', status: 400 },
  132016: { title: 'Template is disabled', status: 400 },
  132018: { title: 'There was an issue with the parameters in your template', status: 400 },
} as const satisfies Readonly<Record<number, ErrorKind>>;

/** A code of WhatsApp's error reference that the stand-in gives. */
export type ErrorCode = keyof typeof ERROR_KINDS;

const REFERENCE = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

/** A refusal in the shape of the Graph API. */
export class GraphError extends Error {
  readonly status: number;
  readonly body: JsonObject;

  constructor(status: number, error: JsonObject) {
    super(String(error['message']));
    this.name = 'GraphError';
    this.status = status;
    this.body = { error: { ...error, fbtrace_id: newTraceId() } };
  }
}

/** A WhatsApp error with its standard title and, under `error_data`, the details. */
export function whatsAppError(code: ErrorCode, details: string): GraphError {
  const { title, status } = ERROR_KINDS[code];
  return new GraphError(status, {
    message: `(#${code}) ${title}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
  });
}

/** Error 100 as the Graph API itself gives it when a request does not fit the endpoint. */
export function parameterError(sentence: string): GraphError {
  return new GraphError(400, { message: `(#100) ${sentence}`, type: 'OAuthException', code: 100 });
}

/** Error 190 for a missing or wrong access token. */
export function tokenError(): GraphError {
  return new GraphError(401, {
    message: 'Invalid OAuth access token - Cannot parse access token',
    type: 'OAuthException',
    code: 190,
  });
}

/** Error 100 with subcode 33 for an id that names nothing. */
export function unknownObjectError(method: string, id: string): GraphError {
  return new GraphError(400, {
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: 'GraphMethodException',
    code: 100,
    error_subcode: 33,
  });
}

/** Refuses a call on an account or number that is not the one played here. */
export function requireObject(method: string, id: string, known: string): void {
  if (id !== known) throw unknownObjectError(method, id);
}

/** A refusal as it stands in a `failed` status. */
export function statusError(code: ErrorCode, details: string): StatusError {
  const { title } = ERROR_KINDS[code];
  return { code, title, message: title, error_data: { details }, href: REFERENCE };
}
