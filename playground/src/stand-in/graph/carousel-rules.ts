import { objectAt, objectsAt, textAt, type JsonObject } from '../json.js';
import { type GraphError, whatsAppError } from './errors.js';
import { firstBreach, type FieldRule } from './field-rules.js';
import { headerOf } from './header-rules.js';
import { allDifferent, type MessageRules } from './message-rules.js';

const HTTP_URL = /^https?:\/\/\S+$/i;

/** The rules of interactive carousels, of media and of products. */
export const CAROUSEL_RULES: MessageRules = {
  fields: [
    { path: 'body', is: 'object', required: true },
    { path: 'body.text', is: 'text', required: true, max: 1024 },
    { path: 'action', is: 'object', required: true },
    { path: 'action.cards', is: 'list', required: true, min: 2, max: 10 },
    { path: 'action.cards[].card_index', is: 'number', required: true, min: 0, max: 9 },
    { path: 'action.cards[].body.text', is: 'text', max: 160 },
    { path: 'action.cards[].action', is: 'object', required: true },
  ],
  relations: [noMainHeaderOrFooter, sameCards, eachCard],
};

function noMainHeaderOrFooter(content: JsonObject): GraphError | undefined {
  const present = ['header', 'footer'].find((key) => content[key] !== undefined);
  return present ? whatsAppError(131009, `A carousel message must not have a ${present}.`) : undefined;
}

function sameCards(content: JsonObject): GraphError | undefined {
  const cards = objectsAt(objectAt(content, 'action'), 'cards');
  if (!allDifferent(cards, 'card_index')) return whatsAppError(131009, 'card_index must be unique within a carousel.');
  const shapes = new Set(cards.map(cardShape));
  return shapes.size === 1
    ? undefined
    : whatsAppError(131009, 'All cards must have the same type and the same buttons.');
}

function cardShape(card: JsonObject): string {
  const action = objectAt(card, 'action');
  const buttons = objectsAt(action, 'buttons').map((button) => button['type']);
  return JSON.stringify([card['type'], objectAt(card, 'header')['type'], buttons, action['catalog_id']]);
}

const PRODUCT_CARD: readonly FieldRule[] = [
  { path: 'action.product_retailer_id', is: 'text', required: true },
  { path: 'action.catalog_id', is: 'text', required: true },
];

const MEDIA_CARD: readonly FieldRule[] = [
  { path: 'header', is: 'object', required: true },
  { path: 'action.parameters.display_text', is: 'text', required: true, max: 20 },
  { path: 'action.parameters.url', is: 'text', required: true, matches: HTTP_URL },
  { path: 'action.buttons', is: 'list', min: 1, max: 3 },
  { path: 'action.buttons[].type', is: 'text', required: true, oneOf: ['quick_reply'] },
  { path: 'action.buttons[].quick_reply', is: 'object', required: true },
  { path: 'action.buttons[].quick_reply.id', is: 'text', required: true, max: 256 },
  { path: 'action.buttons[].quick_reply.title', is: 'text', required: true, max: 20 },
];

function eachCard(content: JsonObject): GraphError | undefined {
  for (const [index, card] of objectsAt(objectAt(content, 'action'), 'cards').entries()) {
    const breach = cardBreach(`interactive.action.cards[${index}]`, card);
    if (breach) return breach;
  }
  return undefined;
}

function cardBreach(path: string, card: JsonObject): GraphError | undefined {
  if (card['type'] === 'product') return firstBreach(path, card, PRODUCT_CARD);
  const action = objectAt(card, 'action');
  if (action['parameters'] === undefined && action['buttons'] === undefined) {
    return whatsAppError(131008, `Parameter '${path}.action' needs parameters or buttons.`);
  }
  const lines = (textAt(objectAt(card, 'body'), 'text') ?? '').split('\n').length;
  if (lines > 3) return whatsAppError(131009, `'${path}.body.text' may have at most two line breaks.`);
  return firstBreach(path, card, MEDIA_CARD) ?? headerOf('image', 'video')(card);
}
