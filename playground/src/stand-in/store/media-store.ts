import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { newObjectId } from '../ids.js';
import type { Sql } from './database.js';

/** What is known of a stored file. */
export interface MediaRecord {
  readonly id: string;
  /** "business" was uploaded through the API or fetched from a link, "contact" came from a phone. */
  readonly origin: 'business' | 'contact';
  readonly mimeType: string;
  readonly fileName?: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A file to store. */
export interface NewMedia {
  readonly origin: MediaRecord['origin'];
  readonly mimeType: string;
  readonly fileName?: string;
  readonly data: Buffer;
}

interface Row {
  readonly id: string;
  readonly origin: MediaRecord['origin'];
  readonly mime_type: string;
  readonly file_name: string | null;
  readonly sha256: string;
  readonly size: number;
}

const DAY_MS = 86_400_000;

/** How long a media id lives: 30 days when uploaded, 7 days when it came in a webhook. */
const LIFETIME_MS = { business: 30 * DAY_MS, contact: 7 * DAY_MS } as const;

/** The files of both sides. */
export class MediaStore {
  readonly #sql: Sql;
  readonly #clock: Clock;

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql;
    this.#clock = clock;
  }

  insert(media: NewMedia): MediaRecord {
    const id = newObjectId();
    const sha256 = createHash('sha256').update(media.data).digest('hex');
    this.#sql.run(
      `insert into media (id, origin, mime_type, file_name, sha256, size, expires, data)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      media.origin,
      media.mimeType,
      media.fileName ?? null,
      sha256,
      media.data.length,
      this.#clock.now() + LIFETIME_MS[media.origin],
      media.data,
    );
    const { origin, mimeType, fileName } = media;
    return { id, origin, mimeType, ...(fileName && { fileName }), sha256, size: media.data.length };
  }

  /** A file that has not expired. */
  get(id: string): MediaRecord | undefined {
    const row = this.#sql.get<Row>(
      'select id, origin, mime_type, file_name, sha256, size from media where id = ? and expires > ?',
      id,
      this.#clock.now(),
    );
    if (!row) return undefined;
    const { origin, sha256, size } = row;
    return {
      id: row.id,
      origin,
      mimeType: row.mime_type,
      ...(row.file_name && { fileName: row.file_name }),
      sha256,
      size,
    };
  }

  /** The bytes of a file, also after its id has expired for the API: phones keep what they have. */
  read(id: string): { readonly mimeType: string; readonly data: Buffer } | undefined {
    const row = this.#sql.get<{ readonly mime_type: string; readonly data: ArrayBuffer }>(
      'select mime_type, data from media where id = ?',
      id,
    );
    return row && { mimeType: row.mime_type, data: Buffer.from(row.data) };
  }

  /** Ends the life of an id; false when there is none. */
  expire(id: string): boolean {
    if (!this.get(id)) return false;
    this.#sql.run('update media set expires = ? where id = ?', this.#clock.now(), id);
    return true;
  }
}
