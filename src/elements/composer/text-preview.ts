import { html, nothing, type TemplateResult } from 'lit';
import type { TemplateDefinition } from '../../domain/template.js';
import { templateText } from '../../domain/template-text.js';
import type { MarkupBlock, MarkupInline } from '../../domain/text-markup.js';
import { parsedText } from '../message/parsed-text.js';
import { textView } from '../shared/text-view.js';
import { notificationOf } from './default-notification.js';

/** What the preview shows. */
export interface TextPreview {
  readonly text: string;
  /** The template inside which the text goes out, if so. */
  readonly notification: TemplateDefinition | undefined;
  readonly label: string;
}

/** The text as the contact will read it, drawn by the transcript's own view: only where it differs from what is typed. */
export function textPreview({ text, notification, label }: TextPreview): TemplateResult | typeof nothing {
  if (text.trim() === '') return nothing;
  const blocks = parsedText(notification ? templateText(notificationOf(text, notification).template) : text);
  if (!notification && !blocks.some(isFormatted)) return nothing;
  return html`<div class="preview" part="preview" role="group" tabindex="0" aria-label=${label}>
    <span class="quiet" aria-hidden="true">${label}</span>
    <div class="text">${textView(blocks, { linkTab: -1 })}</div>
  </div>`;
}

function isFormatted(block: MarkupBlock): boolean {
  return block.kind !== 'paragraph' || block.lines.some(({ children }) => children.some(isStyled));
}

function isStyled({ kind }: MarkupInline): boolean {
  return kind !== 'text' && kind !== 'link';
}
