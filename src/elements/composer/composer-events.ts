import type { Content, Quote } from '../../domain/message.js';

/** A message that the agent wants to send. */
export interface MessageSendDetail {
  readonly content: Content;
  readonly quote?: Quote;
}

export type WaMessageSendEvent = CustomEvent<MessageSendDetail>;
export type WaOutboxShowEvent = CustomEvent<{ readonly messageId: string }>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-message-send': WaMessageSendEvent;
    'wa-outbox-show': WaOutboxShowEvent;
  }
}
