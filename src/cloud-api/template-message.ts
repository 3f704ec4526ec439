import type { JsonObject, JsonValue, TemplateCardValue, TemplateMessage } from '../domain/index.js';
import { list, number, optional, requiredText, shape, text, type Codec } from './codec.js';
import { asList, isObject, valueAt, withoutMissing, word, type MutableJson } from './json.js';
import { orderProgress } from './orders.js';
import { buttonValue } from './template-button-values.js';
import { headerValue, templateValue } from './template-values.js';

type Parts = Pick<TemplateMessage, 'header' | 'body' | 'buttons'>;
type Extras = Pick<TemplateMessage, 'offerExpiresAt' | 'tapTargets' | 'orderStatus'>;

const tapTarget = shape<{ readonly url: string; readonly title: string }>({
  url: requiredText('url'),
  title: requiredText('title'),
});

const offer = shape<{ readonly at?: number }>({ at: optional('limited_time_offer.expiration_time_ms', number) });

function componentsOf(json: unknown, type: string): readonly unknown[] {
  return asList(json).filter((component) => word(valueAt(component, 'type')) === type);
}

function parametersOf(json: unknown, type: string): readonly unknown[] {
  return componentsOf(json, type).flatMap((component) => asList(valueAt(component, 'parameters')));
}

function some<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  return values && values.length > 0 ? values : undefined;
}

function readParts(components: unknown): Parts {
  return withoutMissing<Parts>({
    header: headerValue.read(parametersOf(components, 'header')[0]),
    body: some(list(templateValue).read(parametersOf(components, 'body'))),
    buttons: some(list(buttonValue).read(componentsOf(components, 'button'))),
  });
}

function writeParts(parts: Parts): readonly JsonValue[] {
  const header = parts.header && headerValue.write(parts.header);
  const body = some(parts.body) && list(templateValue).write(parts.body ?? []);
  return [
    ...(header === undefined ? [] : [{ type: 'header', parameters: [header] }]),
    ...(body === undefined ? [] : [{ type: 'body', parameters: body }]),
    ...(parts.buttons ?? []).map((button) => buttonValue.write(button) ?? {}),
  ];
}

/** The values of one card of a carousel template. */
const card: Codec<TemplateCardValue> = {
  read(json) {
    if (!isObject(json)) return undefined;
    return { index: number.read(valueAt(json, 'card_index')) ?? 0, ...readParts(valueAt(json, 'components')) };
  },
  write: (value) => ({ card_index: value.index, components: writeParts(value) }),
};

function readExtras(components: unknown): Extras {
  return withoutMissing<Extras>({
    offerExpiresAt: offer.read(parametersOf(components, 'limited_time_offer')[0])?.at,
    tapTargets: list(tapTarget).read(
      valueAt(parametersOf(components, 'tap_target_configuration')[0], 'tap_target_configuration'),
    ),
    orderStatus: orderProgress.read(valueAt(parametersOf(components, 'order_status')[0], 'order_status')),
  });
}

function writeExtras(extras: Extras): readonly JsonValue[] {
  return [
    ...extra(
      'limited_time_offer',
      extras.offerExpiresAt === undefined ? undefined : { expiration_time_ms: extras.offerExpiresAt },
    ),
    ...extra('tap_target_configuration', extras.tapTargets && list(tapTarget).write(extras.tapTargets)),
    ...extra('order_status', extras.orderStatus && orderProgress.write(extras.orderStatus)),
  ];
}

function extra(type: string, value: JsonValue | undefined): readonly JsonObject[] {
  return value === undefined ? [] : [{ type, parameters: [{ type, [type]: value }] }];
}

function cardsOf(components: unknown): readonly unknown[] {
  return componentsOf(components, 'carousel').flatMap((component) => asList(valueAt(component, 'cards')));
}

const head = shape<Pick<TemplateMessage, 'name' | 'language' | 'languagePolicy'>>({
  name: requiredText('name'),
  language: requiredText('language.code'),
  languagePolicy: optional('language.policy', text),
});

/** A template filled in, as it is sent; its definition is not part of the call. */
export const templateMessage: Codec<TemplateMessage> = {
  read(json) {
    const named = head.read(json);
    if (!named) return undefined;
    const components = valueAt(json, 'components');
    return withoutMissing<TemplateMessage>({
      ...named,
      ...readParts(components),
      cards: some(list(card).read(cardsOf(components))),
      ...readExtras(components),
    });
  },
  write(template) {
    const target = head.write(template) as MutableJson;
    const cards = some(template.cards) && list(card).write(template.cards ?? []);
    const components = [
      ...writeParts(template),
      ...(cards === undefined ? [] : [{ type: 'carousel', cards }]),
      ...writeExtras(template),
    ];
    if (components.length > 0) target['components'] = components;
    return target;
  },
};
