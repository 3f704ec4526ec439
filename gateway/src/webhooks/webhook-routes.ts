import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChannelSecrets } from '../config/secrets.js';
import { ProblemError } from '../http-problem.js';
import { isSameSecret, isSignedBy } from './signature.js';
import type { StoredWebhook, WebhookInbox } from './webhook-inbox.js';

/** WhatsApp sends at most this much at once (bytes). */
const MAX_WEBHOOK_BYTES = 3 * 1024 * 1024;

export interface WebhookContext {
  readonly inbox: WebhookInbox;
  /** By channel id. */
  readonly secrets: Readonly<Record<string, ChannelSecrets>>;
  readonly now: () => number;
  process(webhook: StoredWebhook): void;
}

/** `GET /webhook` answers WhatsApp's question whether it may send here, `POST /webhook` takes what it sends. */
export function webhookRoutes(context: WebhookContext) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    // The signature is over the bytes as they came, so nothing may read them before.
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_WEBHOOK_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    app.get('/webhook', async (request, reply) => verify(context, request, reply));
    app.post('/webhook', async (request, reply) => receive(context, request, reply));
  };
}

async function verify(
  { secrets }: WebhookContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = request.query as Readonly<Record<string, unknown>>;
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  const isOurs =
    typeof token === 'string' && Object.values(secrets).some(({ verifyToken }) => isSameSecret(verifyToken, token));
  if (mode !== 'subscribe' || !isOurs)
    throw new ProblemError(403, 'not-allowed', 'The verify token is not the configured one.');
  if (typeof challenge !== 'string' || !/^[\w-]{1,128}$/.test(challenge)) {
    throw new ProblemError(400, 'invalid', 'hub.challenge must be 1 to 128 letters, digits, - or _.');
  }
  return reply.type('text/plain; charset=utf-8').send(challenge);
}

async function receive(context: WebhookContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const channelIds = signers(context.secrets, body, request.headers['x-hub-signature-256']);
  if (channelIds.length === 0) {
    request.log.warn(
      'A webhook without a valid signature was refused. Check WA_DESK_APP_SECRET if it came from WhatsApp.',
    );
    throw new ProblemError(401, 'unauthorized', 'X-Hub-Signature-256 does not sign this body.');
  }
  const stored = await context.inbox.add({ receivedAt: context.now(), channelIds, body });
  context.process(stored);
  return reply.code(200).send();
}

/** The channels whose app made this signature. */
function signers(secrets: WebhookContext['secrets'], body: Buffer, header: string | string[] | undefined): string[] {
  if (typeof header !== 'string') return [];
  const signing = new Set(
    [...new Set(Object.values(secrets).map(({ appSecret }) => appSecret))].filter((secret) =>
      isSignedBy(secret, body, header),
    ),
  );
  return Object.entries(secrets)
    .filter(([, { appSecret }]) => signing.has(appSecret))
    .map(([id]) => id);
}
