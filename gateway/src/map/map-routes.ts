import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseCoordinates, type MapSize } from 'wa-desk/domain';
import type { RateLimit } from '../agents/rate-limit.js';
import { ProblemError } from '../http-problem.js';
import type { MapLinks } from './map-links.js';
import type { MapProvider } from './map-provider.js';

/** What the maps of locations need from around them; only where the operator has a map provider. */
export interface MapContext {
  readonly links: MapLinks;
  readonly provider: MapProvider;
  readonly rateLimit: RateLimit;
  readonly now: () => number;
}

interface MapAddress {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const MAX_PIXELS = 1280;
const CACHED_SECONDS = 12 * 60 * 60;

/** Maps of places, fetched with a token that no browser sees. */
export function mapRoutes(context: MapContext) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<MapAddress>('/map', async (request, reply) => serve(context, request, reply));
  };
}

async function serve(
  context: MapContext,
  request: FastifyRequest<MapAddress>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { agent = '', expires = '', signature = '', latitude, longitude } = request.query;
  if (!context.links.isValid(agent, expires, signature, context.now()))
    throw new ProblemError(403, 'not-allowed', 'The address has expired, or was never given. Open the desk again.');
  const place = parseCoordinates(latitude, longitude);
  if (!place) throw new ProblemError(400, 'invalid', 'latitude and longitude must be degrees on earth.');
  const waitMs = context.rateLimit.take(agent);
  if (waitMs > 0) throw new ProblemError(429, 'too-many-requests', 'Too many maps at once.', waitMs);
  const { type, bytes } = await context.provider.fetch(place, sizeOf(request.query)).catch((failure: unknown) => {
    request.log.warn({ err: failure }, 'A map could not be had.');
    throw new ProblemError(502, 'unavailable', 'The map could not be had.');
  });
  return reply
    .headers({
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': `private, max-age=${CACHED_SECONDS}`,
    })
    .send(bytes);
}

function sizeOf({ width, height }: MapAddress['Querystring']): MapSize {
  return { width: pixels(width), height: pixels(height) };
}

function pixels(value: string | undefined): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > MAX_PIXELS)
    throw new ProblemError(400, 'invalid', `width and height must be whole numbers from 1 to ${MAX_PIXELS}.`);
  return number;
}
