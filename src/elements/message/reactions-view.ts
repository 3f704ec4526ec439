import { html, nothing, type TemplateResult } from 'lit';
import type { Message, Reaction } from '../../domain/message.js';
import { clampGraphemes } from '../../domain/text-size.js';
import type { MessageContext } from './message-context.js';

/** The reactions on a message: one chip an emoji, with how many. */
export function reactionsView({ reactions }: Message, context: MessageContext): TemplateResult | typeof nothing {
  const shown = (reactions ?? []).filter(({ emoji }) => emoji !== '');
  if (shown.length === 0) return nothing;
  const words = context.strings.transcript;
  return html`<div class="reactions">
    ${[...byEmoji(shown)].map(
      ([emoji, who]) =>
        html`<span class="reaction" role="img" aria-label=${words.reaction(emoji, who.length)}
          >${clampGraphemes(emoji, 1, '')}${who.length > 1 ? html`<small>${who.length}</small>` : nothing}</span
        >`,
    )}
  </div>`;
}

function byEmoji(reactions: readonly Reaction[]): Map<string, Reaction[]> {
  const groups = new Map<string, Reaction[]>();
  for (const reaction of reactions) groups.set(reaction.emoji, [...(groups.get(reaction.emoji) ?? []), reaction]);
  return groups;
}
