import type { Delivery } from '../../src/domain/delivery.js';
import type { Message } from '../../src/domain/message.js';
import { WHATSAPP_LIMITS, type Capabilities, type Offer, type Session } from '../../src/domain/session.js';
import type { Command, Outcome } from '../../src/protocol/commands.js';
import type { DeskEvent, EphemeralNews, EventEnvelope, Presence } from '../../src/protocol/events.js';
import type { HistoryPage, SearchPage, Query, TemplatePage } from '../../src/protocol/queries.js';
import type { StreamPosition } from '../../src/protocol/streams.js';
import type { SessionSnapshot, Sync, Welcome } from '../../src/protocol/transport.js';
import type { Complete, EachType } from './complete.js';
import { AUTHORS, COMPLETE_CONTENTS, definition, problem, quote } from './complete-contents.js';

const agent = { id: 'a', name: 'Ana' } as const;
const disposition = { code: 'x', label: 'X' } as const;
const position = { epoch: 'e1', seq: 0 } as const satisfies StreamPosition;
const reaction = { author: AUTHORS.agent, emoji: '👍', at: 4 } as const;

const delivery = {
  status: 'failed',
  at: 1,
  problem,
  held: 'quality',
  settledByAgent: true,
} as const satisfies Complete<Delivery>;

const message = {
  id: 'm1',
  sessionId: 's1',
  channelId: 'c1',
  author: AUTHORS.contact,
  content: COMPLETE_CONTENTS.text,
  originAt: 1,
  arrivedAt: 2,
  seq: 3,
  providerId: 'wamid.1',
  quote,
  forwarded: 'often',
  referral: {
    source: 'ad',
    sourceId: '1',
    url: 'https://x.example',
    headline: 'h',
    body: 'b',
    mediaType: 'image',
    imageUrl: 'https://x.example/i',
    videoUrl: 'https://x.example/v',
    thumbnailUrl: 'https://x.example/t',
    clickId: 'c',
    welcomeText: 'w',
  },
  product: { catalogId: 'c', productId: 'p' },
  groupId: 'g',
  internal: true,
  delivery,
  reactions: [reaction],
  editedAt: 5,
  revokedAt: 6,
  resendOf: 'm0',
  problems: [problem],
} as const satisfies Complete<Message>;

const contact = {
  id: 'p1',
  name: 'Mara',
  profileName: 'M',
  username: 'mara',
  phoneNumber: '+46',
  userId: 'SE.1',
  parentUserId: 'SE.P1',
  attributes: { tier: 'gold' },
  marketingAllowed: true,
} as const satisfies Complete<Session['contact']>;

const window = { openedAt: 1, closesAt: 2, closedBy: 'clock' } as const satisfies Complete<Session['window']>;

const capabilities = {
  version: 1,
  features: ['history', 'templates'],
  permissions: ['canUse'],
  limits: WHATSAPP_LIMITS,
  dispositions: [disposition],
  dispositionRequired: false,
} as const satisfies Complete<Capabilities>;

const session = {
  id: 's1',
  channel: { id: 'c1', name: 'Orders', phoneNumber: '+49' },
  contact,
  origin: 'contact',
  phase: 'engaged',
  startedAt: 1,
  endedAt: 2,
  endReason: 'done',
  agents: [agent],
  window,
  pendingSince: 1,
  caseData: { Order: 'LN-1' },
  note: 'n',
  disposition,
} as const satisfies Complete<Session>;

const offer = { id: 'o1', session, madeAt: 1, expiresAt: 2, preview: 'Hi' } as const satisfies Complete<Offer>;

const presence = {
  channels: [{ channelId: 'c1', channelName: 'Orders', ready: false, reason: 'Lunch' }],
} as const satisfies Complete<Presence>;

/** Every type of event, each with every property that the protocol and the domain name. */
export const COMPLETE_EVENTS = {
  'offer.made': { type: 'offer.made', offer },
  'offer.withdrawn': { type: 'offer.withdrawn', offerId: 'o1', sessionId: 's1', reason: 'timeout' },
  'session.assigned': { type: 'session.assigned', session, capabilities },
  'session.removed': { type: 'session.removed', sessionId: 's1', reason: 'done' },
  'presence.changed': { type: 'presence.changed', presence },
  'message.added': { type: 'message.added', message },
  'message.delivery': { type: 'message.delivery', messageId: 'm1', delivery, providerId: 'wamid.1' },
  'message.reacted': { type: 'message.reacted', messageId: 'm1', reaction },
  'message.edited': { type: 'message.edited', messageId: 'm1', content: COMPLETE_CONTENTS.text, at: 1 },
  'message.revoked': { type: 'message.revoked', messageId: 'm1', at: 1 },
  'message.media': { type: 'message.media', messageId: 'm1', content: COMPLETE_CONTENTS.image },
  'window.changed': { type: 'window.changed', window },
  'pending.changed': { type: 'pending.changed', since: 1 },
  'capabilities.changed': { type: 'capabilities.changed', capabilities },
  'contact.changed': { type: 'contact.changed', contact },
  'case-data.changed': { type: 'case-data.changed', caseData: { Order: 'LN-2' } },
  'agent.joined': { type: 'agent.joined', agent },
  'agent.left': { type: 'agent.left', agent },
  'wrap-up.started': { type: 'wrap-up.started', by: AUTHORS.agent },
  'wrap-up.cancelled': { type: 'wrap-up.cancelled', by: AUTHORS.contact },
  'note.set': { type: 'note.set', note: 'n' },
  'disposition.set': { type: 'disposition.set', disposition },
  'session.ended': { type: 'session.ended', reason: 'done', at: 1 },
} as const satisfies EachType<DeskEvent>;

export const COMPLETE_ENVELOPE = {
  stream: 'session:s1',
  epoch: 'e1',
  seq: 1,
  at: 5,
  causeId: 'c',
  event: COMPLETE_EVENTS['message.added'],
} as const satisfies Complete<EventEnvelope>;

export const COMPLETE_NEWS = {
  'contact.typing': { type: 'contact.typing', sessionId: 's1' },
  'agent.typing': { type: 'agent.typing', sessionId: 's1', agent },
} as const satisfies EachType<EphemeralNews>;

/** Every type of wish, complete. */
export const COMPLETE_COMMANDS = {
  'presence.set': { type: 'presence.set', id: '1', channelId: 'c1', ready: false, reason: 'Lunch' },
  'offer.accept': { type: 'offer.accept', id: '1', offerId: 'o1' },
  'offer.reject': { type: 'offer.reject', id: '1', offerId: 'o1', reason: 'busy' },
  'message.send': {
    type: 'message.send',
    id: '1',
    sessionId: 's1',
    content: COMPLETE_CONTENTS.text,
    quote,
    resendOf: 'm0',
  },
  'message.react': { type: 'message.react', id: '1', sessionId: 's1', messageId: 'm1', emoji: '👍' },
  'message.settle': { type: 'message.settle', id: '1', sessionId: 's1', messageId: 'm1' },
  'media.refetch': { type: 'media.refetch', id: '1', sessionId: 's1', messageId: 'm1' },
  'session.read': { type: 'session.read', id: '1', sessionId: 's1', messageId: 'm1' },
  'session.wrap-up': { type: 'session.wrap-up', id: '1', sessionId: 's1' },
  'session.set-note': { type: 'session.set-note', id: '1', sessionId: 's1', note: 'n' },
  'session.set-disposition': { type: 'session.set-disposition', id: '1', sessionId: 's1', code: 'x' },
  'session.done': { type: 'session.done', id: '1', sessionId: 's1' },
} as const satisfies EachType<Command>;

/** What can become of a wish, apart from `done`, whose value is the caller's. */
export const COMPLETE_OUTCOMES = {
  refused: { type: 'refused', code: 'at-capacity', message: 'm', retryable: true, retryAfterMs: 5 },
  unconfirmed: { type: 'unconfirmed' },
} as const satisfies EachType<Exclude<Outcome, { type: 'done' }>>;

/** Every type of look, complete. */
export const COMPLETE_QUERIES = {
  history: {
    type: 'history',
    sessionId: 's1',
    before: 'm1',
    after: 'm0',
    at: 5,
    around: 'm2',
    limit: 10,
    scope: 'channel',
  },
  search: { type: 'search', sessionId: 's1', text: 'lamp', limit: 10, scope: 'all-channels' },
  templates: { type: 'templates', sessionId: 's1', search: 'x', limit: 10, after: '20' },
} as const satisfies EachType<Query>;

export const COMPLETE_PAGES = {
  history: {
    messages: [message],
    hasOlder: true,
    hasNewer: false,
    channels: [{ id: 'c2', name: 'Shop', phoneNumber: '+49' }],
  } satisfies Complete<HistoryPage>,
  search: { hits: [{ id: 'm1', originAt: 1, seq: 2 }], hasMore: true } satisfies Complete<SearchPage>,
  templates: { templates: [definition], after: '10' } satisfies Complete<TemplatePage>,
} as const;

const snapshot = {
  position,
  session,
  capabilities,
  messages: [message],
  hasOlder: true,
  readUpTo: 'm1',
} as const satisfies Complete<SessionSnapshot>;

const desk = { position, presence, offers: [offer], sessionIds: ['s1'] } as const;

export const COMPLETE_WELCOME = {
  protocol: 1,
  agent,
  serverTime: 1,
  options: { 'chat.enter-sends': false, n: 1, s: 'x' },
  notReadyReasons: ['Lunch'],
  desk,
  sessions: [snapshot],
} as const satisfies Complete<Welcome>;

export const COMPLETE_SYNC = {
  serverTime: 1,
  events: [COMPLETE_ENVELOPE],
  desk,
  sessions: [snapshot],
  gone: ['s2'],
} as const satisfies Complete<Sync>;
