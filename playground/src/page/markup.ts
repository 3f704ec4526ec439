import { html, type TemplateResult } from 'lit';
import { linkReader, parseMarkup, type MarkupBlock, type MarkupInline, type MarkupLine } from 'wa-desk/domain';

/** A text with WhatsApp's formatting, as a phone shows it. */
export function markup(text: string): TemplateResult {
  return html`<div class="markup" dir="auto">${parseMarkup(text, linkReader).map(block)}</div>`;
}

function block(part: MarkupBlock): TemplateResult {
  switch (part.kind) {
    case 'code':
      return html`<pre>${part.text}</pre>`;
    case 'bullet':
      return html`<ul>
        ${part.lines.map((line) => html`<li>${inlines(line)}</li>`)}
      </ul>`;
    case 'numbered':
      return html`<ol>
        ${part.lines.map((line) => html`<li value=${line.value}>${inlines(line)}</li>`)}
      </ol>`;
    case 'quote':
      return html`<blockquote>${part.lines.map((line) => html`<p>${inlines(line)}</p>`)}</blockquote>`;
    case 'paragraph':
      return html`${part.lines.map((line) => html`<p>${inlines(line)}</p>`)}`;
  }
}

function inlines({ children }: Pick<MarkupLine, 'children'>): readonly unknown[] {
  return children.map(inline);
}

function inline(node: MarkupInline): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return html`<strong>${node.children.map(inline)}</strong>`;
    case 'italic':
      return html`<em>${node.children.map(inline)}</em>`;
    case 'strike':
      return html`<s>${node.children.map(inline)}</s>`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'link':
      return node.link.clickable
        ? html`<a href=${node.link.href} target="_blank" rel="noopener noreferrer">${node.text}</a>`
        : node.text;
  }
}
