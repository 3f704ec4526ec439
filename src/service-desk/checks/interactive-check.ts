import type {
  CarouselCard,
  Interactive,
  InteractiveAction,
  InteractiveHeader,
  ListSection,
  ReplyButton,
} from '../../domain/interactive.js';
import { checkText, firstProblem, invalid, type ContentProblem } from './problem.js';

const BODY_MAX = 1024;
const LIST_BODY_MAX = 4096;
const CARD_BODY_MAX = 160;
const HEADER_MAX = 60;
const FOOTER_MAX = 60;
const LABEL_MAX = 20;
const FLOW_LABEL_MAX = 30;
const BUTTONS_MAX = 3;
const ROWS_MAX = 10;
const SECTIONS_MAX = 10;
const PRODUCTS_MAX = 30;

type ActionOf<K extends InteractiveAction['kind']> = Extract<InteractiveAction, { kind: K }>;

function uniqueIds(part: string, ids: readonly string[]): ContentProblem | undefined {
  return new Set(ids).size === ids.length ? undefined : invalid(`${part} must have ids that differ.`);
}

function count(part: string, size: number, min: number, max: number): ContentProblem | undefined {
  if (size >= min && size <= max) return undefined;
  return {
    code: size > max ? 'limit-exceeded' : 'invalid',
    message: `${part}: ${size} given, ${min} to ${max} allowed.`,
  };
}

function checkButtons(part: string, buttons: readonly ReplyButton[], max: number): ContentProblem | undefined {
  return firstProblem([
    count(part, buttons.length, 1, max),
    ...buttons.flatMap((button, index) => [
      checkText({ part: `${part}[${index}].title`, text: button.title, max: LABEL_MAX, required: true }),
      checkText({ part: `${part}[${index}].id`, text: button.id, max: 256, required: true }),
    ]),
    uniqueIds(
      part,
      buttons.map((button) => button.id),
    ),
  ]);
}

function checkSection(section: ListSection, index: number, several: boolean): ContentProblem | undefined {
  const part = `action.sections[${index}]`;
  return firstProblem([
    checkText({ part: `${part}.title`, text: section.title, max: 24, required: several }),
    ...section.rows.flatMap((row, at) => [
      checkText({ part: `${part}.rows[${at}].title`, text: row.title, max: 24, required: true }),
      checkText({ part: `${part}.rows[${at}].description`, text: row.description, max: 72 }),
      checkText({ part: `${part}.rows[${at}].id`, text: row.id, max: 200, required: true }),
    ]),
  ]);
}

function checkList(action: ActionOf<'list'>): ContentProblem | undefined {
  const rows = action.sections.flatMap((section) => section.rows);
  return firstProblem([
    checkText({ part: 'action.button', text: action.button, max: LABEL_MAX, required: true }),
    count('action.sections', action.sections.length, 1, SECTIONS_MAX),
    count('rows over all sections', rows.length, 1, ROWS_MAX),
    ...action.sections.map((section, index) => checkSection(section, index, action.sections.length > 1)),
    uniqueIds(
      'rows',
      rows.map((row) => row.id),
    ),
  ]);
}

function checkLink(part: string, link: { label: string; url: string }): ContentProblem | undefined {
  const isWebAddress = /^https?:\/\//i.test(link.url);
  return (
    checkText({ part: `${part}.label`, text: link.label, max: LABEL_MAX, required: true }) ??
    (isWebAddress ? undefined : invalid(`${part}.url must begin with http:// or https://.`))
  );
}

function checkCard(card: CarouselCard, index: number): ContentProblem | undefined {
  const part = `action.cards[${index}]`;
  const body = checkText({ part: `${part}.body`, text: card.body, max: CARD_BODY_MAX });
  if (body) return body;
  if (card.action.kind === 'link') return checkLink(`${part}.action`, card.action);
  return card.action.kind === 'buttons' ? checkButtons(`${part}.action.buttons`, card.action.buttons, 2) : undefined;
}

function checkCarousel(action: ActionOf<'carousel'>): ContentProblem | undefined {
  const kinds = new Set(action.cards.map((card) => card.action.kind));
  return firstProblem([
    count('action.cards', action.cards.length, 2, 10),
    kinds.size > 1 ? invalid('action.cards must all have the same kind of buttons.') : undefined,
    ...action.cards.map(checkCard),
  ]);
}

function checkProducts(action: ActionOf<'product-list'>): ContentProblem | undefined {
  const products = action.sections.flatMap((section) => section.productIds);
  return firstProblem([
    count('action.sections', action.sections.length, 1, SECTIONS_MAX),
    count('products over all sections', products.length, 1, PRODUCTS_MAX),
    ...action.sections.map((section, index) =>
      checkText({ part: `action.sections[${index}].title`, text: section.title, max: 24 }),
    ),
  ]);
}

function checkAction(action: InteractiveAction): ContentProblem | undefined {
  switch (action.kind) {
    case 'buttons':
      return checkButtons('action.buttons', action.buttons, BUTTONS_MAX);
    case 'list':
      return checkList(action);
    case 'link':
      return checkLink('action', action);
    case 'flow':
      return checkText({ part: 'action.label', text: action.label, max: FLOW_LABEL_MAX, required: true });
    case 'call':
      return checkText({ part: 'action.label', text: action.label, max: LABEL_MAX });
    case 'product-list':
      return checkProducts(action);
    case 'carousel':
      return checkCarousel(action);
    default:
      return undefined;
  }
}

/** Which headers WhatsApp takes above which action; what is not listed takes none. */
const HEADERS: Partial<Record<InteractiveAction['kind'], readonly InteractiveHeader['kind'][]>> = {
  buttons: ['text', 'image', 'video', 'document'],
  list: ['text'],
  link: ['text', 'image', 'video', 'document'],
  flow: ['text', 'image', 'video', 'document'],
  'address-request': ['text', 'image', 'video', 'document'],
  'product-list': ['text'],
  'order-details': ['image'],
  'order-status': ['image'],
};

function checkHeader({ header, action }: Interactive): ContentProblem | undefined {
  if (!header)
    return action.kind === 'product-list' ? invalid('header must be a text above a product list.') : undefined;
  const allowed = HEADERS[action.kind] ?? [];
  if (!allowed.includes(header.kind)) {
    return invalid(
      `header: ${header.kind} is not possible above ${action.kind}; possible: ${allowed.join(', ') || 'none'}.`,
    );
  }
  return header.kind === 'text'
    ? checkText({ part: 'header', text: header.text, max: HEADER_MAX, required: true })
    : undefined;
}

const BODY_OPTIONAL: ReadonlySet<InteractiveAction['kind']> = new Set(['product', 'call-permission-request']);

/** Checks an interactive message by WhatsApp's limits (Cloud API, interactive messages). */
export function checkInteractive(interactive: Interactive): ContentProblem | undefined {
  const { body, footer, action } = interactive;
  const max = action.kind === 'list' ? LIST_BODY_MAX : BODY_MAX;
  return firstProblem([
    checkHeader(interactive),
    checkText({ part: 'body', text: body, max, required: !BODY_OPTIONAL.has(action.kind) }),
    checkText({ part: 'footer', text: footer, max: FOOTER_MAX }),
    checkAction(action),
  ]);
}
