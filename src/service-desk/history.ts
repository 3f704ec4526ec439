import { WaError } from '../domain/errors.js';
import type { Message } from '../domain/message.js';
import { compareMessages } from '../domain/transcript-order.js';
import type { HistoryPage, Query, TemplatePage } from '../protocol/queries.js';
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
  scope: HistoryQuery['scope'],
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
  const { before, after, at, limit } = query;
  const inOrder = (found: readonly Message[][]) => found.flat().sort(compareMessages);
  const forward = (placeIn: (list: MessageList) => number) =>
    inOrder(lists.map((list) => [...list.slice(placeIn(list), placeIn(list) + limit)])).slice(0, limit);
  const backward = (placeIn: (list: MessageList) => number) =>
    inOrder(lists.map((list) => [...list.slice(placeIn(list) - limit, placeIn(list))])).slice(-limit);
  if (after !== undefined) return forward((list) => placeAfter(list, anchorOf(state, after)));
  if (at !== undefined) return forward((list) => list.firstAt(at));
  if (before !== undefined) return backward((list) => list.placeOf(anchorOf(state, before)));
  return backward((list) => list.size);
}

function placeAfter(list: MessageList, message: Message): number {
  const place = list.placeOf(message);
  return list.at(place)?.message.id === message.id ? place + 1 : place;
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
  return {
    messages,
    hasOlder: lists.some((list) => list.placeOf(first) > 0),
    hasNewer: lists.some((list) => placeAfter(list, last) < list.size),
  };
}

function searchText(template: { readonly name: string; readonly body?: { readonly text: string } }): string {
  return `${template.name} ${template.body?.text ?? ''}`.toLowerCase();
}

/** The templates that can be sent on the session's channel; `after` is the place at which the page before ended. */
export function templates(config: ServiceDeskConfig, own: OwnSession, query: QueryOf<'templates'>): TemplatePage {
  const wanted = query.search?.trim().toLowerCase() ?? '';
  const sendable = (channelOf(config, own.conversation.channelId)?.templates ?? [])
    .filter((template) => template.status === 'approved')
    .filter((template) => searchText(template).includes(wanted));
  const start = Number(query.after ?? 0);
  const end = start + query.limit;
  return { templates: sendable.slice(start, end), ...(end < sendable.length ? { after: String(end) } : {}) };
}
