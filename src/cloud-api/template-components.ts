import type { JsonObject, JsonValue, TemplateCard, TemplateDefinition, TemplateHeader } from '../domain/index.js';
import { flag, list, number, text, type Codec } from './codec.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import { templateButton } from './template-buttons.js';
import { readTemplateText, writeTemplateText } from './template-text.js';

/** What a template's definition is made of, apart from its name, category and state. */
export type TemplateComponents = Pick<
  TemplateDefinition,
  | 'header'
  | 'body'
  | 'footer'
  | 'buttons'
  | 'carousel'
  | 'limitedTimeOffer'
  | 'callPermissionRequest'
  | 'authentication'
>;
type Authentication = NonNullable<TemplateDefinition['authentication']>;

function componentOf(components: readonly unknown[], type: string): unknown {
  return components.find((component) => word(valueAt(component, 'type')) === type);
}

/** The parts of a definition or of one card of a carousel, in whatever order and letter case they come. */
export function readComponents(components: readonly unknown[], isAuthentication: boolean): TemplateComponents {
  const body = componentOf(components, 'body');
  const footer = componentOf(components, 'footer');
  const offer = componentOf(components, 'limited_time_offer');
  return withoutMissing<TemplateComponents>({
    header: readHeader(componentOf(components, 'header')),
    body: readTemplateText(body, 'body_text'),
    footer: text.read(valueAt(footer, 'text')),
    buttons: list(templateButton).read(valueAt(componentOf(components, 'buttons'), 'buttons')) ?? [],
    carousel: list(card).read(valueAt(componentOf(components, 'carousel'), 'cards')),
    limitedTimeOffer: limitedTimeOffer.read(valueAt(offer, 'limited_time_offer')),
    callPermissionRequest: componentOf(components, 'call_permission_request') === undefined ? undefined : true,
    authentication: readAuthentication(body, footer, isAuthentication),
  });
}

/** The same in the order and spelling of WhatsApp's documentation. */
export function writeComponents(parts: TemplateComponents): readonly JsonValue[] {
  const { header, carousel, limitedTimeOffer: offer } = parts;
  return [
    ...(header ? [{ type: 'HEADER', ...writeHeader(header) }] : []),
    ...component('BODY', writeBody(parts)),
    ...component('LIMITED_TIME_OFFER', offer && { limited_time_offer: limitedTimeOffer.write(offer) ?? {} }),
    ...component('FOOTER', writeFooter(parts)),
    ...component(
      'BUTTONS',
      parts.buttons.length > 0 ? { buttons: list(templateButton).write(parts.buttons) ?? [] } : undefined,
    ),
    ...component('CAROUSEL', carousel && { cards: list(card).write(carousel) ?? [] }),
    ...component('CALL_PERMISSION_REQUEST', parts.callPermissionRequest === true ? {} : undefined),
  ];
}

function component(type: string, properties: JsonObject | undefined): readonly JsonObject[] {
  return properties ? [{ type, ...properties }] : [];
}

const card: Codec<TemplateCard> = {
  read(json) {
    const { header, body, buttons } = readComponents(asList(valueAt(json, 'components')), false);
    return isObject(json) ? withoutMissing<TemplateCard>({ header, body, buttons }) : undefined;
  },
  write: (value) => ({ components: writeComponents(value) }),
};

const limitedTimeOffer: Codec<NonNullable<TemplateDefinition['limitedTimeOffer']>> = {
  read(json) {
    if (!isObject(json)) return undefined;
    return {
      text: text.read(valueAt(json, 'text')) ?? '',
      expires: flag.read(valueAt(json, 'has_expiration')) ?? false,
    };
  },
  write: (offer) => ({ ...(offer.text === '' ? {} : { text: offer.text }), has_expiration: offer.expires }),
};

/** Authentication templates have no text of their own when they are made, only these two properties. */
function readAuthentication(body: unknown, footer: unknown, isAuthentication: boolean): Authentication | undefined {
  const securityRecommendation = flag.read(valueAt(body, 'add_security_recommendation'));
  const expiresAfterMinutes = number.read(valueAt(footer, 'code_expiration_minutes'));
  if (!isAuthentication && securityRecommendation === undefined && expiresAfterMinutes === undefined) return undefined;
  return withoutMissing<Authentication>({ securityRecommendation, expiresAfterMinutes });
}

function writeBody({ body, authentication }: TemplateComponents): JsonObject | undefined {
  if (!body && !authentication) return undefined;
  const recommendation = authentication?.securityRecommendation;
  return {
    ...(body ? writeTemplateText(body, 'body_text') : {}),
    ...(recommendation === undefined ? {} : { add_security_recommendation: recommendation }),
  };
}

function writeFooter({ footer, authentication }: TemplateComponents): JsonObject | undefined {
  const minutes = authentication?.expiresAfterMinutes;
  if (footer === undefined && minutes === undefined) return undefined;
  return {
    ...(footer === undefined ? {} : { text: footer }),
    ...(minutes === undefined ? {} : { code_expiration_minutes: minutes }),
  };
}

const FORMATS = ['image', 'video', 'document', 'gif', 'location', 'product'] as const;

function readHeader(json: unknown): TemplateHeader | undefined {
  const format = FORMATS.find((each) => each === word(valueAt(json, 'format')));
  if (format === 'location' || format === 'product') return { kind: format };
  if (format)
    return withoutMissing({ kind: format, example: text.read(asList(valueAt(json, 'example.header_handle'))[0]) });
  const words = readTemplateText(json, 'header_text');
  return words && { kind: 'text', ...words };
}

function writeHeader(header: TemplateHeader): JsonObject {
  if (header.kind === 'text') return { format: 'TEXT', ...writeTemplateText(header, 'header_text') };
  const format = header.kind.toUpperCase();
  if (header.kind === 'location' || header.kind === 'product' || header.example === undefined) return { format };
  return { format, example: { header_handle: [header.example] } };
}
