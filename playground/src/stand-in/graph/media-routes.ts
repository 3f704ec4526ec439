import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StandInParts } from '../parts.js';
import { parameterError, requireObject, unknownObjectError, whatsAppError } from './errors.js';
import { bareMimeType, MEDIA_KINDS, mediaBreach, type MediaKind, uploadableTypes } from './media-kinds.js';
import { requireProduct } from './message-request.js';

interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: { readonly data: Buffer; readonly mimeType: string; readonly fileName: string };
}

/** `POST /{phone-number-id}/media` and `DELETE /{media-id}`. */
export function mediaRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.post<{ Params: { id: string } }>('/:id/media', async (request) => {
    requireObject(request.method, request.params.id, parts.business.phoneNumberId);
    const { fields, file } = await readUpload(request);
    parts.calls.describe(request, {
      ...fields,
      file: file && `${file.fileName}: ${file.data.length} bytes of ${file.mimeType}`,
    });
    requireProduct(fields);
    if (!file) throw parameterError('The parameter file is required.');
    const media = checkUpload({ ...file, mimeType: fields['type']?.includes('/') ? fields['type'] : file.mimeType });
    return { id: parts.media.insert({ origin: 'business', ...media }).id };
  });

  app.delete<{ Params: { id: string } }>('/:id', async (request) => {
    const { id } = request.params;
    if (!parts.media.expire(id)) throw unknownObjectError('delete', id);
    return { success: true };
  });
}

/** The media object that `GET /{media-id}` answers with, if the id is one of a file. */
export function mediaObject(id: string, { media, mediaUrls }: StandInParts): object | undefined {
  const record = media.get(id);
  return (
    record && {
      messaging_product: 'whatsapp',
      url: mediaUrls.issue(id, 'getMedia'),
      mime_type: record.mimeType,
      sha256: record.sha256,
      file_size: record.size,
      id,
    }
  );
}

/** The addresses that media objects hold. They need the access token and live five minutes. */
export function attachmentRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.get<{ Querystring: Record<string, string> }>('/whatsapp_business/attachments/', async (request, reply) => {
    const id = parts.mediaUrls.resolve(request.query);
    const record = id === undefined ? undefined : parts.media.get(id);
    const file = record && parts.media.read(record.id);
    if (!file) return reply.code(404).type('text/plain').send('Not Found');
    return reply.type(file.mimeType).send(file.data);
  });
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw parameterError('The parameter file is required.');
  const fields: Record<string, string> = {};
  let file: Upload['file'];
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else file = await toFile(part);
  }
  return { fields, ...(file && { file }) };
}

async function toFile(part: MultipartFile): Promise<NonNullable<Upload['file']>> {
  return { data: await part.toBuffer(), mimeType: part.mimetype, fileName: part.filename };
}

function checkUpload<T extends { readonly data: Buffer; readonly mimeType: string }>(file: T): T {
  const type = bareMimeType(file.mimeType);
  const kind = (Object.keys(MEDIA_KINDS) as MediaKind[]).find((candidate) =>
    MEDIA_KINDS[candidate].types.includes(type),
  );
  if (!kind) {
    throw parameterError(
      `Param file must be a file with one of the following types: ${uploadableTypes().join(', ')}. Received file of type '${type}'.`,
    );
  }
  const breach = file.data.length === 0 ? 'The file is empty.' : mediaBreach(kind, file);
  if (breach) throw whatsAppError(131053, breach);
  return file;
}
