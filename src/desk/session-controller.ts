import { createActor, type ActorRefFrom } from 'xstate';
import type { Message } from '../domain/message.js';
import { WHATSAPP_LIMITS, type Capabilities, type Session, type SessionEndReason } from '../domain/session.js';
import type { SessionMachineEvent } from '../machines/session-events.js';
import { sessionMachine } from '../machines/session-machine.js';
import type { Outcome } from '../protocol/commands.js';
import type { EventEnvelope, SessionEvent } from '../protocol/events.js';
import type { SessionSnapshot } from '../protocol/transport.js';
import { TranscriptStore } from '../stores/transcript-store.js';
import { DraftKeeper } from './draft-keeper.js';
import type { OfferSnapshot, SessionView } from './handles.js';
import { messageAfter, type MessageFact } from './message-facts.js';
import { optimisticMessage } from './optimistic-message.js';
import { OutboxDriver } from './outbox-driver.js';
import { ReadMarker } from './read-marker.js';
import { ReadReporter } from './read-reporter.js';
import { isDispositionMissing, machineEventOf, sessionAfter, thresholdsOf } from './session-facts.js';
import type { SessionBeginning, SessionSurroundings } from './session-surroundings.js';
import { judgedView } from './session-view.js';
import { SessionWishes } from './session-wishes.js';
import { Subject } from './subject.js';

const NOTHING_ALLOWED: Capabilities = {
  version: -1,
  features: [],
  permissions: [],
  limits: WHATSAPP_LIMITS,
  dispositions: [],
  dispositionRequired: false,
};

/** One session on the desk: applies its facts, runs its machine, and shows what came of both. */
export class SessionController {
  readonly id: string;
  readonly transcript = new TranscriptStore();
  readonly draft: DraftKeeper;
  readonly driver: OutboxDriver;
  readonly wishes: SessionWishes;
  readonly view: Subject<SessionView>;
  readonly #desk: SessionSurroundings;
  readonly #marker = new ReadMarker(this.transcript);
  readonly #reporter: ReadReporter;
  readonly #actor: ActorRefFrom<typeof sessionMachine>;
  #session: Session;
  #capabilities: Capabilities;
  #error: SessionView['error'];

  constructor(beginning: SessionBeginning, desk: SessionSurroundings) {
    this.id = beginning.session.id;
    this.#desk = desk;
    this.#session = beginning.session;
    this.#capabilities = beginning.capabilities ?? NOTHING_ALLOWED;
    this.#reporter = new ReadReporter({ sessionId: this.id, gate: desk.gate, ids: desk.env.ids });
    this.wishes = new SessionWishes({
      sessionId: this.id,
      offerId: beginning.offer?.id,
      gate: desk.gate,
      ids: desk.env.ids,
      answered: (outcome) => this.#answered(outcome),
    });
    this.#actor = this.#startActor(beginning);
    this.driver = this.#createDriver();
    this.draft = new DraftKeeper(this.id, desk.storage.drafts, desk.env.ids);
    this.view = new Subject(this.#viewNow());
    this.#actor.subscribe(() => this.commit());
    void this.draft.restore((id) => this.transcript.get(id));
    this.commit();
  }

  get session(): Session {
    return this.#session;
  }

  get capabilities(): Capabilities {
    return this.#capabilities;
  }

  /** How the offer stands; absent once it is over. */
  get offerState(): Exclude<OfferSnapshot['state'], 'gone'> | undefined {
    const { lifecycle } = this.#actor.getSnapshot().value;
    return typeof lifecycle === 'object' && 'offered' in lifecycle ? lifecycle.offered : undefined;
  }

  /** Why the session is no longer on the desk; absent while it is. */
  get endReason(): SessionEndReason | undefined {
    const { lifecycle } = this.#actor.getSnapshot().value;
    return typeof lifecycle === 'object' && 'ended' in lifecycle ? (lifecycle.ended as SessionEndReason) : undefined;
  }

  get isDispositionMissing(): boolean {
    return isDispositionMissing(this.#session, this.#capabilities);
  }

  /** Is it the agent's to work on? */
  get isOpen(): boolean {
    return this.offerState === undefined && this.endReason === undefined;
  }

  /** Is a wish that moves the session on its way? */
  get isBusy(): boolean {
    return this.#actor.getSnapshot().hasTag('busy');
  }

  /** Has the agent written anything here that the server does not have? */
  get hasUnsent(): boolean {
    return !this.driver.isEmpty || this.draft.snapshot.text !== '';
  }

  tell(event: SessionMachineEvent): void {
    this.#actor.send(event);
  }

  can(event: SessionMachineEvent): boolean {
    return this.#actor.getSnapshot().can(event);
  }

  /** Shows the agent what went wrong; nothing to take it away. */
  fail(error: SessionView['error']): void {
    this.#error = error && Object.freeze(error);
    this.commit();
  }

  /** The agent has it now. */
  assigned(session: Session, capabilities: Capabilities): void {
    this.#session = session;
    this.#takeCapabilities(capabilities);
    this.tell({ type: 'session.assigned' });
    this.#tellTimes();
    this.commit();
  }

  /** Starts again from how the session stands. */
  restore({ session, capabilities, messages, hasOlder, readUpTo }: SessionSnapshot): void {
    this.#session = session;
    this.#takeCapabilities(capabilities);
    this.transcript.reset(messages, hasOlder);
    this.#marker.reset(readUpTo);
    messages.forEach((message) => this.#heard(message));
    this.tell({ type: 'session.assigned' });
    this.tell({ type: session.phase === 'wrap-up' ? 'wrap-up.started' : 'wrap-up.cancelled' });
    this.#tellTimes();
    this.commit();
  }

  /** The agent has seen everything up to this message. */
  read(messageId: string): void {
    const news = this.#marker.advance(messageId);
    if (news !== undefined) this.#reporter.report(news);
    this.commit();
  }

  /** Applies one event of the session's stream; their order is the caller's. */
  apply({ event, seq }: EventEnvelope<SessionEvent>): void {
    if (event.type === 'message.added') this.#add({ ...event.message, seq: event.message.seq ?? seq });
    else if ('messageId' in event) this.#changeMessage(event);
    else if (event.type === 'capabilities.changed') this.#takeCapabilities(event.capabilities);
    else this.#changeSession(event);
    this.commit();
  }

  /** The session has left this desk. */
  removed(reason: SessionEndReason): void {
    this.#session = { ...this.#session, phase: 'ended', endReason: reason };
    this.tell({ type: 'session.removed', reason });
    this.commit();
  }

  /** The options or the server's clock have changed: all that depends on time is judged anew. */
  retime(): void {
    this.tell({ type: 'thresholds.changed', thresholds: thresholdsOf(this.#desk.options()) });
    this.tell({ type: 'clock.changed' });
  }

  /** Shows what has changed since the last time. */
  commit(): void {
    if (this.#desk.isShownLater(this.id)) return;
    this.driver.setOnline(this.isOpen && this.#session.phase === 'engaged' && this.#desk.isOnline());
    void this.#reporter.flush();
    this.view.set(this.#viewNow());
    this.#desk.changed();
  }

  stop(): void {
    this.driver.stop();
    this.#actor.stop();
  }

  #startActor({ session, phase, offer }: SessionBeginning): ActorRefFrom<typeof sessionMachine> {
    const { env, options, now, isOnline, isInView, askSync } = this.#desk;
    const actor = createActor(sessionMachine, {
      clock: env.clock,
      input: {
        phase,
        expiresAt: offer?.expiresAt,
        window: session.window,
        pendingSince: session.pendingSince,
        thresholds: thresholdsOf(options()),
        dispositionMissing: this.isDispositionMissing,
        perform: (wish) => this.wishes.perform(wish),
        hasUnsent: () => !this.driver.isEmpty,
        isInView: () => isInView(this.id),
        now,
        isOnline,
        askSync,
      },
    });
    return actor.start();
  }

  #createDriver(): OutboxDriver {
    const { env, gate, agent, storage, now, catchUp, leftBehind } = this.#desk;
    return new OutboxDriver({
      agentId: agent.id,
      sessionId: this.id,
      outbox: storage.outbox,
      transcript: this.transcript,
      clock: env.clock,
      random: env.random,
      execute: (command) => gate.execute(command),
      contact: () => this.#session.contact,
      leftBehind: () => leftBehind(this.id),
      messageOf: (row) => optimisticMessage(row, { agent, channelId: this.#session.channel.id }),
      changed: () => this.commit(),
      now,
      catchUp,
    });
  }

  #answered(outcome: Outcome): void {
    if (outcome.type === 'unconfirmed') this.tell({ type: 'wish.unconfirmed' });
    if (outcome.type !== 'refused') return;
    this.fail({ code: outcome.code, message: outcome.message });
    this.tell({ type: 'wish.refused', retryable: outcome.retryable });
  }

  #add(message: Message): void {
    const isNew = this.transcript.get(message.id) === undefined;
    this.transcript.add(message);
    this.#heard(message);
    if (isNew) this.#marker.note(message);
    if (message.author.kind === 'contact') this.tell({ type: 'contact.wrote' });
  }

  /** The server has this message, so that it is neither unsent nor a draft. */
  #heard(message: Message): void {
    this.driver.heard(message.id);
    this.draft.sent(message);
  }

  #changeMessage(fact: MessageFact): void {
    const message = this.transcript.get(fact.messageId);
    const next = message && messageAfter(message, fact);
    if (next && next !== message) this.transcript.update(next);
  }

  #changeSession(fact: SessionEvent): void {
    this.#session = sessionAfter(this.#session, fact);
    const event = machineEventOf(fact);
    if (event) this.tell(event);
    this.#tellDisposition();
  }

  #takeCapabilities(capabilities: Capabilities): void {
    if (capabilities.version >= this.#capabilities.version) this.#capabilities = capabilities;
    this.#tellDisposition();
  }

  #tellDisposition(): void {
    this.tell({ type: 'disposition.changed', missing: this.isDispositionMissing });
  }

  #tellTimes(): void {
    const { window, pendingSince } = this.#session;
    this.tell({ type: 'window.changed', window });
    this.tell({ type: 'pending.changed', since: pendingSince });
  }

  #viewNow(): SessionView {
    return {
      session: this.#session,
      capabilities: this.#capabilities,
      ...judgedView(this.#actor.getSnapshot().value, this.#session.phase),
      unreadCount: this.#marker.unread,
      readUpTo: this.#marker.readUpTo,
      lastMessage: this.transcript.last,
      outbox: this.driver.snapshot,
      error: this.#error,
    };
  }
}
