import { emojiOnlyCount } from '../../domain/emoji.js';
import { displayFileName, displayName, singleLine } from '../../domain/display-text.js';
import type { Content, ContentKind } from '../../domain/message.js';
import { markupToPlainText } from '../../domain/text-markup.js';
import { templateText } from '../../domain/template-text.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { timeFormat } from '../shared/time-format.js';
import { own } from './own.js';
import { parsedText } from './parsed-text.js';

/** Longer than any line that shows a summary. */
const MAX_LENGTH = 240;

type Summary<K extends ContentKind> = (content: Extract<Content, { kind: K }>, strings: MessageStrings) => string;

const withCaption = (name: string, caption: string | undefined): string =>
  caption === undefined || caption === '' ? name : `${name}: ${plain(caption)}`;

const SUMMARIES: { readonly [K in ContentKind]: Summary<K> } = {
  text: ({ body }) => plain(body),
  image: ({ caption }, { transcript }) => withCaption(transcript.kinds.image, caption),
  video: ({ caption }, { transcript }) => withCaption(transcript.kinds.video, caption),
  audio: ({ voice, media }, strings) => {
    const name = voice ? strings.transcript.kinds.voice : strings.transcript.kinds.audio;
    return media.durationMs === undefined ? name : `${name}, ${timeFormat(strings.locale).clock(media.durationMs)}`;
  },
  document: ({ fileName, media, caption }, { transcript }) =>
    withCaption(
      `${transcript.kinds.document}, ${displayFileName(fileName ?? media.fileName, media.mimeType)}`,
      caption,
    ),
  sticker: (_, { transcript }) => transcript.kinds.sticker,
  location: ({ name, address }, { transcript }) => withCaption(transcript.kinds.location, name ?? address),
  contacts: ({ cards }, { transcript }) =>
    withCaption(
      transcript.kinds.contacts,
      cards
        .map(({ name }) => displayName(name?.formatted, ''))
        .filter(Boolean)
        .join(', '),
    ),
  interactive: ({ interactive }, { transcript }) => {
    const header = interactive.header?.kind === 'text' ? interactive.header.text : undefined;
    return plain(interactive.body ?? header ?? transcript.kinds.interactive);
  },
  template: ({ template }, { transcript }) => withCaption(transcript.kinds.template, templateText(template)),
  choice: ({ title }) => plain(title),
  'form-answer': ({ body }, { transcript }) => withCaption(transcript.kinds.formAnswer, body),
  'call-permission': ({ response }, { transcript }) =>
    response === 'accept' ? transcript.callAllowed : transcript.callNotAllowed,
  order: ({ items, text }, { transcript }) => withCaption(transcript.orderOf(items.length), text),
  reaction: ({ emoji }, { transcript }) =>
    emoji === '' ? transcript.reactionTakenAway : transcript.reactedWith(emoji),
  edit: ({ content }, strings) => withCaption(strings.transcript.edited, contentSummary(content, strings)),
  revoke: (_, { transcript }) => transcript.revoked,
  call: (_, { transcript }) => transcript.kinds.call,
  pin: (_, { transcript }) => transcript.kinds.pin,
  system: ({ body }, { transcript }) => (body === undefined ? transcript.kinds.system : plain(body)),
  welcome: (_, { transcript }) => transcript.welcome,
  'media-placeholder': (_, { transcript }) => transcript.kinds.mediaPlaceholder,
  unsupported: ({ type = '' }, { transcript }) =>
    own(transcript.unsupportedTypes, type) ?? transcript.kinds.unsupported,
};

/** What a message says, on one plain line: for lists, quotes, toasts and screen readers. */
export function contentSummary(content: Content, strings: MessageStrings): string {
  const summary = SUMMARIES[content.kind] as (content: Content, strings: MessageStrings) => string;
  return singleLine(summary(content, strings), MAX_LENGTH);
}

function plain(text: string): string {
  const start = text.slice(0, MAX_LENGTH * 4);
  return emojiOnlyCount(start) > 0 ? start : markupToPlainText(parsedText(start));
}
