import type { CustomEmoji } from '../domain/emoji.js';

/** Whose messages look like what (SPEC B9): an empty colour and the size 0 are the theme's. */
type PartyLooks = {
  readonly [K in `${PartyName}${'TextColor' | 'PromptColor' | 'BackgroundColor'}`]: string;
} & { readonly [K in `${PartyName}FontSize`]: number };

/** As the options call them: the agent, colleagues, the contact, and lines about what happened. */
export type PartyName = 'agent' | 'otherAgent' | 'client' | 'system';

/** Desk options under their documented names (SPEC L1), typed; see `options-schema.ts` for checks, `default-options.ts` for defaults. */
export interface DeskOptions extends PartyLooks {
  /** `whatsappsession.pending-response-to-customer`: seconds to yellow and to red. */
  readonly pendingResponse: { readonly warning: number; readonly maximum: number };
  /** `whatsappsession.max-text-message-size`: UTF-8 bytes. */
  readonly maxTextMessageSize: number;
  /** `whatsappsession.message-delay-timespan`: seconds; 0 = never delayed. */
  readonly messageDelayTimespan: number;
  readonly transcriptInteractionsCount: number;
  readonly showCrossChannelMessages: boolean;
  readonly focusOnNewMessages: boolean;
  readonly newMessageBlinking: boolean;
  /** Seconds; 0 = as long as anything may blink. */
  readonly newMessageBlinkingDuration: number;
  readonly twoStepAttachmentUpload: boolean;
  readonly freeMessageMonitoring: boolean;
  readonly defaultNotificationText: string;
  readonly defaultNotificationId: string;
  readonly defaultNotificationLanguage: string;
  /** `whatsappsession.location-map.browse.query`: URL with {LATITUDE} {LONGITUDE}. */
  readonly mapBrowseQuery: string;
  /** Empty = no preview: no position leaves the page. */
  readonly mapPreviewQuery: string;
  readonly mapPreviewHeight: number;
  readonly mapPreviewWidth: number;
  /** `toast.window-title`. */
  readonly toastWindowTitle: string;
  /** `interaction.window-title`. */
  readonly interactionWindowTitle: string;
  /** `display-format.customer-name-format`. */
  readonly customerNameFormat: string;
  /** Ours: Enter sends and Shift+Enter breaks the line, or the other way round. */
  readonly enterSends: boolean;
  /** Ours: emojis that are drawn with the operator's own images (SPEC B11, L6). */
  readonly customEmojis: readonly CustomEmoji[];
}
