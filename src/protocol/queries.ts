import type { Message } from '../domain/message.js';
import type { Channel } from '../domain/session.js';
import type { TemplateDefinition } from '../domain/template.js';

/** Looks that leave no trace. */
export type Query =
  /** Messages before (older) or after (newer) a message of this session's contact, nearest first, at most `limit`. */
  | {
      readonly type: 'history';
      readonly sessionId: string;
      readonly before?: string;
      readonly after?: string;
      /** Start at the first message at or after this time (epoch milliseconds). */
      readonly at?: number;
      /** This message, with as many before it as after it. */
      readonly around?: string;
      readonly limit: number;
      readonly scope: HistoryScope;
    }
  /** The messages that say these words, by the rules of `messageMatcher`; the newest, at most `limit`. */
  | {
      readonly type: 'search';
      readonly sessionId: string;
      readonly text: string;
      readonly limit: number;
      readonly scope: HistoryScope;
    }
  | {
      readonly type: 'templates';
      readonly sessionId: string;
      readonly search?: string;
      readonly limit: number;
      readonly after?: string;
    };

/** Only this session's messages, those of its contact on its channel, or those of its contact on every channel (SPEC B6). */
export type HistoryScope = 'session' | 'channel' | 'all-channels';

export type QueryType = Query['type'];

/** A stretch of messages in transcript order, and whether there are more on each side. */
export interface HistoryPage {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** The other channels through which some of the messages came. */
  readonly channels?: readonly Channel[];
}

/** Where a message stands that was found; its place follows from these by `compareMessages`. */
export type SearchHit = Required<Pick<Message, 'id' | 'originAt' | 'seq'>>;

/** What was found, in transcript order; `hasMore`: there are older ones beyond the limit. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
}

export interface TemplatePage {
  readonly templates: readonly TemplateDefinition[];
  readonly after?: string;
}

export type AnswerTo<Q extends Query> = Q extends { type: 'history' }
  ? HistoryPage
  : Q extends { type: 'search' }
    ? SearchPage
    : Q extends { type: 'templates' }
      ? TemplatePage
      : never;
