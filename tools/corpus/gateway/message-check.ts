import type { Expected } from '../expect.js';
import { unmetClaims } from '../parser-stage.js';
import { brief } from '../verdict.js';
import type { Arrived, Look, Wanted } from './agent-page.js';
import { PATIENCE_MS, personAt, startSession, type Bench } from './bench.js';

/** What an agent sees in a transcript. */
const SHOWN_KINDS = ['message', 'echo', 'call'];

/** Content that begins no session of its own: somebody must have written before. */
const NOTICES = ['reaction', 'system', 'edit', 'revoke', 'welcome', 'unsupported', 'media-placeholder'];

/** Checks that what contacts wrote, what staff wrote on the phone and calls stand in the agent's transcript, readable. */
export class MessageCheck {
  readonly #bench: Bench;
  /** The message that was looked at last. */
  lastShown: string | undefined;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async prepare(expected: readonly Expected[]): Promise<void> {
    for (const [index, each] of expected.entries()) {
      const needed = isShown(each) ? !beginsSession(each) : each.kind === 'marketing-preference';
      if (needed) await startSession(this.#bench, personAt(each, 'contact'), `wamid.before.${String(index)}`);
    }
  }

  async check(expected: readonly Expected[]): Promise<readonly string[]> {
    const reasons: string[] = [];
    for (const each of withoutRepeats(expected)) {
      if (isShown(each)) reasons.push(...(await this.#checkMessage(each)));
      if (each.kind === 'marketing-preference') reasons.push(...(await this.#checkPreference(each)));
    }
    return reasons;
  }

  async #checkMessage(expected: Expected): Promise<readonly string[]> {
    const wanted = this.#wanted(expected);
    const { browser } = this.#bench;
    if (!(await browser.arrived(wanted, PATIENCE_MS))) return [`${expected.what}: did not reach the agent`];
    const arrived = await browser.settled(wanted, 'media', '', PATIENCE_MS);
    if (!arrived) return [`${expected.what}: left the desk again`];
    const look = await browser.look(arrived, PATIENCE_MS);
    this.lastShown = arrived.message.id;
    return [...unmetClaims(asFact(arrived), onDesk(expected)), ...unreadable(look, expected)];
  }

  async #checkPreference(expected: Expected): Promise<readonly string[]> {
    const allowed = expected.claims['allowed'] === true;
    const { browser, number } = this.#bench;
    if (!isPerson(expected) || (await browser.marketing(number.channelId, allowed, PATIENCE_MS))) return [];
    return [`${expected.what}: the contact's marketingAllowed did not become ${String(allowed)}`];
  }

  #wanted({ kind, id = '', claims }: Expected): Wanted {
    const { channelId } = this.#bench.number;
    const event = typeof claims['event'] === 'string' ? claims['event'] : '';
    return kind === 'call' ? { by: 'call', id, event, channelId } : { by: 'provider-id', id, channelId };
  }
}

function isShown({ kind }: Expected): boolean {
  return SHOWN_KINDS.includes(kind);
}

function beginsSession({ kind, claims }: Expected): boolean {
  const content = claims['content.kind'];
  return kind === 'call' || (kind === 'message' && typeof content === 'string' && !NOTICES.includes(content));
}

/** A message of the desk in the words of the expectation. */
function asFact({ message, contact }: Arrived): object {
  const call = message.content.kind === 'call' ? message.content : {};
  return { ...message, ...call, contact: { ...contact, waId: contact.phoneNumber?.slice(1) } };
}

/** WhatsApp repeats itself: what has the id of an earlier message is that message. */
function withoutRepeats(expected: readonly Expected[]): readonly Expected[] {
  const isFirst = ({ kind, id }: Expected) => expected.find((other) => other.kind === kind && other.id === id);
  return expected.filter((each) => !isShown(each) || isFirst(each) === each);
}

/** Can the desk know again who this is? A placeholder is neither a phone number nor a user id. */
function isPerson({ claims }: Expected): boolean {
  return isNumber(claims['contact.waId']) || claims['contact.userId'] !== undefined;
}

function isNumber(waId: unknown): boolean {
  return typeof waId === 'string' && /^[1-9]\d{6,14}$/.test(waId);
}

/**
 * What the desk keeps of it: media lie in its own store, a call has no session data, who has a new number is known by
 * that one, and what is no phone number is not kept as one.
 */
function onDesk(expected: Expected): Expected {
  const { 'contact.waId': waId, ...rest } = expected.claims;
  const changed = rest['content.phoneNumber'];
  const number = typeof changed === 'string' ? changed.replace(/^\+/, '') : waId;
  const kept = Object.entries({ ...rest, ...(isNumber(number) ? { 'contact.waId': number as string } : {}) });
  return { ...expected, claims: Object.fromEntries(kept.filter(([path]) => !NOT_ON_DESK.test(path))) };
}

const NOT_ON_DESK = /media\.|^session\.|^opaque$|^at$|^providerId$|^contact\.parentUserId$/;

function unreadable(look: Look | undefined, { what, shown }: Expected): readonly string[] {
  if (!look) return [`${what}: is not in the transcript`];
  if (look.width === 0 || look.height === 0 || (letters(look.text) === '' && look.pictures === 0))
    return [`${what}: is a blank on the screen`];
  return shown
    .filter((text) => !isReadable(look.text, text))
    .map((text) => `${what}: ${brief(text)} cannot be read, only ${brief(look.text.replace(/\s+/g, ' '))}`);
}

function isReadable(seen: string, text: string): boolean {
  return letters(text) === '' ? seen.includes(text) : letters(seen).includes(letters(text));
}

/** Formatting marks, line breaks and the like are shown in other ways: the letters and digits must be there. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
