import type { JsonObject } from '../json.js';
import type { Template } from '../store/template-store.js';

type Seed = Pick<Template, 'name' | 'category' | 'components'> & Partial<Template>;

const header = (text: string, example?: string): JsonObject => ({
  type: 'HEADER',
  format: 'TEXT',
  text,
  ...(example && { example: { header_text: [example] } }),
});

const media = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT', sample: string): JsonObject => ({
  type: 'HEADER',
  format,
  example: { header_handle: [`https://scontent.whatsapp.net/v/t61.29466-34/${sample}`] },
});

const body = (text: string, ...examples: readonly string[]): JsonObject => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 && { example: { body_text: [examples] } }),
});

const namedBody = (text: string, examples: Readonly<Record<string, string>>): JsonObject => ({
  type: 'BODY',
  text,
  example: {
    body_text_named_params: Object.entries(examples).map(([param_name, example]) => ({ param_name, example })),
  },
});

const footer = (text: string): JsonObject => ({ type: 'FOOTER', text });
const buttons = (...list: readonly JsonObject[]): JsonObject => ({ type: 'BUTTONS', buttons: list });
const quickReply = (text: string): JsonObject => ({ type: 'QUICK_REPLY', text });
const link = (text: string, url: string): JsonObject => ({ type: 'URL', text, url });
const linkTo = (text: string, url: string, example: string): JsonObject => ({
  ...link(text, `${url}{{1}}`),
  example: [`${url}${example}`],
});
const call = (text: string): JsonObject => ({ type: 'PHONE_NUMBER', text, phone_number: '+15550783881' });
const coupon = (example: string): JsonObject => ({ type: 'COPY_CODE', text: 'Copy offer code', example: [example] });

const card = (sample: string, text: string, product: string): JsonObject => ({
  components: [
    media('IMAGE', sample),
    body(text),
    buttons(quickReply('Tell me more'), linkTo('See it', 'https://shop.example.com/p/', product)),
  ],
});

const SEEDS: readonly Seed[] = [
  {
    name: 'appointment_reminder',
    category: 'UTILITY',
    components: [
      header('Your appointment on {{1}}', 'Tuesday'),
      body('Hello {{1}}, we look forward to your *{{2}}* at {{3}}. Can you make it?', 'Amara', 'boot fitting', '10:30'),
      footer('Fernweh Outdoor, 12 Harbour Street'),
      buttons(quickReply('I will be there'), quickReply('Another time, please')),
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'de',
    category: 'UTILITY',
    components: [
      header('Ihr Termin am {{1}}', 'Dienstag'),
      body(
        'Hallo {{1}}, wir freuen uns auf Ihre *{{2}}* um {{3}} Uhr. Passt das noch?',
        'Zoë',
        'Schuhanprobe',
        '10:30',
      ),
      footer('Fernweh Outdoor, Hafenstraße 12'),
      buttons(quickReply('Ich komme'), quickReply('Lieber ein anderes Mal')),
    ],
  },
  {
    name: 'order_shipped',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      media('IMAGE', 'parcel.jpg'),
      namedBody(
        'Good news, {{first_name}}! Order {{order_number}} is on its way and should arrive on {{delivery_day}}.',
        {
          first_name: 'Amara',
          order_number: 'FW-20417',
          delivery_day: 'Thursday',
        },
      ),
      footer('Reply here if anything is wrong.'),
      buttons(linkTo('Track parcel', 'https://track.example.com/', 'FW-20417'), call('Call us')),
    ],
  },
  {
    name: 'invoice_ready',
    category: 'UTILITY',
    components: [
      media('DOCUMENT', 'invoice.pdf'),
      body(
        'Hello {{1}}, here is the invoice for order {{2}}: {{3}}, due on {{4}}.',
        'Noor',
        'FW-20388',
        '$ 84.90',
        '15 December',
      ),
    ],
  },
  {
    name: 'pickup_ready',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      body('Order {{1}} is ready. Bring this code to the counter: *{{2}}*.', 'FW-20417', '7310'),
      buttons(quickReply('Send it to me instead')),
    ],
  },
  {
    name: 'service_restored',
    category: 'UTILITY',
    components: [body('Our shop and our phones are back. Thank you for your patience!')],
  },
  {
    name: 'feedback_survey',
    category: 'UTILITY',
    components: [
      body('Hello {{1}}, how did we do today? It takes one minute.', 'Amara'),
      buttons({
        type: 'FLOW',
        text: 'Rate us',
        flow_id: 1120094503217745,
        flow_action: 'NAVIGATE',
        navigate_screen: 'RATING',
      }),
    ],
  },
  {
    name: 'tent_care_video',
    category: 'MARKETING',
    components: [
      media('VIDEO', 'tent-care.mp4'),
      body('Two minutes that add years to the life of your tent.'),
      footer('Tap Stop to end these tips.'),
      buttons(quickReply('Stop'), link('All tips', 'https://shop.example.com/tips')),
    ],
  },
  {
    name: 'welcome_coupon',
    category: 'MARKETING',
    components: [
      header('Welcome aboard'),
      body('Use the code {{1}} for {{2}} off your first order.', 'TRAIL15', '15 %'),
      buttons(quickReply('No more offers'), coupon('TRAIL15')),
    ],
  },
  {
    name: 'weekend_offer',
    category: 'MARKETING',
    components: [
      media('IMAGE', 'weekend.jpg'),
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends on Sunday', has_expiration: true } },
      body('{{1}}, all rain jackets are {{2}} off until Sunday night.', 'Zoë', '25 %'),
      buttons(coupon('RAIN25'), linkTo('Shop now', 'https://shop.example.com/jackets?code=', 'RAIN25')),
    ],
  },
  {
    name: 'season_picks',
    category: 'MARKETING',
    components: [
      body('{{1}}, three things that people took home this week:', 'Noor'),
      {
        type: 'CAROUSEL',
        cards: [
          card('stove.jpg', 'A stove that boils a litre in three minutes.', 'stove'),
          card('lamp.jpg', 'A lamp that charges in the sun.', 'lamp'),
          card('mat.jpg', 'A mat that packs as small as a bottle.', 'mat'),
        ],
      },
    ],
  },
  {
    name: 'browse_catalog',
    category: 'MARKETING',
    components: [
      body('Our winter catalog is here. Free delivery above {{1}}.', '$ 50'),
      footer('Prices include tax.'),
      buttons({ type: 'CATALOG', text: 'View catalog' }),
    ],
  },
  {
    name: 'sign_in_code',
    category: 'AUTHENTICATION',
    components: [
      {
        ...body('*{{1}}* is your verification code. For your security, do not share this code.', '123456'),
        add_security_recommendation: true,
      },
      { ...footer('This code expires in 10 minutes.'), code_expiration_minutes: 10 },
      buttons({
        type: 'URL',
        text: 'Copy code',
        url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
        example: ['https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456'],
      }),
    ],
  },
  {
    name: 'clearance_sale',
    category: 'MARKETING',
    status: 'PAUSED',
    quality_score: { score: 'RED' },
    components: [
      body('Everything must go: up to {{1}} off until {{2}}.', '70 %', 'Saturday'),
      buttons(quickReply('Stop')),
    ],
  },
  {
    name: 'loyalty_invite',
    category: 'UTILITY',
    status: 'REJECTED',
    rejected_reason: 'INCORRECT_CATEGORY',
    components: [body('Join our club, {{1}}, and get {{2}} points at once!', 'Amara', '500')],
  },
];

const FIRST_ID = 1_387_372_356_726_660;

/** The templates that a new stand-in begins with: every kind of component, one paused, one rejected. */
export const SEED_TEMPLATES: readonly Template[] = SEEDS.map((seed, index) => ({
  id: String(FIRST_ID + index),
  language: 'en_US',
  status: 'APPROVED',
  parameter_format: 'POSITIONAL',
  ...seed,
}));
