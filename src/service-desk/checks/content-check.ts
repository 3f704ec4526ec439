import type { MediaKind } from '../../domain/attachment.js';
import type { Content, ContentKind } from '../../domain/message.js';
import { mayI, type SendRefusal, type SendRules } from '../../domain/send-rules.js';
import { checkInteractive } from './interactive-check.js';
import { checkText, firstProblem, invalid, type ContentProblem } from './problem.js';

/** What the domain's rules for agents refuse, as the protocol says it, with a word to developers. */
const REFUSALS: Readonly<Record<SendRefusal, readonly [ContentProblem['code'], string]>> = {
  'read-only': ['wrong-phase', 'The session is not engaged.'],
  'window-closed': ['window-closed', 'The service window is closed: only a template can be sent now.'],
  'permission-missing': ['not-allowed', 'The agent needs the permission canSendFiles to send a file.'],
  'not-supported': ['not-supported', 'Content of this kind cannot be sent here.'],
  empty: ['invalid', 'The content is empty.'],
  'too-many-bytes': ['limit-exceeded', 'body has more bytes in UTF-8 than limits.textBytes.'],
  'too-many-characters': ['limit-exceeded', 'body has more characters than limits.textCharacters.'],
  'caption-too-long': ['limit-exceeded', 'caption has more characters than limits.captionCharacters.'],
  'file-too-large': ['limit-exceeded', 'The file has more bytes than limits.media allows for its kind.'],
  'file-type-not-allowed': ['limit-exceeded', 'The MIME type is none of limits.media for its kind.'],
  'file-not-ready': ['invalid', 'The medium is not ready to be sent: upload it first.'],
  'position-missing': ['invalid', 'coordinates must be there in a location that is sent.'],
  'template-not-approved': ['not-allowed', 'The template is not approved by WhatsApp.'],
  'template-value-missing': ['invalid', 'A parameter of the template is missing or empty.'],
  'template-value-invalid': [
    'invalid',
    'A parameter has a line break, a tab or more than four spaces in a row, which WhatsApp refuses.',
  ],
};

function checkLocation(content: Extract<Content, { kind: 'location' }>): ContentProblem | undefined {
  const { latitude = NaN, longitude = NaN } = content.coordinates ?? {};
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? undefined : invalid('coordinates must be within 90 degrees of latitude and 180 of longitude.');
}

const CARDS_MAX = 257;

function checkCards(content: Extract<Content, { kind: 'contacts' }>): ContentProblem | undefined {
  if (content.cards.length > CARDS_MAX)
    return { code: 'limit-exceeded', message: `cards: at most ${CARDS_MAX} are allowed.` };
  return firstProblem(
    content.cards.map(({ name }, index) =>
      checkText({ part: `cards[${index}].name.formatted`, text: name?.formatted, max: 1024, required: true }),
    ),
  );
}

function checkMedium({ media }: Content & { readonly kind: MediaKind }): ContentProblem | undefined {
  return media.source.kind === 'provider'
    ? invalid('media must be uploaded first: a medium that is only at WhatsApp cannot be sent.')
    : undefined;
}

type Check<K extends ContentKind> = (content: Content & { readonly kind: K }) => ContentProblem | undefined;

/** What the domain's rules have said is enough, or they refuse the kind. */
const noMore = (): undefined => undefined;

const CHECKS: { readonly [K in ContentKind]: Check<K> } = {
  text: noMore,
  image: checkMedium,
  video: checkMedium,
  audio: checkMedium,
  document: checkMedium,
  sticker: checkMedium,
  location: checkLocation,
  contacts: checkCards,
  interactive: ({ interactive }) => checkInteractive(interactive),
  template: noMore,
  choice: noMore,
  'form-answer': noMore,
  'call-permission': noMore,
  order: noMore,
  reaction: noMore,
  edit: noMore,
  revoke: noMore,
  call: noMore,
  pin: noMore,
  system: noMore,
  welcome: noMore,
  'media-placeholder': noMore,
  unsupported: noMore,
};

/** May this go, by the rules that agents see and by WhatsApp's limits for what is inside? */
export function checkContent(content: Content, rules: SendRules): ContentProblem | undefined {
  const verdict = mayI(content, rules);
  if (verdict.ok) return (CHECKS[content.kind] as Check<ContentKind>)(content);
  const [code, message] = REFUSALS[verdict.reason];
  return { code, message: `${content.kind}: ${message}` };
}
