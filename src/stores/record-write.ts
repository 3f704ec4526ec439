import type { DraftRecord, OutboxRow } from './desk-records.js';

/** One write, as it can be done again. */
export type RecordWrite =
  | { readonly type: 'add-row' | 'save-row'; readonly row: OutboxRow }
  | { readonly type: 'remove-row'; readonly messageId: string }
  | { readonly type: 'save-draft'; readonly draft: DraftRecord }
  | { readonly type: 'remove-draft'; readonly sessionId: string; readonly id: string };
