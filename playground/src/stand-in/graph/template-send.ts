import { isObject, objectAt, objectsAt, textAt, type JsonObject } from '../json.js';
import type { RenderedCard, RenderedTemplate } from '../phone-types.js';
import type { Template, TemplateStore } from '../store/template-store.js';
import { type GraphError, whatsAppError } from './errors.js';
import { fillButtons } from './template-buttons.js';
import { fillHeader } from './template-header.js';
import { countMismatch, fillText } from './template-text.js';

const BODY_CHARACTERS = 1024;
const OFFER_BODY_CHARACTERS = 600;
const CARD_BODY_CHARACTERS = 160;

const SENDABLE_COMPONENTS = ['header', 'body', 'button', 'limited_time_offer', 'carousel', 'tap_target_configuration'];

/** The template that a request names, if it may be sent; else 132001, 132015 or 132016. */
export function sendableTemplate(templates: TemplateStore, request: JsonObject): Template {
  const name = textAt(request, 'name') ?? '';
  const language = textAt(objectAt(request, 'language'), 'code') ?? '';
  const template = templates.find(name, language);
  if (!template) throw whatsAppError(132001, `template name (${name}) does not exist in ${language}`);
  const refusal = statusRefusal(template);
  if (refusal) throw refusal;
  return template;
}

function statusRefusal({ name, language, status }: Template): GraphError | undefined {
  switch (status) {
    case 'APPROVED':
      return undefined;
    case 'PAUSED':
      return whatsAppError(132015, `template name (${name}) in ${language} is paused due to low quality`);
    case 'DISABLED':
      return whatsAppError(132016, `template name (${name}) in ${language} is disabled due to low quality`);
    default:
      return whatsAppError(132001, `template name (${name}) is not approved in ${language}: its status is ${status}`);
  }
}

/** Checks the parameters of a send against the stored definition and gives the message as the phone shows it. */
export function fillTemplate(template: Template, request: JsonObject): RenderedTemplate {
  const sent = objectsAt(request, 'components');
  const stray = sent.find((component) => !SENDABLE_COMPONENTS.includes(typeOf(component)));
  if (stray)
    throw whatsAppError(
      100,
      `Component type "${typeOf(stray)}" is not allowed. Allowed: {${SENDABLE_COMPONENTS.join(', ')}}`,
    );
  const offer = fillOffer(componentOf(template.components, 'limited_time_offer'), sent);
  const { header, body, buttons } = fillFace(template, template.components, sent, {
    place: '',
    max: offer ? OFFER_BODY_CHARACTERS : BODY_CHARACTERS,
  });
  const footer = textAt(componentOf(template.components, 'footer') ?? {}, 'text');
  const cards = fillCards(template, sent);
  return {
    name: template.name,
    language: template.language,
    ...(header && { header }),
    body: body ?? '',
    ...(footer && { footer }),
    ...(offer && { offer }),
    buttons,
    ...(cards && { cards }),
  };
}

/** The part that a message and a card have in common: header, body and buttons. */
function fillFace(
  template: Template,
  definitions: readonly JsonObject[],
  sent: readonly JsonObject[],
  about: { readonly place: string; readonly max: number },
) {
  const parametersOf = (type: string): readonly JsonObject[] => objectsAt(componentOf(sent, type) ?? {}, 'parameters');
  const header = fillHeader(template, componentOf(definitions, 'header'), {
    place: `${about.place}header`,
    parameters: parametersOf('header'),
  });
  const text = textAt(componentOf(definitions, 'body') ?? {}, 'text');
  const bodyParameters = parametersOf('body');
  if (text === undefined && bodyParameters.length > 0)
    throw countMismatch(`${about.place}body`, bodyParameters.length, 0);
  const body =
    text === undefined
      ? undefined
      : fillText(template, { place: `${about.place}body`, text, max: about.max }, bodyParameters);
  const buttons = fillButtons(
    objectsAt(componentOf(definitions, 'buttons') ?? {}, 'buttons'),
    sent.filter((component) => typeOf(component) === 'button'),
    `${about.place}buttons`,
  );
  return { header, body, buttons };
}

function fillOffer(definition: JsonObject | undefined, sent: readonly JsonObject[]): RenderedTemplate['offer'] {
  const component = componentOf(sent, 'limited_time_offer');
  if (!definition) {
    if (component) throw countMismatch('limited_time_offer', 1, 0);
    return undefined;
  }
  const offer = objectAt(definition, 'limited_time_offer');
  const text = textAt(offer, 'text') ?? '';
  if (offer['has_expiration'] !== true) return { text };
  const [parameter] = objectsAt(component ?? {}, 'parameters');
  const expiresAt = objectAt(parameter ?? {}, 'limited_time_offer')['expiration_time_ms'];
  if (typeof expiresAt !== 'number') throw whatsAppError(131008, 'limited_time_offer: expiration_time_ms is required');
  return { text, expiresAt };
}

function fillCards(template: Template, sent: readonly JsonObject[]): RenderedCard[] | undefined {
  const definition = componentOf(template.components, 'carousel');
  const component = componentOf(sent, 'carousel');
  if (!definition) {
    if (component) throw countMismatch('carousel', objectsAt(component, 'cards').length, 0);
    return undefined;
  }
  const defined = objectsAt(definition, 'cards');
  const cards = objectsAt(component ?? {}, 'cards');
  if (cards.length !== defined.length) {
    throw whatsAppError(
      132012,
      `carousel: number of cards (${cards.length}) does not match the expected number of cards (${defined.length})`,
    );
  }
  return defined.map((cardDefinition, index) => fillCard(template, cardDefinition, { index, cards }));
}

function fillCard(
  template: Template,
  definition: JsonObject,
  at: { readonly index: number; readonly cards: readonly JsonObject[] },
): RenderedCard {
  const { index, cards } = at;
  const card = cards.find((candidate) => Number(candidate['card_index']) === index);
  if (!card) throw whatsAppError(132012, `carousel: no card has card_index ${index}`);
  const face = fillFace(template, objectsAt(definition, 'components'), objectsAt(card, 'components'), {
    place: `carousel: card ${index}: `,
    max: CARD_BODY_CHARACTERS,
  });
  return {
    index,
    ...(face.header && { header: face.header }),
    ...(face.body !== undefined && { body: face.body }),
    buttons: face.buttons,
  };
}

function componentOf(components: readonly JsonObject[], type: string): JsonObject | undefined {
  return components.find((component) => isObject(component) && typeOf(component) === type);
}

function typeOf(component: JsonObject): string {
  return (textAt(component, 'type') ?? '').toLowerCase();
}
