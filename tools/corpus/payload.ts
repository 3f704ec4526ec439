import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { classify, type PayloadKind } from './classify.js';

/** One payload of a file; a file may hold several. */
export interface Payload {
  /** The file below the folder, and the key inside it where it holds several. */
  readonly name: string;
  readonly kind: PayloadKind;
  readonly json: unknown;
}

/** What is not judged, and why. */
export interface Unread {
  readonly name: string;
  readonly reason: string;
}

export interface Collection {
  readonly payloads: readonly Payload[];
  readonly unread: readonly Unread[];
}

const KINDS: readonly string[] = [
  'inbound-webhook',
  'outbound-request',
  'template-definition',
  'api-response',
  'error',
];

/** How deep collections of payloads in one file are searched. */
const DEPTH = 4;

/** Every payload below a folder, by its INDEX.tsv where there is one and by its shape where there is none. */
export function collect(folder: string): Collection {
  const kinds = readIndex(join(folder, 'INDEX.tsv'));
  const payloads: Payload[] = [];
  const unread: Unread[] = [];
  for (const file of jsonFiles(folder)) {
    const name = relative(folder, file).split(sep).join('/');
    const json = parse(file);
    if (json === undefined) unread.push({ name, reason: 'the file is no JSON' });
    else take(name, json, kinds.get(name), payloads, unread);
  }
  return { payloads, unread };
}

function take(
  name: string,
  json: unknown,
  indexed: PayloadKind | undefined,
  payloads: Payload[],
  unread: Unread[],
): void {
  const found = indexed ? [{ name, kind: indexed, json }] : unfold(name, json, DEPTH);
  if (found.length > 0) payloads.push(...found);
  else unread.push({ name, reason: 'nothing in it has the shape of a Cloud API payload' });
}

/** The payload itself, or those that stand in it by name or in a list, as fixtures often have them. */
function unfold(name: string, json: unknown, depth: number): readonly Payload[] {
  const kind = classify(json);
  if (kind) return [{ name, kind, json }];
  if (depth === 0 || typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => unfold(`${name}#${key}`, value, depth - 1));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function jsonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.split(sep).includes('node_modules'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function readIndex(file: string): ReadonlyMap<string, PayloadKind> {
  const table = readTable(file);
  const path = table.columns.indexOf('path');
  const kind = table.columns.indexOf('kind');
  const known = table.rows.filter((row) => KINDS.includes(row[kind] ?? ''));
  return new Map(known.map((row) => [row[path] ?? '', row[kind] as PayloadKind]));
}

function readTable(file: string): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  let lines: readonly string[];
  try {
    lines = readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return { columns: [], rows: [] };
  }
  const [head, ...rows] = lines.filter((line) => line !== '').map((line) => line.split('\t'));
  return { columns: head ?? [], rows };
}
