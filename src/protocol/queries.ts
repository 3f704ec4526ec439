import type { Message } from '../domain/message.js';
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
      readonly limit: number;
      readonly scope: 'session' | 'channel' | 'all-channels';
    }
  | {
      readonly type: 'templates';
      readonly sessionId: string;
      readonly search?: string;
      readonly limit: number;
      readonly after?: string;
    };

export type QueryType = Query['type'];

/** A stretch of messages in transcript order, and whether there are more on each side. */
export interface HistoryPage {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export interface TemplatePage {
  readonly templates: readonly TemplateDefinition[];
  readonly after?: string;
}

export type AnswerTo<Q extends Query> = Q extends { type: 'history' }
  ? HistoryPage
  : Q extends { type: 'templates' }
    ? TemplatePage
    : never;
