import type { ProductSection } from '../../domain/interactive.js';

/** A line that begins so is the title of the section below it. */
const TITLE_MARK = '#';

/** Reads products as agents write them: one id a line, and a line that begins with # above each section. */
export function readProductLines(text: string): readonly ProductSection[] {
  const sections: { title?: string; productIds: string[] }[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (line.startsWith(TITLE_MARK)) sections.push({ title: line.slice(TITLE_MARK.length).trim(), productIds: [] });
    else if (sections.length === 0) sections.push({ productIds: [line] });
    else sections.at(-1)?.productIds.push(line);
  }
  return sections;
}

/** Writes sections so that `readProductLines` reads the same. */
export function writeProductLines(sections: readonly ProductSection[]): string {
  return sections
    .flatMap(({ title, productIds }) => [...(title === undefined ? [] : [`${TITLE_MARK} ${title}`]), ...productIds])
    .join('\n');
}

// WhatsApp's limits (Cloud API, multi-product messages).
const SECTIONS_MAX = 10;
const PRODUCTS_MAX = 30;
const TITLE_MAX = 24;

/** What is wrong with sections of products. */
export type ProductsProblem = 'no-products' | 'too-many-products' | 'section-title';

/** What WhatsApp would not take of these sections. */
export function productsProblem(sections: readonly ProductSection[]): ProductsProblem | undefined {
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0);
  if (sections.length === 0 || sections.some(({ productIds }) => productIds.length === 0)) return 'no-products';
  if (sections.length > SECTIONS_MAX || count > PRODUCTS_MAX) return 'too-many-products';
  return sections.every(({ title = '' }) => title !== '' && [...title].length <= TITLE_MAX)
    ? undefined
    : 'section-title';
}
