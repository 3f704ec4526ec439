import { html, nothing, type TemplateResult } from 'lit';
import { displayFileName } from '../../domain/display-text.js';
import type { Content, ContentKind, Message } from '../../domain/message.js';
import { fileXIcon, trash2Icon } from '../shared/icons.js';
import { callPermissionBody, choiceBody, formAnswerBody } from './answer-bodies.js';
import { textBody, type Body, type BodyParts, type BodyView } from './body.js';
import { contactsBody } from './contacts-body.js';
import { failureWords } from './delivery-line.js';
import { interactiveBody } from './interactive-view.js';
import { locationBody } from './location-body.js';
import { mediaBody } from './media-body.js';
import type { MessageContext } from './message-context.js';
import { noticeWords } from './notice-view.js';
import { orderBody } from './order-view.js';
import { templateBody } from './template-view.js';

const BODIES: { readonly [K in ContentKind]: BodyView<K> } = {
  text: ({ content, context, meta }) => ({ form: 'plain', view: textBody(content.body, context, meta) }),
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
  'media-placeholder': ({ context, meta }) => labelled(context.strings.transcript.kinds.mediaPlaceholder, meta),
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
      <p class="card-warning">${failureWords(problem, context.strings)}</p>`,
  };
}

function noticeBody({ message, context, meta }: BodyParts): Body {
  return { form: 'plain', view: html`<p class="labelled">${noticeWords(message, context)}${meta}</p>` };
}

function labelled(words: string, meta: TemplateResult): Body {
  return {
    form: 'plain',
    view: html`<p class="labelled">${fileXIcon({ size: 'small' })}<span>${words}</span>${meta}</p>`,
  };
}

/** What this version cannot show: what it is, as far as known, and never a blank. */
function unsupportedBody({
  content,
  message,
  context,
  meta,
}: BodyParts<Extract<Content, { kind: 'unsupported' }>>): Body {
  const words = context.strings.transcript;
  const type = content.type === undefined ? undefined : displayFileName(content.type.replaceAll('_', ' '));
  const [problem] = message.problems ?? [];
  return {
    form: 'plain',
    view: html`<div class="labelled">
      ${fileXIcon({ size: 'small' })}
      <div>
        <p dir="auto">${words.unsupported(type)}</p>
        ${problem?.details === undefined ? nothing : html`<p class="card-detail" dir="auto">${problem.details}</p>`}
      </div>
      ${meta}
    </div>`,
  };
}
