/** A place on earth, in degrees; both are finite and in range. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Size of a map image in CSS pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Where a location opens unless configured otherwise (option `whatsappsession.location-map.browse.query`). */
export const DEFAULT_BROWSE_QUERY =
  'https://www.openstreetmap.org/?mlat={LATITUDE}&mlon={LONGITUDE}#map=16/{LATITUDE}/{LONGITUDE}';

/** Coordinates from what a message holds, numbers or decimal strings; undefined unless both are there and in range. */
export function parseCoordinates(latitude: unknown, longitude: unknown): Coordinates | undefined {
  const north = parseDegrees(latitude, 90);
  const east = parseDegrees(longitude, 180);
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east };
}

function parseDegrees(value: unknown, max: number): number | undefined {
  const degrees = typeof value === 'string' && /^\s*[+-]?\d{1,3}(?:\.\d*)?\s*$/.test(value) ? Number(value) : value;
  if (typeof degrees !== 'number' || !Number.isFinite(degrees) || Math.abs(degrees) > max) return undefined;
  return degrees === 0 ? 0 : degrees;
}

/** Coordinates for the eye: `-23.550000, -46.630000`. */
export function formatCoordinates({ latitude, longitude }: Coordinates): string {
  return `${fixed(latitude)}, ${fixed(longitude)}`;
}

function fixed(degrees: number): string {
  const text = degrees.toFixed(6);
  return Number(text) === 0 ? '0.000000' : text;
}

/** The address at which the map provider shows a place, or undefined when the template does not give a web address. */
export function mapBrowseUrl(template: string, coordinates: Coordinates): string | undefined {
  return filledTemplate(template, placeValues(coordinates));
}

/** The address of a still map image of a place, or undefined when there is no usable template: then the location is shown as text. */
export function mapPreviewUrl(template: string, coordinates: Coordinates, size: MapSize): string | undefined {
  return filledTemplate(template, {
    ...placeValues(coordinates),
    WIDTH: pixels(size.width),
    HEIGHT: pixels(size.height),
  });
}

function placeValues({ latitude, longitude }: Coordinates): Readonly<Record<string, string>> {
  return { LATITUDE: fixed(latitude), LONGITUDE: fixed(longitude) };
}

const MAX_PIXELS = 4096;

function pixels(value: number): string {
  return String(Math.min(MAX_PIXELS, Math.max(1, Math.round(value) || 1)));
}

const PLACEHOLDER = /\{([A-Za-z_]*)\}/g;

function filledTemplate(template: string, values: Readonly<Record<string, string>>): string | undefined {
  const filled = template
    .trim()
    .replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
  return webAddress(filled);
}

function webAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(text)) return undefined;
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

/** What is wrong with a map template. */
export interface MapTemplateProblem {
  readonly kind: 'not-a-web-address' | 'missing-placeholder' | 'unknown-placeholder';
  readonly placeholder?: string;
}

const SAMPLE: Coordinates = { latitude: 1, longitude: 1 };

/** What is wrong with a map template from the configuration; an empty one is right, it turns the feature off. */
export function checkMapTemplate(template: string, use: 'browse' | 'preview'): readonly MapTemplateProblem[] {
  if (template.trim() === '') return [];
  const known = use === 'browse' ? ['LATITUDE', 'LONGITUDE'] : ['LATITUDE', 'LONGITUDE', 'WIDTH', 'HEIGHT'];
  const used = new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name = '']) => name));
  const problems: MapTemplateProblem[] = [];
  if (mapPreviewUrl(template, SAMPLE, { width: 1, height: 1 }) === undefined)
    problems.push({ kind: 'not-a-web-address' });
  for (const placeholder of ['LATITUDE', 'LONGITUDE']) {
    if (!used.has(placeholder)) problems.push({ kind: 'missing-placeholder', placeholder });
  }
  for (const placeholder of used) {
    if (!known.includes(placeholder)) problems.push({ kind: 'unknown-placeholder', placeholder });
  }
  return problems;
}
