import type { JsonObject, WhatsAppProblem } from '../domain/index.js';
import { flag, number, optional, readList, required, requiredText, shape, text, type Codec } from './codec.js';
import { isObject, valueAt, type MutableJson } from './json.js';

const problemFields = {
  code: required('code', number, -1),
  title: optional('title', text),
  message: optional('message', text),
  details: optional('error_data.details', text),
  href: optional('href', text),
};

const problem = shape<WhatsAppProblem>(problemFields);

/** A problem beside a message, status or group; old ones have their details beside the code. */
const whatsAppProblem: Codec<WhatsAppProblem> = {
  read(json) {
    const read = problem.read(json);
    const details = read?.details ?? text.read(valueAt(json, 'details'));
    return read && (details === undefined ? read : { ...read, details });
  },
  write: (value) => problem.write(value),
};

/** The problems at a place, or `undefined` when there are none. */
export function problemsIn(json: unknown): readonly WhatsAppProblem[] | undefined {
  const problems = readList(json, whatsAppProblem);
  return problems.length > 0 ? problems : undefined;
}

/** The Graph API's refusal of a request: decide on `code` alone. */
export interface GraphError extends WhatsAppProblem {
  readonly message: string;
  /** E.g. `OAuthException`. */
  readonly type?: string;
  readonly subcode?: number;
  /** By which Meta's support finds the request. */
  readonly traceId?: string;
  readonly transient?: boolean;
  readonly userTitle?: string;
  readonly userMessage?: string;
}

const graphError = shape<GraphError>({
  ...problemFields,
  message: requiredText('message'),
  type: optional('type', text),
  subcode: optional('error_subcode', number),
  traceId: optional('fbtrace_id', text),
  transient: optional('is_transient', flag),
  userTitle: optional('error_user_title', text),
  userMessage: optional('error_user_msg', text),
});

/** The error that the Graph API answered, or `undefined` when the answer is none. */
export function fromGraphError(json: unknown): GraphError | undefined {
  const error = valueAt(json, 'error');
  return isObject(error) ? graphError.read(error) : undefined;
}

/** The JSON of an error as the Graph API answers it. */
export function toGraphError(error: GraphError): JsonObject {
  const written = graphError.write(error) as MutableJson;
  const data = written['error_data'];
  if (isObject(data)) written['error_data'] = { messaging_product: 'whatsapp', ...data };
  return { error: written };
}
