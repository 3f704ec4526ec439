import { number, text } from './codec.js';
import type { EchoFact, HistoryMessageFact, HistoryProgressFact, MessageFact, ReportedStatus } from './facts.js';
import { heardMessage } from './heard-message.js';
import { ADDRESSEE, directoryOf, identityAt, PERSON, SENDER, username } from './identity.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import { problemsIn } from './problems.js';
import { reportedStatus } from './webhook-statuses.js';

/** What contacts wrote. */
export function readMessages(value: unknown): readonly MessageFact[] {
  const directory = directoryOf(value);
  return objectsAt(value, 'messages').map((message) => ({
    kind: 'message',
    ...heardMessage(message, directory.complete(identityAt(message, SENDER))),
  }));
}

/** What staff wrote on the phone. */
export function readEchoes(value: unknown): readonly EchoFact[] {
  const directory = directoryOf(value);
  return objectsAt(value, 'message_echoes').map((message) => ({
    kind: 'echo',
    ...heardMessage(message, directory.complete(identityAt(message, ADDRESSEE))),
  }));
}

/** The phone's past: threads of messages, how far the sharing is, or that it was declined. */
export function readHistory(value: unknown): readonly (HistoryMessageFact | HistoryProgressFact)[] {
  return objectsAt(value, 'history').flatMap((chunk) => [
    progressOf(chunk),
    ...objectsAt(chunk, 'threads').flatMap(messagesOfThread),
  ]);
}

/** The media of the past follow in webhooks of their own, without threads. */
export function readHistoryMedia(value: unknown): readonly HistoryMessageFact[] {
  const directory = directoryOf(value);
  const business = text.read(valueAt(value, 'metadata.display_phone_number'));
  return objectsAt(value, 'messages').map((message) => {
    const direction = text.read(valueAt(message, 'from')) === business ? 'from-business' : 'from-contact';
    const identity = identityAt(message, direction === 'from-business' ? ADDRESSEE : SENDER);
    return historyMessage(message, direction, directory.complete(identity));
  });
}

function messagesOfThread(thread: unknown): readonly HistoryMessageFact[] {
  const context = valueAt(thread, 'context');
  const contact = withoutMissing({
    waId: text.read(valueAt(thread, 'id')),
    ...identityAt(context, PERSON),
    username: username(valueAt(context, 'username')),
  });
  return objectsAt(thread, 'messages').map((message) =>
    historyMessage(message, directionIn(message, contact), contact),
  );
}

function directionIn(message: unknown, contact: HistoryMessageFact['contact']): HistoryMessageFact['direction'] {
  const sender = identityAt(message, SENDER);
  const isContact = sender.waId === undefined ? sender.userId === contact.userId : sender.waId === contact.waId;
  return isContact ? 'from-contact' : 'from-business';
}

function historyMessage(
  message: unknown,
  direction: HistoryMessageFact['direction'],
  contact: HistoryMessageFact['contact'],
): HistoryMessageFact {
  const name = text.read(valueAt(message, 'history_context.status'));
  return withoutMissing<HistoryMessageFact>({
    kind: 'history-message',
    ...heardMessage(message, contact),
    direction,
    delivery: historyStatus(name),
    deliveryName: name,
  });
}

/** `ERROR` is the past's word for a message that failed; `PENDING` has not been sent yet. */
function historyStatus(name: string | undefined): ReportedStatus | undefined {
  return word(name) === 'error' ? 'failed' : reportedStatus(name);
}

function progressOf(chunk: unknown): HistoryProgressFact {
  return withoutMissing<HistoryProgressFact>({
    kind: 'history-progress',
    phase: number.read(valueAt(chunk, 'metadata.phase')),
    chunk: number.read(valueAt(chunk, 'metadata.chunk_order')),
    percent: number.read(valueAt(chunk, 'metadata.progress')),
    problems: problemsIn(valueAt(chunk, 'errors')),
  });
}

function objectsAt(json: unknown, path: string): readonly unknown[] {
  return asList(valueAt(json, path)).filter(isObject);
}
