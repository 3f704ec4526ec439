import type { Message } from '../domain/message.js';
import type { Agent } from '../domain/session.js';
import type { OutboxRow } from '../stores/desk-records.js';

/** How a message looks before the server has it. */
export function optimisticMessage(
  { messageId, sessionId, command, createdAt }: OutboxRow,
  about: { readonly agent: Agent; readonly channelId: string },
): Message {
  return {
    id: messageId,
    sessionId,
    channelId: about.channelId,
    author: { kind: 'agent', agentId: about.agent.id, name: about.agent.name },
    content: command.content,
    originAt: createdAt,
    arrivedAt: createdAt,
    ...(command.quote && { quote: command.quote }),
    ...(command.resendOf !== undefined && { resendOf: command.resendOf }),
  };
}
