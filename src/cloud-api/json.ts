import type { JsonObject, JsonValue } from '../domain/index.js';

/** JSON while it is being written. */
export type MutableJson = { [key: string]: JsonValue };

/** Is this a JSON object, as opposed to an array, null or a plain value? */
export function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The JSON as a list: a single value counts as a list of one, nothing as an empty one. */
export function asList(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  return json === undefined || json === null ? [] : [json];
}

/** The value at a dotted path in documented spelling; camel-case keys, as client libraries write them, are read too. */
export function valueAt(json: unknown, path: string): unknown {
  let current = json;
  for (const key of path.split('.')) {
    if (!isObject(current)) return undefined;
    current = ownValue(current, key);
  }
  return current ?? undefined;
}

function ownValue(source: JsonObject, key: string): unknown {
  if (Object.hasOwn(source, key)) return source[key];
  const camel = camelCase(key);
  return Object.hasOwn(source, camel) ? source[camel] : undefined;
}

function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Puts a value at a dotted path and makes the objects on the way. */
export function putAt(target: MutableJson, path: string, value: JsonValue): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let current = target;
  for (const key of keys) {
    const next = current[key];
    current = isObject(next) ? next : (current[key] = {});
  }
  current[last] = value;
}

/** A word of one of WhatsApp's lists of words: they come in any letter case. */
export function word(json: unknown): string | undefined {
  return typeof json === 'string' ? json.toLowerCase() : undefined;
}

/** The object without the properties that are `undefined`: absent is absent in domain data. */
export function withoutMissing<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
