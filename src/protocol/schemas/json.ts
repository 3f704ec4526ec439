import * as v from 'valibot';
import type { JsonObject, JsonValue } from '../../domain/json.js';

/** How deep data of a customer or of another system may be nested. */
export const MAX_JSON_DEPTH = 32;

/** Is this plain JSON of a bearable depth? */
function isJson(value: unknown, depth: number): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((part) => isJson(part, depth - 1));
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value, MAX_JSON_DEPTH);
}

/** Any JSON, as it came. */
export const jsonValueSchema = v.custom<JsonValue>(
  (value) => isJson(value, MAX_JSON_DEPTH),
  'Expected plain JSON data',
);

/** A JSON object, as it came. */
export const jsonObjectSchema = v.custom<JsonObject>(isJsonObject, 'Expected a JSON object');

/** Epoch milliseconds. */
export const timeSchema = v.pipe(v.number(), v.finite());

/** An id of ours: never empty, and short enough to be a key. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** A count from 0 on. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A text for each key, e.g. case data. */
export const textRecordSchema = v.record(v.string(), v.string());
