import type { CarouselCard, JsonValue, ReplyButton } from '../domain/index.js';
import { list, number, optional, required, requiredText, shape, text, type Codec, type Field } from './codec.js';
import { interactiveHeader } from './interactive-header.js';
import { linkAction } from './link-action.js';
import { putAt, valueAt } from './json.js';

type CardAction = CarouselCard['action'];

const quickReplies = list(
  shape<ReplyButton>(
    { id: requiredText('quick_reply.id'), title: requiredText('quick_reply.title') },
    { type: 'quick_reply' },
  ),
);

const product = shape<{ readonly catalogId: string; readonly productId: string }>({
  catalogId: requiredText('catalog_id'),
  productId: requiredText('product_retailer_id'),
});

function readAction(action: unknown): CardAction {
  const buttons = quickReplies.read(valueAt(action, 'buttons'));
  if (buttons) return { kind: 'buttons', buttons };
  const link = linkAction.read(valueAt(action, 'parameters'));
  if (link) return { kind: 'link', ...link };
  return { kind: 'product', ...(product.read(action) ?? { catalogId: '', productId: '' }) };
}

function writeAction(action: CardAction): JsonValue {
  if (action.kind === 'buttons') return { buttons: quickReplies.write(action.buttons) ?? [] };
  if (action.kind === 'link') return { name: 'cta_url', parameters: linkAction.write(action) ?? {} };
  return product.write(action) ?? {};
}

/** WhatsApp's documentation marks cards with reply buttons as `cta_url` too. */
const cardAction: Field<CardAction> = {
  read: (source) => readAction(valueAt(source, 'action')),
  write(action, target) {
    putAt(target, 'type', action.kind === 'product' ? 'product' : 'cta_url');
    putAt(target, 'action', writeAction(action));
  },
};

/** One card of a carousel that is sent as an interactive message. */
export const carouselCard: Codec<CarouselCard> = shape<CarouselCard>({
  index: required('card_index', number, 0),
  header: optional('header', interactiveHeader),
  body: optional('body.text', text),
  action: cardAction,
});
