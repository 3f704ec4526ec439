import { at, isJson, listAt, textAt, type Json } from './json.js';

const MOST_NAMED = 3;

/** What a webhook tells, in one line. */
export function gistOfWebhook(body: unknown): string {
  const changes = listAt(body, 'entry').flatMap((entry) => listAt(entry, 'changes'));
  const gists = changes.flatMap(gistsOfChange);
  const named = gists.slice(0, MOST_NAMED).join(', ');
  return gists.length > MOST_NAMED ? `${named} and ${gists.length - MOST_NAMED} more` : named;
}

/** What a Graph API call wants, in one line. */
export function gistOfCall(body: unknown): string {
  if (!isJson(body)) return '';
  const status = textAt(body, 'status');
  if (status !== undefined) return body['typing_indicator'] ? 'read, typing' : status;
  return textAt(body, 'type') === undefined ? '' : gistOfMessage(body);
}

const INSIDE = ['event', 'command', 'query', 'news', 'outcome', 'answer'];

/** What a wire frame carries, in one line. */
export function gistOfFrame(frame: Json): string {
  const inner =
    frame['type'] === 'event' ? at(frame, 'envelope', 'event') : INSIDE.map((key) => frame[key]).find(isJson);
  const type = textAt(inner, 'type') ?? '';
  const content = at(inner, 'message', 'content') ?? at(inner, 'content');
  const words = textAt(content, 'body') ?? textAt(content, 'kind');
  return words === undefined ? type : `${type}: ${words}`;
}

function gistsOfChange(change: unknown): string[] {
  const gists = [
    ...listAt(change, 'value', 'messages').map(gistOfMessage),
    ...listAt(change, 'value', 'statuses').map((status) => `status: ${String(at(status, 'status'))}`),
  ];
  return gists.length > 0 ? gists : [String(at(change, 'field'))];
}

function gistOfMessage(message: unknown): string {
  const type = String(at(message, 'type'));
  const body = at(message, type);
  const words =
    textAt(body, 'body') ??
    textAt(body, 'caption') ??
    textAt(body, 'emoji') ??
    textAt(body, 'name') ??
    textAt(body, 'text');
  return words === undefined ? type : `${type}: ${words}`;
}
