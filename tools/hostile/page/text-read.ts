/** What may stand in the source at one place: any of these strings. */
type Token = readonly string[];

const BREAK: Token = ['\r\n', '\n', '\r'];
const MARKS: Readonly<Record<string, string>> = { strong: '*', em: '_', s: '~' };

/**
 * Can `source` be read from formatted text as it is on screen? Each character must stand there in its order, and nothing
 * else may be missing than WhatsApp's marks, the prefixes of lists and quotes, and the line breaks between lines.
 */
export function readsBack(shown: Element, source: string): boolean {
  let places = new Set([0]);
  for (const token of tokensOf(shown)) {
    const next = new Set<number>();
    for (const place of places)
      for (const written of token) if (source.startsWith(written, place)) next.add(place + written.length);
    places = next;
  }
  return places.has(source.length);
}

function tokensOf(shown: Element): readonly Token[] {
  const blocks = [...shown.children].filter((child) => !child.classList.contains('meta'));
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    return [...(before ? [between(before, block)] : []), ...blockTokens(block)];
  });
}

/** A block of code may begin and end amid a line. */
function between(before: Element, after: Element): Token {
  return [before, after].some(({ localName }) => localName === 'pre') ? [...BREAK, ''] : BREAK;
}

function blockTokens(block: Element): readonly Token[] {
  switch (block.localName) {
    case 'ul':
      return items(block, () => ['* ', '- ']);
    case 'ol':
      return items(block, (item) => [`${String(item.value)}. `, `0${String(item.value)}. `]);
    case 'pre':
      return [['```'], [...BREAK, ''], [block.textContent], [...BREAK, ''], ['```']];
    case 'blockquote':
      return [['> '], ...inlineTokens(block, '> ')];
    default:
      return inlineTokens(block);
  }
}

function items(list: Element, prefix: (item: HTMLLIElement) => Token): readonly Token[] {
  return [...list.children].flatMap((item, index) => [
    ...(index === 0 ? [] : [BREAK]),
    prefix(item as HTMLLIElement),
    ...inlineTokens(item),
  ]);
}

function inlineTokens(parent: Element, linePrefix = ''): readonly Token[] {
  return [...parent.childNodes].flatMap((node) => {
    if (node instanceof Text) return isBeforeHost(node) ? [] : textTokens(node, linePrefix);
    return node instanceof Element ? elementTokens(node, linePrefix) : [];
  });
}

function textTokens({ data }: Text, linePrefix: string): readonly Token[] {
  return data === '\n' ? [BREAK, [linePrefix]] : [[data]];
}

function elementTokens(element: Element, linePrefix: string): readonly Token[] {
  if (element.matches('.meta, .link-host')) return [];
  const { localName, textContent } = element;
  if (localName === 'code') return [[`\`${textContent}\``, `\`\`\`${textContent}\`\`\``]];
  const mark = MARKS[localName];
  const inside = inlineTokens(element, linePrefix);
  return mark === undefined ? inside : [[mark], ...inside, [mark]];
}

/** The blank before the host that stands beside a link is no part of the text. */
function isBeforeHost({ nextSibling }: Text): boolean {
  return nextSibling instanceof Element && nextSibling.classList.contains('link-host');
}
