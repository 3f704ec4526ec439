import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import type { Icon } from '../shared/icon.js';
import { layoutTemplateIcon, paperclipIcon, sendHorizontalIcon, typeIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import type { Fill } from './compose.js';

/** What the row below the text offers. */
export interface ToolRow {
  readonly strings: Strings;
  readonly canAttach: boolean;
  readonly canNotify: boolean;
  readonly formattingOpen: boolean;
  readonly fill: Fill;
  readonly enterSends: boolean;
  readonly isOnline: boolean;
  /** How many messages Send sends. */
  readonly count: number;
  /** Send cannot now; the element with the id `why` says why. */
  readonly isHeld: boolean;
  attach(): void;
  notify(): void;
  format(): void;
  send(): void;
}

/** Tools at the start, Send at the end; what cannot be done here is not shown. */
export function toolRow(row: ToolRow): TemplateResult {
  const words = row.strings.composer;
  return html`<div class="tools">
    ${row.canAttach ? tool(paperclipIcon, words.attach, row.attach) : nothing}${
      row.canNotify ? tool(layoutTemplateIcon, words.notification, row.notify) : nothing
    }<button
      type="button"
      class="icon-button"
      aria-label=${words.formatting}
      title=${words.formatting}
      aria-pressed=${row.formattingOpen ? 'true' : 'false'}
      @click=${row.format}
    >
      ${typeIcon()}
    </button>
    <span class="space"></span>
    ${counter(row)}
    <button
      type="button"
      class="button primary send"
      part="send"
      aria-disabled=${row.isHeld ? 'true' : nothing}
      aria-describedby=${row.isHeld ? 'why' : nothing}
      @click=${row.send}
    >
      ${sendHorizontalIcon({ size: 'small' })}${sendWord(row)}
    </button>
  </div>`;
}

function tool(icon: Icon, label: string, press: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${press}>
    ${icon()}
  </button>`;
}

function sendWord({ strings, isOnline, count }: ToolRow): string {
  const words = strings.composer;
  if (!isOnline) return words.queue;
  return count > 1 ? words.sendCount(count) : words.send;
}

/** Only in the last tenth; before it the key that sends. */
function counter({ fill, strings, enterSends }: ToolRow): TemplateResult {
  const words = strings.composer;
  if (fill.state === 'far')
    return html`<span class="hint">${enterSends ? words.enterSends : words.shiftEnterSends}</span>`;
  const time = timeFormat(strings.locale);
  const text = words.count(time.number(fill.used), time.number(fill.max), fill.unit);
  return html`<span class="count ${fill.state}">${text}</span>`;
}
