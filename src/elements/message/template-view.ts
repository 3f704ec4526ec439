import { html, nothing, type TemplateResult } from 'lit';
import type {
  TemplateButton,
  TemplateCard,
  TemplateCardValue,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { fillTemplate, piecesText, templateText, valueText } from '../../domain/template-text.js';
import type { Icon } from '../shared/icon.js';
import {
  checkIcon,
  circleCheckIcon,
  clipboardListIcon,
  copyIcon,
  creditCardIcon,
  externalLinkIcon,
  layoutTemplateIcon,
  listIcon,
  phoneIcon,
  replyIcon,
  shoppingCartIcon,
  userPlusIcon,
} from '../shared/icons.js';
import { textBody, type Body, type BodyParts } from './body.js';
import { choiceMarks, type ChoiceMarks } from './choice-marks.js';
import { locationHeader } from './location-body.js';
import { mediaHeader } from './media-header.js';
import type { MessageContext } from './message-context.js';
import { buttonRows, cardView, type CardButton } from './structured-card.js';

const BUTTON_ICONS: Readonly<Record<TemplateButton['kind'], Icon>> = {
  'quick-reply': replyIcon,
  url: externalLinkIcon,
  phone: phoneIcon,
  'copy-code': copyIcon,
  otp: copyIcon,
  flow: clipboardListIcon,
  catalog: shoppingCartIcon,
  'multi-product': shoppingCartIcon,
  product: shoppingCartIcon,
  'order-details': creditCardIcon,
  'contact-request': userPlusIcon,
  'voice-call': phoneIcon,
  other: listIcon,
};

type TemplateContent = Extract<BodyParts['content'], { kind: 'template' }>;

export function templateBody({ content, message, context, meta }: BodyParts<TemplateContent>): Body {
  return { form: 'card', view: templateCard(content.template, context, meta, choiceMarks(message, context)) };
}

/** A filled-in template as the phone shows it; missing values stand out. The editor's preview is the same. */
export function templateCard(
  template: TemplateMessage,
  context: MessageContext,
  meta: TemplateResult,
  marks: ChoiceMarks,
): TemplateResult {
  const { definition } = template;
  const kind = html`<p class="card-kind">
    ${layoutTemplateIcon({ size: 'small' })}${context.strings.transcript.kinds.template}
  </p>`;
  if (!definition)
    return cardView({ kind, title: template.name, body: textBody(templateText(template), context, html``), meta });
  const body = definition.authentication
    ? codeBody(definition, template, context)
    : bodyView(definition.body, template.body, context);
  return cardView({
    kind,
    ...headerParts(definition.header, template.header, context),
    ...(body ? { body: html`${offerLine(template, context)}${body}` } : {}),
    ...(definition.footer === undefined ? {} : { footer: definition.footer }),
    meta,
    below: html`${buttonsView(definition.buttons, marks)}${cardsView(definition.carousel, template.cards, marks, context)}`,
  });
}

function headerParts(
  header: TemplateHeader | undefined,
  value: TemplateHeaderValue | undefined,
  context: MessageContext,
): { title?: TemplateResult; media?: TemplateResult } {
  if (!header) return {};
  if (header.kind === 'text') return { title: filledView(header, value && isText(value) ? [value] : [], context) };
  return { media: (value && headerMedia(value, context)) ?? missingMedia(header.kind, context) };
}

/** What was chosen for a header that is not text. */
function headerMedia(value: TemplateHeaderValue, context: MessageContext): TemplateResult | undefined {
  if (value.kind === 'location') return locationHeader(value, context);
  if (value.kind === 'product')
    return html`<p class="card-note">${context.strings.transcript.productIs(value.productId)}</p>`;
  return 'media' in value ? mediaHeader(value.kind === 'gif' ? 'video' : value.kind, value.media, context) : undefined;
}

function missingMedia(kind: string, { strings }: MessageContext): TemplateResult {
  return html`<p class="missing-media">${strings.transcript.missingValue(kind)}</p>`;
}

function isText(value: TemplateHeaderValue): value is TemplateValue {
  return value.kind === 'text' || value.kind === 'currency' || value.kind === 'date-time';
}

/** Where values are missing the text is shown in pieces, each missing one marked; else as formatted text. */
function bodyView(
  text: TemplateText | undefined,
  values: readonly TemplateValue[] | undefined,
  context: MessageContext,
): TemplateResult | undefined {
  if (!text) return undefined;
  const pieces = fillTemplate(text.text, values ?? []);
  return pieces.some(({ kind }) => kind === 'missing')
    ? html`<div class="text"><p dir="auto">${filledView(text, values ?? [], context)}</p></div>`
    : textBody(piecesText(pieces), context, html``);
}

function filledView(
  { text }: TemplateText,
  values: readonly TemplateValue[],
  { strings }: MessageContext,
): TemplateResult {
  return html`${fillTemplate(text, values).map((piece) =>
    piece.kind === 'missing'
      ? html`<span class="missing-value" title=${strings.transcript.missingValue(piece.name)}>{{${piece.name}}}</span>`
      : piece.text,
  )}`;
}

/** One-time codes are not shown to agents: WhatsApp writes the text around them. */
function codeBody(definition: TemplateDefinition, template: TemplateMessage, context: MessageContext): TemplateResult {
  const words = context.strings.transcript;
  const length = template.body?.[0] ? valueText(template.body[0]).length : 6;
  const { securityRecommendation, expiresAfterMinutes } = definition.authentication ?? {};
  return html`<div class="text">
    <p><span class="one-time-code" aria-hidden="true">${'•'.repeat(Math.min(length, 15))}</span> ${words.codeText}</p>
    ${securityRecommendation ? html`<p>${words.codeAdvice}</p>` : nothing}${
      expiresAfterMinutes === undefined ? nothing : html`<p>${words.codeExpires(expiresAfterMinutes)}</p>`
    }
  </div>`;
}

function offerLine(
  { definition, offerExpiresAt }: TemplateMessage,
  { strings, time }: MessageContext,
): TemplateResult | typeof nothing {
  if (!definition?.limitedTimeOffer) return nothing;
  return html`<p class="card-title" dir="auto">${definition.limitedTimeOffer.text}</p>
    ${
      offerExpiresAt === undefined
        ? nothing
        : html`<p class="card-note">${strings.transcript.offerEnds(time.dateTime(offerExpiresAt))}</p>`
    }`;
}

function buttonsView(buttons: readonly TemplateButton[], marks: ChoiceMarks): TemplateResult | typeof nothing {
  if (buttons.length === 0) return nothing;
  return buttonRows(
    buttons.map((button) => cardButton(button, marks)),
    circleCheckIcon,
    checkIcon,
  );
}

function cardButton(button: TemplateButton, marks: ChoiceMarks): CardButton {
  const mark = button.kind === 'quick-reply' ? marks({ title: button.text }) : undefined;
  return { label: button.text, icon: BUTTON_ICONS[button.kind], ...(mark ? { mark } : {}) };
}

function cardsView(
  cards: readonly TemplateCard[] | undefined,
  values: readonly TemplateCardValue[] | undefined,
  marks: ChoiceMarks,
  context: MessageContext,
): TemplateResult | typeof nothing {
  if (!cards) return nothing;
  return html`<ol class="carousel">
    ${cards.map((card, index) => {
      const value = values?.find((candidate) => candidate.index === index);
      const body = bodyView(card.body, value?.body, context);
      return html`<li class="carousel-card">
        ${cardView({
          ...headerParts(card.header, value?.header, context),
          ...(body ? { body } : {}),
          meta: html``,
          below: html`${buttonsView(card.buttons, marks)}`,
        })}
      </li>`;
    })}
  </ol>`;
}
