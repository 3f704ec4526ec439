import { html, nothing, type TemplateResult } from 'lit';
import type {
  TemplateButton,
  TemplateButtonValue,
  TemplateCard,
  TemplateCardValue,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { fillTemplate, piecesText, templateText, valueText, type TemplatePiece } from '../../domain/template-text.js';
import { formatPhoneNumber } from '../../domain/phone-number.js';
import type { Icon } from '../shared/icon.js';
import {
  clipboardListIcon,
  copyIcon,
  creditCardIcon,
  externalLinkIcon,
  layoutTemplateIcon,
  listIcon,
  phoneIcon,
  replyIcon,
  shoppingCartIcon,
  storeIcon,
  timerIcon,
  userPlusIcon,
} from '../shared/icons.js';
import { textBody, type Body, type BodyParts } from './body.js';
import { choiceMarks, type ChoiceMarks } from './choice-marks.js';
import { locationHeader } from './location-body.js';
import { mediaHeader } from './media-header.js';
import type { MessageContext } from './message-context.js';
import { orderDetailsView, orderStatusView } from './order-view.js';
import { productSections, productView } from './product-view.js';
import { buttonRows, cardView, carouselView, hostOf, type CardButton } from './structured-card.js';

const BUTTON_ICONS: Readonly<Record<TemplateButton['kind'], Icon>> = {
  'quick-reply': replyIcon,
  url: externalLinkIcon,
  phone: phoneIcon,
  'copy-code': copyIcon,
  otp: copyIcon,
  flow: clipboardListIcon,
  catalog: storeIcon,
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
    return cardView({
      kind,
      title: template.name,
      body: (trailing) => textBody(templateText(template), context, trailing),
      meta,
    });
  const body = definition.authentication
    ? (trailing: TemplateResult) => codeBody(definition, template, trailing, context)
    : bodyView(definition.body, template.body, context);
  return cardView({
    kind,
    ...headerParts(definition.header, template.header, context),
    ...(body ? { body: (trailing) => html`${offerLine(template, context)}${body(trailing)}` } : {}),
    ...(definition.footer === undefined ? {} : { footer: definition.footer }),
    meta,
    below: html`${goodsView(template, context)}${buttonsView(definition, template.buttons, marks, context)}${cardsView(
      definition.carousel,
      template.cards,
      marks,
      context,
    )}`,
  });
}

/** Products and orders that go with the buttons of a template. */
function goodsView({ buttons = [], orderStatus }: TemplateMessage, context: MessageContext): TemplateResult {
  return html`${buttons.map((value) =>
    value.kind === 'multi-product'
      ? productSections(value.sections)
      : value.kind === 'order-details'
        ? orderDetailsView(value.order, context)
        : nothing,
  )}${orderStatus ? orderStatusView(orderStatus, context) : nothing}`;
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
  if (value.kind === 'product') return productView(value.productId, context.strings.transcript.product);
  return 'media' in value ? mediaHeader(value.kind === 'gif' ? 'video' : value.kind, value.media, context) : undefined;
}

function missingMedia(kind: string, { strings }: MessageContext): TemplateResult {
  return html`<p class="missing-media">${strings.transcript.missingValue(kind)}</p>`;
}

function isText(value: TemplateHeaderValue): value is TemplateValue {
  return value.kind === 'text' || value.kind === 'currency' || value.kind === 'date-time';
}

/** The body as formatted text, in which each missing value is marked. */
function bodyView(
  text: TemplateText | undefined,
  values: readonly TemplateValue[] | undefined,
  context: MessageContext,
): ((trailing: TemplateResult) => TemplateResult) | undefined {
  if (!text) return undefined;
  const pieces = fillTemplate(text.text, values ?? []);
  return (trailing) => textBody(piecesText(pieces), context, trailing, missingMarks(pieces, context));
}

/** How the placeholders are marked that lack their value; nothing where all are filled in. */
function missingMarks(
  pieces: readonly TemplatePiece[],
  { strings }: MessageContext,
): ReadonlyMap<string, TemplateResult> {
  const missing = pieces.filter((piece) => piece.kind === 'missing');
  return new Map(
    missing.map(({ name }) => [
      `{{${name}}}`,
      html`<span class="missing-value" title=${strings.transcript.missingValue(name)}>{{${name}}}</span>`,
    ]),
  );
}

function filledView(text: TemplateText, values: readonly TemplateValue[], context: MessageContext): TemplateResult {
  const pieces = fillTemplate(text.text, values);
  const marks = missingMarks(pieces, context);
  return html`${pieces.map((piece) => (piece.kind === 'missing' ? marks.get(`{{${piece.name}}}`) : piece.text))}`;
}

/** One-time codes are not shown to agents: WhatsApp writes the text around them. */
function codeBody(
  definition: TemplateDefinition,
  template: TemplateMessage,
  trailing: TemplateResult,
  context: MessageContext,
): TemplateResult {
  const words = context.strings.transcript;
  const length = template.body?.[0] ? valueText(template.body[0]).length : 6;
  const { securityRecommendation, expiresAfterMinutes } = definition.authentication ?? {};
  return html`<div class="text">
    <p><span class="one-time-code" aria-hidden="true">${'•'.repeat(Math.min(length, 15))}</span> ${words.codeText}</p>
    ${securityRecommendation ? html`<p>${words.codeAdvice}</p>` : nothing}${
      expiresAfterMinutes === undefined ? nothing : html`<p>${words.codeExpires(expiresAfterMinutes)}</p>`
    }${trailing}
  </div>`;
}

function offerLine(
  { definition, offerExpiresAt }: TemplateMessage,
  { strings, time }: MessageContext,
): TemplateResult | typeof nothing {
  if (!definition?.limitedTimeOffer) return nothing;
  return html`<div class="offer">
    ${timerIcon({})}
    <div>
      <p class="card-title" dir="auto">${definition.limitedTimeOffer.text}</p>
      ${
        offerExpiresAt === undefined
          ? nothing
          : html`<p class="card-detail">${strings.transcript.offerEnds(time.dateTime(offerExpiresAt))}</p>`
      }
    </div>
  </div>`;
}

function buttonsView(
  { buttons, callPermissionRequest }: Pick<TemplateDefinition, 'buttons' | 'callPermissionRequest'>,
  values: readonly TemplateButtonValue[] = [],
  marks: ChoiceMarks,
  { strings }: MessageContext,
): TemplateResult | typeof nothing {
  const rows = buttons.map((button, index) =>
    cardButton(
      button,
      values.find((value) => value.index === index),
      marks,
    ),
  );
  if (callPermissionRequest) rows.push({ label: strings.transcript.buttons.chooseCall, icon: phoneIcon });
  return rows.length === 0 ? nothing : buttonRows(rows);
}

function cardButton(button: TemplateButton, value: TemplateButtonValue | undefined, marks: ChoiceMarks): CardButton {
  return {
    label: button.text,
    icon: BUTTON_ICONS[button.kind],
    mark: button.kind === 'quick-reply' ? marks({ title: button.text }) : undefined,
    detail: detailOf(button, value),
  };
}

/** Where a button leads or what it copies. */
function detailOf(button: TemplateButton, value: TemplateButtonValue | undefined): string | undefined {
  switch (button.kind) {
    case 'url':
      return hostOf(button.url.replace(/\{\{1\}\}/, value?.kind === 'url' ? encodeURI(value.text) : ''));
    case 'phone':
      return formatPhoneNumber(button.phoneNumber);
    case 'copy-code':
      return value?.kind === 'copy-code' ? value.code : button.example;
    default:
      return undefined;
  }
}

function cardsView(
  cards: readonly TemplateCard[] | undefined,
  values: readonly TemplateCardValue[] = [],
  marks: ChoiceMarks,
  context: MessageContext,
): TemplateResult | typeof nothing {
  if (!cards) return nothing;
  const views = cards.map((card, index) => {
    const value = values.find((candidate) => candidate.index === index);
    const body = bodyView(card.body, value?.body, context);
    return cardView({
      ...headerParts(card.header, value?.header, context),
      ...(body ? { body } : {}),
      meta: html``,
      below: html`${buttonsView(card, value?.buttons, marks, context)}`,
    });
  });
  return carouselView(views, context.strings.transcript.cards(cards.length), context.innerTab);
}
