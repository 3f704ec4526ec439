import type { SessionHandle, UnsentState } from '../../desk/handles.js';
import type { Message } from '../../domain/message.js';

/** How a message stands in the outbox; nothing once the server has it. */
export function unsentState({ id, seq }: Message, session: SessionHandle | undefined): UnsentState | undefined {
  if (seq !== undefined) return undefined;
  return session?.snapshot.outbox.find(({ messageId }) => messageId === id)?.state;
}
