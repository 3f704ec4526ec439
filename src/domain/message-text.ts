import type { Content } from './message.js';

/** The words in a message that an agent wrote: its text or its caption. */
export function textIn(content: Content): string {
  if (content.kind === 'text') return content.body;
  return 'caption' in content ? (content.caption ?? '') : '';
}
