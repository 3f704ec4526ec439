import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';
import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { AnnouncerController } from '../shared/announcer.js';
import { emit } from '../shared/emit.js';
import type { ActionBar } from './action-bar.js';
import { actionBar } from './late-parts.js';

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
  /** The host chooses to whom; nothing happens without one. */
  | 'wa-message-forward'
  | 'wa-quote-show'
  | 'wa-media-refetch'
  | 'wa-file-request'
  | 'wa-template-request'
  | 'wa-notification-request';

/** The agent reacts to a message; an empty emoji takes the reaction away. */
type WaMessageReactEvent = CustomEvent<MessageIntent & { readonly emoji: string }>;

declare module '../shared/emit.js' {
  interface WaEventMap extends Record<MessageIntentName, WaMessageIntentEvent> {
    'wa-message-react': WaMessageReactEvent;
  }
}

/** An element that shows messages. */
interface ActionsHost extends ReactiveControllerHost, HTMLElement {
  readonly session: SessionHandle | undefined;
  readonly strings: MessageStrings;
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
  'edit-template': 'wa-message-edit',
  'send-notification': 'wa-notification-request',
};

/**
 * Turns presses on `[data-action]` inside messages, and those on the bar of actions beside them, into intents, and does
 * what can be done here unless a host objects.
 */
export class MessageActions implements ReactiveController {
  readonly #host: ActionsHost;
  readonly #find: (id: string) => Message | undefined;
  #bar: ActionBar | undefined;
  readonly #announcer: AnnouncerController;

  constructor(host: ActionsHost, find: (id: string) => Message | undefined) {
    this.#host = host;
    this.#find = find;
    this.#announcer = new AnnouncerController(host);
    host.addController(this);
  }

  /** The bar of actions, for the end of the host's template. */
  render(): TemplateResult | typeof nothing {
    return this.#bar?.render() ?? nothing;
  }

  hostConnected(): void {
    this.#listen();
  }

  hostUpdate(): void {
    this.#makeBar();
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
    if (emit(this.#host, name, { messageId: message.id, message }, { cancelable: true }))
      this.#act(name, message).catch(gone);
  }

  readonly #react = (message: Message, emoji: string): void => {
    const detail = { messageId: message.id, message, emoji };
    if (emit(this.#host, 'wa-message-react', detail, { cancelable: true }))
      void this.#host.session?.react(message.id, emoji);
  };

  #makeBar(): void {
    const part = actionBar.value;
    if (this.#bar || !part) return;
    this.#bar = new part.ActionBar(this.#host, {
      strings: () => this.#host.strings,
      session: () => this.#host.session,
      find: this.#find,
      act: (action, message) => {
        this.intend(action, message);
      },
      react: this.#react,
    });
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

  async #act(name: MessageIntentName, message: Message): Promise<void> {
    const { session } = this.#host;
    if (name === 'wa-message-copy') await this.#copy(message);
    else if (name === 'wa-message-resend') await session?.resend(message.id);
    else if (name === 'wa-message-settle') await session?.settle(message.id);
    else if (name === 'wa-message-cancel') await session?.cancel(message.id);
    else if (name === 'wa-media-refetch') await session?.refetchMedia(message.id);
  }

  async #copy(message: Message): Promise<void> {
    const copy = actionBar.value?.messageOptions(message, this.#host.session).copy;
    if (copy === undefined) return;
    await navigator.clipboard.writeText(copy);
    this.#announcer.announce(this.#host.strings.transcript.copied);
  }
}

/** A second click finds the message further on than it was shown; what a desk refuses it shows itself. */
function gone(): void {}

function closest({ target }: Event, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
