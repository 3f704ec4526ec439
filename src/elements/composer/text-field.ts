import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import type { Strings } from '../../i18n/strings.js';
import type { Fill } from './compose.js';
import type { Composing } from './composing.js';

/** What the field for the text needs to know. */
export interface TextField {
  readonly view: SessionView;
  readonly fill: Fill;
  readonly composing: Composing;
  readonly strings: Strings;
  onInput(): void;
  onKeydown(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** The text, in a field that grows with it; with files it is their caption. */
export function textField({ view, fill, composing, strings, onInput, onKeydown, onPaste }: TextField): TemplateResult {
  const words = strings.composer;
  const { text, hasFiles, options } = composing;
  const isOver = fill.state === 'over';
  const contact = contactName(view.session.contact, strings.desk.unknownContact);
  return html`<div class="text" data-text=${text}>
    <textarea
      part="text"
      dir="auto"
      rows="1"
      aria-label=${words.message}
      aria-invalid=${isOver ? 'true' : nothing}
      aria-describedby=${isOver ? 'why' : nothing}
      enterkeyhint=${options.enterSends ? 'send' : 'enter'}
      placeholder=${hasFiles ? words.caption : words.placeholder(contact)}
      .value=${live(text)}
      @input=${onInput}
      @keydown=${onKeydown}
      @paste=${onPaste}
    ></textarea>
  </div>`;
}
