import { isObject, objectAt, shown, textAt, type JsonObject } from '../json.js';
import { type GraphError, parameterError, whatsAppError } from './errors.js';
import { characters, firstBreach } from './field-rules.js';
import { INTERACTIVE_RULES } from './interactive-rules.js';
import { MESSAGE_RULES, type MessageRules } from './message-rules.js';

const CALLBACK_DATA_CHARACTERS = 512;
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** What a send says, once its form is known to be right. */
export interface MessageRequest {
  readonly recipient: Recipient;
  readonly type: string;
  readonly content: unknown;
  readonly replyTo?: string;
  readonly callbackData?: string;
}

/** Whom a send names, by the very text of the request. */
export interface Recipient {
  readonly by: 'phone' | 'user';
  readonly input: string;
}

/** Checks the form of a send, whatever it names; refuses with the code that WhatsApp gives. */
export function readMessageRequest(body: JsonObject): MessageRequest {
  const type = textAt(body, 'type') ?? 'text';
  const recipient = readRecipient(body);
  const rules = rulesOf(type, body);
  const content = body[type];
  if (content === undefined) throw parameterError(`The parameter ${type} is required.`);
  const breach = contentBreach(type, content, rules);
  if (breach) throw breach;
  return { recipient, type, content, ...readExtras(body, type) };
}

/** Checks the property that every request to the messages endpoint has. */
export function requireProduct(body: JsonObject): void {
  if (body['messaging_product'] === undefined) throw parameterError('The parameter messaging_product is required.');
  if (body['messaging_product'] !== 'whatsapp') {
    throw parameterError(
      `Param messaging_product must be one of {WHATSAPP} - got "${shown(body['messaging_product'])}".`,
    );
  }
}

function rulesOf(type: string, body: JsonObject): MessageRules {
  if (type === 'interactive') return interactiveRules(body['interactive']);
  const rules = Object.hasOwn(MESSAGE_RULES, type) ? MESSAGE_RULES[type] : undefined;
  if (!rules) throw whatsAppError(131051, `Message type "${type}" is not supported.`);
  return rules;
}

function interactiveRules(interactive: unknown): MessageRules {
  if (!isObject(interactive)) return { fields: [] };
  const kind = textAt(interactive, 'type');
  if (!kind) throw whatsAppError(131008, "Parameter 'interactive.type' is mandatory.");
  const rules = Object.hasOwn(INTERACTIVE_RULES, kind) ? INTERACTIVE_RULES[kind] : undefined;
  if (rules) return rules;
  const kinds = Object.keys(INTERACTIVE_RULES).join(', ');
  throw whatsAppError(131009, `Param interactive.type must be one of {${kinds}} - got "${kind}".`);
}

function contentBreach(type: string, content: unknown, rules: MessageRules): GraphError | undefined {
  const isList = Array.isArray(content);
  if (isList !== (type === 'contacts') || (!isList && !isObject(content))) {
    return parameterError(`Param ${type} must be ${type === 'contacts' ? 'an array' : 'a JSON object'}.`);
  }
  const breach = firstBreach(type, content, rules.fields);
  if (breach || isList) return breach;
  for (const relation of rules.relations ?? []) {
    const found = relation(content);
    if (found) return found;
  }
  return undefined;
}

function readRecipient(body: JsonObject): Recipient {
  const kind = body['recipient_type'];
  if (kind !== undefined && kind !== 'individual') {
    throw parameterError(
      `Param recipient_type must be one of {INDIVIDUAL} - got "${shown(kind)}": this number has no groups.`,
    );
  }
  const to = body['to'];
  if (typeof to === 'string' || typeof to === 'number') return { by: 'phone', input: String(to) };
  const recipient = textAt(body, 'recipient');
  if (recipient === undefined) throw parameterError('The parameter to is required.');
  if (!USER_ID.test(recipient))
    throw whatsAppError(131009, `Param recipient is not a business-scoped user id: "${recipient}".`);
  return { by: 'user', input: recipient };
}

function readExtras(body: JsonObject, type: string): Pick<MessageRequest, 'replyTo' | 'callbackData'> {
  const replyTo = textAt(objectAt(body, 'context'), 'message_id');
  if (body['context'] !== undefined && !replyTo) throw parameterError('The parameter context.message_id is required.');
  const callbackData = textAt(body, 'biz_opaque_callback_data');
  if (callbackData !== undefined && characters(callbackData) > CALLBACK_DATA_CHARACTERS) {
    throw parameterError(`Param biz_opaque_callback_data must be at most ${CALLBACK_DATA_CHARACTERS} characters long.`);
  }
  const quotes = replyTo !== undefined && type !== 'reaction';
  return { ...(quotes && { replyTo }), ...(callbackData && { callbackData }) };
}
