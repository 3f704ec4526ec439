import { html, type TemplateResult } from 'lit';

/** Strings with their colon where they are keys, other strings, words and numbers. */
const PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** JSON on several lines, with its parts told apart. */
export function jsonView(value: unknown): TemplateResult {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return html`<pre class="json" tabindex="0">${typeof value === 'string' ? text : coloured(text)}</pre>`;
}

function coloured(text: string): readonly unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, string, colon, word] = match;
    parts.push(text.slice(end, match.index), part(whole, string, colon, word));
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

function part(whole: string, string?: string, colon?: string, word?: string): unknown {
  if (colon !== undefined) return html`<span class="key">${string}</span>${colon}`;
  if (string !== undefined) return html`<span class="string">${string}</span>`;
  return html`<span class=${word === undefined ? 'number' : 'word'}>${whole}</span>`;
}
