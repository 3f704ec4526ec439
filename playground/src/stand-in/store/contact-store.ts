import type { Sql } from './database.js';

/** A person with a phone. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  /** Digits without "+"; missing when the person uses a username and shares no number. */
  readonly phone?: string;
  /** The business-scoped user id. */
  readonly userId: string;
  /** Without the leading "@". */
  readonly username?: string;
  /** Whether the phone is switched on and connected. */
  readonly online: boolean;
  /** Whether the person has blocked the business. */
  readonly blocked: boolean;
  /** Whether the person wants marketing messages. */
  readonly marketing: 'resume' | 'stop';
}

interface Row {
  readonly doc: string;
}

const parse = (row: Row): Contact => JSON.parse(row.doc) as Contact;

/** The people who can write to the business. */
export class ContactStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  all(): Contact[] {
    return this.#sql.all<Row>('select doc from contacts order by position').map(parse);
  }

  get(id: string): Contact | undefined {
    const row = this.#sql.get<Row>('select doc from contacts where id = ?', id);
    return row && parse(row);
  }

  byPhone(digits: string): Contact | undefined {
    return this.all().find((contact) => contact.phone === digits);
  }

  byUserId(userId: string): Contact | undefined {
    return this.all().find((contact) => contact.userId === userId);
  }

  save(contact: Contact): void {
    this.#sql.run(
      `insert into contacts (id, position, doc) values (?, (select count(*) from contacts), ?)
       on conflict (id) do update set doc = excluded.doc`,
      contact.id,
      JSON.stringify(contact),
    );
  }
}
