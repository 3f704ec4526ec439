import type { Contact } from '../domain/contact.js';
import { opensServiceWindow, type Author, type Content, type Message } from '../domain/message.js';
import type { Session } from '../domain/session.js';
import { openServiceWindow } from '../domain/service-window.js';
import { parseContent } from '../protocol/schemas/parse.js';
import { channelOf, type ChannelConfig } from './config.js';
import { noteContact, resolveContact } from './contacts.js';
import { asksForAnswer, beginsSession, mediaOf, withMedia } from './contents.js';
import { isChange, isStale, putChange, putEarlyChanges, type ChangeContent } from './decide-changes.js';
import { refusal, type DecisionDraft, type Refusal } from './decision-draft.js';
import { noteAnswered } from './decide-delivery.js';
import type { Input, InboundMessage } from './inputs.js';
import {
  homeIdOf,
  homeOf,
  messageByProviderId,
  pairKey,
  type ConversationState,
  type DeskState,
  type SessionState,
} from './state.js';

type InputOf<T extends Input['type']> = Extract<Input, { type: T }>;

/** One inbound message on its way into the log. */
interface Arrival {
  readonly draft: DecisionDraft;
  readonly channel: ChannelConfig;
  readonly contact: Contact;
  readonly message: InboundMessage;
  readonly caseData: Readonly<Record<string, string>>;
}

function authorOf({ contact, message }: Arrival): Author {
  if (message.author) return message.author;
  const name = contact.name ?? contact.profileName;
  return { kind: 'contact', contactId: contact.id, ...(name === undefined ? {} : { name }) };
}

function targetOf(state: DeskState, channelId: string, { target: { providerId } }: ChangeContent) {
  return providerId === undefined ? undefined : messageByProviderId(state, channelId, providerId);
}

/** Puts a reaction, an edit or a deletion on its message, if the desk has it. */
function applyToTarget(arrival: Arrival, change: ChangeContent): boolean {
  const { draft, channel, message } = arrival;
  const { state } = draft.context;
  const target = targetOf(state, channel.id, change)?.message;
  if (!target) return false;
  const home = homeOf(state, target);
  const deed = { author: authorOf(arrival), originAt: message.originAt };
  if (home && !isStale(target, change, deed)) putChange(draft, home.session.id, target.id, change, deed);
  draft.keep({
    type: 'inbound.applied',
    channelId: channel.id,
    providerId: message.providerId,
    messageId: target.id,
  });
  return true;
}

function openSession(
  { draft, channel, contact, caseData }: Arrival,
  conversation: ConversationState | undefined,
): Session {
  const { now } = draft.context;
  const { id, name, phoneNumber } = channel;
  const session: Session = {
    id: draft.context.newId(),
    channel: { id, name, ...(phoneNumber === undefined ? {} : { phoneNumber }) },
    contact,
    origin: 'contact',
    phase: 'queued',
    startedAt: now,
    agents: [],
    window: conversation?.window ?? {},
    caseData,
  };
  draft.keep({ type: 'session.opened', session });
  return session;
}

/**
 * The session that a message belongs to: the open one of this contact on this channel, else a new one. What begins no session
 * joins the last one, unless there has never been any.
 */
function sessionFor(arrival: Arrival, conversation: ConversationState | undefined): Session {
  const { state } = arrival.draft.context;
  const mayBegin = arrival.message.author === undefined && beginsSession(arrival.message.content);
  const last = mayBegin ? undefined : conversation?.sessionIds.at(-1);
  const known = state.sessions.get(conversation?.openSessionId ?? last ?? '');
  return known?.session ?? openSession(arrival, conversation);
}

function quoteOf(state: DeskState, channelId: string, { quote }: InboundMessage): Message['quote'] {
  if (quote?.providerId === undefined) return quote;
  const quoted = messageByProviderId(state, channelId, quote.providerId);
  return { providerId: quote.providerId, ...(quoted ? { messageId: quoted.message.id } : {}) };
}

function messageFrom(arrival: Arrival, session: Session): Message {
  const { draft, channel, message } = arrival;
  const { now, state } = draft.context;
  const { providerId, content, originAt, forwarded, referral, product, groupId, problems } = message;
  const quote = quoteOf(state, channel.id, message);
  return {
    id: draft.context.newId(),
    sessionId: session.id,
    channelId: channel.id,
    author: authorOf(arrival),
    content,
    originAt,
    arrivedAt: now,
    seq: draft.nextSeqOf(session.id),
    providerId,
    ...(quote ? { quote } : {}),
    ...(forwarded ? { forwarded } : {}),
    ...(referral ? { referral } : {}),
    ...(product ? { product } : {}),
    ...(groupId === undefined ? {} : { groupId }),
    ...(problems ? { problems } : {}),
    ...(message.author?.kind === 'phone-app' ? { delivery: { status: 'accepted', at: originAt } } : {}),
  };
}

function noteWindow(draft: DecisionDraft, session: Session, message: Message): void {
  if (message.author.kind !== 'contact' || !opensServiceWindow(message.content)) return;
  const window = openServiceWindow(session.window, Math.min(message.originAt, draft.context.now));
  if (window !== session.window) draft.toSession(session.id, { type: 'window.changed', window });
}

function notePending(draft: DecisionDraft, session: Session, known: SessionState | undefined, message: Message): void {
  if (message.author.kind === 'phone-app' && known) noteAnswered(draft, known, undefined);
  if (!asksForAnswer(message)) return;
  if (session.phase === 'wrap-up') draft.toSession(session.id, { type: 'wrap-up.cancelled', by: message.author });
  if (session.pendingSince === undefined && session.phase !== 'ended') {
    draft.toSession(session.id, { type: 'pending.changed', since: message.arrivedAt });
  }
}

function noteCaseData(draft: DecisionDraft, session: Session, caseData: Readonly<Record<string, string>>): void {
  const isNew = Object.entries(caseData).some(([key, value]) => session.caseData[key] !== value);
  if (isNew) draft.toSession(session.id, { type: 'case-data.changed', caseData: { ...session.caseData, ...caseData } });
}

function addMessage(arrival: Arrival): void {
  const { draft, channel, contact, caseData } = arrival;
  const { state } = draft.context;
  const session = sessionFor(arrival, state.conversations.get(pairKey(channel.id, contact.id)));
  const message = messageFrom(arrival, session);
  draft.toSession(session.id, { type: 'message.added', message });
  putEarlyChanges(draft, message, arrival.message.providerId);
  noteWindow(draft, session, message);
  notePending(draft, session, state.sessions.get(session.id), message);
  noteCaseData(draft, session, caseData);
}

/** The content as desks will read it: one that they could not read would keep them from the whole session. */
function readable(content: Content): Content {
  const read = parseContent(content);
  return read.ok ? read.value : { kind: 'unsupported', type: content.kind };
}

/** A message of WhatsApp comes in: exactly once, whatever the number of its webhooks. */
export function decideInbound(draft: DecisionDraft, input: InputOf<'inbound.message'>): Refusal | undefined {
  const { context } = draft;
  const channel = channelOf(context.config, input.channelId);
  if (!channel) return refusal('not-found', `There is no channel ${input.channelId}.`);
  if (input.message.providerId === '') {
    return refusal('invalid', "message.providerId is empty: without WhatsApp's id nobody can tell a repeat.");
  }
  if (messageByProviderId(context.state, channel.id, input.message.providerId)) return undefined;
  const contact = resolveContact(draft, input.contact);
  const message = { ...input.message, content: readable(input.message.content) };
  const arrival: Arrival = { draft, channel, contact, message, caseData: input.caseData ?? {} };
  const isApplied = isChange(message.content) && applyToTarget(arrival, message.content);
  if (!isApplied) addMessage(arrival);
  return undefined;
}

/** The contact stopped or resumed marketing messages. */
export function decideMarketing(draft: DecisionDraft, input: InputOf<'contact.marketing'>): void {
  const contact = resolveContact(draft, input.contact);
  if (contact.marketingAllowed !== input.allowed) noteContact(draft, { ...contact, marketingAllowed: input.allowed });
}

/** A medium came from WhatsApp into the desk's own store, or did not. */
export function decideMedia(draft: DecisionDraft, input: InputOf<'media.stored' | 'media.failed'>): void {
  const { context } = draft;
  const record = context.state.messages.get(input.messageId);
  const media = record && mediaOf(record.message.content);
  if (!record || media?.source.kind !== 'provider') return;
  const { state: _, ...known } = media;
  const next = input.type === 'media.stored' ? { ...known, ...input.media } : { ...known, state: input.state };
  draft.toSession(homeIdOf(context.state, record.message), {
    type: 'message.media',
    messageId: record.message.id,
    content: withMedia(record.message.content, next),
  });
}
