import { isObject, objectAt, textAt, type JsonObject } from '../json.js';
import type { Template } from '../store/template-store.js';
import { type GraphError, whatsAppError } from './errors.js';
import { characters } from './field-rules.js';

/** A text of a template with the place it stands in and how long it may become. */
export interface TemplateText {
  readonly place: string;
  readonly text: string;
  readonly max: number;
}

const VARIABLE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const BROKEN_LAYOUT = /[\n\r\t]| {5,}/;

/** The names of the variables of a text, in order and each once. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''))];
}

/** Puts the parameters into a text, or refuses as WhatsApp does. */
export function fillText(template: Template, target: TemplateText, parameters: readonly JsonObject[]): string {
  const names = variablesIn(target.text);
  if (names.length !== parameters.length) throw countMismatch(target.place, parameters.length, names.length);
  const values = parameters.map((parameter) => parameterText(target.place, parameter));
  const byName =
    template.parameter_format === 'NAMED'
      ? named(target.place, names, parameters, values)
      : positional(names, parameters, values);
  const filled = target.text.replace(VARIABLE, (_match, name: string) => byName.get(name) ?? '');
  if (characters(filled) > target.max) {
    throw whatsAppError(
      132005,
      `${target.place}: translated text is ${characters(filled)} characters long, at most ${target.max} are allowed`,
    );
  }
  return filled;
}

/** Error 132000 for a place of a template. */
export function countMismatch(place: string, given: number, expected: number): GraphError {
  return whatsAppError(
    132000,
    `${place}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  );
}

function positional(
  names: readonly string[],
  parameters: readonly JsonObject[],
  values: readonly string[],
): Map<string, string> {
  const stray = parameters.find((parameter) => textAt(parameter, 'parameter_name'));
  if (stray) throw whatsAppError(132018, 'parameter_name is not allowed: the template has positional parameters');
  const ordered = [...names].sort((a, b) => Number(a) - Number(b));
  return new Map(ordered.map((name, index) => [name, values[index] ?? '']));
}

function named(
  place: string,
  names: readonly string[],
  parameters: readonly JsonObject[],
  values: readonly string[],
): Map<string, string> {
  const given = new Map<string, string>();
  for (const [index, parameter] of parameters.entries()) {
    const name = textAt(parameter, 'parameter_name');
    if (!name) throw whatsAppError(100, 'Parameter name is missing or empty');
    given.set(name, values[index] ?? '');
  }
  const missing = names.find((name) => !given.has(name));
  if (missing) throw whatsAppError(132012, `${place}: parameter "${missing}" of the template was not given`);
  return given;
}

function parameterText(place: string, parameter: JsonObject): string {
  const type = (textAt(parameter, 'type') ?? '').toLowerCase();
  if (type === 'currency' || type === 'date_time') return fallbackValue(type, parameter);
  if (type !== 'text') throw formatMismatch(place, 'TEXT', type);
  const text = textAt(parameter, 'text');
  if (!text) throw whatsAppError(100, "Parameter 'text' is mandatory for component parameter type 'text'");
  checkLayout(place, text);
  return text;
}

/** Refuses a value with a line break, a tab or many spaces in a row. */
export function checkLayout(place: string, text: string): void {
  if (!BROKEN_LAYOUT.test(text)) return;
  throw whatsAppError(
    132018,
    `${place}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
  );
}

function fallbackValue(type: string, parameter: JsonObject): string {
  const value = isObject(parameter[type]) ? textAt(objectAt(parameter, type), 'fallback_value') : undefined;
  if (!value)
    throw whatsAppError(100, `Parameter 'fallback_value' is mandatory for component parameter type '${type}'`);
  return value;
}

/** Error 132012 for a parameter of the wrong kind. */
export function formatMismatch(place: string, expected: string, received: string): GraphError {
  return whatsAppError(
    132012,
    `${place}: Format mismatch, expected ${expected}, received ${received.toUpperCase() || 'UNKNOWN'}`,
  );
}
