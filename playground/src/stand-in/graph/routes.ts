import { createHash, timingSafeEqual } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StandInParts } from '../parts.js';
import { GraphError, parameterError, tokenError, whatsAppError } from './errors.js';
import { attachmentRoutes, mediaRoutes } from './media-routes.js';
import { messageRoutes } from './message-routes.js';
import { objectRoutes } from './object-routes.js';
import { templateRoutes } from './template-routes.js';

const LARGEST_UPLOAD = 100 * 1024 * 1024;

/** The Graph API: everything below `/v<number>.<number>/`, and the media addresses. */
export async function graphRoutes(app: FastifyInstance, parts: StandInParts): Promise<void> {
  parts.calls.watch(app);
  app.setErrorHandler(answerError);
  app.addHook('preParsing', async (request) => checkToken(request, parts.options.accessToken));
  await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 1 } });
  attachmentRoutes(app, parts);
  await app.register(
    async (versioned) => {
      messageRoutes(versioned, parts);
      mediaRoutes(versioned, parts);
      templateRoutes(versioned, parts);
      objectRoutes(versioned, parts);
    },
    { prefix: '/:version(^v\\d+\\.\\d+$)' },
  );
}

function checkToken(request: FastifyRequest, accessToken: string): void {
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  const matches = timingSafeEqual(digest(token), digest(accessToken));
  if (scheme?.toLowerCase() !== 'bearer' || !matches) throw tokenError();
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const graphError = toGraphError(error);
  if (graphError.status >= 500 && !(error instanceof GraphError)) request.log.error(error);
  return reply.code(graphError.status).header('content-type', 'application/json; charset=UTF-8').send(graphError.body);
}

function toGraphError(error: FastifyError): GraphError {
  if (error instanceof GraphError) return error;
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return whatsAppError(131053, 'The file is larger than 100 MB.');
  if (error.statusCode !== undefined && error.statusCode < 500) return parameterError(error.message);
  return whatsAppError(131000, 'Something went wrong in the stand-in: see its standard error.');
}
