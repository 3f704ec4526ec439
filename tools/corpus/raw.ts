/** Reading JSON without the product's own reader: what must come out is told independently of it. */

export type Json = string | number | boolean | null | readonly Json[] | JsonRecord;

export interface JsonRecord {
  readonly [key: string]: Json;
}

export function isRecord(json: unknown): json is JsonRecord {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The JSON as a list; one value counts as a list of one. */
export function lists(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json as readonly unknown[];
  return json === undefined || json === null ? [] : [json];
}

/** The keys and positions that lead to a place. */
export type Steps = readonly (string | number)[];

/** A value that holds no others, and how to get there. */
export interface Leaf {
  readonly steps: Steps;
  readonly value: string | number | boolean | null;
}

/** Every value of the JSON that holds no others; empty lists and objects have none. */
export function leavesOf(json: unknown, steps: Steps = []): readonly Leaf[] {
  if (Array.isArray(json)) return json.flatMap((item, index) => leavesOf(item, [...steps, index]));
  if (isRecord(json)) return Object.entries(json).flatMap(([key, value]) => leavesOf(value, [...steps, key]));
  return json === undefined ? [] : [{ steps, value: json as Leaf['value'] }];
}

/** A place as one writes it: `template.components[0].type`. */
export function pathOf(steps: Steps): string {
  return steps
    .map((step, at) => (typeof step === 'number' ? `[${String(step)}]` : `${at === 0 ? '' : '.'}${step}`))
    .join('');
}

/** A place without the positions in lists: `template.components.type`. */
export function shapeOf(steps: Steps): string {
  return steps.filter((step) => typeof step === 'string').join('.');
}

/** What is at a place. */
export function at(json: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>(
    (there, step) => (isRecord(there) || Array.isArray(there) ? Reflect.get(there, step) : undefined),
    json,
  );
}

/** The JSON with something else at a place; the JSON itself stays as it is. */
export function changeAt(json: unknown, steps: Steps, change: (there: unknown) => unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return change(json);
  if (Array.isArray(json))
    return json.map((item: unknown, index) => (index === step ? changeAt(item, rest, change) : item));
  if (!isRecord(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, key === step ? changeAt(value, rest, change) : value]),
  );
}
