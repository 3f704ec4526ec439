import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newObjectId } from '../ids.js';
import { isObject, type JsonObject } from '../json.js';
import type { StandInParts } from '../parts.js';
import type { Template } from '../store/template-store.js';
import { GraphError, parameterError, requireObject } from './errors.js';
import { defineTemplate } from './template-definition.js';

type Query = Readonly<Record<string, string | undefined>>;
type ById = { Params: { id: string }; Querystring: Query };

const DEFAULT_LIMIT = 25;
const LARGEST_LIMIT = 1000;
const DEFAULT_FIELDS = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'sub_category',
  'id',
];
const EXTRA_FIELDS = [
  'previous_category',
  'quality_score',
  'rejected_reason',
  'library_template_name',
  'message_send_ttl_seconds',
  'cta_url_link_tracking_opted_out',
];
const FILTERS = ['name', 'status', 'category', 'language'] as const;

/** `/{waba-id}/message_templates`: list, create, delete. */
export function templateRoutes(app: FastifyInstance, parts: StandInParts): void {
  const checkAccount = async (request: FastifyRequest<ById>): Promise<void> =>
    requireObject(request.method, request.params.id, parts.business.accountId);

  app.get<ById>('/:id/message_templates', { preHandler: checkAccount }, async (request) => list(request, parts));

  app.post<ById>('/:id/message_templates', { preHandler: checkAccount }, async (request) => {
    if (!isObject(request.body)) throw parameterError('The request body must be a JSON object.');
    return create(request.body, parts);
  });

  app.delete<ById>('/:id/message_templates', { preHandler: checkAccount }, async (request) => {
    remove(request.query, parts);
    return { success: true };
  });
}

function list(request: FastifyRequest<ById>, { templates, mediaUrls }: StandInParts): object {
  const { query } = request;
  const matching = templates.all().filter((template) => matches(template, query));
  const limit = readLimit(query['limit']);
  const start = startOf(matching, query, limit);
  const page = matching.slice(start, start + limit);
  const fields = readFields(query['fields']);
  const [first, last] = [page[0], page.at(-1)];
  return {
    data: page.map((template) => pickFields(template, fields)),
    ...(first &&
      last && {
        paging: {
          cursors: { before: cursorOf(first), after: cursorOf(last) },
          ...(start + limit < matching.length && {
            next: pageUrl(request, mediaUrls.publicUrl, { after: cursorOf(last) }),
          }),
          ...(start > 0 && { previous: pageUrl(request, mediaUrls.publicUrl, { before: cursorOf(first) }) }),
        },
      }),
  };
}

function matches(template: Template, query: Query): boolean {
  return FILTERS.every((key) => {
    const wanted = query[key]?.toLowerCase();
    const value = template[key].toLowerCase();
    return wanted === undefined || (key === 'name' ? value.includes(wanted) : value === wanted);
  });
}

function readLimit(text: string | undefined): number {
  const limit = text === undefined ? DEFAULT_LIMIT : Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw parameterError(`Param limit must be an integer greater than 0 - got "${text}".`);
  return Math.min(limit, LARGEST_LIMIT);
}

function startOf(matching: readonly Template[], { after, before }: Query, limit: number): number {
  if (after !== undefined) return positionOf(matching, after) + 1;
  if (before !== undefined) return Math.max(0, positionOf(matching, before) - limit);
  return 0;
}

function positionOf(matching: readonly Template[], cursor: string): number {
  const position = matching.findIndex((template) => cursorOf(template) === cursor);
  if (position < 0) throw parameterError('Invalid cursor.');
  return position;
}

function cursorOf(template: Template): string {
  return Buffer.from(template.id).toString('base64url');
}

function readFields(text: string | undefined): readonly string[] {
  if (!text) return DEFAULT_FIELDS;
  const fields = text.split(',').map((field) => field.trim());
  const unknown = fields.find((field) => ![...DEFAULT_FIELDS, ...EXTRA_FIELDS].includes(field));
  if (unknown) throw parameterError(`Tried accessing nonexisting field (${unknown})`);
  return [...new Set([...fields, 'id'])];
}

function pickFields(template: Template, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(template).filter(([key]) => fields.includes(key)));
}

function pageUrl(request: FastifyRequest, publicUrl: string, cursor: Readonly<Record<string, string>>): string {
  const url = new URL(request.url, publicUrl || 'http://localhost');
  url.searchParams.delete('after');
  url.searchParams.delete('before');
  for (const [key, value] of Object.entries(cursor)) url.searchParams.set(key, value);
  return url.href;
}

function create(body: JsonObject, { templates, review }: StandInParts): object {
  const definition = defineTemplate(body);
  if (templates.find(definition.name, definition.language)) throw duplicateError(definition.name, definition.language);
  const template: Template = { id: newObjectId(), status: 'PENDING', ...definition };
  templates.save(template);
  review.begin(template);
  return { id: template.id, status: template.status, category: template.category };
}

function duplicateError(name: string, language: string): GraphError {
  return new GraphError(400, {
    message: 'Invalid parameter',
    type: 'OAuthException',
    code: 100,
    error_subcode: 2388024,
    is_transient: false,
    error_user_title: 'Content in this language already exists',
    error_user_msg: `There is already ${language} content for the template ${name}. You can create a new template and try again.`,
  });
}

function remove(query: Query, { templates }: StandInParts): void {
  const { name, hsm_id: id } = query;
  if (!name) throw parameterError('The parameter name is required.');
  const found = templates
    .all()
    .filter((template) => template.name === name && (id === undefined || template.id === id));
  if (found.length === 0) throw parameterError(`Message template "${name}" does not exist.`);
  for (const template of found) templates.delete(template.id);
}
