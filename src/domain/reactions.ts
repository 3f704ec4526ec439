import type { Reaction } from './message.js';

/** To WhatsApp all who write for a business number are one person: the newest reaction of any of them is the one on the phone. */
function samePerson(a: Reaction, b: Reaction): boolean {
  if (a.author.kind === 'contact' && b.author.kind === 'contact') return a.author.contactId === b.author.contactId;
  return a.author.kind !== 'contact' && b.author.kind !== 'contact';
}

/** The reactions of a message after one more was heard of: the newest of a person wins, and an empty one takes it away. */
export function reactionsAfter(reactions: readonly Reaction[] | undefined, next: Reaction): readonly Reaction[] {
  const known = reactions ?? [];
  if (known.some((other) => samePerson(other, next) && other.at > next.at)) return known;
  const others = known.filter((other) => !samePerson(other, next));
  return next.emoji === '' ? others : [...others, next];
}
