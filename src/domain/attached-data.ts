/** What the guide's channel driver attaches to a session (SPEC L4), under readable names; absent where the data has no usable value. */
export interface SessionAttributes {
  /** Name of the server that submitted the session. */
  readonly submittedBy?: string;
  /** Name of the channel. */
  readonly channel?: string;
  /** Always `whatsapp` when written by a WhatsApp channel. */
  readonly mediaType?: string;
  /** Always `whatsappsession` when written by a WhatsApp channel. */
  readonly sessionMediaType?: string;
  /** Always `text`, whatever the message holds. */
  readonly messageType?: string;
  readonly messageId?: string;
  /** When the message was written, in epoch milliseconds. */
  readonly originatedAt?: number;
  /** The contact's phone number as the message's sender. */
  readonly fromAddress?: string;
  /** The business number. */
  readonly toAddress?: string;
  readonly profileNickname?: string;
  readonly plainText?: string;
  /** The contact's phone number as an attribute of the contact. */
  readonly phoneNumber?: string;
  readonly subject?: string;
}

type TextAttribute = Exclude<keyof SessionAttributes, 'originatedAt'>;

const TEXT_KEYS: Readonly<Record<TextAttribute, string>> = {
  submittedBy: '_umsInboundIxnSubmittedBy',
  channel: '_umsChannel',
  mediaType: '_umsMediaType',
  sessionMediaType: '_umsMediaTypeChat',
  messageType: '_umsMsgType',
  messageId: '_umsMsgId',
  fromAddress: '_umsFromAddr',
  toAddress: '_umsToAddr',
  profileNickname: '_msg_ProfileNickname',
  plainText: '_umsMsgPlainText',
  phoneNumber: 'PhoneNumber',
  subject: 'Subject',
};
const ORIGIN_TIME_KEY = '_umsMsgOriginTime';

/** The values that a WhatsApp channel always writes. */
export const WHATSAPP_CONSTANTS = {
  mediaType: 'whatsapp',
  sessionMediaType: 'whatsappsession',
  messageType: 'text',
} as const satisfies SessionAttributes;

/** The thirteen keys of the guide's table. */
export const ATTACHED_DATA_KEYS: readonly string[] = [...Object.values(TEXT_KEYS), ORIGIN_TIME_KEY];

/** Data attached to a session, by key; only some keys are ours. */
export type AttachedData = Readonly<Record<string, unknown>>;

/** Reads the driver's attributes from attached data; other keys and values that are not text are passed over. */
export function readAttachedData(data: AttachedData): SessionAttributes {
  const attributes: { -readonly [Key in keyof SessionAttributes]: SessionAttributes[Key] } = {};
  for (const [name, key] of textEntries()) {
    const value = textAt(data, key);
    if (value !== undefined) attributes[name] = value;
  }
  const originatedAt = parseTime(textAt(data, ORIGIN_TIME_KEY));
  if (originatedAt !== undefined) attributes.originatedAt = originatedAt;
  return attributes;
}

/** The attributes as attached data: text all of it, the origin time in ISO 8601. */
export function writeAttachedData(attributes: SessionAttributes): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [name, key] of textEntries()) {
    const value = attributes[name];
    if (value !== undefined) data[key] = value;
  }
  const { originatedAt } = attributes;
  if (originatedAt !== undefined && isTime(originatedAt)) data[ORIGIN_TIME_KEY] = new Date(originatedAt).toISOString();
  return data;
}

function textEntries(): readonly (readonly [TextAttribute, string])[] {
  return Object.entries(TEXT_KEYS) as [TextAttribute, string][];
}

function textAt(data: AttachedData, key: string): string | undefined {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const MAX_TIME = 8.64e15;

function isTime(value: number): boolean {
  return Math.abs(value) <= MAX_TIME;
}

/** Epoch seconds (up to ten digits), epoch milliseconds or ISO 8601. */
function parseTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim();
  const time = /^\d+$/.test(value) ? Number(value) * (value.length <= 10 ? 1000 : 1) : parseIsoTime(value);
  return isTime(time) ? time : undefined;
}

function parseIsoTime(value: string): number {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
    ? Date.parse(value)
    : NaN;
}

/** A channel on which an agent may start a session with a contact of another medium (SPEC I2). */
export interface OutboundChannel {
  readonly server: string;
  readonly channel: string;
  /** The business number, as configured. */
  readonly businessNumber: string;
}

const OUTBOUND_KEYS = ['_umsOutboundSessionConfig', 'umsOutboundSessionConfig'];

/** The channels in `_umsOutboundSessionConfig`, in the order of their numbers; entries that are incomplete or of another medium are passed over. */
export function readOutboundChannels(data: AttachedData): readonly OutboundChannel[] {
  const config = OUTBOUND_KEYS.map((key) => recordOf(Object.hasOwn(data, key) ? data[key] : undefined)).find(
    (found) => found !== undefined,
  );
  return Object.entries(config ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([, entry]) => outboundChannel(recordOf(entry)));
}

function recordOf(value: unknown): AttachedData | undefined {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  return typeof parsed === 'object' && parsed !== null ? (parsed as AttachedData) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function outboundChannel(entry: AttachedData | undefined): readonly OutboundChannel[] {
  if (entry === undefined) return [];
  const mediaType = textAt(entry, 'MediaType') ?? WHATSAPP_CONSTANTS.sessionMediaType;
  const channel = textAt(entry, '_umsChannel');
  const businessNumber = textAt(entry, '_umsBusinessId');
  if (mediaType !== WHATSAPP_CONSTANTS.sessionMediaType || channel === undefined || businessNumber === undefined)
    return [];
  return [{ server: textAt(entry, '_umsServer') ?? '', channel, businessNumber }];
}
