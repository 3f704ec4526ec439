import * as v from 'valibot';
import type { MediaKind, MediaRef } from '../domain/attachment.js';
import type { RefusalCode } from './commands.js';
import { refusalSchema } from './schemas/commands.js';
import { idSchema, timeSchema } from './schemas/json.js';
import { mediaRefSchema } from './schemas/media.js';
import type { MediaWant, UploadAbout } from './transport.js';

/** `POST` with `Authorization: Bearer <the host's token>`: 201 and a `Ticket`. */
export const TICKETS_PATH = '/tickets';

/** `POST` with the bearer token, the file as the body and its MIME type as `Content-Type`: 201 and an `UploadAnswer`. */
export const MEDIA_PATH = '/media';

/** A one-time pass for one WebSocket; goes into the first frame, never into a URL. */
export interface Ticket {
  readonly ticket: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface UploadAnswer {
  readonly media: MediaRef;
}

/** What a media lease is asked with. */
export interface LeaseRequest {
  readonly want: MediaWant;
}

/** A signed, short-lived address that `<img>`, `<audio>` and `<video>` can load without a token, ranges included. */
export interface LeaseAnswer {
  /** Absolute, or relative to the base address. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The body of every answer that is not 2xx. */
export interface HttpProblem {
  readonly error: {
    readonly code: RefusalCode | 'unauthorized';
    /** For developers: what, where and what to do. */
    readonly message: string;
    readonly retryable: boolean;
    readonly retryAfterMs?: number;
  };
}

export const ticketSchema: v.GenericSchema<unknown, Ticket> = v.object({
  ticket: v.pipe(v.string(), v.minLength(16), v.maxLength(512)),
  expiresAt: timeSchema,
});

export const uploadAnswerSchema: v.GenericSchema<unknown, UploadAnswer> = v.object({ media: mediaRefSchema });

export const leaseRequestSchema: v.GenericSchema<unknown, LeaseRequest> = v.object({
  want: v.picklist(['thumbnail', 'full', 'save'] satisfies MediaWant[]),
});

export const leaseAnswerSchema: v.GenericSchema<unknown, LeaseAnswer> = v.object({
  url: v.pipe(v.string(), v.minLength(1)),
  expiresAt: timeSchema,
});

export const uploadQuerySchema: v.GenericSchema<unknown, UploadAbout> = v.object({
  sessionId: idSchema,
  name: v.pipe(v.string(), v.maxLength(1024)),
  kind: v.picklist(['image', 'video', 'audio', 'document', 'sticker'] satisfies MediaKind[]),
});

export const httpProblemSchema: v.GenericSchema<unknown, HttpProblem> = v.object({
  error: v.object({
    code: v.union([v.literal('unauthorized'), refusalSchema.entries.code]),
    message: v.string(),
    retryable: v.boolean(),
    retryAfterMs: refusalSchema.entries.retryAfterMs,
  }),
});

/** `/media?sessionId=…&name=…&kind=…`, below the base address. */
export function uploadPath(about: UploadAbout): string {
  return `${MEDIA_PATH}?${new URLSearchParams({ sessionId: about.sessionId, name: about.name, kind: about.kind }).toString()}`;
}

/** `POST` with the bearer token and a `LeaseRequest`: 201 and a `LeaseAnswer`; 404 when the medium is not there or not the agent's. */
export function leasePath(mediaId: string): string {
  return `${MEDIA_PATH}/${encodeURIComponent(mediaId)}/leases`;
}
