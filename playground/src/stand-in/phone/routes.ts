/**
 * The phone API: what a page needs to show the phones. JSON throughout; the types are in `../phone-types.ts`.
 * Errors are `{ error: string }` with 400, 404, 409 or 413. Pages on loopback addresses (and those named by the option
 * `pageOrigins`) may call it.
 *
 * | call                                       | body                        | answer                                  |
 * | ------------------------------------------ | --------------------------- | --------------------------------------- |
 * | `GET   /phone/business`                    |                             | `PhoneBusiness`                         |
 * | `GET   /phone/contacts`                    |                             | `{ contacts: PhoneContact[] }`          |
 * | `POST  /phone/contacts`                    | `NewPhoneContact`           | `PhoneContact`                          |
 * | `PATCH /phone/contacts/:id`                | `PhoneContactChange`        | `PhoneContact`                          |
 * | `GET   /phone/contacts/:id/messages`       | `?limit=50&before=<id>`     | `{ messages: PhoneMessage[] }`, in order |
 * | `POST  /phone/contacts/:id/messages`       | `PhoneDraft`                | `PhoneMessage`                          |
 * | `POST  /phone/contacts/:id/read`           |                             | 204; reads all that has arrived         |
 * | `POST  /phone/messages/:id/taps`           | `PhoneTap`                  | `PhoneMessage`: the answer it sent      |
 * | `PUT   /phone/messages/:id/reaction`       | `{ emoji }`; none: removes  | `PhoneMessage`: the one reacted to      |
 * | `PUT   /phone/messages/:id/text`           | `{ text }`                  | `PhoneMessage`, edited (15 minutes)     |
 * | `DELETE /phone/messages/:id`               |                             | `PhoneMessage`, revoked (2 days)        |
 * | `POST  /phone/messages/:id/play`           |                             | 204; a voice message becomes "played"   |
 * | `POST  /phone/media?filename=…`            | the bytes, with their type  | `{ id }`, for `mediaId` of a draft      |
 * | `GET   /phone/media/:id`                   |                             | the bytes; ranges are not served        |
 * | `WebSocket /phone/feed`                    | `FeedRequest`               | `FeedMessage`s, first "hello"           |
 *
 * A message shows on the phone when it is delivered, so failed ones never do. A thread that a page watches (`FeedRequest`)
 * is read as messages come.
 */
import type { FastifyInstance } from 'fastify';
import { isObject, textAt, type JsonObject } from '../json.js';
import type { StandInParts } from '../parts.js';
import type { NewPhoneContact, PhoneBusiness, PhoneContactChange, PhoneDraft, PhoneTap } from '../phone-types.js';
import { PhoneError } from './phone-error.js';
import { toPhoneContact, toPhoneMessage } from './view.js';

type ById = { Params: { id: string } };

const LARGEST_FILE = 100 * 1024 * 1024;
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 500;

/** The phone API without its feed. */
export async function phoneRoutes(app: FastifyInstance, parts: StandInParts): Promise<void> {
  contactRoutes(app, parts);
  threadRoutes(app, parts);
  messageRoutes(app, parts);
  await app.register(async (files) => fileRoutes(files, parts));
}

function contactRoutes(app: FastifyInstance, { business, contacts, messages, phone }: StandInParts): void {
  app.get('/phone/business', async (): Promise<PhoneBusiness> => ({
    name: business.name,
    displayPhoneNumber: business.displayPhoneNumber,
  }));

  app.get('/phone/contacts', async () => ({
    contacts: contacts.all().map((contact) => toPhoneContact(contact, messages)),
  }));

  app.post('/phone/contacts', async (request) =>
    toPhoneContact(phone.addContact(bodyOf<NewPhoneContact>(request.body)), messages),
  );

  app.patch<ById>('/phone/contacts/:id', async (request) =>
    toPhoneContact(phone.changeContact(request.params.id, contactChange(request.body)), messages),
  );
}

function threadRoutes(app: FastifyInstance, { messages, phone }: StandInParts): void {
  app.get<ById & { Querystring: { limit?: string; before?: string } }>(
    '/phone/contacts/:id/messages',
    async (request) => {
      const { limit, before } = request.query;
      const page = { limit: pageSize(limit), ...(before && { before }) };
      return { messages: messages.thread(phone.contact(request.params.id).id, page).map(toPhoneMessage) };
    },
  );

  app.post<ById>('/phone/contacts/:id/messages', async (request) =>
    phone.write(request.params.id, bodyOf<PhoneDraft>(request.body)),
  );

  app.post<ById>('/phone/contacts/:id/read', async (request, reply) => {
    phone.readAll(request.params.id);
    return reply.code(204).send();
  });
}

function messageRoutes(app: FastifyInstance, { phone }: StandInParts): void {
  app.post<ById>('/phone/messages/:id/taps', async (request) =>
    phone.tap(request.params.id, bodyOf<PhoneTap>(request.body)),
  );

  app.put<ById>('/phone/messages/:id/reaction', async (request) =>
    phone.react(request.params.id, textAt(bodyOf(request.body), 'emoji')),
  );

  app.put<ById>('/phone/messages/:id/text', async (request) => {
    const text = textAt(bodyOf(request.body), 'text');
    if (!text) throw new PhoneError(400, '"text" is missing.');
    return phone.edit(request.params.id, text);
  });

  app.delete<ById>('/phone/messages/:id', async (request) => phone.revoke(request.params.id));

  app.post<ById>('/phone/messages/:id/play', async (request, reply) => {
    phone.play(request.params.id);
    return reply.code(204).send();
  });
}

function fileRoutes(app: FastifyInstance, { media, phone }: StandInParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, done) =>
    done(null, body),
  );

  app.post<{ Querystring: { filename?: string } }>('/phone/media', { bodyLimit: LARGEST_FILE }, async (request) => {
    const { filename } = request.query;
    if (!Buffer.isBuffer(request.body))
      throw new PhoneError(400, 'The body must be the bytes of a file, with their content type.');
    const mimeType = request.headers['content-type'] ?? 'application/octet-stream';
    return { id: phone.upload(request.body, { mimeType, ...(filename && { fileName: filename }) }) };
  });

  app.get<ById>('/phone/media/:id', async (request, reply) => {
    const file = media.read(request.params.id);
    if (!file) throw new PhoneError(404, `There is no file ${request.params.id}.`);
    return reply
      .type(file.mimeType)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(file.data);
  });
}

function bodyOf<T = JsonObject>(body: unknown): T {
  if (!isObject(body)) throw new PhoneError(400, 'The body must be a JSON object.');
  return body as T;
}

const CHANGES: Readonly<Record<keyof PhoneContactChange, (value: unknown) => boolean>> = {
  online: (value) => typeof value === 'boolean',
  blocked: (value) => typeof value === 'boolean',
  marketing: (value) => value === 'stop' || value === 'resume',
};

function contactChange(body: unknown): PhoneContactChange {
  const change = bodyOf(body);
  for (const [key, value] of Object.entries(change)) {
    const fits = Object.hasOwn(CHANGES, key) && CHANGES[key as keyof PhoneContactChange](value);
    if (!fits) throw new PhoneError(400, `"${key}" cannot be set to ${JSON.stringify(value)}.`);
  }
  return change;
}

function pageSize(text: string | undefined): number {
  const size = text === undefined ? DEFAULT_PAGE : Number(text);
  if (!Number.isInteger(size) || size < 1) throw new PhoneError(400, '"limit" must be a whole number from 1.');
  return Math.min(size, LARGEST_PAGE);
}
