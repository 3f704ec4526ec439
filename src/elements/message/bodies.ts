import { html, nothing, type TemplateResult } from 'lit';
import type { WhatsAppProblem } from '../../domain/errors.js';
import { failureReason } from '../../domain/failure-reason.js';
import type { Content, ContentKind, Message } from '../../domain/message.js';
import { circleAlertIcon, historyIcon, trash2Icon } from '../shared/icons.js';
import { textBody, type Body, type BodyParts, type BodyView, type RichKind } from './body.js';
import { contentSummary } from './content-summary.js';
import { failureWords } from './delivery-line.js';
import { richBodies } from './late-parts.js';
import { isLongText, longTextBody } from './long-text.js';
import type { MessageContext } from './message-context.js';
import { noticeWords } from './notice-view.js';

/** The kinds that are words alone. */
const PLAIN_BODIES: { readonly [K in Exclude<ContentKind, RichKind>]: BodyView<K> } = {
  text: ({ content: { body }, message, context, meta }) => ({
    form: 'plain',
    view: isLongText(body) ? longTextBody(body, message, context, meta) : textBody(body, context, meta),
  }),
  reaction: noticeBody,
  edit: noticeBody,
  revoke: noticeBody,
  call: noticeBody,
  pin: noticeBody,
  system: noticeBody,
  welcome: noticeBody,
  'media-placeholder': ({ context, meta }) =>
    labelled(historyIcon({ size: 'small' }), context.strings.transcript.kinds.mediaPlaceholder, meta),
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
  const body = viewOf(message.content.kind)({ content: message.content, message, context, meta });
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

/** Until the rich bodies are here, a message says in words what it is. */
function viewOf(kind: ContentKind): (parts: BodyParts) => Body {
  const views: Partial<Record<ContentKind, unknown>> = { ...PLAIN_BODIES, ...richBodies.value?.bodies };
  return (views[kind] as ((parts: BodyParts) => Body) | undefined) ?? summaryBody;
}

function summaryBody({ content, context, meta }: BodyParts): Body {
  return labelled(nothing, contentSummary(content, context.strings), meta);
}

function labelled(icon: TemplateResult | typeof nothing, words: string, meta: TemplateResult): Body {
  return { form: 'plain', view: html`<p class="labelled" dir="auto">${icon}${words}${meta}</p>` };
}
