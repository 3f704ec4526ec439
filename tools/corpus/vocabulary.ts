import { isRecord, shapeOf, type Leaf, type Steps } from './raw.js';

/**
 * What WhatsApp's documentation says of each place in the JSON, apart from the product's own knowledge of it:
 * the names that exist, and what kind of value each takes.
 */

/** What kind of value a place takes. */
export type Slot = 'constant' | 'kind' | 'number' | 'flag' | 'closed' | 'open' | 'opaque' | 'text';

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Sub-objects that belong to the business or to a payment provider: their keys are nobody else's. */
const OPAQUE = new RegExp(
  `(^|\\.)(${words(`
    flow_action_payload.data flow_action_data parameters.values saved_addresses validation_errors payment_settings shipping_info
    beneficiaries importer_address parameters.payment order_status.payment order.expiration custom_data transaction
  `).join('|')})\\.`,
);

const CONSTANTS = /(^|\.)(messaging_product|object)$/;

/** A word that says which of its neighbours is filled: it tells nothing that they do not tell. */
const KIND_WORDS = new RegExp(
  [
    '^type$',
    '^status$',
    '^interactive\\.type$',
    '^interactive\\.action\\.name$',
    'action\\.cards\\.action\\.name$',
    '(^|\\.)header\\.type$',
    '(^|\\.)buttons\\.type$',
    '(^|\\.)cards\\.type$',
    '(^|\\.)components\\.(type|sub_type)$',
    '(^|\\.)components\\.parameters\\.type$',
    '(messages|message_echoes|threads\\.messages|edit\\.message)\\.(interactive\\.)?type$',
    'statuses\\.type$',
    'changes\\.field$',
    'state_sync\\.type$',
  ].join('|'),
);

const NUMBERS = new RegExp(
  `(^|\\.)(${words(`
    latitude longitude index card_index quantity amount_1000 expiration_time_ms ttl_minutes code_expiration_minutes
    message_send_ttl_seconds expiration_days file_size error\\.code errors\\.code error_subcode expiration_time current_usage max_allowed
    limit_expiration_time item_price quality_score\\.date timestamp created_timestamp expiration_timestamp expiration
    category_update_timestamp start_time end_time duration phase chunk_order progress entry\\.time
    (total_amount|amount|sale_amount|subtotal|tax|shipping|discount)\\.(value|offset)
  `).join('|')})$`,
);

const FLAGS = new RegExp(
  `(^|\\.)(${words(`
    preview_url voice add_security_recommendation zero_tap_terms_accepted has_expiration message_activity_sharing
    payment_link_preview can_perform_action success is_transient cta_url_link_tracking_opted_out allow_category_change
    is_primary_device_delivery_only animated is_permanent forwarded frequently_forwarded update_successful acknowledged billable
  `).join('|')})$`,
);

/** Words of lists that WhatsApp has closed: any other word is an error there. */
const CLOSED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(^|\.)otp_type$/, words('copy_code one_tap zero_tap')],
  [/(^|\.)format$/, words('text image video document gif location product')],
  [/^(data\.)?parameter_format$/, words('positional named')],
  [/^recipient_type$/, words('individual group')],
  [/^entry\.changes\.value\.state_sync\.action$/, words('add remove')],
  [/calls\.direction$/, words('user_initiated business_initiated')],
  [/user_preferences\.value$/, words('stop resume signup')],
];

/** Words of lists to which WhatsApp adds from time to time. */
const OPEN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(data\.)?category$/, words('marketing utility authentication')],
  [/^(data\.)?status$/, words('approved pending rejected paused disabled in_appeal deleted archived')],
  [/statuses\.status$/, words('sent delivered read failed')],
];

const OBJECTS = new RegExp(
  `(^|\\.)(${words(`
    parameters components action interactive template sections buttons cards context session order order_details image video audio
    document sticker contacts reaction example location product currency date_time
  `).join('|')})$`,
);

/** Places named like an object that take a plain value. */
const PLAIN =
  /(^|\.)errors?\.|parameters\.currency$|product_items\.currency$|payment\.currency$|action\.button$|buttons\.example$|named_params\.example$|order_details\.currency$/;

/** What a place takes. */
export function slotOf(steps: Steps): Slot {
  const shape = shapeOf(steps);
  if (OPAQUE.test(shape)) return 'opaque';
  if (CONSTANTS.test(shape)) return 'constant';
  const tests: readonly (readonly [Slot, boolean])[] = [
    ['open', isWord(OPEN, shape)],
    ['kind', KIND_WORDS.test(shape)],
    ['closed', isWord(CLOSED, shape)],
    ['number', NUMBERS.test(shape)],
    ['flag', FLAGS.test(shape)],
  ];
  return tests.find(([, found]) => found)?.[0] ?? 'text';
}

/** Does an object or a list stand at this place whenever the API gives or takes one? */
export function holdsOthers(steps: Steps): boolean {
  const shape = shapeOf(steps);
  return OBJECTS.test(shape) && !PLAIN.test(shape);
}

function isWord(table: readonly (readonly [RegExp, readonly string[]])[], shape: string): boolean {
  return table.some(([pattern]) => pattern.test(shape));
}

/** The documented words of a place. */
export function wordsOf(steps: Steps): readonly string[] {
  const shape = shapeOf(steps);
  return [...OPEN, ...CLOSED].find(([pattern]) => pattern.test(shape))?.[1] ?? [];
}

/** Can the API read this value in its place? What it cannot read says nothing. */
export function isReadable({ steps, value }: Leaf): boolean {
  switch (slotOf(steps)) {
    case 'number':
      return value !== '' && Number.isFinite(Number(value));
    case 'flag':
      return /^(true|false)$/i.test(String(value));
    case 'closed':
      return wordsOf(steps).includes(String(value).toLowerCase());
    default:
      if (/calls\.status$/.test(shapeOf(steps)) && typeof steps.at(-1) === 'number') return false;
      return !(holdsOthers(steps) && value !== null);
  }
}

/** Does somebody's sample have a name here that is to be filled in, such as `<MESSAGE_ID>` or `{{Recipient-Phone-Number}}`? */
export function isPlaceholder(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /<[^<>]+>|\{\{?[^{}]+\}?\}|^\[[^\]]*\|[^\]]*\]$|^[A-Z][A-Z0-9]*([_ ][A-Z0-9|.]+)+$|^JSON /.test(value)
  );
}

/** Names of properties in WhatsApp's documentation of requests, answers, errors and webhooks. */
const NAMES: ReadonlySet<string> = new Set(
  words(`
    messaging_product recipient_type to recipient type context message_id biz_opaque_callback_data recipient_identity_key_hash
    messaging_account_id product_policy message_activity_sharing text body preview_url image video audio document sticker id link
    caption filename voice location latitude longitude name address contacts formatted_name first_name last_name middle_name prefix suffix
    phones phone wa_id emails email addresses street city state zip country country_code org company department title urls url
    birthday reaction emoji pin expiration_days interactive header footer action button buttons reply sections rows description
    product_items product_retailer_id catalog_id parameters display_text flow_message_version flow_id flow_name flow_cta flow_token
    mode flow_action flow_action_payload screen data values saved_addresses validation_errors thumbnail_product_retailer_id cards card_index
    quick_reply ttl_minutes payload payment_link_preview sub_text reference_id total_amount value offset order status items retailer_id
    amount quantity sale_amount country_of_origin importer_name importer_address subtotal tax shipping discount
    discount_program_name expiration payment_settings payment_type payment_configuration shipping_info beneficiaries currency payment
    template language code policy components sub_type index parameter_name fallback_value amount_1000 date_time day_of_week year month
    day_of_month hour minute calendar product coupon_code flow_action_data order_details limited_time_offer expiration_time_ms
    tap_target_configuration order_status typing_indicator call_id session sdp_type sdp
    category sub_category previous_category correct_category parameter_format format example header_text header_text_named_params
    header_handle body_text body_text_named_params param_name phone_number otp_type autofill_text supported_apps package_name signature_hash
    zero_tap_terms_accepted flow_json navigate_screen icon app_deep_link meta_app_id android_deep_link
    android_fallback_playstore_url add_security_recommendation code_expiration_minutes has_expiration languages rejected_reason quality_score
    quality_score_category score date message_send_ttl_seconds library_template_name cta_url_link_tracking_opted_out
    allow_category_change is_primary_device_delivery_only display_format paging cursors before after next previous
    messages input user_id group_id message_status success calls permission actions action_name can_perform_action limits time_period
    current_usage max_allowed limit_expiration_time expiration_time mime_type sha256 file_size error message error_data details
    error_subcode fbtrace_id is_transient error_user_title error_user_msg errors href
    object entry changes field time metadata display_phone_number phone_number_id profile username parent_user_id identity_key_hash
    from from_user_id from_parent_user_id timestamp referral animated button_reply list_reply nfm_reply response_json
    call_permission_reply response is_permanent expiration_timestamp response_source unsupported edit revoke original_message_id
    system customer new_wa_id previous_user_id previous_parent_user_id identity acknowledged created_timestamp hash origin vcard
    source_type source_id source_url headline media_type image_url video_url thumbnail_url ctwa_clid welcome_message
    forwarded frequently_forwarded referred_product item_price
    statuses recipient_id recipient_user_id recipient_parent_user_id parent_recipient_user_id recipient_participant_id
    recipient_participant_user_id participant_recipient_id conversation pricing billable pricing_model
    message_echoes to_user_id to_parent_user_id history threads history_context phase chunk_order progress state_sync contact full_name
    event message_template_id message_template_name message_template_language message_template_category reason disable_info
    disable_date other_info rejection_info recommendation new_quality_score previous_quality_score message_template_element
    message_template_title message_template_footer message_template_buttons message_template_button_type message_template_button_text
    message_template_button_url message_template_button_phone_number new_category category_update_timestamp user_preferences detail
    restriction_info restriction_type remediation violation_info violation_type ban_info waba_ban_state waba_ban_date current_limit old_limit
    max_daily_conversations_per_business direction start_time end_time duration connection webrtc wacid cta_payload
    groups request_id subject invite_link join_approval_mode join_request_id added_participants removed_participants
    failed_participants group_subject group_description profile_picture update_successful standby transaction user_id_update
  `),
);

/** The name of the place, or of what holds it, that WhatsApp's documentation does not have; `undefined` when it has all. */
export function unknownName(steps: Steps): string | undefined {
  for (const [position, step] of steps.entries()) {
    const place = steps.slice(0, position + 1);
    if (slotOf([...place, 'x']) === 'opaque') return undefined;
    if (typeof step === 'string' && !NAMES.has(step)) return step;
  }
  return undefined;
}

/** The keys of a JSON object as WhatsApp documents them: client libraries write `phoneNumber`. */
export function documentedKey(key: string): string {
  return /^[a-z]+([A-Z][a-z0-9]*)+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}

/** Does the customer's or a provider's own object begin here? */
export function isOpaqueObject(steps: Steps, json: unknown): boolean {
  return (isRecord(json) || Array.isArray(json)) && slotOf([...steps, 'x']) === 'opaque';
}
