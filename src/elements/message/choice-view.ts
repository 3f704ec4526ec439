import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { checkIcon } from '../shared/icons.js';
import { isTaken, optionsOf } from './choice-marks.js';
import type { MessageContext } from './message-context.js';

/** All that could be chosen in the message that a choice answers, and which was (SPEC B14). */
export function choiceView(
  message: Message,
  quoted: Message,
  { strings }: MessageContext,
): TemplateResult | typeof nothing {
  const options = optionsOf(quoted.content);
  if (options.length === 0) return nothing;
  const taken = options.find((option) => isTaken(message.content, option));
  return html`<ul class="answered">
    ${options.map((option) =>
      option === taken
        ? html`<li class="chosen" dir="auto">
            ${checkIcon({ size: 'tiny' })}${option.title}<span class="visually-hidden"
              >${strings.transcript.chosen}</span
            >
          </li>`
        : html`<li dir="auto">${option.title}</li>`,
    )}
  </ul>`;
}
