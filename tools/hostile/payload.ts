import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What a contact could have sent, and where it came from: a text for every place, or a whole message of a webhook. */
export type Payload = { readonly name: string } & (
  | {
      readonly text: string;
      /** A name that is harmless, so that it must be shown as it is. */
      readonly benign?: boolean;
    }
  | { readonly webhook: unknown }
);

/** The fields in which rows carry their text. */
const TEXT_FIELDS = ['text', 'name', 'url', 'input'] as const;

/** The payloads of JSON files: arrays of strings, or of objects with `text`, `name`, `url`, `input` or `message`. */
export function readPayloads(files: readonly string[]): readonly Payload[] {
  return files.flatMap((file) => payloadsOf(basename(file), JSON.parse(readFileSync(file, 'utf8')) as unknown));
}

function payloadsOf(file: string, rows: unknown): readonly Payload[] {
  if (!Array.isArray(rows)) throw new Error(`${file}: an array is expected.`);
  return rows.map((row, index) => payloadOf(`${file}[${String(index)}]`, row));
}

function payloadOf(name: string, row: unknown): Payload {
  if (typeof row === 'string') return { name, text: row };
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  if ('message' in fields) return { name, webhook: fields['message'] };
  // A row may name itself beside its text: `text` comes first.
  const text = TEXT_FIELDS.map((field) => fields[field]).find((value) => typeof value === 'string');
  if (text === undefined)
    throw new Error(`${name}: a string is expected, or an object with ${TEXT_FIELDS.join(', ')} or message.`);
  return fields['benign'] === true && 'name' in fields ? { name, text, benign: true } : { name, text };
}
