import type { Clock } from '../clock.js';
import { compact, isObject, objectAt, objectsAt, textAt, type JsonObject } from '../json.js';
import type { PhoneTap } from '../phone-types.js';
import type { Contact } from '../store/contact-store.js';
import { contentOf, type StoredMessage } from '../store/message-store.js';
import type { DraftContent } from './drafts.js';
import { PhoneError } from './phone-error.js';

const CALL_PERMISSION_MS = 7 * 86_400_000;

type TapKind = PhoneTap['kind'];
type TapOf<K extends TapKind> = Extract<PhoneTap, { readonly kind: K }>;

/** What was tapped on, and by whom. */
export interface TapTarget {
  readonly message: StoredMessage;
  readonly contact: Contact;
  readonly clock: Clock;
}

const ANSWERS: { readonly [K in TapKind]: (tap: TapOf<K>, target: TapTarget) => DraftContent } = {
  button: ({ buttonId }, { message }) => interactive('button_reply', pick(replyButtons(message), buttonId)),
  row: ({ rowId }, { message }) => interactive('list_reply', pick(rows(message), rowId)),
  'template-button': (tap, { message }) => ({ type: 'button', content: templateButton(tap, message) }),
  flow: ({ answers }, { message }) =>
    interactive('nfm_reply', {
      name: 'flow',
      body: 'Sent',
      response_json: JSON.stringify({ flow_token: flowToken(message), ...answers }),
    }),
  address: ({ values }) =>
    interactive('nfm_reply', {
      name: 'address_message',
      body: Object.values(values).join('\n'),
      response_json: JSON.stringify({ values }),
    }),
  'call-permission': ({ response }, { clock }) =>
    interactive('call_permission_reply', {
      response,
      response_source: 'user_action',
      ...(response === 'accept' && {
        is_permanent: false,
        expiration_timestamp: String(Math.floor((clock.now() + CALL_PERMISSION_MS) / 1000)),
      }),
    }),
  'contact-info': (_tap, { contact }) => ({ type: 'contacts', content: [contactInfo(contact)] }),
};

/** What a tap sends back, in Cloud API terms. */
export function tapContent(tap: PhoneTap, target: TapTarget): DraftContent {
  const answer = Object.hasOwn(ANSWERS, tap.kind)
    ? (ANSWERS[tap.kind] as (tap: PhoneTap, target: TapTarget) => DraftContent)
    : undefined;
  if (!answer) throw new PhoneError(400, `There is no tap "${tap.kind}". Taps: ${Object.keys(ANSWERS).join(', ')}.`);
  return answer(tap, target);
}

function interactive(type: string, reply: JsonObject): DraftContent {
  return { type: 'interactive', content: { type, [type]: reply } };
}

function replyButtons(message: StoredMessage): JsonObject[] {
  const action = objectAt(contentOf(message), 'action');
  const ofCards = objectsAt(action, 'cards').flatMap((card) => objectsAt(objectAt(card, 'action'), 'buttons'));
  return [...objectsAt(action, 'buttons'), ...ofCards].map((button) =>
    isObject(button['reply']) ? button['reply'] : objectAt(button, 'quick_reply'),
  );
}

function rows(message: StoredMessage): JsonObject[] {
  return objectsAt(objectAt(contentOf(message), 'action'), 'sections').flatMap((section) => objectsAt(section, 'rows'));
}

function pick(choices: readonly JsonObject[], id: string): JsonObject {
  const found = choices.find((choice) => choice['id'] === id);
  if (!found) throw new PhoneError(404, `The message has no choice with the id "${id}".`);
  const { title, description } = found;
  return compact({ id, title, description });
}

function templateButton({ index, card }: TapOf<'template-button'>, { rendered }: StoredMessage): JsonObject {
  const buttons = card === undefined ? rendered?.buttons : rendered?.cards?.[card]?.buttons;
  const button = buttons?.[index];
  if (button?.type !== 'QUICK_REPLY') throw new PhoneError(404, `The message has no quick reply at index ${index}.`);
  return { payload: button.payload ?? button.text, text: button.text };
}

function flowToken({ rendered, ...message }: StoredMessage): string {
  const parameters = objectAt(objectAt(contentOf(message), 'action'), 'parameters');
  const ofTemplate = rendered?.buttons.find((button) => button.type === 'FLOW')?.flowToken;
  return textAt(parameters, 'flow_token') ?? ofTemplate ?? 'unused';
}

function contactInfo({ phone, name }: Contact): JsonObject {
  if (!phone) throw new PhoneError(409, `${name} has no phone number to share.`);
  return { phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }], origin: 'contact_request' };
}
