import type { BenchMessage, BenchPicture } from '../page/messages.js';

/** The bubble that somebody writes by hand who takes a virtualizer instead of a transcript. */
export const BUBBLE_STYLE = `
.row { display: flex; padding: 2px 12px; font: 14px/1.4 system-ui, sans-serif; box-sizing: border-box; width: 100%; }
.row.own { justify-content: flex-end; }
.bubble { max-width: 78%; background: #f0f0f0; border-radius: 8px; padding: 6px 9px; overflow-wrap: anywhere; }
.own > .bubble { background: #d9fdd3; }
.name { display: block; font-size: 12px; color: #667; }
.text { white-space: pre-wrap; }
.bubble img { display: block; max-width: 100%; }
time { font-size: 11px; color: #778; margin-left: 8px; }`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** WhatsApp's marks and links as HTML, the least that will do. */
export function formatHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/https?:\/\/\S+/g, (url) => `<a href="${url}" target="_blank" rel="noopener">${url}</a>`)
    .replace(/(^|\s)\*([^*\s][^*]*)\*(?=\s|$)/g, '$1<b>$2</b>')
    .replace(/(^|\s)_([^_\s][^_]*)_(?=\s|$)/g, '$1<i>$2</i>');
}

export const nameOf = ({ isOwn }: BenchMessage): string => (isOwn ? 'Jonas Weber' : 'Mara Lindqvist');
export const rowClass = ({ isOwn }: BenchMessage): string => (isOwn ? 'row own' : 'row');
export const clockOf = ({ at }: BenchMessage): string => new Date(at).toISOString().slice(11, 16);

function pictureHtml({ url, width, height }: BenchPicture): string {
  const size =
    width === undefined || height === undefined ? '' : ` width="${String(width)}" height="${String(height)}"`;
  return `<img src="${url}"${size} alt="">`;
}

export function bubbleHtml(message: BenchMessage): string {
  const picture = message.picture ? pictureHtml(message.picture) : '';
  return `<div class="${rowClass(message)}"><div class="bubble"><span class="name">${nameOf(message)}</span>${picture}<span class="text">${formatHtml(message.text)}</span><time>${clockOf(message)}</time></div></div>`;
}
