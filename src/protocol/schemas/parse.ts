import * as v from 'valibot';
import type { Content, Message } from '../../domain/message.js';
import type { Command } from '../commands.js';
import type { EventEnvelope } from '../events.js';
import type { Query } from '../queries.js';
import type { Sync, Welcome } from '../transport.js';
import { commandSchema } from './commands.js';
import { envelopeSchema } from './events.js';
import { contentSchema, messageSchema } from './message.js';
import { querySchema } from './queries.js';
import { syncSchema, welcomeSchema } from './transport.js';

/** What came of reading foreign data: the value, or what was wrong with it, for developers. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** How deep foreign data may be nested before anything else is looked at. */
export const MAX_DEPTH = 64;

function exceedsDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((part) => exceedsDepth(part, depth - 1));
}

/** Where it is wrong, what was expected and what came, e.g. `command: content.body: Expected string but received 7`. */
function describe(what: string, issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? `${what}: ${issue.message}` : `${what}: ${path}: ${issue.message}`;
}

/** Reads foreign data by a schema; never throws, whatever it is given. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, input: unknown, what: string): Parsed<T> {
  if (exceedsDepth(input, MAX_DEPTH)) return { ok: false, problem: `${what}: nested deeper than ${MAX_DEPTH}` };
  const result = v.safeParse(schema, input, { abortEarly: true });
  return result.success ? { ok: true, value: result.output } : { ok: false, problem: describe(what, result.issues[0]) };
}

/** Reads JSON text by a schema; `maxBytes` is compared with its length in UTF-16 units. */
export function parseJsonWith<T>(
  schema: v.GenericSchema<unknown, T>,
  text: string,
  what: string,
  maxBytes: number,
): Parsed<T> {
  if (text.length > maxBytes) return { ok: false, problem: `${what}: longer than ${maxBytes}` };
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { ok: false, problem: `${what}: not JSON` };
  }
  return parseWith(schema, input, what);
}

export function parseEnvelope(input: unknown): Parsed<EventEnvelope> {
  return parseWith(envelopeSchema, input, 'event');
}

export function parseCommand(input: unknown): Parsed<Command> {
  return parseWith(commandSchema, input, 'command');
}

export function parseQuery(input: unknown): Parsed<Query> {
  return parseWith(querySchema, input, 'query');
}

export function parseMessage(input: unknown): Parsed<Message> {
  return parseWith(messageSchema, input, 'message');
}

export function parseContent(input: unknown): Parsed<Content> {
  return parseWith(contentSchema, input, 'content');
}

export function parseWelcome(input: unknown): Parsed<Welcome> {
  return parseWith(welcomeSchema, input, 'welcome');
}

export function parseSync(input: unknown): Parsed<Sync> {
  return parseWith(syncSchema, input, 'sync');
}
