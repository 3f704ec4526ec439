import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { authorName } from './author-line.js';
import { contentSummary } from './content-summary.js';
import { richBodies } from './late-parts.js';
import type { MessageContext } from './message-context.js';

/**
 * The message that this one answers, in short; pressing it leads there. Under a choice it shows all that could be chosen,
 * and which was (SPEC B14).
 */
export function quoteView(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  if (!message.quote) return nothing;
  const quoted = context.quoted(message);
  const words = context.strings.transcript;
  if (!quoted) return html`<div class="quote gone">${words.originalMissing}</div>`;
  const side = quoted.author.kind === 'contact' ? 'of-contact' : 'of-agent';
  return html`<button class="quote ${side}" type="button" data-action="show-quote" tabindex=${context.innerTab}>
      <b><bdi>${authorName(quoted, context)}</bdi></b
      ><span dir="auto">${contentSummary(quoted.content, context.strings)}</span></button
    >${message.content.kind === 'choice' ? (richBodies.value?.choiceView(message, quoted, context) ?? nothing) : nothing}`;
}
