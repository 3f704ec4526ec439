import {
  fromGraphAnswer,
  fromGraphError,
  fromGraphRequest,
  fromGraphTemplate,
  toGraphAnswer,
  toGraphError,
  toGraphRequest,
  toGraphTemplate,
} from '../../src/cloud-api/index.js';
import type { PayloadKind } from './classify.js';
import { mutationsOf } from './mutate.js';
import { isImplied, normalLeaves } from './normal-form.js';
import type { Payload } from './payload.js';
import { at, isRecord, leavesOf, lists, pathOf, shapeOf, type Leaf, type Steps } from './raw.js';
import { brief, failed, passed, skipped, type Verdict } from './verdict.js';
import { holdsOthers, isPlaceholder, isReadable, slotOf, unknownName } from './vocabulary.js';

/** Reads a payload into the domain and writes it again. */
export interface Mapper {
  readonly read: (json: unknown) => object | undefined;
  readonly write: (domain: never) => unknown;
}

const MAPPERS: Readonly<Record<Exclude<PayloadKind, 'inbound-webhook'>, Mapper>> = {
  'outbound-request': { read: fromGraphRequest, write: toGraphRequest },
  'template-definition': { read: fromGraphTemplate, write: toGraphTemplate },
  'api-response': { read: fromGraphAnswer, write: toGraphAnswer },
  error: { read: fromGraphError, write: toGraphError },
};

/** Does the payload come back from the domain with all its meaning, and does each of its values matter on the way? */
export function checkRoundTrip(payload: Payload): Verdict {
  if (payload.kind === 'inbound-webhook') throw new Error(`${payload.name} is a webhook: it has no way back.`);
  const obstacle = obstacleIn(payload);
  if (obstacle !== undefined) return skipped(obstacle);
  return checkMapper(MAPPERS[payload.kind], payload);
}

/** The same for any pair of reader and writer. */
export function checkMapper(mapper: Mapper, payload: Payload): Verdict {
  const there = travel(mapper, payload.json);
  if (!there) return failed([`cannot be read as ${payload.kind}`]);
  const { judged, notes } = part(normalLeaves(payload.json), there.leaves);
  const reasons = [
    ...losses(judged, there.leaves),
    ...additions(payload.json, there.leaves),
    ...copies(there.domain),
    ...deafness(payload, mapper, there),
  ];
  return reasons.length > 0 ? failed(reasons, notes) : passed(notes);
}

interface Journey {
  readonly domain: unknown;
  readonly leaves: readonly Leaf[];
}

/** The domain object is copied by way of JSON, so that nothing of the raw payload can hide in it. */
function travel(mapper: Mapper, json: unknown): Journey | undefined {
  const read = mapper.read(json);
  if (!read) return undefined;
  const domain = JSON.parse(JSON.stringify(read)) as never;
  return { domain, leaves: normalLeaves(mapper.write(domain)) };
}

/** What keeps the whole payload from being judged, if anything does. */
function obstacleIn({ kind, json }: Payload): string | undefined {
  if (kind === 'template-definition' && hasMessageComponents(json)) {
    return 'no definition: its components carry the parameters of a message';
  }
  const leaf = normalLeaves(json).find(hidesStructure(json));
  return (
    leaf &&
    `${brief(leaf.value)} stands for the ${shapeOf(leaf.steps).split('.').at(-1) ?? ''} at ${pathOf(leaf.steps)}`
  );
}

function hasMessageComponents(json: unknown): boolean {
  return lists(at(json, ['components'])).some(
    (component) => isRecord(component) && Array.isArray(component['parameters']),
  );
}

/** A placeholder for a whole object, or for the word without which its neighbours cannot be read. */
function hidesStructure(json: unknown): (leaf: Leaf) => boolean {
  return (leaf) => {
    if (!isPlaceholder(leaf.value)) return false;
    if (holdsOthers(leaf.steps)) return true;
    return (
      slotOf(leaf.steps) === 'closed' &&
      shapeOf(leaf.steps).endsWith('format') &&
      at(json, [...leaf.steps.slice(0, -1), 'text']) === undefined
    );
  };
}

/** What can be judged, and why the rest cannot. */
function part(
  raw: readonly Leaf[],
  back: readonly Leaf[],
): { readonly judged: readonly Leaf[]; readonly notes: readonly string[] } {
  const there = byPlace(back);
  const doubtful = raw
    .filter((leaf) => there.get(pathOf(leaf.steps)) !== leaf.value)
    .map((leaf) => [leaf, whyUnjudged(leaf)] as const);
  const unjudged = new Map(doubtful.filter(([, why]) => why !== undefined));
  return {
    judged: raw.filter((leaf) => !unjudged.has(leaf)),
    notes: [...unjudged].map(([leaf, why]) => `not judged: ${pathOf(leaf.steps)} ${brief(leaf.value)} (${why ?? ''})`),
  };
}

function whyUnjudged(leaf: Leaf): string | undefined {
  const name = unknownName(leaf.steps);
  if (name !== undefined) return `the documentation knows no ${name}`;
  if (!isReadable(leaf)) return `no ${slotOf(leaf.steps) === 'closed' ? 'word of this list' : slotOf(leaf.steps)}`;
  return slotOf(leaf.steps) === 'kind' && isPlaceholder(leaf.value)
    ? 'a placeholder; its neighbours tell the kind'
    : undefined;
}

function byPlace(leaves: readonly Leaf[]): ReadonlyMap<string, Leaf['value']> {
  return new Map(leaves.map((leaf) => [pathOf(leaf.steps), leaf.value]));
}

function losses(raw: readonly Leaf[], back: readonly Leaf[]): readonly string[] {
  const there = byPlace(back);
  return raw
    .filter((leaf) => there.get(pathOf(leaf.steps)) !== leaf.value)
    .map(
      (leaf) =>
        `lost: ${pathOf(leaf.steps)} was ${brief(leaf.value)}, came back as ${brief(there.get(pathOf(leaf.steps)))}`,
    );
}

function additions(json: unknown, back: readonly Leaf[]): readonly string[] {
  const before = byPlace(normalLeaves(json));
  return back
    .filter((leaf) => !before.has(pathOf(leaf.steps)) && !isImplied(leaf))
    .map((leaf) => `added: ${pathOf(leaf.steps)} is ${brief(leaf.value)}`);
}

/** Names in Graph spelling inside the domain are raw JSON carried along, but for what belongs to customers and providers. */
const HANDED_THROUGH = new Set([
  'data',
  'values',
  'savedAddresses',
  'validationErrors',
  'payment',
  'extra',
  'parts',
  'expiration',
  'examples',
]);

function copies(domain: unknown): readonly string[] {
  const raw = leavesOf(domain).filter(({ steps }) => isRawName(steps));
  return raw.map(({ steps }) => `raw JSON is carried through the domain at ${pathOf(steps)}`);
}

function isRawName(steps: Steps): boolean {
  const opaque = steps.findIndex((step) => typeof step === 'string' && HANDED_THROUGH.has(step));
  const own = opaque === -1 ? steps : steps.slice(0, opaque);
  return own.some((step) => typeof step === 'string' && step.includes('_'));
}

/** Values that can be changed without the answer changing: their meaning is lost somewhere. */
function deafness({ json }: Payload, mapper: Mapper, before: Journey): readonly string[] {
  const unchanged = JSON.stringify(before.leaves);
  return mutationsOf(json, leavesOf(json))
    .filter((mutation) => JSON.stringify(travel(mapper, mutation.json)?.leaves) === unchanged)
    .map(({ path, from, to }) => `meaning lost: ${path} may be ${brief(from)} or ${brief(to)} and the same comes back`);
}
