import type { SessionHandle } from '../../desk/handles.js';
import type { Content, Message } from '../../domain/message.js';
import type { FeatureName } from '../../domain/session.js';
import { templateText } from '../../domain/template-text.js';
import { isNotice } from './notice-kinds.js';
import { unsentState } from './unsent-state.js';

/** What an agent can do with one message now. */
export interface MessageOptions {
  readonly reply: boolean;
  readonly react: boolean;
  /** The backend takes messages that are to go to somebody else. */
  readonly forward: boolean;
  /** It still waits to be sent, so that it can be taken back. */
  readonly cancel: boolean;
  /** The text that can be copied. */
  readonly copy?: string;
}

/** WhatsApp takes no reaction to an older message (milliseconds). */
const REACTABLE_MS = 30 * 24 * 60 * 60 * 1000;

/** Where there is nothing to do. */
export const NO_OPTIONS: MessageOptions = Object.freeze({ reply: false, react: false, forward: false, cancel: false });

/** What an agent can do with `message`; nothing for what happened, and for what was taken back. */
export function messageOptions(message: Message, session: SessionHandle | undefined): MessageOptions {
  if (isNotice(message) || message.revokedAt !== undefined) return NO_OPTIONS;
  const isRecent = session !== undefined && session.now() - message.originAt < REACTABLE_MS;
  const copy = copyableText(message.content);
  return {
    reply: mayAnswer(message, session, 'replies'),
    react: isRecent && mayAnswer(message, session, 'reactions'),
    forward: session?.snapshot.capabilities.features.includes('forwarding') === true && !message.internal,
    cancel: unsentState(message, session) === 'queued',
    ...(copy === undefined || copy === '' ? {} : { copy }),
  };
}

export function hasOptions({ reply, react, forward, cancel, copy }: MessageOptions): boolean {
  return reply || react || forward || cancel || copy !== undefined;
}

/** WhatsApp must know the message, and the service window must be open. */
function mayAnswer(
  { providerId, internal }: Message,
  session: SessionHandle | undefined,
  feature: FeatureName,
): boolean {
  if (!session || internal || providerId === undefined) return false;
  const { capabilities, sendMode } = session.snapshot;
  return sendMode === 'free' && capabilities.features.includes(feature);
}

/** The words of a message as they were written, with their marks. */
export function copyableText(content: Content): string | undefined {
  switch (content.kind) {
    case 'text':
      return content.body;
    case 'image':
    case 'video':
    case 'document':
      return content.caption;
    case 'interactive':
      return content.interactive.body;
    case 'template':
      return templateText(content.template);
    case 'choice':
      return content.title;
    case 'location':
      return [content.name, content.address].filter(Boolean).join('\n');
    case 'order':
      return content.text;
    default:
      return undefined;
  }
}
