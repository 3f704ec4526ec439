import { number, seconds, text } from './codec.js';
import type { CallFact } from './facts.js';
import { callSession } from './graph-request.js';
import { ADDRESSEE, directoryOf, identityAt, SENDER, type Directory, type ContactIdentity } from './identity.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import { problemsIn } from './problems.js';

/** Calls that began or ended. */
export function readCalls(value: unknown): readonly CallFact[] {
  const directory = directoryOf(value);
  return asList(valueAt(value, 'calls'))
    .filter(isObject)
    .map((call) => readCall(call, directory, text.read(valueAt(value, 'metadata.display_phone_number'))));
}

function readCall(json: unknown, directory: Directory, business: string | undefined): CallFact {
  const direction = directionOf(json, business);
  const duration = number.read(valueAt(json, 'duration'));
  return withoutMissing<CallFact>({
    kind: 'call',
    callId: text.read(valueAt(json, 'id') ?? valueAt(json, 'wacid')) ?? '',
    event: word(valueAt(json, 'event')) ?? '',
    contact: contactOf(json, direction, directory),
    direction,
    at: seconds.read(valueAt(json, 'timestamp')),
    outcome: word(valueAt(json, 'status')),
    startedAt: seconds.read(valueAt(json, 'start_time')),
    endedAt: seconds.read(valueAt(json, 'end_time')),
    durationMs: duration === undefined ? undefined : duration * 1000,
    session: callSession.read(valueAt(json, 'session')),
    olderSession: text.read(valueAt(json, 'connection.webrtc.sdp')),
    problems: problemsIn(valueAt(json, 'errors')),
    opaque: text.read(valueAt(json, 'biz_opaque_callback_data')),
    buttonPayload: text.read(valueAt(json, 'cta_payload')),
  });
}

function directionOf(json: unknown, business: string | undefined): CallFact['direction'] {
  const direction = word(valueAt(json, 'direction'));
  if (direction === 'user_initiated') return 'from-contact';
  if (direction === 'business_initiated') return 'from-business';
  const from = text.read(valueAt(json, 'from'));
  return from === undefined || business === undefined
    ? undefined
    : from === business
      ? 'from-business'
      : 'from-contact';
}

function contactOf(json: unknown, direction: CallFact['direction'], directory: Directory): ContactIdentity {
  return directory.complete(identityAt(json, direction === 'from-business' ? ADDRESSEE : SENDER));
}
