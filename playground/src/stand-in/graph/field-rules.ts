import { isObject } from '../json.js';
import { type GraphError, parameterError, whatsAppError } from './errors.js';

/** What one property of a request must be. The path may hold `[]` for "each element". */
export interface FieldRule {
  readonly path: string;
  readonly is: 'text' | 'number' | 'object' | 'list' | 'flag' | 'coordinate';
  readonly required?: boolean;
  /** Code of a missing value; 131008 when not given. */
  readonly missing?: 100;
  /** Code of a value that is too long; 131009 when not given. */
  readonly tooLong?: 100;
  /** Characters of a text, elements of a list, or the highest number. */
  readonly max?: number;
  /** As `max`; a text that is required has at least one character. */
  readonly min?: number;
  readonly oneOf?: readonly string[];
  readonly matches?: RegExp;
}

interface Place {
  readonly path: string;
  readonly value: unknown;
}

const COORDINATE = /^-?\d{1,3}(\.\d+)?$/;

const KINDS: Readonly<Record<FieldRule['is'], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  object: isObject,
  list: Array.isArray,
  flag: (value) => typeof value === 'boolean',
  coordinate: (value) => typeof value === 'number' || (typeof value === 'string' && COORDINATE.test(value)),
};

/** The first breach of the rules in a request, if there is any; every path begins with `root`. */
export function firstBreach(root: string, content: unknown, rules: readonly FieldRule[]): GraphError | undefined {
  for (const rule of rules) {
    for (const place of places(rule.path, root, content)) {
      const breach = breachAt(place, rule);
      if (breach) return breach;
    }
  }
  return undefined;
}

/** Counts characters as people see them in limits: code points. */
export function characters(text: string): number {
  return [...text].length;
}

/** Every place that a path names, as far as the objects on the way to it exist. */
function places(path: string, root: string, content: unknown): Place[] {
  const steps = path.split('.').filter(Boolean);
  return steps.reduce<Place[]>(
    (found, step) => found.flatMap((place) => descend(place, step)),
    [{ path: root, value: content }],
  );
}

function descend(place: Place, step: string): Place[] {
  const each = step.endsWith('[]');
  const key = each ? step.slice(0, -2) : step;
  const value = key === '' ? place.value : isObject(place.value) ? place.value[key] : undefined;
  if (key !== '' && !isObject(place.value)) return [];
  const path = [place.path, key].filter(Boolean).join('.');
  if (!each) return [{ path, value }];
  if (!Array.isArray(value)) return [];
  return value.map((element: unknown, index) => ({ path: `${path}[${index}]`, value: element }));
}

function breachAt({ path, value }: Place, rule: FieldRule): GraphError | undefined {
  if (value === undefined || value === null || (value === '' && rule.required)) return missingBreach(path, rule);
  if (!KINDS[rule.is](value)) return whatsAppError(131009, `Parameter '${path}' must be of type ${rule.is}.`);
  return sizeBreach(path, value, rule) ?? valueBreach(path, value, rule);
}

function missingBreach(path: string, rule: FieldRule): GraphError | undefined {
  if (!rule.required) return undefined;
  if (rule.missing === 100) return parameterError(`The parameter ${path} is required.`);
  return whatsAppError(131008, `Parameter '${path}' is mandatory.`);
}

function sizeBreach(path: string, value: unknown, rule: FieldRule): GraphError | undefined {
  const size = sizeOf(value);
  if (rule.max !== undefined && size > rule.max) return tooLong(path, value, rule);
  if (rule.min !== undefined && size < rule.min) {
    return whatsAppError(
      131009,
      `'${path}' length invalid. Min length: ${rule.min}, Max length: ${rule.max ?? 'none'}`,
    );
  }
  return undefined;
}

function tooLong(path: string, value: unknown, rule: FieldRule): GraphError {
  const unit = typeof value === 'string' ? ' characters long' : '';
  if (rule.tooLong === 100) return parameterError(`Param ${path} must be at most ${rule.max}${unit}.`);
  return whatsAppError(131009, `'${path}' length invalid. Min length: ${rule.min ?? 0}, Max length: ${rule.max}`);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return characters(value);
  if (Array.isArray(value)) return value.length;
  return Number(value);
}

function valueBreach(path: string, value: unknown, rule: FieldRule): GraphError | undefined {
  if (typeof value !== 'string') return undefined;
  if (rule.oneOf && !rule.oneOf.includes(value)) {
    return whatsAppError(131009, `Param ${path} must be one of {${rule.oneOf.join(', ')}} - got "${value}".`);
  }
  if (rule.matches && !rule.matches.test(value))
    return whatsAppError(131009, `Param ${path} is not valid: "${value}".`);
  return undefined;
}
