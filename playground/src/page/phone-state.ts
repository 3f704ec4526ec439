import type {
  ClockState,
  FeedMessage,
  FeedRequest,
  PhoneBusiness,
  PhoneContact,
  PhoneMessage,
} from '../stand-in/phone-types.js';
import { Observable } from './observable.js';
import type { PhoneService } from './phone-service.js';

type Feed<T extends FeedMessage['type']> = FeedMessage & { readonly type: T };
type Handlers = { readonly [T in FeedMessage['type']]?: (message: Feed<T>) => void };

const AGAIN_AFTER_MS = 500;

/** What the phones show, kept up by the stand-in's feed. */
export class PhoneState extends Observable {
  business: PhoneBusiness | undefined;
  contacts: readonly PhoneContact[] = [];
  /** Whose phone is on screen. */
  contactId: string | undefined;
  /** The thread on screen, in order. */
  messages: readonly PhoneMessage[] = [];
  /** People whose phones have got something that has not been on screen. */
  readonly unseen = new Set<string>();
  clock: ClockState | undefined;
  /** Until when the business types, by contact. */
  readonly typingUntil = new Map<string, number>();
  isConnected = false;
  readonly #service: PhoneService;
  readonly #hear: (message: FeedMessage) => void;
  #socket: WebSocket | undefined;
  #isWatching = true;

  /** `hear` is told everything that the feed says. */
  constructor(service: PhoneService, hear: (message: FeedMessage) => void) {
    super();
    this.#service = service;
    this.#hear = hear;
  }

  /** Begins to follow the feed, and goes on after every interruption. */
  start(): void {
    const socket = new WebSocket(this.#service.urlOf('/phone/feed').replace(/^http/, 'ws'));
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as FeedMessage);
    });
    socket.addEventListener('close', () => {
      this.isConnected = false;
      this.changed();
      setTimeout(() => {
        this.start();
      }, AGAIN_AFTER_MS);
    });
  }

  get contact(): PhoneContact | undefined {
    return this.contacts.find(({ id }) => id === this.contactId);
  }

  /** Epoch milliseconds on the moved clock. */
  now(): number {
    return Date.now() + (this.clock?.offsetMs ?? 0);
  }

  /** Takes up somebody's phone. */
  show(contactId: string): void {
    this.contactId = contactId;
    this.unseen.delete(contactId);
    this.messages = [];
    this.changed();
    this.#watch();
    void this.#load(contactId);
  }

  /** Whether the phone is before somebody's eyes: only then messages are read as they come. */
  watch(isWatching: boolean): void {
    if (isWatching === this.#isWatching) return;
    this.#isWatching = isWatching;
    this.#watch();
  }

  async #load(contactId: string): Promise<void> {
    const messages = await this.#service.messages(contactId);
    if (contactId !== this.contactId) return;
    this.messages = messages;
    this.changed();
  }

  #watch(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const request: FeedRequest = {
      type: 'watch',
      ...(this.#isWatching && this.contactId !== undefined && { contactId: this.contactId }),
    };
    this.#socket.send(JSON.stringify(request));
  }

  #receive(message: FeedMessage): void {
    const handle = this.#handlers[message.type] as ((message: FeedMessage) => void) | undefined;
    handle?.(message);
    this.#hear(message);
    this.changed();
  }

  readonly #handlers: Handlers = {
    hello: ({ business, contacts, clock }) => {
      Object.assign(this, { business, contacts, clock, isConnected: true });
      const contactId = this.contactId ?? contacts[0]?.id;
      if (contactId !== undefined) this.show(contactId);
    },
    'message.added': ({ message }) => {
      this.typingUntil.delete(message.contactId);
      if (message.contactId !== this.contactId) this.unseen.add(message.contactId);
      else if (!this.#replace(message)) this.messages = [...this.messages, message];
    },
    'message.changed': ({ message }) => {
      if (message.contactId === this.contactId) this.#replace(message);
    },
    'contact.changed': ({ contact }) => {
      const isNew = this.contacts.every(({ id }) => id !== contact.id);
      this.contacts = isNew
        ? [...this.contacts, contact]
        : this.contacts.map((known) => (known.id === contact.id ? contact : known));
    },
    typing: ({ contactId, until }) => {
      this.typingUntil.set(contactId, until);
      setTimeout(
        () => {
          this.changed();
        },
        Math.max(0, until - this.now()),
      );
    },
    'clock.changed': ({ clock }) => {
      this.clock = clock;
    },
  };

  #replace(message: PhoneMessage): boolean {
    const isThere = this.messages.some(({ id }) => id === message.id);
    if (isThere) this.messages = this.messages.map((known) => (known.id === message.id ? message : known));
    return isThere;
  }
}
