import { html, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import type { WhatsAppProblem } from '../../domain/errors.js';
import { failureReason } from '../../domain/failure-reason.js';
import type { Content, ContentKind, Message } from '../../domain/message.js';
import type { Icon } from '../shared/icon.js';
import {
  circleAlertIcon,
  eyeOffIcon,
  historyIcon,
  listChecksIcon,
  mapPinIcon,
  messageSquareQuoteIcon,
  trash2Icon,
  usersIcon,
} from '../shared/icons.js';
import { callPermissionBody, choiceBody, formAnswerBody } from './answer-bodies.js';
import { textBody, type Body, type BodyParts, type BodyView } from './body.js';
import { contactsBody } from './contacts-body.js';
import { failureWords } from './delivery-line.js';
import { interactiveBody } from './interactive-view.js';
import { locationBody } from './location-body.js';
import { isLongText, longTextBody } from './long-text.js';
import { mediaBody } from './media-body.js';
import type { MessageContext } from './message-context.js';
import { noticeWords } from './notice-view.js';
import { orderBody } from './order-view.js';
import { own } from './own.js';
import { templateBody } from './template-view.js';

const BODIES: { readonly [K in ContentKind]: BodyView<K> } = {
  text: ({ content: { body }, message, context, meta }) => ({
    form: 'plain',
    view: isLongText(body) ? longTextBody(body, message, context, meta) : textBody(body, context, meta),
  }),
  image: mediaBody,
  video: mediaBody,
  audio: mediaBody,
  document: mediaBody,
  sticker: mediaBody,
  location: locationBody,
  contacts: contactsBody,
  interactive: interactiveBody,
  template: templateBody,
  choice: choiceBody,
  'form-answer': formAnswerBody,
  'call-permission': callPermissionBody,
  order: orderBody,
  reaction: noticeBody,
  edit: noticeBody,
  revoke: noticeBody,
  call: noticeBody,
  pin: noticeBody,
  system: noticeBody,
  welcome: noticeBody,
  'media-placeholder': ({ context, meta }) => ({
    form: 'plain',
    view: html`<p class="labelled">
      ${historyIcon({ size: 'small' })}${context.strings.transcript.kinds.mediaPlaceholder}${meta}
    </p>`,
  }),
  unsupported: unsupportedBody,
};

/** A message's body by the kind of its content; a deleted one says so, and a problem that came with it is told. */
export function bodyOf(message: Message, context: MessageContext, meta: TemplateResult): Body {
  if (message.revokedAt !== undefined)
    return {
      form: 'plain',
      view: html`<p class="labelled quiet">
        ${trash2Icon({ size: 'small' })}${context.strings.transcript.revoked}${meta}
      </p>`,
    };
  const view = BODIES[message.content.kind] as (parts: BodyParts) => Body;
  const body = view({ content: message.content, message, context, meta });
  const [problem] = message.problems ?? [];
  if (!problem || message.content.kind === 'unsupported') return body;
  return {
    form: body.form,
    view: html`${body.view}
      <p class="card-warning">
        ${circleAlertIcon({ size: 'small' })}<span>${problemWords(problem, message.content, context)}</span>
      </p>`,
  };
}

/** A file that is not here says so itself; what else can be done stands beneath it. */
function problemWords(problem: WhatsAppProblem, content: Content, { strings }: MessageContext): string {
  const isToldAbove = 'media' in content && content.media.state !== undefined;
  return isToldAbove && failureReason(problem.code).reasonKey === 'mediaNotFetched'
    ? strings.transcript.askToSendAgain
    : failureWords(problem, strings);
}

function noticeBody({ message, context, meta }: BodyParts): Body {
  return { form: 'plain', view: html`<p class="labelled">${noticeWords(message, context)}${meta}</p>` };
}

const UNSUPPORTED_ICONS: Readonly<Record<string, Icon>> = {
  group_invite: usersIcon,
  location: mapPinIcon,
  poll: listChecksIcon,
  poll_creation: listChecksIcon,
  poll_update: listChecksIcon,
  view_once: eyeOffIcon,
};

/** What this version cannot show: what it is, as far as known, why, and what helps; never a blank. */
function unsupportedBody({
  content: { type = '' },
  message,
  context,
  meta,
}: BodyParts<Extract<Content, { kind: 'unsupported' }>>): Body {
  const words = context.strings.transcript;
  const [problem] = message.problems ?? [];
  const name = own(words.unsupportedTypes, type) ?? singleLine(type.replaceAll('_', ' '), 60);
  const isElsewhere = problem !== undefined && failureReason(problem.code).reasonKey === 'messageNotHere';
  return {
    form: 'plain',
    view: html`<div class="product unsupported">
        <span class="product-plate">${(own(UNSUPPORTED_ICONS, type) ?? messageSquareQuoteIcon)()}</span>
        <div>
          <p class="card-title" dir="auto">${name || words.kinds.unsupported}</p>
          <p class="card-detail">${isElsewhere ? failureWords(problem, context.strings) : words.unsupported}</p>
        </div>
      </div>
      ${meta}`,
  };
}
