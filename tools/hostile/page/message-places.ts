import type { Author, Content, Interactive, MediaRef, Message, TemplateDefinition } from 'wa-desk/domain';
import { clampGraphemes, displayFileName, displayName, safeHref, singleLine } from 'wa-desk/domain';
import { contentSummary } from '../../../src/elements/message/content-summary.js';
import { failureWords } from '../../../src/elements/message/delivery-line.js';
import '../../../src/elements/message/wa-message.js';
import { en } from '../../../src/i18n/strings.js';
import { source, words, type Place, type Reading } from './place.js';

/** 24 November 2026, 09:31 UTC. */
const NOW = Date.UTC(2026, 10, 24, 9, 31);
const CONTACT: Author = { kind: 'contact', contactId: 'c', name: 'Mara' };
const AGENT: Author = { kind: 'agent', agentId: 'a', name: 'Jonas' };

interface MessagePlace {
  readonly content: (text: string) => Content;
  /** What else there is about the message. */
  readonly rest?: (text: string) => Partial<Message>;
  /** The message that it answers. */
  readonly quoted?: (text: string) => Message;
  readonly highlight?: (text: string) => string;
  readonly reads: readonly Reading[];
}

const PDF = 'application/pdf';
const medium = (rest: Partial<MediaRef> = {}): MediaRef => ({ source: { kind: 'stored', id: 'x' }, ...rest });
const body = (text: string): Content => ({ kind: 'text', body: text });
const interactive = (value: Interactive): Content => ({ kind: 'interactive', interactive: value });
const harmless = (): Content => body('harmless');

/** A message of the contact, or with `rest` another. */
export function messageWith(content: Content, rest: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    sessionId: 's1',
    channelId: 'n1',
    author: CONTACT,
    content,
    originAt: NOW,
    arrivedAt: NOW,
    seq: 1,
    ...rest,
  };
}

function templateWith(text: string): Content {
  const definition: TemplateDefinition = {
    name: 'delivery',
    language: 'en',
    category: 'utility',
    status: 'approved',
    parameters: 'positional',
    header: { kind: 'text', text: 'For {{1}}' },
    body: { text: 'Hi {{1}}, it comes on *{{2}}*.' },
    footer: text,
    buttons: [
      { kind: 'quick-reply', text },
      { kind: 'url', text, url: text },
    ],
  };
  const value = { kind: 'text', text } as const;
  return {
    kind: 'template',
    template: { name: 'delivery', language: 'en', header: value, body: [value, value], definition },
  };
}

const listWith = (text: string): Content =>
  interactive({
    header: { kind: 'text', text },
    body: text,
    footer: text,
    action: {
      kind: 'list',
      button: `See ${text}`,
      sections: [{ title: text, rows: [{ id: text, title: text, description: text }] }],
    },
  });

const linkText = (text: string): string => {
  const link = safeHref(text);
  return link?.clickable && !link.warning ? (link.host ?? link.href) : singleLine(text, 240);
};

const MESSAGE_PLACES: Readonly<Record<string, MessagePlace>> = {
  'message text': { content: body, reads: [source('.text')] },
  'own message text': {
    content: body,
    rest: () => ({ author: AGENT, delivery: { status: 'read', at: NOW } }),
    reads: [source('.text')],
  },
  caption: { content: (text) => ({ kind: 'image', media: medium(), caption: text }), reads: [source('.text')] },
  'file name': {
    content: (text) => ({ kind: 'document', media: medium({ mimeType: PDF }), fileName: text }),
    reads: [words('.file-name > span', (text) => displayFileName(text, PDF))],
  },
  'name of a sound file': {
    content: (text) => ({ kind: 'audio', media: medium({ fileName: text, mimeType: 'audio/mp4', durationMs: 1000 }) }),
    reads: [words('.audio-facts bdi:not([dir])', (text) => displayFileName(text, 'audio/mp4'))],
  },
  'profile name': {
    content: harmless,
    rest: (text) => ({ author: { kind: 'contact', contactId: 'c', name: text } }),
    reads: [words('.author bdi', (text) => displayName(text, en.transcript.unknownContact))],
  },
  quote: {
    content: harmless,
    rest: () => ({ quote: { messageId: 'q' } }),
    quoted: (text) => messageWith(body(text), { id: 'q', author: { kind: 'contact', contactId: 'c', name: text } }),
    reads: [
      words('.quote > span', (text) => contentSummary(body(text), en)),
      words('.quote bdi', (text) => displayName(text, en.transcript.unknownContact)),
    ],
  },
  'template parameter': {
    content: templateWith,
    rest: () => ({ author: AGENT }),
    reads: [
      // An empty value is shown as missing.
      source('.text', (text) => (text === '' ? undefined : `Hi ${text}, it comes on *${text}*.`)),
      words('.card-title', (text) => (text === '' ? undefined : `For ${text}`)),
      words('.card-footer bdi'),
      words('.options li > span'),
    ],
  },
  'name of an unknown template': {
    content: (text) => ({
      kind: 'template',
      template: { name: text, language: text, body: [{ kind: 'text', text }] },
    }),
    reads: [words('.card-title')],
  },
  'button title': {
    content: (text) => interactive({ body: text, action: { kind: 'buttons', buttons: [{ id: text, title: text }] } }),
    reads: [source('.text'), words('.options li > span')],
  },
  'list of choices': {
    content: listWith,
    reads: [
      source('.text'),
      words('.card-title'),
      words('.card-footer bdi'),
      words('.list-section'),
      words('.list-rows li > span[dir]'),
      words('.list-rows small'),
      words('.options li > span', (text) => `See ${text}`),
    ],
  },
  choice: {
    content: (text) => ({ kind: 'choice', of: 'list', id: text, title: text, description: text }),
    reads: [source('.text'), words('.card-detail')],
  },
  'location name and address': {
    content: (text) => ({
      kind: 'location',
      coordinates: { latitude: 1, longitude: 2 },
      name: text,
      address: text,
    }),
    reads: [
      words('.name span', (text) => displayName(text, en.transcript.kinds.location)),
      words('.address bdi', (text) => singleLine(text, 480)),
    ],
  },
  'location URL': {
    content: (text) => ({ kind: 'location', name: 'Here', url: text }),
    reads: [words('.words bdi', linkText)],
  },
  'contact card': {
    content: (text) => ({
      kind: 'contacts',
      cards: [
        {
          name: { formatted: text },
          phones: [{ phone: text, type: text }],
          emails: [{ email: text }],
          urls: [{ url: text }],
          organization: { company: text },
          addresses: [{ street: text }],
          birthday: text,
        },
      ],
    }),
    reads: [
      words('.card-title bdi', (text) => displayName(text, en.transcript.noName)),
      words('.card-detail[dir]'),
      words('.card-detail bdi', (text) => displayName(text, '')),
    ],
  },
  'order item': {
    content: (text) => ({
      kind: 'order',
      catalogId: text,
      text,
      items: [{ productId: text, quantity: 2, price: 3, currency: text }],
    }),
    reads: [source('.text'), words('.bill dt bdi')],
  },
  'order to pay': {
    content: (text) =>
      interactive({
        action: {
          kind: 'order-details',
          referenceId: text,
          currency: 'EUR',
          items: [{ name: text, amount: { value: 1, offset: 1 } }],
        },
      }),
    reads: [words('.bill dt:not(.sum)'), words('.card-note bdi', (text) => en.transcript.orderTitle(text))],
  },
  'error text': {
    content: harmless,
    rest: (text) => ({
      author: AGENT,
      delivery: { status: 'failed', at: NOW, problem: { code: 131009, details: text } },
    }),
    reads: [
      words('.under.failed > span > span', (text) =>
        en.transcript.notDelivered(failureWords({ code: 131009, details: text }, en)),
      ),
    ],
  },
  'unsupported message': {
    content: (text) => ({ kind: 'unsupported', type: text }),
    rest: (text) => ({ problems: [{ code: 131051, details: text }] }),
    reads: [
      words(
        '.unsupported .card-title',
        (text) => singleLine(text.replaceAll('_', ' '), 60) || en.transcript.kinds.unsupported,
      ),
    ],
  },
  advertisement: {
    content: harmless,
    rest: (text) => ({
      referral: { source: 'ad', headline: text, body: text, url: text, imageUrl: text, videoUrl: text },
    }),
    reads: [
      words('.referral .card-title', (text) => singleLine(text, 240)),
      words('.referral .card-detail', (text) => singleLine(text, 480)),
    ],
  },
  'product asked about': {
    content: harmless,
    rest: (text) => ({ product: { productId: text, catalogId: text } }),
    reads: [words('.product bdi', (text) => displayName(text, ''))],
  },
  'answer to a form': {
    content: (text) => ({ kind: 'form-answer', name: 'flow', body: text, answers: { field: text }, unreadable: text }),
    reads: [
      source('.text'),
      words('.facts dd', (text) => (text === '' ? undefined : singleLine(text, 480))),
      words('.card-detail', (text) => singleLine(text, 480)),
    ],
  },
  'name of a field of a form': {
    content: (text) => ({ kind: 'form-answer', name: 'flow', answers: { [`field ${text}`]: 'x' } }),
    reads: [words('.facts dt', (text) => singleLine(`field ${text}`.replaceAll('_', ' ').trim(), 80))],
  },
  reaction: {
    content: harmless,
    rest: (text) => ({ reactions: [{ author: CONTACT, emoji: text, at: NOW }] }),
    reads: [words('.reaction', (text) => clampGraphemes(text, 1, ''))],
  },
  'notice of WhatsApp': {
    content: (text) => ({ kind: 'system', change: 'unknown_change', body: text }),
    reads: [words('.notice > span', (text) => singleLine(text, 240))],
  },
  'outcome of a call': {
    content: (text) => ({ kind: 'call', callId: text, event: 'terminate', outcome: text }),
    reads: [words('.notice > span', (text) => en.transcript.callLine(true, singleLine(text.toLowerCase(), 60), ''))],
  },
  'edit of an unknown message': {
    content: (text) => ({ kind: 'edit', target: {}, content: body(text) }),
    reads: [words('.notice > span', (text) => contentSummary({ kind: 'edit', target: {}, content: body(text) }, en))],
  },
  'search highlight': { content: body, highlight: (text) => text, reads: [source('.text')] },
  'search for it': {
    content: () => body('plain words'),
    highlight: (text) => text,
    reads: [source('.text', () => 'plain words')],
  },
};

/** The places within messages, each with a message of its own below `parent`. */
export function messagePlaces(parent: Element): readonly Place[] {
  return Object.entries(MESSAGE_PLACES).map(([name, place]) => {
    const element = document.createElement('wa-message');
    parent.append(element);
    return {
      name,
      root: element.shadowRoot ?? element,
      readings: place.reads,
      show: (text) => {
        element.related = place.quoted ? [place.quoted(text)] : [];
        element.highlight = place.highlight?.(text) ?? '';
        element.message = messageWith(place.content(text), place.rest?.(text));
      },
    };
  });
}
