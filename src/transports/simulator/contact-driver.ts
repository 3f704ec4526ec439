import { WaError } from '../../domain/errors.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { Content, Message } from '../../domain/message.js';
import type { ContactFacts, InboundMessage } from '../../service-desk/index.js';
import { pdfPage, pngPicture, wavVoice } from './media-files.js';
import type { SimulatedBackend } from './simulated-backend.js';
import type { SimulatedWhatsApp } from './simulated-whatsapp.js';

/** What else can be said of a message of the contact. */
export interface WritingOptions extends Partial<
  Pick<InboundMessage, 'forwarded' | 'referral' | 'product' | 'problems'>
> {
  /** Id of the message that this one answers. */
  readonly replyTo?: string;
  /** So many milliseconds before it arrives here: a message that was held up on its way. */
  readonly delayedByMs?: number;
  readonly caseData?: Readonly<Record<string, string>>;
}

/** Where a contact is, and writes to. */
export interface ContactPlace {
  readonly backend: SimulatedBackend;
  readonly whatsapp: SimulatedWhatsApp;
  readonly channelId: string;
}

interface Choosable {
  readonly of: Extract<Content, { kind: 'choice' }>['of'];
  readonly id?: string;
  readonly title: string;
  readonly description?: string;
}

/** The choices that a message of ours offers. */
function choicesIn({ content }: Message): readonly Choosable[] {
  if (content.kind === 'template') {
    const buttons = content.template.definition?.buttons ?? [];
    return buttons
      .filter((button) => button.kind === 'quick-reply')
      .map((button) => ({ of: 'template', id: button.text, title: button.text }));
  }
  if (content.kind !== 'interactive') return [];
  const { action } = content.interactive;
  if (action.kind === 'buttons') return action.buttons.map((button) => ({ of: 'button', ...button }));
  if (action.kind === 'list') return action.sections.flatMap(({ rows }) => rows).map((row) => ({ of: 'list', ...row }));
  return [];
}

/** A contact's phone, in the hand of a script. Every method that says something returns the id of the message. */
export class ContactDriver {
  readonly #place: ContactPlace;

  constructor(
    place: ContactPlace,
    readonly facts: ContactFacts,
  ) {
    this.#place = place;
  }

  writes(body: string, options?: WritingOptions): string {
    return this.sends({ kind: 'text', body }, options);
  }

  /** Sends any content. */
  sends(content: Content, options: WritingOptions = {}): string {
    const { replyTo, delayedByMs = 0, caseData, ...rest } = options;
    const { backend, channelId } = this.#place;
    const quoted = replyTo === undefined ? undefined : this.#providerIdOf(replyTo);
    const { emissions } = backend.handle({
      type: 'inbound.message',
      channelId,
      contact: this.facts,
      message: {
        providerId: `wamid.${backend.newId()}`,
        content,
        originAt: backend.now() - delayedByMs,
        ...(quoted === undefined ? {} : { quote: { providerId: quoted } }),
        ...rest,
      },
      ...(caseData ? { caseData } : {}),
    });
    const added = emissions.map(({ envelope }) => envelope.event).find((event) => event.type === 'message.added');
    return added?.message.id ?? '';
  }

  sendsImage(about: { readonly caption?: string } & WritingOptions = {}): string {
    const { caption, ...options } = about;
    const size = { width: 480, height: 320 };
    const media = this.#upload(pngPicture(this.#place.backend.random, size), size);
    return this.sends({ kind: 'image', media, ...(caption === undefined ? {} : { caption }) }, options);
  }

  sendsVoice(seconds = 8, options?: WritingOptions): string {
    const { blob, waveform } = wavVoice(this.#place.backend.random, seconds);
    const media = this.#upload(blob, { durationMs: seconds * 1000, waveform });
    return this.sends({ kind: 'audio', voice: true, media }, options);
  }

  sendsDocument(about: { readonly fileName: string; readonly caption?: string }, options?: WritingOptions): string {
    const media = this.#upload(pdfPage(about.fileName), { fileName: about.fileName });
    return this.sends({ kind: 'document', media, ...about }, options);
  }

  sendsLocation(place: Omit<Extract<Content, { kind: 'location' }>, 'kind'>, options?: WritingOptions): string {
    return this.sends({ kind: 'location', ...place }, options);
  }

  /** Takes a choice of a message of ours, by the id or the title of the choice. */
  chooses(messageId: string, choice: string): string {
    const choices = choicesIn(this.#message(messageId));
    const taken = choices.find(({ id, title }) => id === choice || title === choice);
    if (!taken) {
      const offered = choices.map(({ title }) => title).join(', ');
      throw new WaError(
        'contract-violated',
        `The message ${messageId} offers no "${choice}"; it offers ${offered || 'nothing'}.`,
      );
    }
    return this.sends({ kind: 'choice', ...taken }, { replyTo: messageId });
  }

  /** Reacts to a message; an empty emoji takes the reaction away. */
  reacts(messageId: string, emoji: string): void {
    const providerId = this.#providerIdOf(messageId);
    this.sends({ kind: 'reaction', emoji, target: { providerId } });
  }

  edits(messageId: string, body: string): void {
    const target = { providerId: this.#providerIdOf(messageId) };
    this.sends({ kind: 'edit', target, content: { kind: 'text', body } });
  }

  /** Deletes a message for everybody. */
  revokes(messageId: string): void {
    this.sends({ kind: 'revoke', target: { providerId: this.#providerIdOf(messageId) } });
  }

  types(): void {
    const { backend, channelId } = this.#place;
    const open = [...backend.desk.state.conversations.values()].find(
      (one) => one.channelId === channelId && one.contactId === this.#contactId(),
    )?.openSessionId;
    const session = open === undefined ? undefined : backend.desk.state.sessions.get(open)?.session;
    if (!session) return;
    backend.news(
      { type: 'contact.typing', sessionId: session.id },
      session.agents.map((agent) => agent.id),
    );
  }

  /** Reads everything that has arrived on the phone. */
  reads(): void {
    const { backend, whatsapp, channelId } = this.#place;
    const contactId = this.#contactId();
    for (const conversation of backend.desk.state.conversations.values()) {
      if (conversation.channelId !== channelId || conversation.contactId !== contactId) continue;
      const { messages } = conversation;
      const arrived = messages.slice(0, messages.size).filter(({ delivery }) => delivery?.status === 'delivered');
      for (const message of arrived) whatsapp.tell(message.id, 'read');
    }
  }

  #contactId(): string | undefined {
    const { contactByUserId, contactByPhone } = this.#place.backend.desk.state;
    const { userId = '', phoneNumber = '' } = this.facts;
    return contactByUserId.get(userId) ?? contactByPhone.get(phoneNumber);
  }

  #message(id: string): Message {
    const message = this.#place.backend.desk.state.messages.get(id)?.message;
    if (message) return message;
    throw new WaError('contract-violated', `There is no message ${id}. Name one that was said before.`);
  }

  #providerIdOf(messageId: string): string {
    const { providerId } = this.#message(messageId);
    if (providerId !== undefined) return providerId;
    throw new WaError(
      'contract-violated',
      `The message ${messageId} is not on the phone yet. Let some time go by first.`,
    );
  }

  #upload(file: Blob, about: Partial<MediaRef>): MediaRef {
    const { backend } = this.#place;
    const id = backend.newId('media-');
    backend.shelf.put(id, file);
    return { source: { kind: 'provider', id }, mimeType: file.type, size: file.size, ...about };
  }
}
