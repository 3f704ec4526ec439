import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WaComposerElement } from '../composer/composer-element.js';
import type { WaOutboxShowEvent } from '../composer/composer-events.js';
import type { WaMessageIntentEvent } from '../message/message-actions.js';
import type { WaTranscriptElement } from '../transcript/transcript-element.js';

type Wish = WaMessageIntentEvent['detail']['message'];

interface Parts {
  readonly composer: WaComposerElement | null;
  readonly transcript: WaTranscriptElement | null;
}

/** What transcript and composer of one session do for each other. */
const GRANTED: Readonly<Record<string, (parts: Parts, message: Wish) => void>> = {
  'wa-message-reply': ({ composer }, message) => composer?.reply(message),
  'wa-message-edit': ({ composer }, message) => composer?.edit(message),
  'wa-file-request': ({ composer }) => composer?.chooseFiles(),
  'wa-template-request': ({ composer }) => composer?.chooseTemplate(),
  'wa-notification-request': ({ composer }, message) => composer?.sayAsNotification(message),
  'wa-quote-show': ({ transcript }, { quote }) => {
    if (quote?.messageId !== undefined) void transcript?.showMessage(quote.messageId);
  },
};

/** Grants wishes about messages, unless a host vetoes them. */
export class MessageWishes implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: () => Parts;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: () => Parts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of Object.keys(GRANTED)) this.#host.addEventListener(name, this.#onWish);
    this.#host.addEventListener('wa-outbox-show', this.#onShow);
  }

  hostDisconnected(): void {
    for (const name of Object.keys(GRANTED)) this.#host.removeEventListener(name, this.#onWish);
    this.#host.removeEventListener('wa-outbox-show', this.#onShow);
  }

  /** After the host's own listeners had their say: the event has passed everybody by the next microtask. */
  readonly #onWish = (event: Event): void => {
    const { type, detail } = event as WaMessageIntentEvent;
    queueMicrotask(() => {
      if (!event.defaultPrevented) GRANTED[type]?.(this.#parts(), detail.message);
    });
  };

  readonly #onShow = (event: Event): void => {
    void this.#parts().transcript?.showMessage((event as WaOutboxShowEvent).detail.messageId);
  };
}
