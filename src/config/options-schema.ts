import type { DeskOptions } from './options.js';

/** A value as it stands in a configuration. */
export type RawOption = string | number | boolean;

/** One value that was not taken over: the option keeps what it was. */
export interface OptionProblem {
  readonly option: string;
  readonly value: RawOption;
  /** What would be valid, for the administrator; absent when there is no option of this name. */
  readonly valid?: string;
}

interface OptionType<T> {
  readonly valid: string;
  /** The value, or nothing when it is not valid. */
  read(raw: RawOption): T | undefined;
}

interface OptionRow<T> {
  readonly option: string;
  readonly type: OptionType<T>;
  readonly fallback: T;
}

const flag: OptionType<boolean> = {
  valid: 'true or false',
  read: (raw) => ({ true: true, false: false })[String(raw).trim().toLowerCase()],
};

const text: OptionType<string> = { valid: 'a text', read: (raw) => String(raw) };

function integer(min: number, max: number): OptionType<number> {
  return {
    valid: `a whole number from ${min} to ${max}`,
    read: (raw) => {
      const value = typeof raw === 'string' && raw.trim() === '' ? NaN : Number(raw);
      return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
    },
  };
}

const thresholds: OptionType<DeskOptions['pendingResponse']> = {
  valid: 'two whole numbers of seconds, the warning before the maximum, e.g. "30,50"',
  read: (raw) => {
    const [warning, maximum, ...more] = String(raw).split(',').map(seconds.read);
    if (warning === undefined || maximum === undefined || more.length > 0 || warning >= maximum) return undefined;
    return { warning, maximum };
  },
};

const MAX_INTEGER = 2_147_483_647;
const seconds = integer(0, MAX_INTEGER);

const OPENSTREETMAP = 'https://www.openstreetmap.org/?mlat={LATITUDE}&mlon={LONGITUDE}#map=16/{LATITUDE}/{LONGITUDE}';
const CUSTOMER_NAME = '$Contact.FirstName$ $Contact.LastName$|$Contact._msg_ProfileNickname$|$Interaction.MainParty$';

type Rows = { readonly [K in keyof DeskOptions]: OptionRow<DeskOptions[K]> };

const ROWS: Rows = {
  pendingResponse: row('whatsappsession.pending-response-to-customer', thresholds, { warning: 30, maximum: 50 }),
  maxTextMessageSize: row('whatsappsession.max-text-message-size', integer(1, MAX_INTEGER), 4096),
  messageDelayTimespan: row('whatsappsession.message-delay-timespan', integer(0, 86_400), 5),
  transcriptInteractionsCount: row('whatsappsession.transcript-interactions-count', integer(1, 1000), 1),
  showCrossChannelMessages: row('whatsappsession.show-cross-channel-messages', flag, false),
  focusOnNewMessages: row('whatsappsession.focus-on-new-messages', flag, true),
  newMessageBlinking: row('whatsappsession.new-message-blinking', flag, true),
  newMessageBlinkingDuration: row('whatsappsession.new-message-blinking-duration', seconds, 0),
  twoStepAttachmentUpload: row('whatsappsession.two-step-attachment-upload', flag, true),
  freeMessageMonitoring: row('whatsappsession.enable-free-msg-timespan-monitoring', flag, false),
  defaultNotificationText: row('whatsappsession.default-notification-text', text, ''),
  defaultNotificationId: row('whatsappsession.default-notification-id', text, ''),
  defaultNotificationLanguage: row('whatsappsession.default-notification-language', text, ''),
  mapBrowseQuery: row('whatsappsession.location-map.browse.query', text, OPENSTREETMAP),
  mapPreviewQuery: row('whatsappsession.location-map.preview.query', text, ''),
  mapPreviewHeight: row('whatsappsession.location-map.preview.height', integer(1, 4096), 180),
  mapPreviewWidth: row('whatsappsession.location-map.preview.width', integer(1, 4096), 320),
  toastWindowTitle: row('toast.window-title', text, CUSTOMER_NAME),
  interactionWindowTitle: row('interaction.window-title', text, `(${CUSTOMER_NAME}) - $Window.Title$`),
  customerNameFormat: row('display-format.customer-name-format', text, CUSTOMER_NAME),
  enterSends: row('wa-desk.enter-sends', flag, true),
};

/** What holds where nothing is configured. */
export const DEFAULT_OPTIONS: DeskOptions = Object.freeze(
  Object.fromEntries(Object.entries(ROWS).map(([key, { fallback }]) => [key, fallback])) as unknown as DeskOptions,
);

/** The options that `raw` (by their documented names) makes of `base`; what is wrong is told and changes nothing. */
export function readOptions(
  raw: Readonly<Record<string, RawOption>>,
  base: DeskOptions = DEFAULT_OPTIONS,
): { readonly options: DeskOptions; readonly problems: readonly OptionProblem[] } {
  const rows = new Map<string, { key: string; type: OptionType<unknown> }>(
    Object.entries(ROWS).map(([key, { option, type }]) => [option, { key, type }]),
  );
  const values: Record<string, unknown> = {};
  const problems: OptionProblem[] = [];
  for (const [option, value] of Object.entries(raw)) {
    const known = rows.get(option);
    const read = known?.type.read(value);
    if (!known) problems.push({ option, value });
    else if (read === undefined) problems.push({ option, value, valid: known.type.valid });
    else values[known.key] = read;
  }
  return { options: Object.freeze({ ...base, ...values }), problems };
}

function row<T>(option: string, type: OptionType<T>, fallback: T): OptionRow<T> {
  return { option, type, fallback };
}
