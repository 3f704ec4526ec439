import { DEFAULT_OPTIONS } from './default-options.js';
import {
  color,
  customEmojis,
  displayFormat,
  flag,
  integer,
  mapBrowseQuery,
  mapPreviewQuery,
  notificationText,
  seconds,
  text,
  thresholds,
  type OptionType,
  type RawOption,
} from './option-types.js';
import type { DeskOptions, PartyName } from './options.js';

export type { RawOption } from './option-types.js';

/** One value that was not taken over: the option keeps what it was. */
export interface OptionProblem {
  readonly option: string;
  readonly value: RawOption;
  /** What would be valid, for the administrator; absent when there is no option of this name. */
  readonly valid?: string;
}

/** One option as the documentation shows it. */
export interface OptionDoc {
  readonly option: string;
  readonly type: string;
  readonly fallback: string;
  readonly valid: string;
  readonly meaning: string;
}

interface OptionRow<T> {
  readonly option: string;
  readonly type: OptionType<T>;
  /** What it does, in one sentence. */
  readonly meaning: string;
}

/** The four options of one party's looks. */
function partyRows<P extends PartyName>(party: P, name: string, whose: string): Pick<Rows, PartyKey<P>> {
  const row = <T>(what: string, type: OptionType<T>, meaning: string, unset = 'empty'): OptionRow<T> => ({
    option: `whatsappsession.${name}.${what}`,
    type,
    meaning: `${meaning} of ${whose} in the transcript; ${unset} = the theme's.`,
  });
  return {
    [`${party}TextColor`]: row('text-color', color, 'The colour of the words'),
    [`${party}PromptColor`]: row('prompt-color', color, 'The colour of the name and time'),
    [`${party}BackgroundColor`]: row('background-color', color, 'The colour behind the words'),
    [`${party}FontSize`]: row('font-size', integer(0, 48), 'The size of the words, in pixels,', '0'),
  } as Pick<Rows, PartyKey<P>>;
}

type PartyKey<P extends PartyName> = `${P}${'TextColor' | 'PromptColor' | 'BackgroundColor' | 'FontSize'}`;

type Rows = { readonly [K in keyof DeskOptions]: OptionRow<DeskOptions[K]> };

const ROWS: Rows = {
  pendingResponse: {
    option: 'whatsappsession.pending-response-to-customer',
    type: thresholds,
    meaning: 'After so many seconds without an answer a waiting contact shows as late, and after so many as overdue.',
  },
  maxTextMessageSize: {
    option: 'whatsappsession.max-text-message-size',
    type: integer(1),
    meaning: 'The longest text message, in bytes of UTF-8.',
  },
  messageDelayTimespan: {
    option: 'whatsappsession.message-delay-timespan',
    type: integer(0, 86_400),
    meaning: 'A message that took more seconds than this to arrive is shown as delayed; 0 = never.',
  },
  transcriptInteractionsCount: {
    option: 'whatsappsession.transcript-interactions-count',
    type: integer(1, 1000),
    meaning: 'So many earlier sessions are shown, and added with each "see older messages".',
  },
  showCrossChannelMessages: {
    option: 'whatsappsession.show-cross-channel-messages',
    type: flag,
    meaning: 'Show what was said with the contact on other WhatsApp channels too.',
  },
  focusOnNewMessages: {
    option: 'whatsappsession.focus-on-new-messages',
    type: flag,
    meaning: 'Scroll to a new message when the transcript is at its end.',
  },
  newMessageBlinking: {
    option: 'whatsappsession.new-message-blinking',
    type: flag,
    meaning: 'Let the mark of a session that waits for the agent blink before it stands still.',
  },
  newMessageBlinkingDuration: {
    option: 'whatsappsession.new-message-blinking-duration',
    type: seconds,
    meaning: 'For so many seconds, or until the agent has seen it; never longer than 5, which is what 0 means.',
  },
  twoStepAttachmentUpload: {
    option: 'whatsappsession.two-step-attachment-upload',
    type: flag,
    meaning: 'Show a chosen file first and send it with Send, instead of at once.',
  },
  freeMessageMonitoring: {
    option: 'whatsappsession.enable-free-msg-timespan-monitoring',
    type: flag,
    meaning: 'Past the service window, send what the agent typed inside the default notification.',
  },
  defaultNotificationText: {
    option: 'whatsappsession.default-notification-text',
    type: notificationText,
    meaning: 'The text of the default notification, as WhatsApp approved it.',
  },
  defaultNotificationId: {
    option: 'whatsappsession.default-notification-id',
    type: text,
    meaning: 'The name of the template of the default notification.',
  },
  defaultNotificationLanguage: {
    option: 'whatsappsession.default-notification-language',
    type: text,
    meaning: 'The language of that template, as WhatsApp spells it.',
  },
  mapBrowseQuery: {
    option: 'whatsappsession.location-map.browse.query',
    type: mapBrowseQuery,
    meaning: 'The map that opens when the agent clicks a location.',
  },
  mapPreviewQuery: {
    option: 'whatsappsession.location-map.preview.query',
    type: mapPreviewQuery,
    meaning:
      "The picture of a location in the transcript; empty = none, so that no contact's position leaves the page.",
  },
  mapPreviewHeight: {
    option: 'whatsappsession.location-map.preview.height',
    type: integer(1, 4096),
    meaning: 'The height of that picture in pixels.',
  },
  mapPreviewWidth: {
    option: 'whatsappsession.location-map.preview.width',
    type: integer(1, 4096),
    meaning: 'The width of that picture in pixels.',
  },
  toastWindowTitle: {
    option: 'toast.window-title',
    type: displayFormat,
    meaning: 'The title of an offer.',
  },
  interactionWindowTitle: {
    option: 'interaction.window-title',
    type: displayFormat,
    meaning: 'The title of the page while a session is in view, where the desk may set it (`document-title`).',
  },
  customerNameFormat: {
    option: 'display-format.customer-name-format',
    type: displayFormat,
    meaning: 'How a contact is named.',
  },
  enterSends: {
    option: 'wa-desk.enter-sends',
    type: flag,
    meaning: 'Enter sends and Shift+Enter breaks the line, or the other way round.',
  },
  customEmojis: {
    option: 'wa-desk.custom-emojis',
    type: customEmojis,
    meaning: 'Emojis that are drawn with pictures of your own.',
  },
  ...partyRows('agent', 'agent', 'the agent’s own messages'),
  ...partyRows('otherAgent', 'other-agent', 'the messages of colleagues'),
  ...partyRows('client', 'client', 'the contact’s messages'),
  ...partyRows('system', 'system', 'lines about what happened'),
};

/** The options that `raw` (by their documented names) makes of `base`; what is wrong is told and changes nothing. */
export function readOptions(
  raw: Readonly<Record<string, RawOption>>,
  base: DeskOptions = DEFAULT_OPTIONS,
): { readonly options: DeskOptions; readonly problems: readonly OptionProblem[] } {
  const rows = new Map<string, { key: string; type: Pick<OptionType<unknown>, 'read' | 'valid'> }>(
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

function docOf<T>({ option, type, meaning }: OptionRow<T>, fallback: T): OptionDoc {
  return { option, type: type.name, fallback: type.write(fallback), valid: type.valid, meaning };
}

/** Every option, as the documentation shows it. */
export function optionDocs(): readonly OptionDoc[] {
  return Object.entries(ROWS).map(([key, row]) =>
    docOf(row as OptionRow<unknown>, DEFAULT_OPTIONS[key as keyof DeskOptions]),
  );
}
