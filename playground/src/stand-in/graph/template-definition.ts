import { isObject, objectAt, objectsAt, shown, textAt, type JsonObject } from '../json.js';
import type { Template } from '../store/template-store.js';
import { type GraphError, whatsAppError } from './errors.js';
import { characters, firstBreach, type FieldRule } from './field-rules.js';
import { variablesIn } from './template-text.js';

const FIELDS: readonly FieldRule[] = [
  { path: 'name', is: 'text', required: true, missing: 100, max: 512, tooLong: 100, matches: /^[a-z0-9_]+$/ },
  { path: 'language', is: 'text', required: true, missing: 100, matches: /^[a-z]{2,3}(_[A-Z]{2,3})?$/ },
  { path: 'category', is: 'text', required: true, missing: 100, matches: /^(authentication|marketing|utility)$/i },
  { path: 'parameter_format', is: 'text', matches: /^(named|positional)$/i },
  { path: 'components', is: 'list', required: true, missing: 100, min: 1 },
];

const TEXT_LIMITS = {
  HEADER: 60,
  BODY: 1024,
  FOOTER: 60,
  OFFER_BODY: 600,
  CARD_BODY: 160,
  OFFER: 16,
  BUTTON: 25,
} as const;
const HEADER_FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT', 'GIF'];
const NEEDS_SAMPLE = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];
const BUTTON_COUNTS: Readonly<Record<string, number>> = {
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  OTP: 1,
};

const OTP_BODY = '*{{1}}* is your verification code.';
const OTP_ADVICE = ' For your security, do not share this code.';

/** Checks a template that is being created and gives it in the form in which it is listed (without id and status). */
export function defineTemplate(request: JsonObject): Omit<Template, 'id' | 'status'> {
  const breach = firstBreach('', request, FIELDS);
  if (breach) throw breach;
  const category = (textAt(request, 'category') ?? '').toUpperCase();
  const components = objectsAt(request, 'components').map(normalised);
  const refusal = componentBreach(components, category);
  if (refusal) throw refusal;
  return {
    name: textAt(request, 'name') ?? '',
    language: textAt(request, 'language') ?? '',
    category,
    parameter_format: textAt(request, 'parameter_format')?.toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: category === 'AUTHENTICATION' ? authenticationComponents(components) : components,
  };
}

/** Upper-case type names, as in every answer of the Graph API. */
function normalised(component: JsonObject): JsonObject {
  const upper = (key: string): JsonObject => {
    const value = textAt(component, key);
    return value === undefined ? {} : { [key]: value.toUpperCase() };
  };
  const buttons =
    component['buttons'] === undefined ? {} : { buttons: objectsAt(component, 'buttons').map(normalised) };
  const cards =
    component['cards'] === undefined
      ? {}
      : {
          cards: objectsAt(component, 'cards').map((card) => ({
            ...card,
            components: objectsAt(card, 'components').map(normalised),
          })),
        };
  return { ...component, ...upper('type'), ...upper('format'), ...upper('otp_type'), ...buttons, ...cards };
}

function componentBreach(components: readonly JsonObject[], category: string): GraphError | undefined {
  const hasOffer = components.some((component) => component['type'] === 'LIMITED_TIME_OFFER');
  if (!components.some((component) => component['type'] === 'BODY'))
    return invalid('A template needs a BODY component.');
  if (hasOffer && components.some((component) => component['type'] === 'FOOTER')) {
    return invalid('A limited-time offer template must not have a FOOTER.');
  }
  const bodyMax = hasOffer ? TEXT_LIMITS.OFFER_BODY : TEXT_LIMITS.BODY;
  return firstOf(components, (component) => oneComponentBreach(component, { category, bodyMax }));
}

interface About {
  readonly category: string;
  readonly bodyMax: number;
}

function oneComponentBreach(component: JsonObject, about: About): GraphError | undefined {
  const written = about.category === 'AUTHENTICATION' ? undefined : component;
  switch (component['type']) {
    case 'HEADER':
      return headerBreach(component);
    case 'BODY':
      return written && bodyBreach(written, about.bodyMax);
    case 'FOOTER':
      return written && footerBreach(written);
    case 'BUTTONS':
      return buttonsBreach(objectsAt(component, 'buttons'));
    case 'CAROUSEL':
      return carouselBreach(objectsAt(component, 'cards'), about.category);
    case 'LIMITED_TIME_OFFER':
      return textBreach('LIMITED_TIME_OFFER', objectAt(component, 'limited_time_offer'), TEXT_LIMITS.OFFER);
    case 'CALL_PERMISSION_REQUEST':
      return undefined;
    default:
      return invalid(`Component type "${shown(component['type'])}" is not known.`);
  }
}

function bodyBreach(component: JsonObject, max: number): GraphError | undefined {
  return textBreach('BODY', component, max) ?? exampleBreach(component);
}

function headerBreach(header: JsonObject): GraphError | undefined {
  const format = textAt(header, 'format') ?? '';
  if (!HEADER_FORMATS.includes(format)) return invalid(`HEADER format must be one of {${HEADER_FORMATS.join(', ')}}.`);
  if (NEEDS_SAMPLE.includes(format) && !Array.isArray(objectAt(header, 'example')['header_handle'])) {
    return invalid(`A HEADER of format ${format} needs example.header_handle.`);
  }
  if (format !== 'TEXT') return undefined;
  const breach = textBreach('HEADER', header, TEXT_LIMITS.HEADER);
  if (breach) return breach;
  const many = variablesIn(textAt(header, 'text') ?? '').length > 1;
  return many ? invalid('A HEADER may have one variable only.') : exampleBreach(header);
}

function textBreach(where: string, component: JsonObject, max: number): GraphError | undefined {
  const text = textAt(component, 'text');
  if (!text) return invalid(`${where} needs a text.`);
  return characters(text) > max ? invalid(`${where} text must be at most ${max} characters long.`) : undefined;
}

function exampleBreach(component: JsonObject): GraphError | undefined {
  const names = variablesIn(textAt(component, 'text') ?? '');
  if (names.length === 0 || isObject(component['example'])) return undefined;
  return invalid(`${shown(component['type'])} has variables and needs an example.`);
}

function footerBreach(footer: JsonObject): GraphError | undefined {
  const breach = textBreach('FOOTER', footer, TEXT_LIMITS.FOOTER);
  if (breach) return breach;
  return variablesIn(textAt(footer, 'text') ?? '').length > 0
    ? invalid('A FOOTER must not have variables.')
    : undefined;
}

function buttonsBreach(buttons: readonly JsonObject[]): GraphError | undefined {
  if (buttons.length === 0 || buttons.length > 10) return invalid('BUTTONS takes 1 to 10 buttons.');
  for (const [type, max] of Object.entries(BUTTON_COUNTS)) {
    const count = buttons.filter((button) => button['type'] === type).length;
    if (count > max) return invalid(`BUTTONS takes at most ${max} of type ${type}.`);
  }
  const groups = buttons.filter((button, index) => isQuickReply(button) && !isQuickReply(buttons[index - 1])).length;
  if (groups > 1) return invalid('Quick replies must stand together.');
  return firstOf(buttons, buttonBreach);
}

function isQuickReply(button: JsonObject | undefined): boolean {
  return button?.['type'] === 'QUICK_REPLY';
}

const BUTTON_CHECKS: Readonly<Record<string, (button: JsonObject) => GraphError | undefined>> = {
  URL: (button) => buttonText(button) ?? urlBreach(textAt(button, 'url') ?? '', button),
  PHONE_NUMBER: (button) => buttonText(button) ?? numberBreach(textAt(button, 'phone_number') ?? ''),
  COPY_CODE: (button) => couponBreach(textAt(button, 'example') ?? ''),
  OTP: () => undefined,
};

function buttonBreach(button: JsonObject): GraphError | undefined {
  return (BUTTON_CHECKS[textAt(button, 'type') ?? ''] ?? buttonText)(button);
}

function buttonText(button: JsonObject): GraphError | undefined {
  return textBreach('A button', button, TEXT_LIMITS.BUTTON);
}

function numberBreach(number: string): GraphError | undefined {
  return /^\+?\d{5,20}$/.test(number) ? undefined : invalid('phone_number is not valid.');
}

function couponBreach(code: string): GraphError | undefined {
  return characters(code) > 20 ? invalid('A coupon code is at most 20 characters long.') : undefined;
}

function urlBreach(url: string, button: JsonObject): GraphError | undefined {
  if (!/^https?:\/\//i.test(url) || url.length > 2000)
    return invalid('A URL button needs an http(s) url of at most 2000 characters.');
  const variables = variablesIn(url);
  if (variables.length === 0) return undefined;
  if (variables.length > 1 || !url.endsWith('}}')) return invalid('A url may have one variable, at its end.');
  return Array.isArray(button['example']) ? undefined : invalid('A url with a variable needs an example.');
}

function carouselBreach(cards: readonly JsonObject[], category: string): GraphError | undefined {
  if (cards.length < 2 || cards.length > 10) return invalid('A CAROUSEL takes 2 to 10 cards.');
  return firstOf(cards, (card) => {
    const components = objectsAt(card, 'components');
    const buttons = components.flatMap((component) => objectsAt(component, 'buttons'));
    if (buttons.length > 2) return invalid('A card takes at most 2 buttons.');
    if (!components.some((component) => component['type'] === 'HEADER')) return invalid('A card needs a HEADER.');
    return firstOf(components, (component) =>
      oneComponentBreach(component, { category, bodyMax: TEXT_LIMITS.CARD_BODY }),
    );
  });
}

/** Authentication templates are written by WhatsApp: fixed texts, and a URL button in place of the OTP button. */
function authenticationComponents(components: readonly JsonObject[]): JsonObject[] {
  return components.map((component) => {
    if (component['type'] === 'BODY') {
      return { ...component, text: OTP_BODY + (component['add_security_recommendation'] === true ? OTP_ADVICE : '') };
    }
    if (component['type'] === 'FOOTER' && typeof component['code_expiration_minutes'] === 'number') {
      return { ...component, text: `This code expires in ${component['code_expiration_minutes']} minutes.` };
    }
    if (component['type'] === 'BUTTONS')
      return { ...component, buttons: objectsAt(component, 'buttons').map(otpButton) };
    return component;
  });
}

function otpButton(button: JsonObject): JsonObject {
  if (button['type'] !== 'OTP') return button;
  const url = `https://www.whatsapp.com/otp/code/?otp_type=${shown(button['otp_type'])}&code=otp{{1}}`;
  return { type: 'URL', text: textAt(button, 'text') ?? 'Copy code', url, example: [url.replace('{{1}}', '123456')] };
}

function firstOf<T>(list: readonly T[], check: (element: T) => GraphError | undefined): GraphError | undefined {
  for (const element of list) {
    const breach = check(element);
    if (breach) return breach;
  }
  return undefined;
}

function invalid(details: string): GraphError {
  return whatsAppError(100, details);
}
