import type { CustomEmoji } from '../../domain/emoji.js';
import type { UnsentState } from '../../desk/handles.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { Message } from '../../domain/message.js';
import type { MediaLease, MediaWant } from '../../protocol/transport.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { TimeFormat } from '../shared/time-format.js';

/** Everything that the look of a message depends on, apart from the message itself. */
export interface MessageContext {
  readonly strings: MessageStrings;
  readonly time: TimeFormat;
  /** Whose own messages these are. */
  readonly agentId?: string;
  /** The contact's name for display, already safe. */
  readonly contactName: string;
  /** `whatsappsession.message-delay-timespan` in milliseconds; 0 = never delayed. */
  readonly delayAfterMs: number;
  readonly map: {
    readonly browseQuery: string;
    readonly previewQuery: string;
    readonly width: number;
    readonly height: number;
  };
  readonly customEmojis: readonly CustomEmoji[];
  /** The ids of the messages whose long text is shown whole. */
  readonly unfolded: ReadonlySet<string>;
  /** `tabindex` of links and buttons inside messages: -1 where a list around moves between them. */
  readonly innerTab: 0 | -1;
  /** Words to mark in texts, as the agent typed them into the search. */
  readonly highlight: string;
  /** The name of the channel through which `message` came, where that is another one (SPEC B6). */
  foreignChannel(message: Message): string | undefined;
  /** The message that `message` answers, where the transcript has it. */
  quoted(message: Message): Message | undefined;
  /** How `message` stands in the outbox of this desk; nothing once the server has it. */
  unsent(message: Message): UnsentState | undefined;
  /** The contact's choices that answer `message`, oldest first. */
  choicesOf(message: Message): readonly Message[];
  /** The message before (-1) or after (1) one. */
  beside(messageId: string, step: 1 | -1): Message | undefined;
  /** What the browser may load for a medium; absent where nothing can be loaded. */
  media?(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease>;
}

/** What a message's place in its transcript adds to its look. */
export interface MessagePlace {
  /** The first of its sender within two minutes: it carries the name and the tail. */
  readonly startsGroup: boolean;
  /** Put in above something that was already on screen (SPEC B3). */
  readonly late: boolean;
  /** Not seen yet. */
  readonly fresh: boolean;
}
