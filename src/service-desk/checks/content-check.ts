import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import type { Content } from '../../domain/message.js';
import type { Capabilities, FeatureName, SendLimits } from '../../domain/session.js';
import { utf8Length } from '../../domain/text-size.js';
import { checkInteractive } from './interactive-check.js';
import { checkText, firstProblem, invalid, type ContentProblem } from './problem.js';

/** What an agent may send, and the feature that it belongs to; other kinds only come in. */
const SENDABLE: Partial<Record<Content['kind'], FeatureName | 'always'>> = {
  text: 'always',
  image: 'attachments',
  video: 'attachments',
  audio: 'attachments',
  document: 'attachments',
  sticker: 'attachments',
  location: 'locations',
  contacts: 'always',
  interactive: 'interactive',
  template: 'templates',
};

function checkBody(body: string, limits: SendLimits): ContentProblem | undefined {
  if (body.trim() === '') return invalid('body must not be empty.');
  const bytes = utf8Length(body);
  if (bytes > limits.textBytes) {
    return {
      code: 'limit-exceeded',
      message: `body has ${bytes} bytes in UTF-8, at most ${limits.textBytes} are allowed.`,
    };
  }
  return checkText({ part: 'body', text: body, max: limits.textCharacters });
}

function checkMedia(kind: MediaKind, media: MediaRef, limits: SendLimits): ContentProblem | undefined {
  if (media.source.kind === 'provider')
    return invalid('media must be uploaded first; a medium of WhatsApp cannot be sent.');
  const { bytes, mimeTypes } = limits.media[kind];
  if (media.size !== undefined && media.size > bytes) {
    return { code: 'limit-exceeded', message: `${kind}: ${media.size} bytes, at most ${bytes} are allowed.` };
  }
  const type = media.mimeType?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || mimeTypes.includes(type)) return undefined;
  return { code: 'limit-exceeded', message: `${kind}: ${type} is not accepted; accepted: ${mimeTypes.join(', ')}.` };
}

function checkLocation(content: Extract<Content, { kind: 'location' }>): ContentProblem | undefined {
  const at = content.coordinates;
  if (!at) return invalid('coordinates must be there in a location that is sent.');
  const isOnEarth = Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180;
  return isOnEarth ? undefined : invalid('coordinates must be within 90 degrees of latitude and 180 of longitude.');
}

function checkCards(content: Extract<Content, { kind: 'contacts' }>): ContentProblem | undefined {
  const nameless = content.cards.findIndex((card) => !card.name?.formatted);
  if (content.cards.length === 0 || content.cards.length > 257) return invalid('cards: 1 to 257 can be sent.');
  return nameless < 0 ? undefined : invalid(`cards[${nameless}].name.formatted must not be empty.`);
}

function checkByKind(content: Content, limits: SendLimits): ContentProblem | undefined {
  switch (content.kind) {
    case 'text':
      return checkBody(content.body, limits);
    case 'image':
    case 'video':
    case 'document':
      return firstProblem([
        checkMedia(content.kind, content.media, limits),
        checkText({ part: 'caption', text: content.caption, max: limits.captionCharacters }),
      ]);
    case 'audio':
    case 'sticker':
      return checkMedia(content.kind, content.media, limits);
    case 'location':
      return checkLocation(content);
    case 'contacts':
      return checkCards(content);
    case 'interactive':
      return checkInteractive(content.interactive);
    default:
      return undefined;
  }
}

/** May an agent with these capabilities send this? Templates are checked against their definition elsewhere. */
export function checkContent(content: Content, capabilities: Capabilities): ContentProblem | undefined {
  const feature = SENDABLE[content.kind];
  if (!feature) return { code: 'not-supported', message: `Content of kind ${content.kind} cannot be sent.` };
  if (feature !== 'always' && !capabilities.features.includes(feature)) {
    return { code: 'not-supported', message: `${feature} are not available here.` };
  }
  if (feature === 'attachments' && !capabilities.permissions.includes('canSendFiles')) {
    return { code: 'not-allowed', message: 'The agent needs the permission canSendFiles to send a file.' };
  }
  return checkByKind(content, capabilities.limits);
}
