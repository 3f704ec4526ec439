import type { SessionHandle } from '../../desk/handles.js';
import type { TranscriptView } from '../../stores/transcript-view.js';
import type { DeskOptions } from '../../config/options.js';
import type { Strings } from '../../i18n/strings.js';
import { timeFormat } from '../shared/time-format.js';
import type { MessageContext } from './message-context.js';

/** What a message's context is made of. */
export interface ContextInputs {
  readonly session: SessionHandle | undefined;
  readonly transcript: TranscriptView;
  readonly strings: Strings;
  readonly highlight: string;
  readonly contactName: string;
  readonly agentId: string | undefined;
  readonly options: DeskOptions;
  /** By default 0: links and buttons inside messages are stops of their own. */
  readonly innerTab?: 0 | -1;
}

const made = new WeakMap<MessageContext, ContextInputs>();

/** The context for these inputs; `before` itself when nothing in it would differ, so that identity tells a change. */
export function messageContext(inputs: ContextInputs, before?: MessageContext): MessageContext {
  const known = before && made.get(before);
  if (before && known && sameInputs(known, inputs)) return before;
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
    customEmojis: [],
    innerTab: inputs.innerTab ?? 0,
    highlight: inputs.highlight,
    quoted: ({ quote }) =>
      (quote?.messageId === undefined ? undefined : transcript.get(quote.messageId)) ??
      (quote?.providerId === undefined ? undefined : transcript.byProviderId(quote.providerId)),
    choicesOf: (message) => transcript.choicesOf(message),
    ...(inputs.agentId === undefined ? {} : { agentId: inputs.agentId }),
    ...(session ? { media: session.media.bind(session) } : {}),
  };
  made.set(context, inputs);
  return context;
}

function sameInputs(a: ContextInputs, b: ContextInputs): boolean {
  return (Object.keys(a) as (keyof ContextInputs)[]).every((key) => a[key] === b[key]);
}
