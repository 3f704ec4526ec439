import type { MediaKind, MediaRef } from '../domain/attachment.js';
import { WaError } from '../domain/errors.js';
import type { Content, Message, Quote } from '../domain/message.js';
import { mayI } from '../domain/send-rules.js';
import type { Command, Outcome, RefusalCode } from '../protocol/commands.js';
import type { TemplatePage } from '../protocol/queries.js';
import type { MediaLease, MediaWant } from '../protocol/transport.js';
import type { SendCommand } from '../stores/desk-records.js';
import type { TranscriptView } from '../stores/transcript-view.js';
import type { SessionHandle, SessionHistory, SessionView } from './handles.js';
import type { SessionController } from './session-controller.js';
import { HistoryReader } from './session-history.js';
import type { SessionSurroundings } from './session-surroundings.js';

const TEMPLATE_PAGE = 50;

type SendOptions = { readonly id?: string; readonly quote?: Quote; readonly resendOf?: string };

/** What elements and hosts hold of a session. */
export class DeskSession implements SessionHandle {
  readonly id: string;
  readonly transcript: TranscriptView;
  readonly draft: SessionHandle['draft'];
  readonly history: SessionHistory;
  readonly #session: SessionController;
  readonly #desk: SessionSurroundings;

  constructor(session: SessionController, desk: SessionSurroundings) {
    this.id = session.id;
    this.transcript = session.transcript;
    this.draft = session.draft;
    this.history = new HistoryReader(session, desk);
    this.#session = session;
    this.#desk = desk;
  }

  get snapshot(): SessionView {
    return this.#session.view.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#session.view.subscribe(listener);
  }

  now(): number {
    return this.#desk.now();
  }

  async send(content: Content, options: { readonly id?: string; readonly quote?: Quote } = {}): Promise<string> {
    this.#checkSendable(content);
    return this.#put(content, options);
  }

  async resend(messageId: string): Promise<string> {
    const { driver } = this.#session;
    const entry = driver.entry(messageId);
    if (!entry) return this.#resendSent(messageId);
    if (!entry.isHeld) throw notAllowed(`Message ${messageId} is still on its way.`);
    if (entry.row.refusal?.code === 'id-reused') {
      await driver.cancel(entry);
      return this.#put(entry.row.command.content, { quote: entry.row.command.quote });
    }
    driver.release(entry);
    return messageId;
  }

  async cancel(messageId: string): Promise<void> {
    const entry = this.#session.driver.entry(messageId);
    if (entry && (await this.#session.driver.cancel(entry))) return;
    throw notAllowed(`Message ${messageId} has left, or may have; it can no longer be taken back.`);
  }

  async sendStale(messageId: string): Promise<void> {
    const entry = this.#session.driver.entry(messageId);
    if (!entry?.isHeld) throw notAllowed(`Message ${messageId} does not wait for a decision.`);
    this.#session.driver.release(entry);
  }

  settle(messageId: string): Promise<Outcome> {
    return this.#wish({ type: 'message.settle', messageId });
  }

  react(messageId: string, emoji: string): Promise<Outcome> {
    return this.#wish({ type: 'message.react', messageId, emoji });
  }

  refetchMedia(messageId: string): Promise<Outcome> {
    return this.#wish({ type: 'media.refetch', messageId });
  }

  setNote(note: string): Promise<Outcome> {
    return this.#wish({ type: 'session.set-note', note });
  }

  setDisposition(code: string): Promise<Outcome> {
    return this.#wish({ type: 'session.set-disposition', code });
  }

  markRead(messageId: string): void {
    this.#session.read(messageId);
  }

  async templates(query: {
    readonly search?: string;
    readonly after?: string;
    readonly limit?: number;
  }): Promise<TemplatePage> {
    const { search, after, limit = TEMPLATE_PAGE } = query;
    return this.#desk.gate.query({ type: 'templates', sessionId: this.id, search, after, limit });
  }

  upload(
    file: Blob,
    about: { readonly name: string; readonly kind: MediaKind },
    options?: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void },
  ): Promise<Outcome<MediaRef>> {
    return this.#desk.gate.upload(file, { ...about, sessionId: this.id }, options);
  }

  media(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease> {
    return this.#desk.gate.media(ref, want, options);
  }

  async wrapUp(): Promise<Outcome> {
    if (!this.#session.driver.isEmpty) return this.#refuseUnsent();
    return this.#want('session.wrap-up');
  }

  async done(): Promise<Outcome> {
    if (!this.#session.driver.isEmpty) return this.#refuseUnsent();
    if (this.#session.isDispositionMissing) {
      return this.#refuse('disposition-missing', 'This session needs a disposition before it is done.');
    }
    return this.#want('session.finish');
  }

  dismissError(): void {
    this.#session.fail(undefined);
  }

  async #put(content: Content, options: SendOptions): Promise<string> {
    const { draft, driver, transcript } = this.#session;
    const id = options.id ?? this.#desk.env.ids();
    const command = commandOf(id, this.id, content, options);
    const isDraft = draft.snapshot.id === id;
    const known = transcript.get(id);
    if (known) {
      // The id belongs to the draft: the same draft twice is one message, another text under its id is another message.
      return isSame(known.content, content) ? id : this.#put(content, { ...options, id: this.#desk.env.ids() });
    }
    const added = driver.add(command);
    if (isDraft) draft.clear();
    const taken = await added;
    return taken ? this.#put(content, { ...options, id: this.#desk.env.ids() }) : id;
  }

  async #resendSent(messageId: string): Promise<string> {
    const again = this.#sentAgain(messageId);
    if (!again) return this.#put(...this.#sentBefore(messageId));
    const status = again.delivery?.status;
    return status === 'failed' || status === 'unknown' ? this.resend(again.id) : again.id;
  }

  /** The newest message that sends this one again, so that a second click is not a second message. */
  #sentAgain(messageId: string): Message | undefined {
    for (let index = this.transcript.size - 1; index >= 0; index--) {
      const message = this.transcript.at(index);
      if (message?.id === messageId) return undefined;
      if (message?.resendOf === messageId) return message;
    }
    return undefined;
  }

  /** What to send so that a message that failed, or whose outcome is unknown, goes again as a new one. */
  #sentBefore(messageId: string): [Content, SendOptions] {
    const message = this.transcript.get(messageId);
    const status = message?.delivery?.status;
    if (!message || (status !== 'failed' && status !== 'unknown')) {
      throw notAllowed(`Message ${messageId} neither failed nor has an unknown outcome; only those go again.`);
    }
    this.#checkSendable(message.content);
    return [message.content, { quote: message.quote, resendOf: messageId }];
  }

  #checkSendable(content: Content): void {
    const { session, windowPhase, capabilities } = this.snapshot;
    const verdict = mayI(content, { ...capabilities, phase: session.phase, window: windowPhase });
    if (verdict.ok) return;
    const message = `A message of kind "${content.kind}" may not go in session ${this.id} now: ${verdict.reason}.`;
    this.#session.fail({ code: verdict.reason, message });
    throw notAllowed(message);
  }

  async #want(type: 'session.wrap-up' | 'session.finish'): Promise<Outcome> {
    const event = { type };
    // A second click wants what is being asked for already.
    if (this.#session.isBusy) return this.#session.wishes.last;
    if (!this.#session.can(event)) {
      return this.#refuse('wrong-phase', `Session ${this.id} is not in a state in which this can be done.`);
    }
    this.#session.tell(event);
    return this.#session.wishes.last;
  }

  async #wish(wish: WithoutIds<Command>): Promise<Outcome> {
    const outcome = await this.#desk.gate.ask({ ...wish, id: this.#desk.env.ids(), sessionId: this.id });
    if (outcome.type === 'refused') this.#session.fail({ code: outcome.code, message: outcome.message });
    return outcome;
  }

  #refuseUnsent(): Outcome {
    return this.#refuse('not-allowed', 'Messages still wait to leave: send or cancel them first.', 'unsent-messages');
  }

  /** A refusal of the desk's own looks like one of the server's. */
  #refuse(code: RefusalCode, message: string, shownAs: string = code): Outcome {
    this.#session.fail({ code: shownAs, message });
    return { type: 'refused', code, message, retryable: false };
  }
}

/** A session's wish before it has its ids. */
type WithoutIds<C> = C extends { readonly id: string; readonly sessionId: string }
  ? Omit<C, 'id' | 'sessionId'>
  : never;

function commandOf(id: string, sessionId: string, content: Content, options: SendOptions): SendCommand {
  const { quote, resendOf } = options;
  return {
    type: 'message.send',
    id,
    sessionId,
    content,
    ...(quote && { quote }),
    ...(resendOf !== undefined && { resendOf }),
  };
}

function isSame(a: Content, b: Content): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function notAllowed(message: string): WaError {
  return new WaError('not-allowed', message);
}
