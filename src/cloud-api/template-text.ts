import type { JsonObject, JsonValue, TemplateText } from '../domain/index.js';
import { text } from './codec.js';
import { asList, isObject, valueAt } from './json.js';

type Examples = NonNullable<TemplateText['examples']>;
type Place = 'header_text' | 'body_text';

/** One of WhatsApp's own samples gives a header its values under the name for bodies. */
const OTHER_PLACE: Readonly<Record<Place, Place>> = { header_text: 'body_text', body_text: 'header_text' };

const POSITION = /^\d+$/;

/** The text of a header or body with the sample value of each placeholder. */
export function readTemplateText(component: unknown, place: Place): TemplateText | undefined {
  const words = text.read(valueAt(component, 'text'));
  if (words === undefined) return undefined;
  const examples = readExamples(valueAt(component, 'example'), place);
  return examples ? { text: words, examples } : { text: words };
}

/** The same as properties of a component. */
export function writeTemplateText({ text: words, examples }: TemplateText, place: Place): JsonObject {
  return examples ? { text: words, example: writeExamples(examples, place) } : { text: words };
}

function readExamples(example: unknown, place: Place): Examples | undefined {
  const named = asList(valueAt(example, `${place}_named_params`)).filter(isObject);
  const listed = valueAt(example, place) ?? valueAt(example, OTHER_PLACE[place]);
  const entries = named.length > 0 ? named.map(nameAndExample) : positions(listed);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function nameAndExample(parameter: JsonObject): readonly [string, string] {
  return [text.read(valueAt(parameter, 'param_name')) ?? '', text.read(valueAt(parameter, 'example')) ?? ''];
}

/** Bodies have their samples in a list of lists, headers in a list, and both are seen as a bare text. */
function positions(json: unknown): readonly (readonly [string, string])[] {
  const first = asList(json)[0];
  const values = Array.isArray(first) ? first : asList(json);
  return values.map((value, position) => [String(position + 1), text.read(value) ?? ''] as const);
}

function writeExamples(examples: Examples, place: Place): JsonValue {
  const entries = Object.entries(examples);
  if (entries.every(([name]) => POSITION.test(name))) {
    const values = entries.map(([, value]) => value);
    return { [place]: place === 'body_text' ? [values] : values };
  }
  return { [`${place}_named_params`]: entries.map(([name, value]) => ({ param_name: name, example: value })) };
}

/** Are the placeholders of these texts named? The first one decides: WhatsApp allows no mixture. */
export function hasNamedPlaceholders(texts: readonly (TemplateText | undefined)[]): boolean {
  const placeholder = /\{\{\s*([^{}\s]+)\s*\}\}/.exec(texts.map((each) => each?.text ?? '').join('\n'));
  return placeholder?.[1] !== undefined && !POSITION.test(placeholder[1]);
}
