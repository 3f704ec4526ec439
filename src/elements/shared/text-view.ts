import { html, nothing, type TemplateResult } from 'lit';
import { splitCustomEmojis, type CustomEmoji, type EmojiPiece } from '../../domain/emoji.js';
import type { MarkupBlock, MarkupInline, MarkupLine } from '../../domain/text-markup.js';
import type { TextRange } from '../../domain/text-search.js';
import { findInMarkup } from './text-matches.js';

/** How a formatted text is shown. */
export interface TextViewOptions {
  /** Emojis that are drawn with the operator's own images. */
  readonly customEmojis?: readonly CustomEmoji[];
  /** The address of a custom emoji's image; by default what is configured. */
  readonly emojiImage?: (emoji: CustomEmoji) => string;
  /** Words to mark where they are read. */
  readonly highlight?: string;
  /** What is shown in the place of `{{…}}`, by the whole of it. */
  readonly standIns?: ReadonlyMap<string, TemplateResult>;
  /** Stands at the end of the last line where it fits: time and state of a message. */
  readonly trailing?: TemplateResult;
  /** `tabindex` of links; by default they are stops of their own. */
  readonly linkTab?: 0 | -1;
}

type Part = TemplateResult | string | typeof nothing;

/**
 * Shows formatted text as elements, never as HTML that is parsed: paragraphs, lists, quotes and code, each with the
 * direction of its own words, links that tell their target nothing. Looks: `textViewStyles`, inside an element `.text`.
 */
export function textView(blocks: readonly MarkupBlock[], options: TextViewOptions = {}): TemplateResult {
  const view = new TextView(options, options.highlight ? findInMarkup(blocks, options.highlight) : []);
  const trailing = options.trailing ?? nothing;
  const endsInside = blocks.at(-1)?.kind === 'paragraph';
  return html`${blocks.map((block, index) =>
    view.block(block, endsInside && index === blocks.length - 1 ? trailing : nothing),
  )}${endsInside ? nothing : trailing}`;
}

/** Shows one line of plain text, with `highlight` marked. */
export function plainTextView(text: string, options: Pick<TextViewOptions, 'highlight'> = {}): TemplateResult {
  const line = { start: 0, end: text.length, children: [{ kind: 'text', text, start: 0, end: text.length }] } as const;
  const block = { kind: 'paragraph', lines: [line], start: 0, end: text.length } as const;
  const view = new TextView({}, options.highlight ? findInMarkup([block], options.highlight) : []);
  return html`${view.inlines(line.children)}`;
}

class TextView {
  readonly #options: TextViewOptions;
  readonly #marked: readonly TextRange[];

  constructor(options: TextViewOptions, marked: readonly TextRange[]) {
    this.#options = options;
    this.#marked = marked;
  }

  block(block: MarkupBlock, trailing: Part): TemplateResult {
    switch (block.kind) {
      case 'paragraph':
        return html`<p dir="auto">${this.#lines(block.lines)}${trailing}</p>`;
      case 'quote':
        return html`<blockquote dir="auto">${this.#lines(block.lines)}</blockquote>`;
      case 'bullet':
        return html`<ul dir="auto">
          ${block.lines.map((line) => html`<li>${this.inlines(line.children)}</li>`)}
        </ul>`;
      case 'numbered':
        return html`<ol dir="auto">
          ${block.lines.map((line) => html`<li value=${line.value}>${this.inlines(line.children)}</li>`)}
        </ol>`;
      case 'code':
        return html`<pre dir="auto"><code>${this.#leaf(block.text, block.textStart)}</code></pre>`;
    }
  }

  inlines(nodes: readonly MarkupInline[]): readonly Part[] {
    return nodes.map((node) => this.#inline(node));
  }

  #lines(lines: readonly MarkupLine[]): readonly Part[] {
    return lines.flatMap((line, index) => [...(index === 0 ? [] : ['\n']), ...this.inlines(line.children)]);
  }

  #inline(node: MarkupInline): Part {
    switch (node.kind) {
      case 'text':
        return html`${this.#text(node.text, node.start)}`;
      case 'bold':
        return html`<strong>${this.inlines(node.children)}</strong>`;
      case 'italic':
        return html`<em>${this.inlines(node.children)}</em>`;
      case 'strike':
        return html`<s>${this.inlines(node.children)}</s>`;
      case 'code':
        return html`<code>${this.#leaf(node.text, node.textStart)}</code>`;
      case 'link':
        return this.#link(node);
    }
  }

  #link({ text, link, start }: Extract<MarkupInline, { kind: 'link' }>): Part {
    const words = this.#leaf(text, start);
    if (!link.clickable) return html`${words}`;
    const host = link.warning === undefined ? undefined : link.host;
    return html`<a
        href=${link.href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        referrerpolicy="no-referrer"
        dir="auto"
        tabindex=${this.#options.linkTab ?? nothing}
        >${words}</a
      >${host === undefined ? nothing : html` <bdi class="link-host">(${host})</bdi>`}`;
  }

  #text(text: string, start: number): readonly Part[] {
    const { customEmojis } = this.#options;
    if (!customEmojis?.length) return this.#leaf(text, start);
    return splitCustomEmojis(text, customEmojis).flatMap((piece) => this.#piece(piece, start));
  }

  #piece(piece: EmojiPiece, offset: number): readonly Part[] {
    if (piece.kind === 'text') return this.#leaf(piece.text, offset + piece.start);
    const { emojiImage = ({ image }: CustomEmoji) => image } = this.#options;
    const image = html`<img class="custom-emoji" src=${emojiImage(piece.emoji)} alt=${piece.text} draggable="false" />`;
    return [this.#isMarked(offset + piece.start) ? html`<mark>${image}</mark>` : image];
  }

  /** Plain characters, cut where a mark begins or ends. */
  #leaf(text: string, start: number): readonly Part[] {
    const end = start + text.length;
    const cuts = this.#marked.flatMap((range) => [range.start, range.end]).filter((cut) => cut > start && cut < end);
    const edges = [start, ...cuts, end];
    return edges.slice(1).map((to, index) => {
      const from = edges[index] ?? start;
      const words = this.#words(text.slice(from - start, to - start));
      return this.#isMarked(from) ? html`<mark>${words}</mark>` : words;
    });
  }

  #words(text: string): Part {
    const { standIns } = this.#options;
    if (!standIns?.size) return text;
    return html`${text.split(/(\{\{\w+\}\})/).map((piece) => standIns.get(piece) ?? piece)}`;
  }

  #isMarked(offset: number): boolean {
    return this.#marked.some(({ start, end }) => offset >= start && offset < end);
  }
}
