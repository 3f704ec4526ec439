/** Plain data that survives `JSON.stringify` and structured cloning unchanged. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; read customers' keys with `Object.hasOwn`, never by prototype. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
