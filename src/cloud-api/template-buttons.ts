import type { AppDeepLink, TemplateButton } from '../domain/index.js';
import {
  always,
  flag,
  list,
  number,
  optional,
  requiredText,
  shape,
  text,
  textIfAny,
  wordOf,
  required,
  type Codec,
  type Field,
  type Fields,
} from './codec.js';
import { asList, isObject, valueAt, word } from './json.js';

type ButtonKind = TemplateButton['kind'];
type ButtonOf<K extends ButtonKind> = Extract<TemplateButton, { kind: K }>;
type KnownKind = Exclude<ButtonKind, 'other'>;
type PlainKind = ButtonOf<'catalog' | 'multi-product' | 'product' | 'order-details' | 'contact-request'>['kind'];
type OtpApp = NonNullable<ButtonOf<'otp'>['apps']>[number];

const label = textIfAny('text');

/** A sample value, which WhatsApp's documents show both bare and in a list. */
function sample(write: (value: string) => string | readonly string[]): Field<string | undefined> {
  return {
    read: (source) => text.read(asList(valueAt(source, 'example'))[0]),
    write(value, target) {
      if (value !== undefined) target['example'] = write(value);
    },
  };
}

const app = shape<OtpApp>({ packageName: requiredText('package_name'), signatureHash: requiredText('signature_hash') });

/** The apps that may fill in a code; older definitions have the only one on the button itself. */
const apps: Field<readonly OtpApp[] | undefined> = {
  read(source) {
    const listed = list(app).read(valueAt(source, 'supported_apps'));
    if (listed) return listed;
    const alone = valueAt(source, 'package_name') === undefined ? undefined : app.read(source);
    return alone && [alone];
  },
  write: (value, target) => optional('supported_apps', list(app)).write(value, target),
};

const otp = wordOf({ COPY_CODE: 'copy-code', ONE_TAP: 'one-tap', ZERO_TAP: 'zero-tap' });

const appDeepLink = shape<AppDeepLink>({
  metaAppId: optional('meta_app_id', text),
  androidUrl: optional('android_deep_link', text),
  androidFallbackUrl: optional('android_fallback_playstore_url', text),
});

const TYPES: Readonly<Record<KnownKind, string>> = {
  'quick-reply': 'QUICK_REPLY',
  url: 'URL',
  phone: 'PHONE_NUMBER',
  'copy-code': 'COPY_CODE',
  otp: 'OTP',
  flow: 'FLOW',
  'voice-call': 'VOICE_CALL',
  catalog: 'CATALOG',
  'multi-product': 'MPM',
  product: 'SPM',
  'order-details': 'ORDER_DETAILS',
  'contact-request': 'REQUEST_CONTACT_INFO',
};

function button<K extends KnownKind>(
  kind: K,
  fields: Fields<Omit<ButtonOf<K>, 'kind' | 'text'>>,
): Codec<TemplateButton> {
  const all = { kind: always(kind), text: label, ...fields };
  return shape<TemplateButton>(all as unknown as Fields<TemplateButton>, { type: TYPES[kind] });
}

function plain(kind: PlainKind): Codec<TemplateButton> {
  return shape<ButtonOf<PlainKind>>({ kind: always(kind), text: label }, { type: TYPES[kind] });
}

const BUTTONS: Readonly<Record<KnownKind, Codec<TemplateButton>>> = {
  'quick-reply': button('quick-reply', {}),
  url: button('url', {
    url: requiredText('url'),
    example: sample((value) => [value]),
    appDeepLink: optional('app_deep_link', appDeepLink),
  }),
  phone: button('phone', { phoneNumber: requiredText('phone_number') }),
  'copy-code': button('copy-code', { example: sample((value) => value) }),
  otp: button('otp', {
    otp: required('otp_type', otp, 'copy-code'),
    autofillText: optional('autofill_text', text),
    apps,
    zeroTapTermsAccepted: optional('zero_tap_terms_accepted', flag),
  }),
  flow: button('flow', {
    flowId: optional('flow_id', text),
    flowName: optional('flow_name', text),
    flowJson: optional('flow_json', text),
    action: optional('flow_action', text),
    screen: optional('navigate_screen', text),
    icon: optional('icon', text),
  }),
  'voice-call': button('voice-call', { ttlMinutes: optional('ttl_minutes', number) }),
  catalog: plain('catalog'),
  'multi-product': plain('multi-product'),
  product: plain('product'),
  'order-details': plain('order-details'),
  'contact-request': plain('contact-request'),
};

const other = shape<ButtonOf<'other'>>({ kind: always('other'), text: label, type: requiredText('type') });

/** A button of a template definition; kinds that WhatsApp added later keep their type and text. */
export const templateButton: Codec<TemplateButton> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const type = word(valueAt(json, 'type'))?.toUpperCase();
    const kind = (Object.keys(TYPES) as readonly KnownKind[]).find((each) => TYPES[each] === type);
    return (kind ? BUTTONS[kind] : other).read(json);
  },
  write: (value) => (value.kind === 'other' ? other : BUTTONS[value.kind]).write(value),
};
