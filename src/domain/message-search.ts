import type { ContactCard } from './contact.js';
import type { Interactive } from './interactive.js';
import type { Content, Message } from './message.js';
import { markupToPlainText, parseMarkup } from './text-markup.js';
import { templateText } from './template-text.js';
import { foldText, hasText } from './text-search.js';

/** The words of a message that a reader can look for: what is written in it, and the names of files, places and people. */
export function wordsOfContent(content: Content): readonly string[] {
  return partsOf(content)
    .filter((part) => part !== undefined)
    .map(asRead)
    .filter((part) => part !== '');
}

/** Without the marks of WhatsApp's formatting, as a reader sees it. */
function asRead(text: string): string {
  return /[*_~`]/.test(text) ? markupToPlainText(parseMarkup(text)) : text;
}

type Parts = readonly (string | undefined)[];

function partsOf(content: Content): Parts {
  switch (content.kind) {
    case 'text':
      return [content.body];
    case 'image':
    case 'video':
      return [content.caption];
    case 'document':
      return [content.fileName ?? content.media.fileName, content.caption];
    case 'audio':
      return [content.media.fileName];
    case 'location':
      return [content.name, content.address];
    case 'contacts':
      return content.cards.flatMap(cardWords);
    case 'interactive':
      return interactiveWords(content.interactive);
    case 'template':
      return [templateText(content.template)];
    default:
      return answerWords(content);
  }
}

function answerWords(content: Content): Parts {
  switch (content.kind) {
    case 'choice':
      return [content.title];
    case 'form-answer':
    case 'system':
      return [content.body];
    case 'order':
      return [content.text, ...content.items.map(({ productId }) => productId)];
    default:
      return [];
  }
}

function cardWords({ name, phones = [], emails = [], organization }: ContactCard): Parts {
  return [
    name?.formatted,
    organization?.company,
    ...phones.map(({ phone }) => phone),
    ...emails.map(({ email }) => email),
  ];
}

function interactiveWords({ header, body, footer, action }: Interactive): Parts {
  const choices =
    action.kind === 'buttons'
      ? action.buttons.map(({ title }) => title)
      : action.kind === 'list'
        ? action.sections.flatMap(({ title, rows }) => [title, ...rows.flatMap((row) => [row.title, row.description])])
        : [];
  return [header?.kind === 'text' ? header.text : undefined, body, footer, ...choices];
}

/** A test for messages that say `query`, or nothing when the query has no words; what was taken back says nothing any more. */
export function messageMatcher(query: string): ((message: Message) => boolean) | undefined {
  const wanted = foldText(query.trim());
  if (wanted === '') return undefined;
  return ({ content, revokedAt }) =>
    revokedAt === undefined && wordsOfContent(content).some((words) => hasText(words, wanted));
}
