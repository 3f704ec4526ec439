import { riseTo, type Delivery } from '../domain/delivery.js';
import type { Message } from '../domain/message.js';
import { closeServiceWindow } from '../domain/service-window.js';
import { putEarlyChanges } from './decide-changes.js';
import type { DecisionContext, DecisionDraft } from './decision-draft.js';
import type { Input, SendResult } from './inputs.js';
import {
  conversationOf,
  homeIdOf,
  homeOf,
  messageByProviderId,
  pairKey,
  type Errand,
  type SessionState,
} from './state.js';

type InputOf<T extends Input['type']> = Extract<Input, { type: T }>;

/** WhatsApp's code for a message outside the service window. */
const WINDOW_CLOSED = 131047;

const REACHED: ReadonlySet<Delivery['status']> = new Set(['accepted', 'sent', 'delivered', 'read', 'played']);

/** Since when the contact waits once this message of ours has been taken: for what came after it, if anything did. */
function pendingAfter(session: SessionState, answer: Message): number | undefined {
  const seq = answer.sessionId === session.session.id ? (answer.seq ?? 0) : 0;
  return session.unanswered.find((message) => message.seq > seq)?.at;
}

/** Ends the wait of a contact who has been answered. */
export function noteAnswered(draft: DecisionDraft, session: SessionState, since: number | undefined): void {
  if (session.session.pendingSince === since) return;
  draft.toSession(session.session.id, { type: 'pending.changed', ...(since === undefined ? {} : { since }) });
}

function noteConsequences(draft: DecisionDraft, home: SessionState, message: Message, next: Delivery): void {
  const wasReached = REACHED.has(message.delivery?.status ?? 'queued');
  if (REACHED.has(next.status) && !wasReached) noteAnswered(draft, home, pendingAfter(home, message));
  if (next.status === 'failed' && next.problem?.code === WINDOW_CLOSED) {
    draft.toSession(home.session.id, { type: 'window.changed', window: closeServiceWindow(home.session.window) });
  }
}

/** What was heard of a message, with the statuses that came before its WhatsApp id was known. */
function heardOf(
  context: DecisionContext,
  message: Message,
  heard: Delivery,
  providerId: string | undefined,
): Delivery {
  const early =
    providerId === undefined ? [] : (context.state.parked.get(pairKey(message.channelId, providerId)) ?? []);
  const first = riseTo(message.delivery, heard);
  return early.reduce<Delivery>((delivery, parked) => riseTo(delivery, parked), first);
}

/** Notes what was heard of a message of ours, if it says more than what is known, and what follows from it. */
export function noteHeard(draft: DecisionDraft, message: Message, heard: Delivery, providerId?: string): void {
  const { context } = draft;
  const home = homeOf(context.state, message);
  if (!message.delivery || !home) return;
  const learned = message.providerId === undefined ? providerId : undefined;
  const delivery = heardOf(context, message, heard, learned);
  if (delivery === message.delivery && learned === undefined) return;
  draft.toSession(home.session.id, {
    type: 'message.delivery',
    messageId: message.id,
    delivery,
    ...(learned === undefined ? {} : { providerId: learned }),
  });
  if (learned !== undefined) putEarlyChanges(draft, message, learned);
  noteConsequences(draft, home, message, delivery);
}

function sameDelivery(a: Delivery, b: Delivery): boolean {
  return a.status === b.status && a.at === b.at;
}

export function decideStatus(draft: DecisionDraft, input: InputOf<'inbound.status'>): void {
  const { context } = draft;
  const { channelId, providerId, status, at, problem } = input;
  const { state } = context;
  const named = input.messageId === undefined ? undefined : state.messages.get(input.messageId);
  const record = named?.message.channelId === channelId ? named : messageByProviderId(state, channelId, providerId);
  const heard: Delivery = { status, at, ...(problem ? { problem } : {}) };
  if (record) {
    noteHeard(draft, record.message, heard, providerId);
    return;
  }
  const parked = state.parked.get(pairKey(channelId, providerId)) ?? [];
  if (parked.some((one) => sameDelivery(one, heard))) return;
  draft.keep({ type: 'status.parked', channelId, providerId, delivery: heard });
}

/** The first byte is about to leave: only the message whose turn it is may go. */
export function decideSendStarted(draft: DecisionDraft, input: InputOf<'send.started'>): void {
  const { context } = draft;
  const record = context.state.messages.get(input.messageId);
  const session = record && context.state.sessions.get(record.message.sessionId);
  const conversation = session && conversationOf(context.state, session.session);
  if (!record || !conversation || conversation.inFlightId !== undefined) return;
  if (conversation.outbox[0] !== input.messageId) return;
  draft.toSession(homeIdOf(context.state, record.message), {
    type: 'message.delivery',
    messageId: input.messageId,
    delivery: { status: 'sending', at: context.now },
  });
}

function deliveryOf(result: Exclude<SendResult, { type: 'retry' }>, at: number): Delivery {
  switch (result.type) {
    case 'accepted':
      return { status: 'accepted', at, ...(result.held ? { held: result.held } : {}) };
    case 'failed':
      return { status: 'failed', at, problem: result.problem };
    case 'unknown':
      return { status: 'unknown', at };
  }
}

export function decideSendResult(draft: DecisionDraft, { messageId, result }: InputOf<'send.result'>): void {
  const { context } = draft;
  const record = context.state.messages.get(messageId);
  if (!record) return;
  if (result.type !== 'retry') {
    const providerId = result.type === 'accepted' ? result.providerId : undefined;
    noteHeard(draft, record.message, deliveryOf(result, context.now), providerId);
    return;
  }
  if (record.message.delivery?.status !== 'sending') return;
  draft.keep({ type: 'send.delayed', messageId, until: context.now + result.afterMs });
}

/** After a restart nobody knows what became of what was being sent, so it is never sent again automatically. */
export function decideRestarted(draft: DecisionDraft): void {
  const { context } = draft;
  for (const { inFlightId } of context.state.conversations.values()) {
    const record = inFlightId === undefined ? undefined : context.state.messages.get(inFlightId);
    if (!record) continue;
    draft.toSession(homeIdOf(context.state, record.message), {
      type: 'message.delivery',
      messageId: record.message.id,
      delivery: { status: 'unknown', at: context.now },
    });
  }
}

/** A reaction that WhatsApp did not take is not on the phone, so it must not stay on the desk. */
function takeBack(draft: DecisionDraft, { messageId, emoji }: Extract<Errand, { kind: 'react' }>): void {
  const { state, now } = draft.context;
  const message = state.messages.get(messageId)?.message;
  const stands = message?.reactions?.some((one) => one.author.kind === 'agent' && one.emoji === emoji);
  if (!message || !stands) return;
  draft.toSession(homeIdOf(state, message), {
    type: 'message.reacted',
    messageId,
    reaction: { author: { kind: 'system' }, emoji: '', at: now },
  });
}

/** A reaction or a read mark has reached WhatsApp, or never will. */
export function decideErrandFinished(draft: DecisionDraft, { errandId, refused }: InputOf<'errand.finished'>): void {
  const errand = draft.context.state.errands.get(errandId);
  if (!errand) return;
  draft.keep({ type: 'errand.finished', errandId });
  if (refused && errand.kind === 'react') takeBack(draft, errand);
}
