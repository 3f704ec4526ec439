import { isObject, objectAt, objectsAt, textAt, type JsonObject } from '../json.js';
import type { RenderedButton } from '../phone-types.js';
import { whatsAppError } from './errors.js';
import { characters } from './field-rules.js';
import { checkLayout, variablesIn } from './template-text.js';

const URL_CHARACTERS = 2000;
const COUPON_CHARACTERS = 20;
const PAYLOAD_CHARACTERS = 128;
const SECTION_TITLE_CHARACTERS = 24;

interface ButtonKind {
  /** The `sub_type` that a send names. */
  readonly subType: string;
  /** Whether a send must give a parameter. */
  readonly needed: (definition: JsonObject) => boolean;
  /** Reads the parameter (none when it was not given) into what the phone shows. */
  readonly read: (definition: JsonObject, parameter: JsonObject | undefined, where: string) => Partial<RenderedButton>;
}

const never = (): boolean => false;
const always = (): boolean => true;
const nothing = (): Partial<RenderedButton> => ({});

/** The buttons of templates that take a parameter when sent; all others take none. */
const BUTTON_KINDS: Readonly<Record<string, ButtonKind>> = {
  QUICK_REPLY: { subType: 'quick_reply', needed: never, read: quickReply },
  URL: { subType: 'url', needed: hasVariable, read: url },
  COPY_CODE: { subType: 'copy_code', needed: always, read: copyCode },
  FLOW: { subType: 'flow', needed: never, read: flow },
  CATALOG: { subType: 'catalog', needed: never, read: nothing },
  MPM: { subType: 'mpm', needed: always, read: productSections },
  ORDER_DETAILS: { subType: 'order_details', needed: always, read: orderDetails },
  VOICE_CALL: { subType: 'voice_call', needed: never, read: nothing },
};

/** Checks the sent button components against the defined buttons and gives what the phone shows. */
export function fillButtons(
  definitions: readonly JsonObject[],
  sent: readonly JsonObject[],
  place: string,
): RenderedButton[] {
  const byIndex = indexed(sent, definitions.length, place);
  return definitions.map((definition, index) => fillButton(definition, byIndex.get(index), { index, place }));
}

function indexed(sent: readonly JsonObject[], count: number, place: string): Map<number, JsonObject> {
  const found = new Map<number, JsonObject>();
  for (const component of sent) {
    const index = Number(component['index'] ?? 0);
    if (!(index >= 0 && index < count) || found.has(index)) {
      throw whatsAppError(
        132018,
        `${place}: index ${String(component['index'])} names no button of the template, or one twice`,
      );
    }
    found.set(index, component);
  }
  return found;
}

function fillButton(
  definition: JsonObject,
  sent: JsonObject | undefined,
  at: { readonly index: number; readonly place: string },
): RenderedButton {
  const type = (textAt(definition, 'type') ?? '').toUpperCase();
  const phoneNumber = textAt(definition, 'phone_number');
  const shown = { index: at.index, type, text: textAt(definition, 'text') ?? '', ...(phoneNumber && { phoneNumber }) };
  return { ...shown, ...readParameter(definition, sent, `${at.place}: Button at index ${at.index} of type ${type}`) };
}

function readParameter(definition: JsonObject, sent: JsonObject | undefined, where: string): Partial<RenderedButton> {
  const kind = BUTTON_KINDS[(textAt(definition, 'type') ?? '').toUpperCase()];
  if (sent) checkSubType(kind, sent, where);
  const [parameter] = objectsAt(sent ?? {}, 'parameters');
  if (!parameter && kind?.needed(definition)) throw whatsAppError(131008, `${where} requires a parameter`);
  return kind ? kind.read(definition, parameter, where) : {};
}

function checkSubType(kind: ButtonKind | undefined, sent: JsonObject, where: string): void {
  if (!kind) throw whatsAppError(132018, `${where} does not take parameters`);
  const subType = (textAt(sent, 'sub_type') ?? 'UNKNOWN').toLowerCase();
  if (subType !== kind.subType) throw whatsAppError(132018, `${where} received sub_type ${subType}`);
}

function hasVariable(definition: JsonObject): boolean {
  return variablesIn(textAt(definition, 'url') ?? '').length > 0;
}

function quickReply(definition: JsonObject, parameter: JsonObject | undefined, where: string): Partial<RenderedButton> {
  const payload = parameter ? (textAt(parameter, 'payload') ?? textAt(parameter, 'text')) : textAt(definition, 'text');
  if (payload === undefined) throw whatsAppError(131008, `${where} requires a payload`);
  if (characters(payload) > PAYLOAD_CHARACTERS)
    throw whatsAppError(131009, `${where}: payload must be at most ${PAYLOAD_CHARACTERS} characters`);
  return { payload };
}

function url(definition: JsonObject, parameter: JsonObject | undefined, where: string): Partial<RenderedButton> {
  const pattern = textAt(definition, 'url') ?? '';
  if (!parameter) return { url: pattern };
  if (!hasVariable(definition)) throw whatsAppError(132018, `${where} does not require parameters`);
  const suffix = textAt(parameter, 'text');
  if (!suffix) throw whatsAppError(131008, `${where} requires a text`);
  checkLayout(where, suffix);
  const filled = pattern.replace(/\{\{\s*\w+\s*\}\}/, () => suffix);
  if (filled.length > URL_CHARACTERS)
    throw whatsAppError(132005, `${where}: the URL is longer than ${URL_CHARACTERS} characters`);
  return { url: filled };
}

function copyCode(_definition: JsonObject, parameter: JsonObject | undefined, where: string): Partial<RenderedButton> {
  const code = parameter && textAt(parameter, 'coupon_code');
  if (!code) throw whatsAppError(131008, `${where} requires a coupon_code`);
  if (characters(code) > COUPON_CHARACTERS)
    throw whatsAppError(131009, `${where}: coupon_code must be at most ${COUPON_CHARACTERS} characters`);
  return { code };
}

function flow(_definition: JsonObject, parameter: JsonObject | undefined, where: string): Partial<RenderedButton> {
  if (!parameter) return {};
  if (!isObject(parameter['action'])) throw whatsAppError(131008, `${where} requires an action`);
  const flowToken = textAt(objectAt(parameter, 'action'), 'flow_token');
  return flowToken ? { flowToken } : {};
}

function productSections(
  _definition: JsonObject,
  parameter: JsonObject | undefined,
  where: string,
): Partial<RenderedButton> {
  const action = objectAt(parameter ?? {}, 'action');
  const sections = objectsAt(action, 'sections');
  const items = sections.flatMap((section) => objectsAt(section, 'product_items'));
  if (!textAt(action, 'thumbnail_product_retailer_id'))
    throw whatsAppError(131008, `${where} requires a thumbnail_product_retailer_id`);
  if (items.length === 0) throw whatsAppError(131008, `${where} requires sections with product_items`);
  if (items.length > 30 || sections.length > 10)
    throw whatsAppError(131009, `${where} takes at most 10 sections with 30 products in all`);
  const titles = sections.map((section) => textAt(section, 'title') ?? '');
  if (titles.some((title) => title === '' || characters(title) > SECTION_TITLE_CHARACTERS))
    throw whatsAppError(
      131009,
      `${where}: each section needs a title of at most ${SECTION_TITLE_CHARACTERS} characters`,
    );
  return {};
}

function orderDetails(
  _definition: JsonObject,
  parameter: JsonObject | undefined,
  where: string,
): Partial<RenderedButton> {
  if (!isObject(objectAt(parameter ?? {}, 'action')['order_details']))
    throw whatsAppError(131008, `${where} requires order_details`);
  return {};
}
