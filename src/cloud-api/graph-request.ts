import type { JsonObject } from '../domain/index.js';
import { always, optional, requiredText, shape, text } from './codec.js';
import { fromGraphMessage, toGraphMessage, type GraphMessage } from './graph-message.js';
import { valueAt, word } from './json.js';

/** Marks a message, and all that came before it, as read; typing shows the contact that an answer is being written. */
export interface MarkRead {
  readonly kind: 'mark-read';
  readonly providerId: string;
  /** `text`: shows until the answer comes or 25 seconds have passed. */
  readonly typing?: string;
}

/** One side's description of a call's media (RFC 8866), which the desk does not read. */
export interface CallSession {
  /** `offer` or `answer`. */
  readonly sdpType?: string;
  readonly sdp?: string;
}

/** Starts, answers or ends a call: `connect`, `pre_accept`, `accept`, `reject`, `terminate`. */
export interface CallRequest {
  readonly kind: 'call';
  readonly action: string;
  readonly callId?: string;
  readonly to?: string;
  readonly recipient?: string;
  readonly session?: CallSession;
  readonly opaque?: string;
}

/** Everything that the desk asks of WhatsApp by JSON. */
export type GraphRequest = ({ readonly kind: 'message' } & GraphMessage) | MarkRead | CallRequest;

const markRead = shape<MarkRead>(
  {
    kind: always('mark-read'),
    providerId: requiredText('message_id'),
    typing: optional('typing_indicator.type', text),
  },
  { messaging_product: 'whatsapp', status: 'read' },
);

/** The media of a call, in requests and webhooks. */
export const callSession = shape<CallSession>({ sdpType: optional('sdp_type', text), sdp: optional('sdp', text) });

const call = shape<CallRequest>(
  {
    kind: always('call'),
    action: requiredText('action'),
    callId: optional('call_id', text),
    to: optional('to', text),
    recipient: optional('recipient', text),
    session: optional('session', callSession),
    opaque: optional('biz_opaque_callback_data', text),
  },
  { messaging_product: 'whatsapp' },
);

/**
 * The JSON of a request for the Graph API.
 * @throws WaError `contract-violated` when a medium has not been uploaded to WhatsApp.
 */
export function toGraphRequest(request: GraphRequest): JsonObject {
  switch (request.kind) {
    case 'message': {
      const { kind: _, content, ...addressedTo } = request;
      return toGraphMessage(content, addressedTo);
    }
    case 'mark-read':
      return markRead.write(request) as JsonObject;
    case 'call':
      return call.write(request) as JsonObject;
  }
}

/** What a request to the Graph API asks for, or `undefined` when it is none that the desk makes. */
export function fromGraphRequest(json: unknown): GraphRequest | undefined {
  if (typeof valueAt(json, 'action') === 'string') return call.read(json);
  if (word(valueAt(json, 'status')) === 'read') return markRead.read(json);
  const message = fromGraphMessage(json);
  return message && { kind: 'message', ...message };
}
