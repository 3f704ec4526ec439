import type { JsonObject } from '../json.js';
import type { RenderedTemplate } from '../phone-types.js';
import type { Sql } from './database.js';

/** Where an outbound message stands, in rising order; "failed" ends it. */
export type OutboundState = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** Where a message stands; an inbound one is received, then read by the business. */
export type MessageState = OutboundState | 'received';

/** A failure as it stands in status webhooks. */
export interface StatusError {
  readonly code: number;
  readonly title: string;
  readonly message: string;
  readonly error_data: { readonly details: string };
  readonly href: string;
}

/** A message of either direction as the stand-in keeps it. */
export interface StoredMessage {
  readonly id: string;
  readonly contactId: string;
  readonly direction: 'in' | 'out';
  /** The Cloud API's message type. */
  readonly type: string;
  /** What stands under that type in Cloud API JSON; an array for contacts. */
  readonly content: unknown;
  readonly state: MessageState;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The id of the message that this one answers. */
  readonly replyTo?: string;
  readonly forwarded?: 'once' | 'often';
  /** Outbound: the text to echo in statuses. */
  readonly callbackData?: string;
  /** Outbound: whether the request named a phone number or a user id. */
  readonly addressedBy?: 'phone' | 'user';
  /** Outbound: the digits written to, when they belong to no contact; `contactId` is then empty. */
  readonly unknownRecipient?: string;
  /** Outbound: the price category of the statuses. */
  readonly category?: string;
  readonly rendered?: RenderedTemplate;
  /** Media ids by the link under which the file was fetched. */
  readonly fetched?: Readonly<Record<string, string>>;
  readonly errors?: readonly StatusError[];
  readonly reactions?: { readonly contact?: string; readonly business?: string };
  readonly edited?: boolean;
  readonly revoked?: boolean;
}

interface Row {
  readonly seq: number;
  readonly state: MessageState;
  readonly doc: string;
}

const parse = (row: Row): StoredMessage => ({ ...(JSON.parse(row.doc) as StoredMessage), state: row.state });

/** Inbound types that do not renew the customer-service window. */
const NOT_RENEWING = "('reaction', 'unsupported', 'edit', 'revoke')";

/** What has no bubble of its own, and what has not reached the phone. */
const ON_PHONE = `type not in ${NOT_RENEWING} and state not in ('accepted', 'sent', 'failed')`;

/** The threads of all phones. */
export class MessageStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  insert(message: StoredMessage): void {
    this.#sql.run(
      'insert into messages (id, contact_id, direction, type, state, at, doc) values (?, ?, ?, ?, ?, ?, ?)',
      message.id,
      message.contactId,
      message.direction,
      message.type,
      message.state,
      message.at,
      JSON.stringify(message),
    );
  }

  /** Changes a message and gives its new form. */
  update(id: string, change: Partial<StoredMessage>): StoredMessage {
    const current = this.get(id);
    if (!current) throw new Error(`No message ${id} to change.`);
    const next = { ...current, ...change };
    this.#sql.run('update messages set state = ?, doc = ? where id = ?', next.state, JSON.stringify(next), id);
    return next;
  }

  get(id: string): StoredMessage | undefined {
    const row = this.#sql.get<Row>('select seq, state, doc from messages where id = ?', id);
    return row && parse(row);
  }

  /** The latest messages on a phone, the oldest first; `before` is the id of the one after them. */
  thread(contactId: string, page: { readonly limit: number; readonly before?: string }): StoredMessage[] {
    const end = page.before && this.#seqOf(page.before);
    return this.#sql
      .all<Row>(
        `select seq, state, doc from messages
         where contact_id = ? and seq < ? and ${ON_PHONE} order by seq desc limit ?`,
        contactId,
        end || Number.MAX_SAFE_INTEGER,
        page.limit,
      )
      .reverse()
      .map(parse);
  }

  /** When the person last wrote something that opens the customer-service window, in epoch milliseconds. */
  lastInboundAt(contactId: string): number | undefined {
    const row = this.#sql.get<{ readonly at: number | null }>(
      `select max(at) as at from messages
       where contact_id = ? and direction = 'in' and type not in ${NOT_RENEWING}`,
      contactId,
    );
    return row?.at ?? undefined;
  }

  /** Outbound messages in a state, the oldest first. */
  outboundIn(state: OutboundState, contactId?: string): StoredMessage[] {
    return this.#sql
      .all<Row>("select seq, state, doc from messages where direction = 'out' and state = ? order by seq", state)
      .map(parse)
      .filter((message) => contactId === undefined || message.contactId === contactId);
  }

  /** Marks an inbound message and all earlier ones as read by the business, and gives those that changed. */
  markInboundRead(message: StoredMessage): StoredMessage[] {
    const unread = this.#sql.all<Row>(
      `select seq, state, doc from messages
       where contact_id = ? and direction = 'in' and state = 'received' and seq <= ?`,
      message.contactId,
      this.#seqOf(message.id) ?? 0,
    );
    return unread.map((row) => this.update(parse(row).id, { state: 'read' }));
  }

  #seqOf(id: string): number | undefined {
    return this.#sql.get<{ readonly seq: number }>('select seq from messages where id = ?', id)?.seq;
  }
}

/** The content of a message as an object; empty for contacts, whose content is a list. */
export function contentOf(message: StoredMessage): JsonObject {
  return Array.isArray(message.content) ? {} : (message.content as JsonObject);
}
