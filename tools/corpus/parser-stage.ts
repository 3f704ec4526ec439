import { parseWebhook, type WebhookFact } from '../../src/cloud-api/index.js';
import type { Expected } from './expect.js';
import { first } from './expect-values.js';
import type { InboundStage } from './inbound-stage.js';
import { mutationsOf } from './mutate.js';
import type { Payload } from './payload.js';
import { leavesOf, type Json } from './raw.js';
import { brief } from './verdict.js';

/** The webhook as the product's reader understands it; each of its values must matter. */
export const parserStage: InboundStage = {
  name: 'parser',
  open: () => Promise.resolve(),
  check: ({ json }, expected) => Promise.resolve([...unmet(parseWebhook(json), expected), ...deafness(json)]),
  close: () => Promise.resolve(),
};

function unmet(facts: readonly WebhookFact[], expected: readonly Expected[]): readonly string[] {
  if (facts.length === 0) return ['nothing came out'];
  const left = [...facts];
  return expected.flatMap((each) => {
    const candidates = left.filter((fact) => isMeant(fact, each));
    const best = candidates
      .map((fact) => ({ fact, misses: missesOf(fact, each) }))
      .sort((one, other) => one.misses.length - other.misses.length)[0];
    if (!best) return [`${each.what}: did not come out`];
    left.splice(left.indexOf(best.fact), 1);
    return best.misses;
  });
}

function isMeant(fact: WebhookFact, expected: Expected): boolean {
  const id = 'providerId' in fact ? fact.providerId : 'callId' in fact ? fact.callId : undefined;
  return fact.kind === expected.kind && (expected.id === undefined || expected.id === id);
}

function missesOf(fact: WebhookFact, expected: Expected): readonly string[] {
  const routed = expected.phoneNumberId === undefined || fact.route.phoneNumberId === expected.phoneNumberId;
  return [
    ...(routed ? [] : [`${expected.what}: routed to ${brief(fact.route.phoneNumberId)}`]),
    ...unmetClaims(fact, expected),
  ];
}

/** Which claims an object of the domain does not meet. */
export function unmetClaims(domain: unknown, expected: Expected): readonly string[] {
  return Object.entries(expected.claims)
    .map(([path, claim]) => [path, claim, first(domain, path)] as const)
    .filter(
      ([path, claim, found]) => found !== claim && !(path.endsWith('.length') && lengthAt(domain, path) === claim),
    )
    .map(([path, claim, found]) => `${expected.what}: ${path} should be ${brief(claim)}, is ${brief(found)}`);
}

function lengthAt(domain: unknown, path: string): Json | undefined {
  const list = first(domain, path.replace(/\.length$/, ''));
  return Array.isArray(list) ? list.length : undefined;
}

/** Values that can be changed without anything else coming out. */
function deafness(json: Payload['json']): readonly string[] {
  const before = JSON.stringify(parseWebhook(json));
  return mutationsOf(json, leavesOf(json))
    .filter((mutation) => JSON.stringify(parseWebhook(mutation.json)) === before)
    .map(({ path, from, to }) => `meaning lost: ${path} may be ${brief(from)} or ${brief(to)} and the same comes out`);
}
