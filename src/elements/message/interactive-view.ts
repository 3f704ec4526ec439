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
  clipboardListIcon,
  creditCardIcon,
  externalLinkIcon,
  houseIcon,
  listIcon,
  mapPinIcon,
  phoneIcon,
  replyIcon,
  shoppingCartIcon,
  storeIcon,
  userPlusIcon,
} from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';
import { textBody, type Body, type BodyParts } from './body.js';
import { choiceMarks, type ChoiceMarks } from './choice-marks.js';
import { mediaHeader } from './media-header.js';
import type { MessageContext } from './message-context.js';
import { orderDetailsView, orderStatusView } from './order-view.js';
import { productSections, productView } from './product-view.js';
import { buttonRows, cardView, carouselView, hostOf } from './structured-card.js';

type ActionOf<K extends InteractiveAction['kind']> = Extract<InteractiveAction, { kind: K }>;
interface ActionInputs {
  readonly marks: ChoiceMarks;
  readonly context: MessageContext;
}
type ActionViews = {
  readonly [K in InteractiveAction['kind']]: (action: ActionOf<K>, inputs: ActionInputs) => TemplateResult;
};

const one = (label: string, icon: Icon, detail?: string): TemplateResult => buttonRows([{ label, icon, detail }]);

const replies = ({ buttons }: Pick<ActionOf<'buttons'>, 'buttons'>, marks: ChoiceMarks): TemplateResult =>
  buttonRows(buttons.map((button) => ({ label: button.title, icon: replyIcon, mark: marks(button) })));

const ACTION_VIEWS: ActionViews = {
  buttons: (action, { marks }) => replies(action, marks),
  list: ({ button, sections }, { marks, context }) => listView(button, sections, marks, context),
  link: ({ label, url }) => one(label, externalLinkIcon, hostOf(url)),
  flow: ({ label }) => one(label, clipboardListIcon),
  'location-request': (_, { context }) => one(context.strings.transcript.buttons.sendLocation, mapPinIcon),
  'contact-request': (_, { context }) => one(context.strings.transcript.buttons.sharePhoneNumber, userPlusIcon),
  'address-request': (_, { context }) => one(context.strings.transcript.buttons.giveAddress, houseIcon),
  product: ({ productId }, { context }) =>
    html`${productView(productId, context.strings.transcript.product)}${one(
      context.strings.transcript.buttons.viewProduct,
      shoppingCartIcon,
    )}`,
  'product-list': ({ sections }, { context }) => {
    const words = context.strings.transcript;
    const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0);
    return html`${productSections(sections)}${one(words.buttons.viewItems, shoppingCartIcon, words.productsIn(sections.length, count))}`;
  },
  catalog: ({ thumbnailProductId }, { context }) =>
    html`${thumbnailProductId === undefined ? nothing : productView(thumbnailProductId)}${one(
      context.strings.transcript.buttons.viewCatalog,
      storeIcon,
    )}`,
  carousel: ({ cards }, { marks, context }) =>
    carouselView(
      cards.map((card) => carouselCard(card, marks, context)),
      context.strings.transcript.cards(cards.length),
      context.innerTab,
    ),
  'call-permission-request': (_, { context }) => one(context.strings.transcript.buttons.chooseCall, phoneIcon),
  call: ({ label }, { context }) => one(label ?? context.strings.transcript.buttons.callNow, phoneIcon),
  'order-details': (order, { context }) =>
    html`${orderDetailsView(order, context)}${one(context.strings.transcript.buttons.reviewAndPay, creditCardIcon)}`,
  'order-status': (order, { context }) => orderStatusView(order, context),
};

type InteractiveContent = Extract<BodyParts['content'], { kind: 'interactive' }>;

/** An interactive message as the phone shows it, with what the contact chose. */
export function interactiveBody({ content, message, context, meta }: BodyParts<InteractiveContent>): Body {
  return {
    form: 'card',
    view: interactiveCard(content.interactive, context, meta, choiceMarks(message, context)),
  };
}

function interactiveCard(
  interactive: Interactive,
  context: MessageContext,
  meta: TemplateResult,
  marks: ChoiceMarks,
): TemplateResult {
  const { header, body, footer, action } = interactive;
  const view = ACTION_VIEWS[action.kind] as (action: InteractiveAction, inputs: ActionInputs) => TemplateResult;
  return cardView({
    ...headerParts(header, context),
    ...(body === undefined ? {} : { body: (trailing) => textBody(body, context, trailing) }),
    ...(footer === undefined ? {} : { footer }),
    meta,
    below: view(action, { marks, context }),
  });
}

function headerParts(
  header: InteractiveHeader | undefined,
  context: MessageContext,
): { title?: TemplateResult; media?: TemplateResult } {
  if (!header) return {};
  if (header.kind !== 'text') return { media: mediaHeader(header.kind, header.media, context) };
  const { text, subText } = header;
  return { title: html`${text}${subText === undefined ? nothing : html`<small dir="auto">${subText}</small>`}` };
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
    ${one(button === '' ? context.strings.transcript.seeAllOptions : button, listIcon)}`;
}

function carouselCard(
  { header, body, action }: CarouselCard,
  marks: ChoiceMarks,
  context: MessageContext,
): TemplateResult {
  if (action.kind === 'product')
    return html`${productView(action.productId, context.strings.transcript.product)}${one(
      context.strings.transcript.buttons.viewProduct,
      shoppingCartIcon,
    )}`;
  return cardView({
    ...headerParts(header, context),
    ...(body === undefined ? {} : { body: (trailing) => textBody(body, context, trailing) }),
    meta: html``,
    below: action.kind === 'link' ? one(action.label, externalLinkIcon, hostOf(action.url)) : replies(action, marks),
  });
}
