import '../attachment/wa-attachment.js';
import '../location-preview/wa-location-preview.js';
import { callPermissionBody, choiceBody, formAnswerBody } from './answer-bodies.js';
import type { BodyView, RichKind } from './body.js';
import { cardStyles } from './card.styles.js';
import { choiceView } from './choice-view.js';
import { contactsBody } from './contacts-body.js';
import { interactiveBody } from './interactive-view.js';
import { locationBody } from './location-body.js';
import { mediaBody } from './media-body.js';
import { orderBody } from './order-view.js';
import { sourceView } from './source-view.js';
import { templateBody } from './template-view.js';
import { unsupportedBody } from './unsupported-body.js';

/** The bodies of the kinds that are more than words. */
export const bodies: { readonly [K in RichKind]: BodyView<K> } = {
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
  unsupported: unsupportedBody,
};

export { choiceView, sourceView };

/** What they look like. */
export const looks = [cardStyles];
