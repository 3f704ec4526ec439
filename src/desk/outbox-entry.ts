import { createActor, type ActorRefFrom } from 'xstate';
import type { DeliveryStatus } from '../domain/delivery.js';
import type { Message } from '../domain/message.js';
import { deliveryMachine, type DeliveryInput } from '../machines/delivery-machine.js';
import type { Clock } from '../stores/clock.js';
import type { OutboxRow, OutboxState, UnsentState } from '../stores/desk-records.js';
import type { OutboxEntrySnapshot } from './handles.js';
import { sameParts } from './subject.js';

type DeliveryActor = ActorRefFrom<typeof deliveryMachine>;
type DeliveryState = ReturnType<DeliveryActor['getSnapshot']>['value'];

/** How the states of a delivery stand in the outbox row. */
const ROW_STATE: Readonly<Record<Exclude<DeliveryState, 'accepted' | 'cancelled' | 'restored'>, OutboxState>> = {
  queued: 'queued',
  waiting: 'queued',
  sending: 'sending',
  confirming: 'sending',
  unconfirmed: 'unconfirmed',
  stale: 'stale',
  refused: 'refused',
};

const SHOWN_STATUS: Readonly<Record<UnsentState, DeliveryStatus>> = {
  queued: 'queued',
  stale: 'queued',
  sending: 'sending',
  unconfirmed: 'sending',
  refused: 'failed',
};

export interface OutboxEntryInit {
  readonly row: OutboxRow;
  readonly clock: Clock;
  readonly ports: Pick<DeliveryInput, 'send' | 'catchUp' | 'now' | 'random'>;
  /** Called after each step of the delivery. */
  stepped(entry: OutboxEntry): void;
}

/** One unsent message: its row and the actor that knows where it stands. */
export class OutboxEntry {
  /** Is the row in storage, so that it may go? */
  isKept = false;
  /** How many writes of its row are under way. */
  writes = 0;
  readonly #init: OutboxEntryInit;
  #row: OutboxRow;
  #actor: DeliveryActor;
  #snapshot: OutboxEntrySnapshot | undefined;
  #dressed: UnsentState | undefined;

  constructor(init: OutboxEntryInit) {
    this.#init = init;
    this.#row = init.row;
    this.#actor = this.#start(init.row);
    this.#read();
  }

  get id(): string {
    return this.#row.messageId;
  }

  get row(): OutboxRow {
    return this.#row;
  }

  /** Neither on its way nor about to be: it waits for its turn or for the agent. */
  get isResting(): boolean {
    return this.#actor.getSnapshot().hasTag('resting');
  }

  /** The agent has to decide. */
  get isHeld(): boolean {
    return this.#actor.getSnapshot().hasTag('held');
  }

  get isCancellable(): boolean {
    return this.#actor.getSnapshot().hasTag('cancellable');
  }

  /** The agent has said that it may go out of turn. */
  get isReleased(): boolean {
    const { context, value } = this.#actor.getSnapshot();
    return value === 'queued' && context.releasedAt !== undefined;
  }

  get end(): 'accepted' | 'cancelled' | undefined {
    const { value } = this.#actor.getSnapshot();
    return value === 'accepted' || value === 'cancelled' ? value : undefined;
  }

  get snapshot(): OutboxEntrySnapshot {
    const { messageId, refusal } = this.#row;
    this.#snapshot = sameParts(this.#snapshot, { messageId, state: this.#state, ...(refusal && { refusal }) });
    return this.#snapshot;
  }

  /** How the message looks while only the outbox has it. */
  dress(message: Message, now: number): Message {
    const state = this.#state;
    if (message.delivery && state === this.#dressed) return message;
    // Another object even where only what stands in the outbox is another, so that it is drawn anew.
    this.#dressed = state;
    return { ...message, delivery: { status: SHOWN_STATUS[state], at: now } };
  }

  tell(type: 'turn.given' | 'age.check' | 'message.release' | 'message.cancel' | 'message.added'): void {
    this.#actor.send({ type });
  }

  /** Goes on from how another tab left the row. */
  restart(row: OutboxRow): void {
    this.#actor.stop();
    this.#row = row;
    this.#actor = this.#start(row);
    this.#note();
  }

  /** Resolves when the message rests, has left, or `signal` is aborted. */
  atRest(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        if (!this.isResting && !this.end && !signal.aborted) return;
        subscription.unsubscribe();
        signal.removeEventListener('abort', settle);
        resolve();
      };
      const subscription = this.#actor.subscribe({ next: settle, complete: settle });
      signal.addEventListener('abort', settle);
      settle();
    });
  }

  stop(): void {
    this.#actor.stop();
  }

  /** A row that was cancelled does not become an entry, or is one no more. */
  get #state(): UnsentState {
    return this.#row.state === 'cancelled' ? 'queued' : this.#row.state;
  }

  #start(row: OutboxRow): DeliveryActor {
    const { createdAt, state, attempts, refusal, releasedAt } = row;
    const input: DeliveryInput = { createdAt, state, attempts, refusal, releasedAt, ...this.#init.ports };
    const actor = createActor(deliveryMachine, { input, clock: this.#init.clock });
    actor.subscribe(() => {
      if (actor === this.#actor) this.#note();
    });
    return actor.start();
  }

  #note(): void {
    this.#read();
    this.#init.stepped(this);
  }

  #read(): void {
    const { value, context } = this.#actor.getSnapshot();
    if (value === 'accepted' || value === 'cancelled' || value === 'restored') return;
    const { attempts, refusal, releasedAt } = context;
    this.#row = { ...this.#row, state: ROW_STATE[value], attempts, refusal, releasedAt };
  }
}
