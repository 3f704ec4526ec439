import { html, nothing, type TemplateResult } from 'lit';
import { contactName } from '../../domain/contact-name.js';
import type { ToggleMark } from '../../domain/mark-toggle.js';
import { paperclipIcon } from '../shared/icons.js';
import type { RovingFocusController } from '../shared/roving-focus.js';
import type { Fill } from './compose.js';
import type { Composing } from './composing.js';
import { formattingBar } from './formatting.js';
import type { Intake } from './intake.js';
import { quotedMessage } from './quoted-message.js';
import { lowStrip, topStrip, type StripParts } from './strips.js';
import { textField } from './text-field.js';
import { textPreview } from './text-preview.js';
import { toolRow } from './tool-row.js';
import { trayView } from './tray-view.js';

/** What the agent does in a composer. */
export interface WritingActions {
  showMessage(messageId: string): void;
  unquote(): void;
  toggle(mark: ToggleMark): void;
  toOneLine(): void;
  attach(): void;
  notify(): void;
  format(): void;
  send(): void;
  input(): void;
  keydown(event: KeyboardEvent): void;
  filesChosen(event: Event): void;
}

/** What a composer that can be written in is made of. */
export interface WritingParts extends StripParts {
  readonly composing: Composing;
  readonly intake: Intake;
  readonly marks: RovingFocusController;
  readonly formattingOpen: boolean;
  readonly filesRefused: boolean;
  readonly actions: WritingActions;
}

/** The text with all that belongs to it, the tools, and Send. */
export function writingView(parts: WritingParts): TemplateResult {
  const { view, composing, intake, strings, actions } = parts;
  const fill = composing.fill(view);
  return html`<div
    class="surface ${fill.state === 'over' ? 'over' : ''}"
    part="surface"
    @dragenter=${intake.onDragenter}
    @dragover=${intake.onDragover}
    @dragleave=${intake.onDragleave}
    @drop=${intake.onDrop}
  >
    ${topStrip(parts, actions.showMessage)}${view.sendMode === 'free' ? besideText(parts) : nothing}${
      parts.formattingOpen ? formattingBar(strings, parts.marks, actions.toggle) : nothing
    }${textField({
      view,
      fill,
      composing,
      strings,
      onInput: actions.input,
      onKeydown: actions.keydown,
      onKeyup: intake.onKey,
      onPaste: intake.onPaste,
    })}${textPreview({
      text: composing.text,
      notification: composing.notification,
      label: strings.composer.preview(contactName(view.session.contact, strings.desk.unknownContact)),
    })}${lowStrip({
      view,
      fill,
      tray: composing.tray,
      strings,
      filesRefused: parts.filesRefused,
      needsOneLine: composing.needsOneLine(view),
      toOneLine: actions.toOneLine,
    })}${tools(parts, fill)}${
      intake.isOver ? html`<div class="drop">${paperclipIcon()}${strings.composer.attachments.dropHere}</div>` : nothing
    }
  </div>`;
}

/** What goes with a text that goes freely, and not with a notification. */
function besideText({ view, composing, strings, actions }: WritingParts): TemplateResult {
  const { tray, quote, quoted } = composing;
  return html`${quote ? quotedMessage(quoted, view.session, strings, actions.unquote) : nothing}${
    tray ? trayView(tray, { limits: view.capabilities.limits, strings }) : nothing
  }`;
}

function tools({ view, composing, strings, formattingOpen, actions }: WritingParts, fill: Fill): TemplateResult {
  const { options, isOnline, count } = composing;
  const canAttach = composing.mayAttach(view);
  return html`${
    canAttach
      ? html`<input type="file" multiple tabindex="-1" aria-hidden="true" @change=${actions.filesChosen} />`
      : nothing
  }${toolRow({
    strings,
    canAttach,
    canNotify: view.capabilities.features.includes('templates'),
    formattingOpen,
    fill,
    enterSends: options.enterSends,
    isOnline,
    count,
    isHeld: composing.isHeld(view),
    attach: actions.attach,
    notify: actions.notify,
    format: actions.format,
    send: actions.send,
  })}`;
}
