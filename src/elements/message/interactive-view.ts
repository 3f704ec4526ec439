import { html, nothing, type TemplateResult } from 'lit';
import type {
  CarouselCard,
  Interactive,
  InteractiveAction,
  InteractiveHeader,
  ListSection,
} from '../../domain/interactive.js';
import {
  checkIcon,
  circleCheckIcon,
  clipboardListIcon,
  creditCardIcon,
  externalLinkIcon,
  houseIcon,
  listIcon,
  mapPinIcon,
  phoneIcon,
  shoppingCartIcon,
  userPlusIcon,
} from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';
import { textBody, type Body, type BodyParts } from './body.js';
import { choiceMarks, type ChoiceMarks } from './choice-marks.js';
import { mediaHeader } from './media-header.js';
import type { MessageContext } from './message-context.js';
import { orderDetailsView } from './order-view.js';
import { buttonRows, cardView, type CardButton } from './structured-card.js';

type ActionOf<K extends InteractiveAction['kind']> = Extract<InteractiveAction, { kind: K }>;
interface ActionInputs {
  readonly marks: ChoiceMarks;
  readonly context: MessageContext;
}
type ActionViews = {
  readonly [K in InteractiveAction['kind']]: (action: ActionOf<K>, inputs: ActionInputs) => TemplateResult;
};

const one = (label: string, icon: Icon): TemplateResult => rows([{ label, icon }]);
const rows = (buttons: readonly CardButton[]): TemplateResult => buttonRows(buttons, circleCheckIcon, checkIcon);

const ACTION_VIEWS: ActionViews = {
  buttons: ({ buttons }, { marks }) => rows(buttons.map((button) => withMark({ label: button.title }, marks(button)))),
  list: ({ button, sections }, { marks, context }) => listView(button, sections, marks, context),
  link: ({ label }) => one(label, externalLinkIcon),
  flow: ({ label }) => one(label, clipboardListIcon),
  'location-request': (_, { context }) => one(context.strings.transcript.buttons.sendLocation, mapPinIcon),
  'contact-request': (_, { context }) => one(context.strings.transcript.buttons.sharePhoneNumber, userPlusIcon),
  'address-request': (_, { context }) => one(context.strings.transcript.buttons.giveAddress, houseIcon),
  product: ({ productId }, { context }) =>
    html`<p class="card-note">
        <bdi>${context.strings.transcript.productIs(productId)}</bdi>
      </p>
      ${one(context.strings.transcript.buttons.viewProduct, shoppingCartIcon)}`,
  'product-list': ({ sections }, { context }) => {
    const words = context.strings.transcript;
    const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0);
    return html`<p class="card-note">${words.productsIn(sections.length, count)}</p>
      ${productSections(sections)}${one(words.buttons.viewItems, shoppingCartIcon)}`;
  },
  catalog: (_, { context }) => one(context.strings.transcript.buttons.viewCatalog, shoppingCartIcon),
  carousel: ({ cards }, inputs) => carouselView(cards, inputs),
  'call-permission-request': (_, { context }) => one(context.strings.transcript.buttons.chooseCall, phoneIcon),
  call: ({ label }, { context }) => one(label ?? context.strings.transcript.buttons.callNow, phoneIcon),
  'order-details': (order, { context }) =>
    html`${orderDetailsView(order, context)}${one(context.strings.transcript.buttons.reviewAndPay, creditCardIcon)}`,
  'order-status': ({ referenceId, status, description }, { context }) => {
    const words = context.strings.transcript;
    return html`<dl class="facts">
      <dt>${words.orderTitle(referenceId)}</dt>
      <dd>${words.orderStatus(status)}</dd>
      ${description === undefined ? nothing : html`<dd dir="auto">${description}</dd>`}
    </dl>`;
  },
};

/** An interactive message as the phone shows it, with what the contact chose. */
function interactiveCard(
  interactive: Interactive,
  context: MessageContext,
  meta: TemplateResult,
  marks: ChoiceMarks,
): TemplateResult {
  const { header, body, footer, action } = interactive;
  const view = ACTION_VIEWS[action.kind] as (action: InteractiveAction, inputs: ActionInputs) => TemplateResult;
  const media = headerMedia(header, context);
  return cardView({
    ...(media ? { media } : {}),
    ...(header?.kind === 'text' ? { title: header.text } : {}),
    ...(body === undefined ? {} : { body: textBody(body, context, html``) }),
    ...(footer === undefined ? {} : { footer }),
    meta,
    below: view(action, { marks, context }),
  });
}

export function interactiveBody({ content, message, context, meta }: BodyParts<InteractiveContent>): Body {
  return {
    form: 'card',
    view: interactiveCard(content.interactive, context, meta, choiceMarks(message, context)),
  };
}

type InteractiveContent = Extract<BodyParts['content'], { kind: 'interactive' }>;

function headerMedia(header: InteractiveHeader | undefined, context: MessageContext): TemplateResult | undefined {
  return header && header.kind !== 'text' ? mediaHeader(header.kind, header.media, context) : undefined;
}

function withMark(button: CardButton, mark: CardButton['mark']): CardButton {
  return mark ? { ...button, mark } : button;
}

function listView(
  button: string,
  sections: readonly ListSection[],
  marks: ChoiceMarks,
  context: MessageContext,
): TemplateResult {
  return html`<div class="list-rows">
      ${sections.map(
        ({ title, rows: options }) =>
          html`${title === undefined ? nothing : html`<p class="list-section" dir="auto">${title}</p>`}
            <ul>
              ${options.map((option) => {
                const mark = marks(option);
                return html`<li class=${mark?.state ?? ''}>
                  <span dir="auto">${option.title}</span>
                  ${option.description === undefined ? nothing : html`<small dir="auto">${option.description}</small>`}
                  <span class="pick">${mark ? checkIcon({ size: 'tiny' }) : nothing}</span>
                  ${mark ? html`<span class="visually-hidden">${mark.words}</span>` : nothing}
                </li>`;
              })}
            </ul>`,
      )}
    </div>
    ${rows([{ label: button === '' ? context.strings.transcript.seeAllOptions : button, icon: listIcon }])}`;
}

function productSections(sections: ActionOf<'product-list'>['sections']): TemplateResult {
  return html`<div class="list-rows">
    ${sections.map(
      ({ title, productIds }) =>
        html`${title === undefined ? nothing : html`<p class="list-section" dir="auto">${title}</p>`}
          <ul>
            ${productIds.map((id) => html`<li><bdi>${id}</bdi></li>`)}
          </ul>`,
    )}
  </div>`;
}

function carouselView(cards: readonly CarouselCard[], { marks, context }: ActionInputs): TemplateResult {
  return html`<ol class="carousel">
    ${cards.map((card) => html`<li class="carousel-card">${carouselCard(card, marks, context)}</li>`)}
  </ol>`;
}

function carouselCard(
  { header, body, action }: CarouselCard,
  marks: ChoiceMarks,
  context: MessageContext,
): TemplateResult {
  const media = headerMedia(header, context);
  const below =
    action.kind === 'link'
      ? one(action.label, externalLinkIcon)
      : action.kind === 'buttons'
        ? rows(action.buttons.map((button) => withMark({ label: button.title }, marks(button))))
        : one(context.strings.transcript.productIs(action.productId), shoppingCartIcon);
  return cardView({
    ...(media ? { media } : {}),
    ...(body === undefined ? {} : { body: textBody(body, context, html``) }),
    meta: html``,
    below,
  });
}
