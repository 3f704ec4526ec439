import { html, type TemplateResult } from 'lit';
import type { DeskOptions } from '../../config/options.js';
import type { SessionHandle } from '../../desk/handles.js';
import type { TemplateMessage } from '../../domain/template.js';
import type { Strings } from '../../i18n/strings.js';
import { emptyTranscript } from '../../stores/list-transcript.js';
import { messageContext } from '../message/context-of.js';
import { templateCard } from '../message/template-view.js';
import { timeFormat } from '../shared/time-format.js';

/** What a preview is made of. */
export interface PreviewParts {
  readonly template: TemplateMessage;
  readonly session: SessionHandle | undefined;
  readonly strings: Strings;
  readonly options: DeskOptions;
  readonly contactName: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The notification as the transcript will show it, drawn by the transcript's own card; looks: `messageStyles`, `cardStyles`. */
export function templatePreview({
  template,
  session,
  strings,
  options,
  contactName,
  now,
}: PreviewParts): TemplateResult {
  const context = messageContext({
    session,
    transcript: emptyTranscript,
    strings,
    highlight: '',
    contactName,
    agentId: undefined,
    options,
  });
  const meta = html`<span class="meta"><time>${timeFormat(strings.locale).time(now)}</time></span>`;
  return html`<div class="message agent first">
    <div class="bubble card">${templateCard(template, context, meta, () => undefined)}</div>
  </div>`;
}
