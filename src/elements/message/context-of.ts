import { displayName } from '../../domain/display-text.js';
import type { SessionHandle } from '../../desk/handles.js';
import type { TranscriptView } from '../../stores/transcript-view.js';
import type { LinkReader } from '../../domain/link-reader.js';
import type { DeskOptions } from '../../config/options.js';
import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { linkReader } from '../shared/link-reader.js';
import { timeFormat } from '../shared/time-format.js';
import { richBodies } from './late-parts.js';
import type { MessageContext } from './message-context.js';
import { unsentState } from './unsent-state.js';

/** What a message's context is made of. */
export interface ContextInputs {
  readonly session: SessionHandle | undefined;
  readonly transcript: TranscriptView;
  readonly strings: MessageStrings;
  readonly highlight: string;
  readonly contactName: string;
  readonly agentId: string | undefined;
  readonly options: DeskOptions;
  /** The ids of the messages whose long text is shown whole; by default none. */
  readonly unfolded?: ReadonlySet<string>;
  /** By default 0: links and buttons inside messages are stops of their own. */
  readonly innerTab?: 0 | -1;
}

/** Everything that decides whether a context is still right. */
interface Ingredients extends ContextInputs {
  readonly links: LinkReader | undefined;
  readonly bodies: object | undefined;
}

const NONE: ReadonlySet<string> = new Set();

const made = new WeakMap<MessageContext, Ingredients>();

/** The context for these inputs; `before` itself when nothing in it would differ, so that identity tells a change. */
export function messageContext(inputs: ContextInputs, before?: MessageContext): MessageContext {
  const ingredients = { ...inputs, links: linkReader.value, bodies: richBodies.value };
  const known = before && made.get(before);
  if (before && known && isSame(known, ingredients)) return before;
  const { session, transcript, strings, options } = inputs;
  const context: MessageContext = {
    strings,
    time: timeFormat(strings.locale),
    contactName: inputs.contactName,
    delayAfterMs: options.messageDelayTimespan * 1000,
    map: {
      browseQuery: options.mapBrowseQuery,
      previewQuery: options.mapPreviewQuery,
      width: options.mapPreviewWidth,
      height: options.mapPreviewHeight,
    },
    customEmojis: options.customEmojis,
    unfolded: inputs.unfolded ?? NONE,
    innerTab: inputs.innerTab ?? 0,
    highlight: inputs.highlight,
    foreignChannel: (message) => foreignChannel(message, inputs),
    quoted: (message) => quotedIn(transcript, message),
    unsent: (message) => unsentState(message, session),
    choicesOf: (message) => transcript.choicesOf(message),
    beside: (messageId, step) => besideIn(transcript, messageId, step),
    ...(inputs.agentId === undefined ? {} : { agentId: inputs.agentId }),
    ...(session ? { media: session.media.bind(session) } : {}),
  };
  made.set(context, ingredients);
  return context;
}

function foreignChannel({ channelId }: Message, { session, strings }: ContextInputs): string | undefined {
  if (!session || channelId === session.snapshot.session.channel.id) return undefined;
  return displayName(session.history.channelName(channelId), strings.transcript.history.otherChannel);
}

function besideIn(transcript: TranscriptView, messageId: string, step: 1 | -1): Message | undefined {
  const index = transcript.indexOf(messageId);
  return index < 0 ? undefined : transcript.at(index + step);
}

function quotedIn(transcript: TranscriptView, { quote }: Message): Message | undefined {
  return (
    (quote?.messageId === undefined ? undefined : transcript.get(quote.messageId)) ??
    (quote?.providerId === undefined ? undefined : transcript.byProviderId(quote.providerId))
  );
}

function isSame(a: Ingredients, b: Ingredients): boolean {
  return (Object.keys(a) as (keyof Ingredients)[]).every((key) => a[key] === b[key]);
}
