import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { displayFileName, type MediaKind, type MediaRef, type SendLimits } from 'wa-desk/domain';
import {
  leaseRequestSchema,
  MEDIA_PATH,
  parseWith,
  uploadQuerySchema,
  type LeaseAnswer,
  type UploadAbout,
  type UploadAnswer,
} from 'wa-desk/protocol';
import type { AgentAuth } from '../agents/agent-auth.js';
import { ProblemError } from '../http-problem.js';
import { readRange, type ByteRange } from './byte-range.js';
import { storedRef } from './media-fetcher.js';
import type { MediaLinks } from './media-links.js';
import { MediaTooLarge, type MediaStore, type StoredMedia } from './media-store.js';

export interface MediaContext {
  readonly auth: AgentAuth;
  readonly store: MediaStore;
  readonly links: MediaLinks;
  readonly limits: SendLimits['media'];
  readonly now: () => number;
  isOnDesk(agentId: string, sessionId: string): boolean;
  maySendFiles(agentId: string): boolean;
  canSeeMedia(agentId: string, mediaId: string): boolean;
}

interface MediaAddress {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly expires?: string; readonly signature?: string; readonly save?: string };
}

/** Uploads, leases, and the media themselves behind the leases' addresses. */
export function mediaRoutes(context: MediaContext) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(async (uploads) => {
      uploads.removeAllContentTypeParsers();
      uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      uploads.post(MEDIA_PATH, async (request, reply) => reply.code(201).send(await upload(context, request)));
    });
    app.post<MediaAddress>(`${MEDIA_PATH}/:id/leases`, async (request, reply) =>
      reply.code(201).send(await lease(context, request)),
    );
    app.get<MediaAddress>(`${MEDIA_PATH}/:id`, async (request, reply) => serve(context, request, reply));
  };
}

async function upload(context: MediaContext, request: FastifyRequest): Promise<UploadAnswer> {
  const { agentId } = await context.auth.identify(request);
  const query = parseWith(uploadQuerySchema, request.query, 'query');
  if (!query.ok) throw new ProblemError(400, 'invalid', query.problem);
  const about = query.value;
  if (!context.isOnDesk(agentId, about.sessionId))
    throw new ProblemError(403, 'not-yours', 'The session is not on this desk.');
  if (!context.maySendFiles(agentId))
    throw new ProblemError(403, 'not-allowed', 'This agent may not send files (canSendFiles).');
  const media = await store(context, about, allowedType(context.limits, about.kind, request), request.body);
  return { media };
}

function allowedType(limits: MediaContext['limits'], kind: MediaKind, request: FastifyRequest): string {
  const mimeType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const { mimeTypes, bytes } = limits[kind];
  if (!mimeTypes.includes(mimeType)) {
    throw new ProblemError(
      415,
      'limit-exceeded',
      `WhatsApp takes no "${mimeType}" as ${kind}. Valid: ${mimeTypes.join(', ')}.`,
    );
  }
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw tooLarge(kind, bytes);
  return mimeType;
}

async function store(context: MediaContext, about: UploadAbout, mimeType: string, body: unknown): Promise<MediaRef> {
  const { bytes } = context.limits[about.kind];
  try {
    const stored = await context.store.put(body as Readable, { mimeType, fileName: about.name }, bytes);
    if (about.kind !== 'image' || stored.inlineType === mimeType) return storedRef(stored);
    await context.store.remove(stored.id);
    throw new ProblemError(415, 'limit-exceeded', `The file is no ${mimeType}, whatever its name says.`);
  } catch (failure) {
    throw failure instanceof MediaTooLarge ? tooLarge(about.kind, bytes) : failure;
  }
}

function tooLarge(kind: MediaKind, bytes: number): ProblemError {
  return new ProblemError(413, 'limit-exceeded', `WhatsApp takes at most ${bytes} bytes as ${kind}.`);
}

async function lease(context: MediaContext, request: FastifyRequest<MediaAddress>): Promise<LeaseAnswer> {
  const { agentId } = await context.auth.identify(request);
  const asked = parseWith(leaseRequestSchema, request.body, 'body');
  if (!asked.ok) throw new ProblemError(400, 'invalid', asked.problem);
  const { id } = request.params;
  if (!context.canSeeMedia(agentId, id) || !(await context.store.about(id))) throw notThere();
  const link = context.links.sign(id, context.now());
  return asked.value.want === 'save' ? { ...link, url: `${link.url}&save` } : link;
}

async function serve(
  context: MediaContext,
  request: FastifyRequest<MediaAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params;
  const { expires = '', signature = '', save } = request.query;
  if (!context.links.isValid(id, expires, signature, context.now())) {
    throw new ProblemError(403, 'not-allowed', 'The address has expired, or was never given. Ask for a new lease.');
  }
  const media = await context.store.about(id);
  if (!media) throw notThere();
  const range = readRange(request.headers.range, media.size);
  void reply.headers(headersOf(media, Number(expires) - context.now(), save !== undefined));
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${media.size}`).send();
  return sendBytes(reply, await context.store.open(id), range);
}

function sendBytes(reply: FastifyReply, content: Blob, range: ByteRange | undefined): FastifyReply {
  const part = range ? content.slice(range.start, range.end + 1) : content;
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${content.size}`);
  void reply.header('content-length', part.size);
  return reply.send(Readable.fromWeb(part.stream() as Parameters<typeof Readable.fromWeb>[0]));
}

/** Only what is known by its bytes to be a picture, sound or film is shown in place; nothing can become a page of ours. */
function headersOf(media: StoredMedia, remainingMs: number, isToSave: boolean): Record<string, string> {
  const name = displayFileName(media.fileName, media.inlineType ?? media.mimeType);
  return {
    'content-type': media.inlineType ?? 'application/octet-stream',
    'content-disposition': `${media.inlineType && !isToSave ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': `private, max-age=${Math.floor(remainingMs / 1000)}, immutable`,
    'accept-ranges': 'bytes',
  };
}

/** As RFC 8187 writes names: what is left alone by `encodeURIComponent` but not allowed there is written out too. */
function encodeName(name: string): string {
  // Half a surrogate pair cannot be encoded; the way through bytes replaces it.
  const wellFormed = Buffer.from(name, 'utf8').toString('utf8');
  return encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function notThere(): ProblemError {
  return new ProblemError(404, 'not-found', 'There is no such medium on this desk.');
}
