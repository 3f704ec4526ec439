import { WaError } from '../domain/errors.js';
import { messageMatcher } from '../domain/message-search.js';
import type { Message } from '../domain/message.js';
import type { Channel } from '../domain/session.js';
import { matchesTemplate, templatesInOrder } from '../domain/template-search.js';
import { compareMessages } from '../domain/transcript-order.js';
import type { HistoryPage, HistoryScope, Query, SearchHit, SearchPage, TemplatePage } from '../protocol/queries.js';
import type { OwnSession } from './access.js';
import { channelOf, type ServiceDeskConfig } from './config.js';
import type { MessageList } from './message-list.js';
import { pairKey, type DeskState } from './state.js';

type QueryOf<T extends Query['type']> = Extract<Query, { type: T }>;

type HistoryQuery = QueryOf<'history'>;

function listsOf(
  state: DeskState,
  config: ServiceDeskConfig,
  { session, conversation }: OwnSession,
  scope: HistoryScope,
): readonly MessageList[] {
  if (scope === 'session') return [session.messages];
  if (scope === 'channel') return [conversation.messages];
  const places = config.channels.map(({ id }) => state.conversations.get(pairKey(id, conversation.contactId)));
  return places.filter((place) => place !== undefined).map((place) => place.messages);
}

function anchorOf(state: DeskState, id: string): Message {
  const record = state.messages.get(id);
  if (record) return record.message;
  throw new WaError('contract-violated', `history: there is no message ${id}. Name one that came from the server.`);
}

/** Of each list the nearest `limit` messages on one side; the nearest of all are among them. */
function nearest(state: DeskState, lists: readonly MessageList[], query: HistoryQuery): readonly Message[] {
  const { before, after, at, around, limit } = query;
  const inOrder = (found: readonly Message[][]) => found.flat().sort(compareMessages);
  const forward = (placeIn: (list: MessageList) => number, most = limit) =>
    inOrder(lists.map((list) => [...list.slice(placeIn(list), placeIn(list) + most)])).slice(0, most);
  const backward = (placeIn: (list: MessageList) => number, most = limit) =>
    inOrder(lists.map((list) => [...list.slice(placeIn(list) - most, placeIn(list))])).slice(-most);
  if (around !== undefined) {
    const placeIn = (list: MessageList) => list.placeOf(anchorOf(state, around));
    const older = limit === 1 ? [] : backward(placeIn, Math.floor(limit / 2));
    return [...older, ...forward(placeIn, limit - Math.floor(limit / 2))];
  }
  if (after !== undefined) return forward((list) => placeAfter(list, anchorOf(state, after)));
  if (at !== undefined) return forward((list) => list.firstAt(at));
  if (before !== undefined) return backward((list) => list.placeOf(anchorOf(state, before)));
  return backward((list) => list.size);
}

function placeAfter(list: MessageList, message: Message): number {
  const place = list.placeOf(message);
  return list.at(place)?.message.id === message.id ? place + 1 : place;
}

function otherChannels(config: ServiceDeskConfig, own: OwnSession, messages: readonly Message[]): readonly Channel[] {
  const ids = new Set(messages.map(({ channelId }) => channelId));
  ids.delete(own.conversation.channelId);
  return [...ids].map((id) => {
    const { name = id, phoneNumber } = channelOf(config, id) ?? {};
    return { id, name, ...(phoneNumber !== undefined && { phoneNumber }) };
  });
}

/** A stretch of what was said with the session's contact. */
export function history(
  state: DeskState,
  config: ServiceDeskConfig,
  own: OwnSession,
  query: HistoryQuery,
): HistoryPage {
  const lists = listsOf(state, config, own, query.scope);
  const messages = nearest(state, lists, query);
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) {
    const isEmpty = lists.every((list) => list.size === 0);
    return {
      messages,
      hasOlder: !isEmpty && query.before === undefined,
      hasNewer: !isEmpty && query.before !== undefined,
    };
  }
  const channels = otherChannels(config, own, messages);
  return {
    messages,
    ...(channels.length > 0 && { channels }),
    hasOlder: lists.some((list) => list.placeOf(first) > 0),
    hasNewer: lists.some((list) => placeAfter(list, last) < list.size),
  };
}

/** Where the session's contact, or somebody who wrote to the contact, said the words that are looked for. */
export function search(
  state: DeskState,
  config: ServiceDeskConfig,
  own: OwnSession,
  { text, limit, scope }: QueryOf<'search'>,
): SearchPage {
  const matches = messageMatcher(text);
  if (!matches) return { hits: [], hasMore: false };
  const found = listsOf(state, config, own, scope).flatMap((list) => newestOf(list, matches, limit + 1));
  const inOrder = found.sort(compareMessages);
  return { hits: inOrder.slice(-limit).map(hitOf), hasMore: inOrder.length > limit };
}

function newestOf(list: MessageList, matches: (message: Message) => boolean, most: number): readonly Message[] {
  const found: Message[] = [];
  for (let index = list.size - 1; index >= 0 && found.length < most; index -= 1) {
    const message = list.at(index)?.message;
    if (message && matches(message)) found.push(message);
  }
  return found;
}

function hitOf({ id, originAt, seq = 0 }: Message): SearchHit {
  return { id, originAt, seq };
}

/** The templates of the session's channel that still exist, those that may be sent first; `after` is the place at which the page before ended. */
export function templates(config: ServiceDeskConfig, own: OwnSession, query: QueryOf<'templates'>): TemplatePage {
  const known = (channelOf(config, own.conversation.channelId)?.templates ?? []).filter(
    ({ status }) => status !== 'deleted',
  );
  const found = templatesInOrder(known.filter((template) => matchesTemplate(template, query.search ?? '')));
  const start = Number(query.after ?? 0);
  const end = start + query.limit;
  return { templates: found.slice(start, end), ...(end < found.length ? { after: String(end) } : {}) };
}
