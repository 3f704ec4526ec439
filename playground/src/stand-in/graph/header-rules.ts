import { isObject, textAt, type JsonObject } from '../json.js';
import { type GraphError, whatsAppError } from './errors.js';
import { firstBreach } from './field-rules.js';
import { idOrLink, type Relation } from './message-rules.js';

/** A header, if there is one, must be of one of these types and hold what its type says. */
export function headerOf(...allowed: readonly string[]): Relation {
  return (content) => {
    const header = content['header'];
    if (header === undefined) return undefined;
    if (!isObject(header)) return whatsAppError(131009, "Parameter 'interactive.header' must be of type object.");
    const type = textAt(header, 'type') ?? '';
    if (!allowed.includes(type)) {
      return whatsAppError(131009, `Header type "${type}" is not allowed. Allowed: {${allowed.join(', ')}}`);
    }
    return type === 'text' ? headerText(header) : mediaOf(header, type);
  };
}

function headerText(header: JsonObject): GraphError | undefined {
  if (!textAt(header, 'text')) return whatsAppError(131009, 'Text cannot be null for header type text');
  return firstBreach('interactive.header', header, [{ path: 'text', is: 'text', required: true, max: 60 }]);
}

function mediaOf(header: JsonObject, type: string): GraphError | undefined {
  const media = header[type];
  if (!isObject(media)) return whatsAppError(131009, `${type} cannot be null for header type ${type}`);
  return idOrLink(media);
}
