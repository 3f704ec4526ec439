/**
 * Switches for whoever runs the stand-in. JSON; errors are `{ error: string }` with 400.
 *
 * | call              | body                                             | answer                                   |
 * | ----------------- | ------------------------------------------------ | ---------------------------------------- |
 * | `GET /clock`      |                                                  | `ClockState`                             |
 * | `POST /clock`     | `{ advanceMs }`, never back                      | `ClockState`                             |
 * | `GET /settings`   |                                                  | `Settings`                               |
 * | `PATCH /settings` | a part of them; `chaos`: also "off", "some", "on" | `Settings`                              |
 * | `GET /faults`     |                                                  | `{ faults, kinds }`                      |
 * | `POST /faults`    | `{ kind, times? }`: the next sends go wrong      | `{ faults, kinds }`                      |
 * | `DELETE /faults`  |                                                  | `{ faults, kinds }`                      |
 * | `GET /log`        | `?limit=200&after=<id>`                          | `{ entries: LogEntry[] }`                |
 * | `GET /webhooks`   |                                                  | `{ waiting }`: updates not yet delivered |
 */
import type { FastifyInstance } from 'fastify';
import { isObject, textAt, type JsonObject } from '../json.js';
import type { StandInParts } from '../parts.js';
import { FAULT_KINDS } from '../graph/faults.js';
import { clockState } from '../phone/feed.js';
import { PhoneError } from '../phone/phone-error.js';

const DEFAULT_LOG_PAGE = 200;

/** The switches. */
export async function adminRoutes(app: FastifyInstance, parts: StandInParts): Promise<void> {
  clockRoutes(app, parts);
  faultRoutes(app, parts);

  app.get('/settings', async () => parts.settings.get());
  app.patch('/settings', async (request) => refusing(() => parts.settings.change(bodyOf(request.body))));

  app.get<{ Querystring: { limit?: string; after?: string } }>('/log', async ({ query }) => ({
    entries: parts.log.list({
      limit: Number(query.limit ?? DEFAULT_LOG_PAGE) || DEFAULT_LOG_PAGE,
      after: Number(query.after ?? 0) || 0,
    }),
  }));

  app.get('/webhooks', async () => ({ waiting: parts.queue.waiting }));
}

function clockRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.get('/clock', async () => clockState(parts));

  app.post('/clock', async (request) => {
    const advanceMs = bodyOf(request.body)['advanceMs'];
    if (typeof advanceMs !== 'number' || !Number.isSafeInteger(advanceMs) || advanceMs < 0) {
      throw new PhoneError(400, '"advanceMs" must be a whole number from 0: the clock cannot go back.');
    }
    parts.clock.advance(advanceMs);
    return clockState(parts);
  });
}

function faultRoutes(app: FastifyInstance, { faults }: StandInParts): void {
  const state = (): object => ({ faults: faults.list(), kinds: FAULT_KINDS });

  app.get('/faults', async () => state());

  app.post('/faults', async (request) => {
    const body = bodyOf(request.body);
    refusing(() => faults.add(textAt(body, 'kind') ?? '', Number(body['times'] ?? 1)));
    return state();
  });

  app.delete('/faults', async () => {
    faults.clear();
    return state();
  });
}

function bodyOf(body: unknown): JsonObject {
  if (!isObject(body)) throw new PhoneError(400, 'The body must be a JSON object.');
  return body;
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new PhoneError(400, error.message);
    throw error;
  }
}
