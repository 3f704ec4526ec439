import { displayName, singleLine } from '../../domain/display-text.js';
import type { Content, Message } from '../../domain/message.js';
import { wordsOfContent } from '../../domain/message-search.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { TranscriptView } from '../../stores/transcript-view.js';
import { contentSummary } from '../message/content-summary.js';

export type ExportFormat = 'text' | 'json';

/** What a transcript is told from. */
export interface TextInputs {
  readonly transcript: TranscriptView;
  readonly strings: MessageStrings;
  readonly contactName: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Loaded messages as a file that the browser saves. */
export function saveTranscript(format: ExportFormat, inputs: TextInputs): void {
  const [content, type] =
    format === 'json' ? [asJson(inputs), 'application/json'] : [asText(inputs), 'text/plain;charset=utf-8'];
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName(format, inputs) });
  link.click();
  URL.revokeObjectURL(url);
}

/** Name and day, of letters, digits and dashes alone: no name can lead out of the folder or lie about the kind of file. */
export function fileName(format: ExportFormat, { contactName, now }: Pick<TextInputs, 'contactName' | 'now'>): string {
  const name = displayName(contactName, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const day = new Date(now).toISOString().slice(0, 10);
  return `${['whatsapp', name, day].filter(Boolean).join('-')}.${format === 'json' ? 'json' : 'txt'}`;
}

function loaded({ transcript }: TextInputs): Message[] {
  return Array.from({ length: transcript.size }, (_, index) => transcript.at(index)).filter((one) => one !== undefined);
}

/** Everything loaded, one line a message, in the manner of WhatsApp's own export; a gap says so. */
export function asText(inputs: TextInputs): string {
  const lines = loaded(inputs).map((message) => {
    const gap = inputs.transcript.isGapAfter(message.id) ? '\n[…]' : '';
    return `${line(message, textOf(message, inputs.strings), inputs)}${gap}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Everything loaded, as the desk holds it, with the gaps between. */
export function asJson(inputs: TextInputs): string {
  const { transcript, contactName, now } = inputs;
  const messages = loaded(inputs);
  const gapsAfter = messages.map(({ id }) => id).filter((id) => transcript.isGapAfter(id));
  const head = { contact: contactName, exportedAt: new Date(now).toISOString(), hasOlder: transcript.hasOlder };
  return `${JSON.stringify({ ...head, gapsAfter, messages }, undefined, 2)}\n`;
}

/** What is selected over several messages, with names and times; nothing for a selection within one, which stays as it is. */
export function selectedText(root: ShadowRoot, inputs: TextInputs): string | undefined {
  const range = selectedRange(root);
  if (!range) return undefined;
  const parts = [...root.querySelectorAll<HTMLElement>('.row')]
    .filter((row) => range.intersectsNode(row))
    .map((row) => ({ message: inputs.transcript.get(row.dataset['key'] ?? ''), part: partOf(row, range) }))
    .filter(({ part }) => part !== '');
  if (parts.length < 2) return undefined;
  return parts
    .map(({ message, part }) => message && line(message, part ?? textOf(message, inputs.strings), inputs))
    .filter((one) => one !== undefined)
    .join('\n');
}

/** The selected part of a row's text; undefined: all of it, empty: nothing that counts. */
function partOf(row: HTMLElement, range: Range): string | undefined {
  const text = row.querySelector('.bubble .text');
  const bubble = row.querySelector('.bubble');
  if (bubble && !range.intersectsNode(bubble)) return '';
  if (!text || isWithin(text, range)) return undefined;
  return selectedLines(text, range);
}

function selectedLines(text: Element, range: Range): string {
  const blocks = new Map<Element, string>();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement ?? text;
    if (parent.closest('.meta') || !range.intersectsNode(node)) continue;
    const block = parent.closest('p, li, pre, blockquote') ?? text;
    blocks.set(block, (blocks.get(block) ?? '') + cut(node as Text, range));
  }
  return [...blocks.values()].join('\n').trim();
}

function isWithin(node: Node, range: Range): boolean {
  const whole = document.createRange();
  whole.selectNodeContents(node);
  return (
    range.compareBoundaryPoints(Range.START_TO_START, whole) <= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, whole) >= 0
  );
}

function cut(node: Text, range: Range): string {
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(from, to);
}

interface OlderSelection {
  getSelection?(): Selection | null;
}

/** Browsers differ in how they tell what is selected inside a shadow root. */
function selectedRange(root: ShadowRoot): Range | undefined {
  const own = (root as OlderSelection).getSelection?.();
  if (own && own.rangeCount > 0 && !own.isCollapsed) return own.getRangeAt(0);
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const [composed] = composedRanges(selection, root);
  if (!composed) return selection.getRangeAt(0);
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range.collapsed ? undefined : range;
}

function composedRanges(selection: Selection, root: ShadowRoot): readonly StaticRange[] {
  if (!('getComposedRanges' in selection)) return [];
  return selection.getComposedRanges({ shadowRoots: [root] });
}

/** `[25/11/2026, 10:03] Name: text`. */
function line(message: Message, text: string, inputs: TextInputs): string {
  const at = new Intl.DateTimeFormat(inputs.strings.locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(message.originAt);
  return `[${at}] ${author(message, inputs)}: ${text}`;
}

function author({ author: by }: Message, { contactName, strings: { transcript } }: TextInputs): string {
  switch (by.kind) {
    case 'contact':
      return singleLine(displayName(by.name, contactName), 120);
    case 'agent':
      return singleLine(displayName(by.name, transcript.unnamedAgent), 120);
    case 'automation':
      return singleLine(displayName(by.name, transcript.automation), 120);
    case 'phone-app':
      return transcript.phoneApp;
    case 'system':
      return transcript.system;
  }
}

function textOf({ content, revokedAt }: Message, strings: MessageStrings): string {
  if (revokedAt !== undefined) return strings.transcript.revoked;
  if (isAllWords(content)) return wordsOfContent(content).join('\n');
  const words = wordsOfContent(content).join('\n');
  const summary = contentSummary(content, strings);
  return words === '' || summary.includes(words) ? summary : `${summary}\n${words}`;
}

function isAllWords({ kind }: Content): boolean {
  return ['text', 'interactive', 'choice'].includes(kind);
}
