import DOMPurify from 'dompurify';
import { markedLine, type MarkName, type Run } from './marked-line.js';

const BLOCKS = [
  'address',
  'article',
  'blockquote',
  'dd',
  'div',
  'dl',
  'dt',
  'figure',
  'footer',
  'header',
  'main',
].concat(['ol', 'pre', 'section', 'table', 'tr', 'ul', 'li', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
/** Between these and what is beside them there is an empty line. */
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table']);

const MARK_OF_TAG: Readonly<Record<string, MarkName>> = {
  b: 'bold',
  strong: 'bold',
  h1: 'bold',
  h2: 'bold',
  h3: 'bold',
  h4: 'bold',
  h5: 'bold',
  h6: 'bold',
  th: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

const ALLOWED_TAGS = [...BLOCKS, ...Object.keys(MARK_OF_TAG), 'a', 'br', 'span', 'font', 'td', 'tbody', 'thead'];

/** What was said in `style`. */
const STYLE = 'data-style';

/** Even a document that is never shown makes the browser report styles that a strict policy forbids. */
function withoutStyling(html: string): string {
  return html
    .replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[^<>]+>/g, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`));
}

/** HTML as text with WhatsApp's formatting; empty where the page's policy does not let it be read. */
export function markupOfHtml(html: string): string {
  const fragment = DOMPurify.sanitize(withoutStyling(html), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', STYLE, 'start'],
  });
  const writer = new MarkupWriter();
  writer.children(fragment, { marks: new Set(), quoted: false, inItem: false });
  return writer.text;
}

/** What holds where a node stands. */
interface Place {
  readonly marks: ReadonlySet<MarkName>;
  readonly quoted: boolean;
  readonly inItem: boolean;
  /** The prefix of the list item that begins here. */
  readonly item?: string;
}

class MarkupWriter {
  readonly #lines: string[] = [];
  #runs: Run[] = [];
  #prefix = '';

  get text(): string {
    this.#endLine();
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }

  children(parent: Node, place: Place): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.#words(node.nodeValue ?? '', place);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element, place);
    }
  }

  #element(element: Element, place: Place): void {
    const tag = element.localName;
    if (tag === 'br') this.#endLine({ quoted: place.quoted, always: true });
    else if (tag === 'pre') this.#code(element);
    else if (tag === 'ol' || tag === 'ul') this.#list(element, tag, place);
    else if (tag === 'a') this.#link(element, place);
    else if (BLOCKS.includes(tag)) this.#block(element, tag, place);
    else {
      this.children(element, inside(element, place));
      if (tag === 'td' || tag === 'th') this.#words(' ', place);
    }
  }

  #block(element: Element, tag: string, place: Place): void {
    this.#endLine();
    const isApart = SPACED.has(tag) && !place.inItem;
    if (isApart) this.#space();
    const within = { ...inside(element, place), quoted: place.quoted || tag === 'blockquote' };
    if (place.item !== undefined) this.#prefix = place.item;
    else if (!place.inItem) this.#begin(within.quoted);
    this.children(element, within);
    this.#endLine();
    if (isApart) this.#space();
    if (!place.inItem) this.#begin(place.quoted);
  }

  #list(element: Element, tag: 'ol' | 'ul', place: Place): void {
    this.#endLine();
    let number = Number(element.getAttribute('start') ?? 1);
    for (const item of element.children) {
      if (item.localName === 'li') this.#block(item, 'li', { ...place, item: tag === 'ol' ? `${number++}. ` : '- ' });
      else this.#element(item, place);
    }
  }

  #code(element: Element): void {
    this.#endLine();
    const code = element.textContent.replace(/^\n|\n$/g, '');
    if (code.trim() === '') return;
    this.#space();
    this.#lines.push(...`\`\`\`${code}\`\`\``.split('\n'));
    this.#space();
  }

  /** WhatsApp has no links with words of their own: the address follows them. */
  #link(element: Element, place: Place): void {
    this.children(element, place);
    const href = element.getAttribute('href') ?? '';
    const words = element.textContent.trim();
    const address = href.replace(/^(?:mailto|tel):/i, '');
    const isShown = words.replace(/\/$/, '') === address.replace(/\/$/, '');
    if (words !== '' && !isShown && /^(?:https?|mailto|tel):/i.test(href)) this.#words(` (${address})`, place);
  }

  #words(text: string, { marks }: Place): void {
    this.#runs.push({ text: text.replace(/[\t\n\r\f ]+/g, ' ').replace(/\u00a0/g, ' '), marks });
  }

  #begin(quoted: boolean): void {
    this.#prefix = quoted ? '> ' : '';
  }

  /** An empty line, unless there is one. */
  #space(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  #endLine({ quoted = false, always = false } = {}): void {
    const line = markedLine(this.#runs);
    this.#runs = [];
    if (line !== '' || always) this.#lines.push(line === '' ? '' : this.#prefix + line);
    if (line !== '') this.#begin(quoted);
  }
}

/** What holds inside an element: its tag says it, or its style, which has the last word (Google Docs, Word). */
function inside(element: Element, place: Place): Place {
  const marks = new Set(place.marks);
  const own = MARK_OF_TAG[element.localName];
  if (own) marks.add(own);
  for (const { mark, said, on } of STYLES) {
    const value = said.exec(element.getAttribute(STYLE) ?? '')?.[1];
    if (value === undefined) continue;
    if (on.test(value)) marks.add(mark);
    else marks.delete(mark);
  }
  return { marks, quoted: place.quoted, inItem: place.inItem || place.item !== undefined };
}

const STYLES: readonly { readonly mark: MarkName; readonly said: RegExp; readonly on: RegExp }[] = [
  { mark: 'bold', said: /font-weight:\s*(\w+)/i, on: /^(?:bold|[6-9]00)/i },
  { mark: 'italic', said: /font-style:\s*(\w+)/i, on: /italic|oblique/i },
  { mark: 'strike', said: /text-decoration(?:-line)?:([^;]*)/i, on: /line-through/i },
];
