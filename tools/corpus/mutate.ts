import { at, changeAt, isRecord, pathOf, shapeOf, type JsonRecord, type Leaf, type Steps } from './raw.js';
import { documentedKey, isReadable, slotOf, unknownName, wordsOf } from './vocabulary.js';

/** The payload with one value changed, so that it says something else and is still a payload. */
export interface Mutation {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly json: unknown;
}

/** One changed payload for every value that has a meaning of its own. */
export function mutationsOf(json: unknown, leaves: readonly Leaf[]): readonly Mutation[] {
  return leaves.flatMap((leaf) => {
    const swapped = swapKind(json, leaf);
    if (swapped) return [swapped];
    const value = isTold(json, leaf) || isContradicted(leaves, leaf) ? undefined : changed(leaf);
    return value === undefined ? [] : [mutation(leaf, value, replaced(json, leaves, leaf, value))];
  });
}

/** An id of a person stands in several places of a webhook: all of them change, or it would be two people. */
const IDS = /(^|\.)value\..*(wa_id|user_id|from|to|recipient_id)$/;

function replaced(json: unknown, leaves: readonly Leaf[], leaf: Leaf, value: string | number | boolean): unknown {
  const same = IDS.test(shapeOf(leaf.steps)) ? leaves.filter((other) => isSameId(other, leaf)) : [leaf];
  return same.reduce((changing, { steps }) => changeAt(changing, steps, () => value), json);
}

function isSameId(other: Leaf, leaf: Leaf): boolean {
  return other.value === leaf.value && IDS.test(shapeOf(other.steps));
}

/** What another place tells already: the side of the business, which is the channel, and the weaker of two marks. */
function isTold(json: unknown, { steps }: Leaf): boolean {
  const shape = shapeOf(steps);
  const holder = at(json, steps.slice(0, -1));
  if (!isRecord(holder)) return false;
  if (/message_echoes\.from$|statuses\.message\.recipient_id$/.test(shape)) return true;
  if (/context\.forwarded$/.test(shape)) return holder['frequently_forwarded'] === true;
  if (/calls\.(from|to)$/.test(shape)) return shape.endsWith('from') === isFromBusiness(holder);
  return /threads\.messages\.from$/.test(shape) && holder['from'] !== at(json, [...steps.slice(0, -3), 'id']);
}

/** A sample contradicts itself where its `contacts` and its message name the same person by two ids: the message's counts. */
function isContradicted(leaves: readonly Leaf[], leaf: Leaf): boolean {
  const [kind] = /contacts\.(parent_user_id|user_id)$/.exec(shapeOf(leaf.steps))?.slice(1) ?? [];
  if (kind === undefined) return false;
  const own = leaves.filter(({ steps }) => new RegExp(`(from|to|recipient)_${kind}$`).test(shapeOf(steps)));
  return own.length > 0 && own.every((other) => other.value !== leaf.value);
}

function isFromBusiness(call: JsonRecord): boolean {
  const direction = call['direction'];
  return typeof direction === 'string' && direction.toLowerCase() === 'business_initiated';
}

function mutation(leaf: Leaf, to: string | number | boolean, json: unknown): Mutation {
  return { path: pathOf(leaf.steps), from: String(leaf.value), to: String(to), json };
}

function documented(steps: Steps): Steps {
  return steps.map((step) => (typeof step === 'string' ? documentedKey(step) : step));
}

/** Another value for a leaf; `undefined` when this one says nothing or is told by its neighbours. */
function changed(leaf: Leaf): string | number | boolean | undefined {
  const place = { ...leaf, steps: documented(leaf.steps) };
  if (leaf.value === null || leaf.value === '' || !isReadable(place) || unknownName(place.steps) !== undefined)
    return undefined;
  switch (slotOf(place.steps)) {
    case 'constant':
    case 'kind':
      return undefined;
    case 'number':
      return otherNumber(leaf.value);
    case 'flag':
      return String(leaf.value).toLowerCase() !== 'true';
    case 'closed':
      return otherWord(place, exchangeable(place));
    case 'open':
      return otherWord(place, wordsOf(place.steps));
    default:
      return otherValue(leaf.value);
  }
}

/** Formats with a sample in the same place can stand for each other; the others need other neighbours. */
function exchangeable(place: Leaf): readonly string[] {
  if (!shapeOf(place.steps).endsWith('format') || shapeOf(place.steps).endsWith('parameter_format'))
    return wordsOf(place.steps);
  const groups = [
    ['image', 'video', 'document'],
    ['location', 'product'],
  ];
  return groups.find((group) => group.includes(String(place.value).toLowerCase())) ?? [];
}

function otherWord({ value }: Leaf, words: readonly string[]): string | undefined {
  const other = words.find((word) => word !== String(value).toLowerCase());
  return other !== undefined && String(value) === String(value).toUpperCase() ? other.toUpperCase() : other;
}

/** Away from zero by one, and towards it where a coordinate would leave the earth. */
function otherNumber(value: string | number | boolean): string | number {
  const number = Number(value);
  const other = number >= 80 && number <= 180 && !Number.isInteger(number) ? number - 1 : number + 1;
  return typeof value === 'string' ? String(other) : other;
}

function otherValue(value: string | number | boolean): string | number | boolean {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : `${value}x`;
}

const SWAPS: Readonly<Record<string, string>> = { image: 'video', video: 'image' };

/** An image becomes a video: the word that says so and the property of that name change together. */
function swapKind(json: unknown, leaf: Leaf): Mutation | undefined {
  if (slotOf(documented(leaf.steps)) !== 'kind') return undefined;
  const holder = leaf.steps.slice(0, -1);
  const there = at(json, holder);
  const kind = String(leaf.value).toLowerCase();
  const other = SWAPS[kind];
  if (other === undefined || !isRecord(there) || !isRecord(there[kind])) return undefined;
  const swapped = Object.fromEntries(
    Object.entries(there).map(([key, value]) => [
      key === kind ? other : key,
      key === leaf.steps.at(-1) ? other : value,
    ]),
  );
  return mutation(
    leaf,
    other,
    changeAt(json, holder, () => swapped),
  );
}
