import type { DeliveryStatus } from '../../domain/delivery.js';
import type { ErrandWork, MediaWork, SendWork } from '../../service-desk/index.js';
import type { SimulatedBackend } from './simulated-backend.js';

/** How long WhatsApp takes (milliseconds). */
export interface WhatsAppPace {
  readonly accepted: number;
  readonly sent: number;
  readonly delivered: number;
  /** Absent: only when the contact's driver says so. */
  readonly read?: number;
  readonly media: number;
}

export const DEFAULT_PACE: WhatsAppPace = { accepted: 250, sent: 400, delivered: 900, read: 2600, media: 500 };

type Risen = Extract<DeliveryStatus, 'sent' | 'delivered' | 'read'>;

/** Plays WhatsApp's part: takes messages, tells how far they have come, and hands out media. */
export class SimulatedWhatsApp {
  readonly #backend: SimulatedBackend;
  readonly #pace: WhatsAppPace;
  readonly #busy = new Set<string>();
  #later: unknown;
  #isWorking = false;
  #isMoreToDo = false;

  constructor(backend: SimulatedBackend, pace: WhatsAppPace) {
    this.#backend = backend;
    this.#pace = pace;
    backend.afterwards(() => {
      this.#work();
    });
  }

  /** Tells that a message of ours has been read, or has come so far. */
  tell(messageId: string, status: Risen): void {
    const message = this.#backend.desk.state.messages.get(messageId)?.message;
    if (message?.providerId === undefined) return;
    const { channelId, providerId } = message;
    this.#backend.handle({ type: 'inbound.status', channelId, providerId, messageId, status, at: this.#backend.now() });
  }

  /** Work that comes up while working is done right after, so that nothing is done twice. */
  #work(): void {
    this.#isMoreToDo = true;
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#isMoreToDo) {
      this.#isMoreToDo = false;
      this.#workOnce();
    }
    this.#isWorking = false;
  }

  #workOnce(): void {
    const { sends, errands, media, nextAt } = this.#backend.desk.outgoing(this.#backend.now());
    for (const send of sends) this.#send(send);
    for (const errand of errands) this.#errand(errand);
    for (const one of media) this.#fetch(one);
    this.#backend.clock.clearTimeout(this.#later);
    if (nextAt !== undefined) {
      this.#later = this.#backend.clock.setTimeout(() => {
        this.#work();
      }, nextAt - this.#backend.now());
    }
  }

  #send({ message }: SendWork): void {
    const messageId = message.id;
    const result = this.#backend.faults.takeSendResult() ?? {
      type: 'accepted',
      providerId: `wamid.${this.#backend.newId()}`,
    };
    this.#backend.handle({ type: 'send.started', messageId });
    this.#after(this.#pace.accepted, () => {
      this.#backend.handle({ type: 'send.result', messageId, result });
      if (result.type === 'accepted') this.#rise(messageId);
    });
  }

  #rise(messageId: string): void {
    const { sent, delivered, read } = this.#pace;
    this.#after(sent, () => {
      this.tell(messageId, 'sent');
    });
    this.#after(delivered, () => {
      this.tell(messageId, 'delivered');
    });
    if (read !== undefined) {
      this.#after(read, () => {
        this.tell(messageId, 'read');
      });
    }
  }

  #errand({ id }: ErrandWork): void {
    this.#once(id, this.#pace.accepted, () => {
      this.#backend.handle({ type: 'errand.finished', errandId: id });
    });
  }

  #fetch({ messageId, media }: MediaWork): void {
    this.#once(`media:${messageId}`, this.#pace.media, () => {
      const id = media.source.kind === 'link' ? '' : media.source.id;
      if (!this.#backend.shelf.has(id)) {
        this.#backend.handle({ type: 'media.failed', messageId, state: 'failed' });
        return;
      }
      this.#backend.handle({ type: 'media.stored', messageId, media: { ...media, source: { kind: 'stored', id } } });
    });
  }

  /** The work stays outstanding until it is reported, so it is looked at again before it is done. */
  #once(key: string, ms: number, task: () => void): void {
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    this.#after(ms, () => {
      this.#busy.delete(key);
      task();
    });
  }

  #after(ms: number, task: () => void): void {
    if (this.#backend.isPast) task();
    else this.#backend.clock.setTimeout(task, ms);
  }
}
