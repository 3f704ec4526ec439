import type { Content, MediaRef, Message, Quote, Referral, WhatsAppProblem } from '../domain/index.js';
import { flag, optional, requiredText, seconds, shape, text } from './codec.js';
import type { HeardMessage } from './facts.js';
import type { ContactIdentity } from './identity.js';
import { readContent } from './inbound-content.js';
import { isObject, valueAt, withoutMissing } from './json.js';
import { problemsIn } from './problems.js';

const referral = shape<Referral>({
  source: optional('source_type', text),
  sourceId: optional('source_id', text),
  url: optional('source_url', text),
  headline: optional('headline', text),
  body: optional('body', text),
  mediaType: optional('media_type', text),
  imageUrl: optional('image_url', text),
  videoUrl: optional('video_url', text),
  thumbnailUrl: optional('thumbnail_url', text),
  clickId: optional('ctwa_clid', text),
  welcomeText: optional('welcome_message.text', text),
});

const product = shape<NonNullable<Message['product']>>({
  catalogId: optional('catalog_id', text),
  productId: requiredText('product_retailer_id'),
});

const identityCheck = shape<NonNullable<HeardMessage['identityCheck']>>({
  hash: optional('hash', text),
  acknowledged: optional('acknowledged', flag),
  changedAt: optional('created_timestamp', seconds),
});

/** A message of a webhook, with `contact` as the person on the other side. */
export function heardMessage(json: unknown, contact: ContactIdentity): HeardMessage {
  const problems = problemsIn(valueAt(json, 'errors'));
  return withoutMissing<HeardMessage>({
    providerId: text.read(valueAt(json, 'id')) ?? '',
    contact,
    groupId: text.read(valueAt(json, 'group_id')),
    originAt: seconds.read(valueAt(json, 'timestamp')),
    content: withProblems(readContent(json), problems),
    quote: quoteOf(json),
    forwarded: forwardedOf(json),
    referral: referral.read(valueAt(json, 'referral')),
    product: product.read(valueAt(json, 'context.referred_product')),
    problems,
    identityCheck: identityCheck.read(valueAt(json, 'identity')),
  });
}

/** A medium that comes with problems could not be fetched by WhatsApp itself. */
function withProblems(content: Content, problems: readonly WhatsAppProblem[] | undefined): Content {
  if (!problems || !('media' in content)) return content;
  const media: MediaRef = { ...content.media, state: 'failed' };
  return { ...content, media };
}

/** The quoted message; an edit has it inside. */
function quoteOf(json: unknown): Quote | undefined {
  const context = valueAt(json, 'context') ?? valueAt(json, 'edit.message.context');
  if (!isObject(context)) return undefined;
  const quote = withoutMissing<Quote>({
    providerId: text.read(valueAt(context, 'id') ?? valueAt(context, 'message_id')),
    authorPhone: text.read(valueAt(context, 'from')),
    authorUserId: text.read(valueAt(context, 'from_user_id')),
  });
  return quote.providerId === undefined ? undefined : quote;
}

function forwardedOf(json: unknown): Message['forwarded'] {
  if (flag.read(valueAt(json, 'context.frequently_forwarded')) === true) return 'often';
  return flag.read(valueAt(json, 'context.forwarded')) === true ? 'once' : undefined;
}
