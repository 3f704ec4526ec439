/** Plain data that survives `JSON.stringify` and structured cloning unchanged. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; read customers' keys with `Object.hasOwn`, never by prototype. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** How deep data of a customer or of another system may be nested: what is deeper could exhaust whoever walks through it. */
export const MAX_JSON_DEPTH = 32;

/** Is this JSON, nested no deeper than `depth`? */
export function isPlainJson(value: unknown, depth = MAX_JSON_DEPTH): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((part) => isPlainJson(part, depth - 1));
}
