import * as v from 'valibot';
import { isPlainJson, type JsonObject, type JsonValue } from '../../domain/json.js';

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlainJson(value);
}

/** Any JSON, as it came. */
export const jsonValueSchema = v.custom<JsonValue>((value) => isPlainJson(value), 'Expected plain JSON data');

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
