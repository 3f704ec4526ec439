import type { JsonObject, TemplateDefinition } from '../domain/index.js';
import {
  always,
  flag,
  list,
  number,
  optional,
  required,
  requiredText,
  secondsNumber,
  shape,
  text,
  type Codec,
} from './codec.js';
import { fromGraphTemplate, toGraphTemplate } from './graph-template.js';
import { isObject, valueAt } from './json.js';

/** What WhatsApp answers to a message that it took: accepted, not yet sent. */
export interface SendAnswer {
  readonly kind: 'sent';
  readonly contacts?: readonly { readonly input?: string; readonly waId?: string; readonly userId?: string }[];
  readonly messages: readonly SentMessage[];
  readonly success?: boolean;
}

/** The id that WhatsApp gave a message. */
export interface SentMessage {
  readonly providerId: string;
  readonly groupId?: string;
  /** `accepted`, `held_for_quality_assessment` or `paused`. */
  readonly status?: string;
}

/** Where a medium lies for the next five minutes. */
export interface MediaAnswer {
  readonly kind: 'media';
  readonly id: string;
  readonly url?: string;
  readonly mimeType?: string;
  /** Hex, where webhooks give base64. */
  readonly sha256?: string;
  /** Bytes. */
  readonly size?: number;
}

/** The id of an upload, which lives thirty days. */
export interface UploadAnswer {
  readonly kind: 'uploaded';
  readonly id: string;
}

/** The calls that were started, or that a call was answered or ended. */
export interface CallAnswer {
  readonly kind: 'call';
  readonly callIds: readonly string[];
  readonly success?: boolean;
}

/** May the business call this person, and how often. */
export interface CallPermissions {
  readonly kind: 'call-permissions';
  /** `no_permission`, `temporary`, `permanent`, and in older answers `granted`, `pending`, `denied`. */
  readonly status?: string;
  readonly expiresAt?: number;
  readonly actions?: readonly CallPermissionAction[];
}

/** One thing that needs permission: `start_call` or `send_call_permission_request`. */
export interface CallPermissionAction {
  readonly name: string;
  readonly allowed?: boolean;
  readonly limits?: readonly CallLimit[];
}

/** How often it may be done in a time. */
export interface CallLimit {
  /** ISO 8601 duration, or e.g. `24h`. */
  readonly period?: string;
  readonly used?: number;
  readonly allowed?: number;
  readonly resetsAt?: number;
}

/** A page of a business's templates. */
export interface TemplateList {
  readonly kind: 'templates';
  readonly templates: readonly TemplateDefinition[];
  readonly before?: string;
  readonly after?: string;
  readonly previous?: string;
  /** The address of the next page; absent on the last. */
  readonly next?: string;
}

/** One template, or what became of one that was made. */
export interface TemplateAnswer {
  readonly kind: 'template';
  readonly template: TemplateDefinition;
}

/** Done, and nothing more to tell. */
export interface SuccessAnswer {
  readonly kind: 'success';
  readonly success: boolean;
}

/** Everything that the Graph API answers to the desk, but errors. */
export type GraphAnswer =
  | SendAnswer
  | MediaAnswer
  | UploadAnswer
  | CallAnswer
  | CallPermissions
  | TemplateList
  | TemplateAnswer
  | SuccessAnswer;

type AnswerKind = GraphAnswer['kind'];

const sent = shape<SendAnswer>(
  {
    kind: always('sent'),
    contacts: optional(
      'contacts',
      list(
        shape<{ readonly input?: string; readonly waId?: string; readonly userId?: string }>({
          input: optional('input', text),
          waId: optional('wa_id', text),
          userId: optional('user_id', text),
        }),
      ),
    ),
    messages: required(
      'messages',
      list(
        shape<SentMessage>({
          providerId: requiredText('id'),
          groupId: optional('group_id', text),
          status: optional('message_status', text),
        }),
      ),
      [],
    ),
    success: optional('success', flag),
  },
  { messaging_product: 'whatsapp' },
);

const media = shape<MediaAnswer>(
  {
    kind: always('media'),
    id: requiredText('id'),
    url: optional('url', text),
    mimeType: optional('mime_type', text),
    sha256: optional('sha256', text),
    size: optional('file_size', number),
  },
  { messaging_product: 'whatsapp' },
);

const callId: Codec<string> = { read: (json) => text.read(valueAt(json, 'id')), write: (id) => ({ id }) };

const call = shape<CallAnswer>(
  { kind: always('call'), callIds: required('calls', list(callId), []), success: optional('success', flag) },
  { messaging_product: 'whatsapp' },
);

const limit = shape<CallLimit>({
  period: optional('time_period', text),
  used: optional('current_usage', number),
  allowed: optional('max_allowed', number),
  resetsAt: optional('limit_expiration_time', secondsNumber),
});

const permissions = shape<CallPermissions>(
  {
    kind: always('call-permissions'),
    status: optional('permission.status', text),
    expiresAt: optional('permission.expiration_time', secondsNumber),
    actions: optional(
      'actions',
      list(
        shape<CallPermissionAction>({
          name: requiredText('action_name'),
          allowed: optional('can_perform_action', flag),
          limits: optional('limits', list(limit)),
        }),
      ),
    ),
  },
  { messaging_product: 'whatsapp' },
);

const definition: Codec<TemplateDefinition> = { read: fromGraphTemplate, write: toGraphTemplate };

const templates = shape<TemplateList>({
  kind: always('templates'),
  templates: required('data', list(definition), []),
  before: optional('paging.cursors.before', text),
  after: optional('paging.cursors.after', text),
  previous: optional('paging.previous', text),
  next: optional('paging.next', text),
});

const template: Codec<TemplateAnswer> = {
  read(json) {
    const read = fromGraphTemplate(json);
    return read && { kind: 'template', template: read };
  },
  write: (answer) => toGraphTemplate(answer.template),
};

const CODECS: Readonly<Record<AnswerKind, Codec<GraphAnswer>>> = {
  sent,
  media,
  uploaded: shape<UploadAnswer>({ kind: always('uploaded'), id: requiredText('id') }),
  call,
  'call-permissions': permissions,
  templates,
  template,
  success: shape<SuccessAnswer>({ kind: always('success'), success: required('success', flag, false) }),
};

/** What the Graph API answered, told by its shape; `undefined` for errors and what the desk never asks for. */
export function fromGraphAnswer(json: unknown): GraphAnswer | undefined {
  const kind = answerKind(json);
  return kind && CODECS[kind].read(json);
}

/** The JSON of an answer as the Graph API gives it. */
export function toGraphAnswer(answer: GraphAnswer): JsonObject {
  return CODECS[answer.kind].write(answer) as JsonObject;
}

/** The answer to a message that was sent, or `undefined` when it is no such answer. */
export function fromSendAnswer(json: unknown): SendAnswer | undefined {
  const answer = fromGraphAnswer(json);
  return answer?.kind === 'sent' ? answer : undefined;
}

/** By which property each answer is known, the surest first. */
const MARKS: readonly (readonly [property: string, kind: AnswerKind])[] = [
  ['messages', 'sent'],
  ['calls', 'call'],
  ['permission', 'call-permissions'],
  ['actions', 'call-permissions'],
  ['data', 'templates'],
  ['url', 'media'],
  ['mime_type', 'media'],
  ['components', 'template'],
  ['category', 'template'],
  ['id', 'uploaded'],
  ['success', 'success'],
];

function answerKind(json: unknown): AnswerKind | undefined {
  if (!isObject(json)) return undefined;
  return MARKS.find(([property]) => valueAt(json, property) !== undefined)?.[1];
}
