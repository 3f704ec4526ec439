import { isPlainJson, type JsonObject, type JsonValue } from '../domain/index.js';
import { asList, isObject, putAt, valueAt, type MutableJson } from './json.js';

/** One description of a thing for both directions: reading never throws, writing uses WhatsApp's documented spelling. */
export interface Codec<T> {
  /** `undefined` when there is nothing here that can be read as this. */
  read(json: unknown): T | undefined;
  /** `undefined` when there is nothing to say. */
  write(value: T): JsonValue | undefined;
}

/** One property of a domain object: where it stands in Graph JSON, and how it is read and written. */
export interface Field<V> {
  read(source: JsonObject): V;
  write(value: V, target: MutableJson): void;
}

/** A field for every property of `T`. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/** Any plain value as text: numbers stand where text is documented, and the other way round. */
export const text: Codec<string> = {
  read(json) {
    if (typeof json === 'string') return json;
    return typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined;
  },
  write: (value) => value,
};

/** A number, also when it comes as a string. */
export const number: Codec<number> = {
  read(json) {
    if (typeof json === 'string' && json.trim() === '') return undefined;
    const value = typeof json === 'string' || typeof json === 'number' ? Number(json) : NaN;
    return Number.isFinite(value) ? value : undefined;
  },
  write: (value) => value,
};

/** A number of things, which cannot be negative or broken. */
export const count: Codec<number> = {
  read(json) {
    const value = number.read(json);
    return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  },
  write: (value) => value,
};

/** A number that WhatsApp writes as a string, e.g. the index of a button. */
export const numeral: Codec<number> = { read: number.read, write: String };

/** True or false, also when it comes as a string. */
export const flag: Codec<boolean> = {
  read(json) {
    const spelled = typeof json === 'string' ? json.toLowerCase() : json;
    if (spelled === true || spelled === 'true') return true;
    return spelled === false || spelled === 'false' ? false : undefined;
  },
  write: (value) => value,
};

/** A value that belongs to the customer and means nothing to the desk, e.g. the data of a form; left out when it is nested without measure. */
export const opaque: Codec<JsonValue> = {
  read: (json) => (json !== null && isPlainJson(json) ? json : undefined),
  write: (value) => value,
};

/** The same, where WhatsApp documents an object. */
export const opaqueObject: Codec<JsonObject> = {
  read: (json) => (isObject(json) && isPlainJson(json) ? json : undefined),
  write: (value) => value,
};

const MILLISECONDS_FROM = 1e11;

/** A time stamp in seconds (in some captures milliseconds), as text or number, to epoch milliseconds. */
export const seconds: Codec<number> = {
  read(json) {
    const value = number.read(json);
    if (value === undefined || value < 0) return undefined;
    return value >= MILLISECONDS_FROM ? value : Math.round(value * 1000);
  },
  write: (value) => String(Math.floor(value / 1000)),
};

/** The same, where WhatsApp documents a number. */
export const secondsNumber: Codec<number> = { read: seconds.read, write: (value) => Math.floor(value / 1000) };

/** A list; what cannot be read in it is left out. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    read: (json) => (json === undefined || json === null ? undefined : readList(json, item)),
    write: (values) => values.map((value) => item.write(value)).filter((value) => value !== undefined),
  };
}

/** What can be read in a list that need not be one. */
export function readList<T>(json: unknown, item: Codec<T>): readonly T[] {
  return asList(json)
    .map((each) => item.read(each))
    .filter((value) => value !== undefined);
}

/** A word of a closed list, WhatsApp's spelling on the left, ours on the right; read in any letter case. */
export function wordOf<T extends string>(words: Readonly<Record<string, T>>): Codec<T> {
  const ours = new Map(Object.entries(words).map(([theirs, word]) => [theirs.toLowerCase(), word]));
  const theirs = new Map(Object.entries(words).map(([spelled, word]) => [word, spelled]));
  return {
    read: (json) => (typeof json === 'string' ? ours.get(json.toLowerCase()) : undefined),
    write: (value) => theirs.get(value),
  };
}

/** An object; `constants` are the properties whose value is always the same. */
export function shape<T extends object>(
  fields: Fields<T>,
  constants: Readonly<Record<string, JsonValue>> = {},
): Codec<T> {
  const keys = Object.keys(fields) as (keyof T)[];
  return {
    read(json) {
      if (!isObject(json)) return undefined;
      const read = keys.map((key) => [key, fields[key].read(json)] as const);
      return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as T;
    },
    write(value) {
      const target: MutableJson = {};
      for (const [path, constant] of Object.entries(constants)) putAt(target, path, constant);
      for (const key of keys) if (value[key] !== undefined) fields[key].write(value[key], target);
      return target;
    },
  };
}

/** A property that may be missing. */
export function optional<V>(path: string, codec: Codec<V>): Field<V | undefined> {
  return {
    read: (source) => codec.read(valueAt(source, path)),
    write: (value, target) => put(target, path, value === undefined ? undefined : codec.write(value)),
  };
}

/** A property that the domain always has: `missing` stands in when it cannot be read. */
export function required<V>(path: string, codec: Codec<V>, missing: V): Field<V> {
  return {
    read: (source) => codec.read(valueAt(source, path)) ?? missing,
    write: (value, target) => put(target, path, codec.write(value)),
  };
}

/** Text that the domain always has, empty when it is missing. */
export function requiredText(path: string): Field<string> {
  return required(path, text, '');
}

/** Text that WhatsApp writes itself when there is none: the domain has it empty then. */
export function textIfAny(path: string): Field<string> {
  return {
    read: (source) => text.read(valueAt(source, path)) ?? '',
    write: (value, target) => put(target, path, value === '' ? undefined : value),
  };
}

/** A domain property that is the same for the whole shape, such as `kind`, and does not stand in the JSON. */
export function always<V>(value: V): Field<V> {
  return { read: () => value, write: () => undefined };
}

/** A property that only webhooks tell and no request may carry. */
export function heard<V>(read: (source: JsonObject) => V): Field<V> {
  return { read, write: () => undefined };
}

/** A domain object whose properties stand in the JSON among those of its parent. */
export function inline<V>(codec: Codec<V>, missing: V): Field<V> {
  return {
    read: (source) => codec.read(source) ?? missing,
    write: (value, target) => mergeInto(target, codec.write(value)),
  };
}

/** The same, where the object may be missing. */
export function optionalInline<V>(codec: Codec<V>): Field<V | undefined> {
  return {
    read: (source) => codec.read(source),
    write: (value, target) => mergeInto(target, value === undefined ? undefined : codec.write(value)),
  };
}

function mergeInto(target: MutableJson, written: JsonValue | undefined): void {
  if (isObject(written)) for (const [key, value] of Object.entries(written)) target[key] = value;
}

function put(target: MutableJson, path: string, value: JsonValue | undefined): void {
  if (value !== undefined) putAt(target, path, value);
}
