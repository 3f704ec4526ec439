import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';
import type { Message } from '../../domain/message.js';
import { emit } from '../shared/emit.js';

/** What an intent about a message carries. */
interface MessageIntent {
  readonly messageId: string;
  readonly message: Message;
}

export type WaMessageIntentEvent = CustomEvent<MessageIntent>;

/** The intents that an agent can have about a message; each is an event that a host may veto. */
export type MessageIntentName =
  | 'wa-message-resend'
  | 'wa-message-settle'
  | 'wa-message-cancel'
  | 'wa-message-edit'
  | 'wa-message-reply'
  | 'wa-message-copy'
  | 'wa-message-forward'
  | 'wa-quote-show'
  | 'wa-media-refetch'
  | 'wa-file-request'
  | 'wa-template-request'
  | 'wa-notification-request';

declare module '../shared/emit.js' {
  interface WaEventMap extends Record<MessageIntentName, WaMessageIntentEvent> {}
}

const INTENTS: Readonly<Record<string, MessageIntentName>> = {
  resend: 'wa-message-resend',
  settle: 'wa-message-settle',
  cancel: 'wa-message-cancel',
  edit: 'wa-message-edit',
  reply: 'wa-message-reply',
  copy: 'wa-message-copy',
  forward: 'wa-message-forward',
  'show-quote': 'wa-quote-show',
  refetch: 'wa-media-refetch',
  'choose-file': 'wa-file-request',
  'choose-template': 'wa-template-request',
  'send-notification': 'wa-notification-request',
};

/** Turns presses on `[data-action]` inside messages into intents, and does what can be done here unless a host objects. */
export class MessageActions implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => SessionHandle | undefined;
  readonly #find: (id: string) => Message | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    session: () => SessionHandle | undefined,
    find: (id: string) => Message | undefined,
  ) {
    this.#host = host;
    this.#session = session;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  /** The host has its shadow root from its first update on. */
  hostUpdated(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#host.shadowRoot?.removeEventListener('click', this.#onClick);
    this.#host.shadowRoot?.removeEventListener('wa-media-retry', this.#onMediaRetry);
  }

  /** Says what the agent wants with a message, and does it unless a host objects. */
  intend(action: string, message: Message): void {
    const name = INTENTS[action];
    if (!name) return;
    const session = this.#session();
    if (emit(this.#host, name, { messageId: message.id, message }, { cancelable: true }) && session)
      void this.#act(name, message, session);
  }

  #listen(): void {
    this.#host.shadowRoot?.addEventListener('click', this.#onClick);
    this.#host.shadowRoot?.addEventListener('wa-media-retry', this.#onMediaRetry);
  }

  readonly #onClick = (event: Event): void => {
    const action = closest(event, '[data-action]')?.dataset['action'];
    if (action !== undefined) this.#intendOn(event, action);
  };

  readonly #onMediaRetry = (event: Event): void => {
    this.#intendOn(event, 'refetch');
  };

  #intendOn(event: Event, action: string): void {
    const id = closest(event, '[data-message]')?.dataset['message'];
    const message = id === undefined ? undefined : this.#find(id);
    if (message) this.intend(action, message);
  }

  async #act(name: MessageIntentName, { id }: Message, session: SessionHandle): Promise<void> {
    if (name === 'wa-message-resend') await session.resend(id);
    else if (name === 'wa-message-settle') await session.settle(id);
    else if (name === 'wa-message-cancel') await session.cancel(id);
    else if (name === 'wa-media-refetch') await session.refetchMedia(id);
  }
}

function closest({ target }: Event, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
