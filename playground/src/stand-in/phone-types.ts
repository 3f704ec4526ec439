/**
 * What crosses between the stand-in's phone API and a page that shows the phones. Types only: a browser page can
 * import this file. The endpoints are described in `phone/routes.ts`. All times are epoch milliseconds of the
 * stand-in's clock; content of messages is Cloud API JSON as WhatsApp's documentation describes it.
 */

/** A person with a phone. */
export interface PhoneContact {
  readonly id: string;
  readonly name: string;
  /** Digits without "+"; missing for a person who shares only a username. */
  readonly phone?: string;
  readonly userId: string;
  /** Without the leading "@". */
  readonly username?: string;
  readonly online: boolean;
  readonly blocked: boolean;
  /** Whether the person wants marketing messages of this business. */
  readonly marketing: 'resume' | 'stop';
  /** When the customer-service window closes; missing when the person has never written. */
  readonly windowClosesAt?: number;
}

/** The business that the phones write to. */
export interface PhoneBusiness {
  readonly name: string;
  /** Digits without "+". */
  readonly displayPhoneNumber: string;
}

/** The header of a template message as the phone shows it. */
export type RenderedHeader =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'image' | 'video' | 'document';
      readonly id?: string;
      readonly link?: string;
      readonly filename?: string;
    }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | { readonly kind: 'product'; readonly productRetailerId: string };

/** A button of a template message. */
export interface RenderedButton {
  /** Its place among all buttons, from zero. */
  readonly index: number;
  /** The definition's type in upper case: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, CATALOG … */
  readonly type: string;
  readonly text: string;
  /** What a tap on a quick reply sends back. */
  readonly payload?: string;
  readonly url?: string;
  readonly phoneNumber?: string;
  /** The code that a tap copies. */
  readonly code?: string;
  readonly flowToken?: string;
}

/** One card of a carousel template. */
export interface RenderedCard {
  readonly index: number;
  readonly header?: RenderedHeader;
  readonly body?: string;
  readonly buttons: readonly RenderedButton[];
}

/** A template message with its parameters filled in. */
export interface RenderedTemplate {
  readonly name: string;
  readonly language: string;
  readonly header?: RenderedHeader;
  readonly body: string;
  readonly footer?: string;
  readonly offer?: { readonly text: string; readonly expiresAt?: number };
  readonly buttons: readonly RenderedButton[];
  readonly cards?: readonly RenderedCard[];
}

/** A message in a thread. Reactions are no messages of their own: see `reactions` of the message they belong to. */
export interface PhoneMessage {
  readonly id: string;
  readonly contactId: string;
  /** Who wrote it. */
  readonly from: 'contact' | 'business';
  /** The Cloud API's message type: text, image, interactive, template … */
  readonly type: string;
  /** The object (for contacts: the list) under that type in Cloud API JSON. */
  readonly content: unknown;
  readonly at: number;
  /** From the contact: received, read. From the business: delivered, read, played. */
  readonly state: 'received' | 'read' | 'delivered' | 'played';
  readonly replyTo?: string;
  readonly forwarded?: 'once' | 'often';
  /** Only for `type: "template"`. */
  readonly rendered?: RenderedTemplate;
  /** Addresses of the files, relative to the stand-in, by the media id or the link that the content names. */
  readonly files: Readonly<Record<string, string>>;
  readonly reactions?: { readonly contact?: string; readonly business?: string };
  readonly edited?: boolean;
  readonly revoked?: boolean;
}

/** What a person can write: the body of `POST /phone/contacts/:id/messages`. */
export type PhoneDraft = (
  | { readonly kind: 'text'; readonly body: string }
  | { readonly kind: 'image' | 'video'; readonly mediaId: string; readonly caption?: string }
  /** `voice` is true for a recorded note and false for an audio file. */
  | { readonly kind: 'audio'; readonly mediaId: string; readonly voice: boolean }
  | { readonly kind: 'document'; readonly mediaId: string; readonly filename: string; readonly caption?: string }
  | { readonly kind: 'sticker'; readonly mediaId: string }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  /** Cloud API contact objects. */
  | { readonly kind: 'contacts'; readonly contacts: readonly object[] }
  | {
      readonly kind: 'order';
      readonly catalogId: string;
      readonly text?: string;
      readonly items: readonly PhoneOrderItem[];
    }
) & { readonly replyTo?: string; readonly forwarded?: 'once' | 'often' };

/** A line of an order. */
interface PhoneOrderItem {
  readonly productRetailerId: string;
  readonly quantity: number;
  readonly itemPrice: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A tap on something that the business sent: the body of `POST /phone/messages/:id/taps`. */
export type PhoneTap =
  /** A reply button of an interactive message, or a quick reply of a carousel card, by its id. */
  | { readonly kind: 'button'; readonly buttonId: string }
  | { readonly kind: 'row'; readonly rowId: string }
  /** A quick reply of a template; `card` when it stands on a carousel card. */
  | { readonly kind: 'template-button'; readonly index: number; readonly card?: number }
  /** The answers given in a flow. */
  | { readonly kind: 'flow'; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: 'address'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'call-permission'; readonly response: 'accept' | 'reject' }
  /** The "share contact info" button. */
  | { readonly kind: 'contact-info' };

/** The body of `PATCH /phone/contacts/:id`. */
export type PhoneContactChange = Partial<Pick<PhoneContact, 'online' | 'blocked' | 'marketing'>>;

/** The body of `POST /phone/contacts`; one of phone and username is needed. */
export interface NewPhoneContact {
  readonly name: string;
  readonly phone?: string;
  readonly username?: string;
}

/** One crossing: a call that the stand-in received or a webhook that it sent. */
export interface LogEntry {
  readonly id: number;
  readonly at: number;
  /** "graph" came in, "webhook" and "verification" went out. */
  readonly kind: 'graph' | 'webhook' | 'verification';
  readonly method: string;
  /** Path of a call, address of a webhook; secrets replaced. */
  readonly target: string;
  /** The HTTP status; missing when there was no answer. */
  readonly status?: number;
  readonly durationMs: number;
  /** JSON, or a short description of a body that is not JSON. */
  readonly request?: unknown;
  readonly response?: unknown;
  /** Why there was no answer. */
  readonly failure?: string;
}

/** State of the clock: the answer of `GET /clock` and `POST /clock`. */
export interface ClockState {
  readonly now: number;
  readonly offsetMs: number;
}

/** What the stand-in sends on the WebSocket `/phone/feed`; the first one is always "hello". */
export type FeedMessage =
  | {
      readonly type: 'hello';
      readonly business: PhoneBusiness;
      readonly contacts: readonly PhoneContact[];
      readonly clock: ClockState;
      readonly log: readonly LogEntry[];
    }
  | { readonly type: 'message.added' | 'message.changed'; readonly message: PhoneMessage }
  | { readonly type: 'contact.changed'; readonly contact: PhoneContact }
  /** The business types until `until`, or until its next message. */
  | { readonly type: 'typing'; readonly contactId: string; readonly until: number }
  | { readonly type: 'clock.changed'; readonly clock: ClockState }
  | { readonly type: 'log.added'; readonly entry: LogEntry };

/** What a page sends on the feed: which thread is on screen; messages there are read as they come. */
export interface FeedRequest {
  readonly type: 'watch';
  /** Missing when no thread is on screen. */
  readonly contactId?: string;
}
