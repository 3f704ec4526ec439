import type { FastifyInstance } from 'fastify';
import type { StandInParts } from '../parts.js';
import { unknownObjectError } from './errors.js';
import { mediaObject } from './media-routes.js';

/** `GET /{id}` for whatever has an id: the business number, a file, a template. */
export function objectRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.get<{ Params: { id: string } }>('/:id', async (request) => {
    const { id } = request.params;
    const found = phoneNumber(id, parts) ?? mediaObject(id, parts) ?? parts.templates.get(id);
    if (!found) throw unknownObjectError('get', id);
    return found;
  });
}

function phoneNumber(id: string, { business }: StandInParts): object | undefined {
  if (id !== business.phoneNumberId) return undefined;
  return {
    verified_name: business.name,
    display_phone_number: `+${business.displayPhoneNumber}`,
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    id,
  };
}
