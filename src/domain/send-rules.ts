import type { MediaKind, MediaRef } from './attachment.js';
import type { InteractiveAction } from './interactive.js';
import type { Content, ContentKind } from './message.js';
import type { ServiceWindowPhase } from './service-window.js';
import type { Capabilities, FeatureName, SessionPhase } from './session.js';
import type { TemplateMessage, TemplateText, TemplateValue } from './template.js';
import { characterCount, utf8Length } from './text-size.js';

/** What may be sent in a session right now (SPEC C6). */
export type SendMode = 'free' | 'notification-only' | 'read-only';

/** Why a message may not go, as a closed set with words for each. */
export type SendRefusal =
  | 'read-only'
  | 'window-closed'
  | 'permission-missing'
  | 'not-supported'
  | 'empty'
  | 'too-many-bytes'
  | 'too-many-characters'
  | 'caption-too-long'
  | 'file-too-large'
  | 'file-type-not-allowed'
  | 'file-not-ready'
  | 'position-missing'
  | 'template-not-approved'
  | 'template-value-missing'
  | 'template-value-invalid';

export type SendVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: SendRefusal };

/** Everything that decides whether a message may go; a session's capabilities fit by spreading them. */
export interface SendRules extends Pick<Capabilities, 'permissions' | 'limits' | 'features'> {
  readonly phase: SessionPhase;
  readonly window: ServiceWindowPhase;
}

/** What kind of message may be sent at all: free text needs an engaged session and an open service window. */
export function sendModeOf(about: {
  readonly phase: SessionPhase;
  readonly windowPhase: ServiceWindowPhase;
}): SendMode {
  if (about.phase !== 'engaged') return 'read-only';
  return about.windowPhase === 'closed' ? 'notification-only' : 'free';
}

/** May this content go now, and if not, why? The other side decides again; this spares the agent its refusal. */
export function mayI(content: Content, rules: SendRules): SendVerdict {
  const mode = sendModeOf({ phase: rules.phase, windowPhase: rules.window });
  const reason =
    (mode === 'read-only' ? 'read-only' : undefined) ??
    (mode === 'notification-only' && content.kind !== 'template' ? 'window-closed' : undefined) ??
    refusalOf(content, rules);
  return reason ? { ok: false, reason } : { ok: true };
}

type RefusalOf<K extends ContentKind> = (
  content: Content & { readonly kind: K },
  rules: SendRules,
) => SendRefusal | undefined;

const notSupported = (): SendRefusal => 'not-supported';

const REFUSALS: { readonly [K in ContentKind]: RefusalOf<K> } = {
  text: ({ body }, rules) => refusalOfText(body, rules),
  image: refusalOfMedia,
  video: refusalOfMedia,
  audio: refusalOfMedia,
  document: refusalOfMedia,
  sticker: refusalOfMedia,
  location: ({ coordinates }, rules) => needs('locations', rules) ?? (coordinates ? undefined : 'position-missing'),
  contacts: ({ cards }) => (cards.length === 0 ? 'empty' : undefined),
  interactive: ({ interactive }, rules) =>
    needs('interactive', rules) ?? (isEmptyAction(interactive.action) ? 'empty' : undefined),
  template: ({ template }, rules) => needs('templates', rules) ?? refusalOfTemplate(template),
  choice: notSupported,
  'form-answer': notSupported,
  'call-permission': notSupported,
  order: notSupported,
  reaction: notSupported,
  edit: notSupported,
  revoke: notSupported,
  call: notSupported,
  pin: notSupported,
  system: notSupported,
  welcome: notSupported,
  'media-placeholder': notSupported,
  unsupported: notSupported,
};

function refusalOf(content: Content, rules: SendRules): SendRefusal | undefined {
  return (REFUSALS[content.kind] as RefusalOf<ContentKind>)(content, rules);
}

function needs(feature: FeatureName, rules: SendRules): SendRefusal | undefined {
  return rules.features.includes(feature) ? undefined : 'not-supported';
}

function refusalOfText(body: string, { limits }: SendRules): SendRefusal | undefined {
  if (body.trim() === '') return 'empty';
  if (utf8Length(body) > limits.textBytes) return 'too-many-bytes';
  return characterCount(body) > limits.textCharacters ? 'too-many-characters' : undefined;
}

function refusalOfMedia(content: Content & { readonly kind: MediaKind }, rules: SendRules): SendRefusal | undefined {
  const missing = needs('attachments', rules);
  if (missing) return missing;
  if (!rules.permissions.includes('canSendFiles')) return 'permission-missing';
  const captionLength = 'caption' in content ? characterCount(content.caption ?? '') : 0;
  return (
    refusalOfFile(content, rules) ?? (captionLength > rules.limits.captionCharacters ? 'caption-too-long' : undefined)
  );
}

function refusalOfFile(
  { kind, media }: { kind: MediaKind; media: MediaRef },
  rules: SendRules,
): SendRefusal | undefined {
  if (media.state !== undefined) return 'file-not-ready';
  const limit = rules.limits.media[kind];
  if ((media.size ?? 0) > limit.bytes) return 'file-too-large';
  if (media.mimeType !== undefined && !limit.mimeTypes.includes(essenceOf(media.mimeType)))
    return 'file-type-not-allowed';
  return undefined;
}

/** `audio/ogg; codecs=opus` → `audio/ogg`. */
function essenceOf(mimeType: string): string {
  return mimeType.split(';', 1)[0]!.trim().toLowerCase();
}

function isEmptyAction(action: InteractiveAction): boolean {
  if (action.kind === 'buttons') return action.buttons.length === 0;
  return action.kind === 'list' && action.sections.every((section) => section.rows.length === 0);
}

function refusalOfTemplate(template: TemplateMessage): SendRefusal | undefined {
  const { definition, body = [] } = template;
  if (definition && definition.status !== 'approved') return 'template-not-approved';
  const texts = parameterTexts(template);
  if (texts.some((text) => text.trim() === '')) return 'template-value-missing';
  if (body.length < placeholderCount(definition?.body) || !isHeaderFilled(template)) return 'template-value-missing';
  return texts.some(hasForbiddenSpace) ? 'template-value-invalid' : undefined;
}

function parameterTexts({ header, body = [], buttons = [] }: TemplateMessage): readonly string[] {
  return [
    ...(header && isTextValue(header) ? [textOf(header)] : []),
    ...body.map(textOf),
    ...buttons.flatMap((button) => (button.kind === 'url' ? [button.text] : [])),
  ];
}

function isHeaderFilled({ definition, header }: TemplateMessage): boolean {
  const wanted = definition?.header;
  if (!wanted) return true;
  if (wanted.kind === 'text') return placeholderCount(wanted) === 0 || header !== undefined;
  return header?.kind === wanted.kind;
}

function isTextValue(value: NonNullable<TemplateMessage['header']>): value is TemplateValue {
  return value.kind === 'text' || value.kind === 'currency' || value.kind === 'date-time';
}

function textOf(value: TemplateValue): string {
  return value.kind === 'text' ? value.text : value.fallback;
}

function placeholderCount(text: TemplateText | undefined): number {
  return new Set(text?.text.match(/\{\{\s*\w+\s*\}\}/g)?.map((found) => found.replace(/\s/g, ''))).size;
}

/** WhatsApp refuses these in a parameter (SPEC D5): a line break, a tab, more than four spaces in a row. */
function hasForbiddenSpace(text: string): boolean {
  return /[\n\r\t]| {5}/.test(text);
}
