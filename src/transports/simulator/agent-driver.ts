import { WaError } from '../../domain/errors.js';
import type { Content } from '../../domain/message.js';
import type { Command, Outcome } from '../../protocol/commands.js';
import type { SimulatedBackend } from './simulated-backend.js';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

/** What an agent did elsewhere or earlier, in the hand of a script: what is done here, the desk only hears of. */
export class AgentDriver {
  readonly #backend: SimulatedBackend;

  constructor(
    backend: SimulatedBackend,
    readonly id: string,
  ) {
    this.#backend = backend;
  }

  becomesReady(): void {
    this.#must({ type: 'presence.set', ready: true });
  }

  becomesNotReady(reason?: string): void {
    this.#must({ type: 'presence.set', ready: false, ...(reason === undefined ? {} : { reason }) });
  }

  /** Accepts the oldest offer that stands and returns the session's id. */
  accepts(): string {
    const [offerId] = this.#backend.desk.state.agents.get(this.id)?.offerIds ?? [];
    const offer = offerId === undefined ? undefined : this.#backend.desk.state.offers.get(offerId)?.offer;
    if (!offer) throw new WaError('contract-violated', `No offer stands for ${this.id}. Let a contact write first.`);
    this.#must({ type: 'offer.accept', offerId: offer.id });
    return offer.session.id;
  }

  /** Sends a text or any content and returns the id of the message. */
  sends(sessionId: string, content: Content | string, options?: { readonly replyTo?: string }): string {
    const said: Content = typeof content === 'string' ? { kind: 'text', body: content } : content;
    const quote = options?.replyTo === undefined ? {} : { quote: { messageId: options.replyTo } };
    return this.#must({ type: 'message.send', sessionId, content: said, ...quote });
  }

  reacts(sessionId: string, messageId: string, emoji: string): void {
    this.#must({ type: 'message.react', sessionId, messageId, emoji });
  }

  notes(sessionId: string, note: string): void {
    this.#must({ type: 'session.set-note', sessionId, note });
  }

  wrapsUp(sessionId: string): void {
    this.#must({ type: 'session.wrap-up', sessionId });
  }

  finishes(sessionId: string): void {
    this.#must({ type: 'session.done', sessionId });
  }

  /** Carries out any wish and says what became of it. */
  does(command: Command): Outcome {
    return this.#backend.handle({ type: 'command', agentId: this.id, command }).outcome;
  }

  #must(wish: Wish): string {
    const command: Command = { ...wish, id: this.#backend.newId('did-') };
    const outcome = this.does(command);
    if (outcome.type === 'done') return command.id;
    const why = outcome.type === 'refused' ? `${outcome.code}: ${outcome.message ?? ''}` : outcome.type;
    throw new WaError('contract-violated', `The script's ${command.type} of ${this.id} was not done: ${why}`);
  }
}
