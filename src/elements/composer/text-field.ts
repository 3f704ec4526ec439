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
  onKeyup(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** The text, in a field that grows with it; with files it is their caption. */
export function textField(field: TextField): TemplateResult {
  const { view, fill, composing, strings } = field;
  const words = strings.composer;
  const { text, hasFiles, options } = composing;
  const isOver = fill.state === 'over';
  const contact = contactName(view.session.contact, strings.desk.unknownContact);
  return html`<div class="writing" data-text=${text}>
    <textarea
      part="text"
      dir="auto"
      rows="1"
      spellcheck="true"
      aria-label=${words.message}
      aria-invalid=${isOver ? 'true' : nothing}
      aria-describedby=${isOver ? 'why' : nothing}
      enterkeyhint=${options.enterSends ? 'send' : 'enter'}
      placeholder=${hasFiles && view.sendMode === 'free' ? words.caption : words.placeholder(contact)}
      .value=${live(text)}
      @input=${field.onInput}
      @keydown=${field.onKeydown}
      @keyup=${field.onKeyup}
      @paste=${field.onPaste}
    ></textarea>
  </div>`;
}
