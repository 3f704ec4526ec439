/** Text that was pasted or dropped, with its formatting. */
export interface RichText {
  readonly html: string;
  readonly plain: string;
}

/** HTML whose formatting WhatsApp can show; the rest is as good as plain. */
const FORMATTED =
  /<(?:b|strong|i|em|s|strike|del|code|kbd|pre|li|blockquote|h[1-6]|a)[\s>]|font-(?:weight|style):|line-through/i;

/** The formatted text in `data`; nothing where it is plain. */
export function richTextIn(data: DataTransfer | null): RichText | undefined {
  const html = data?.getData('text/html') ?? '';
  return FORMATTED.test(html) ? { html, plain: data?.getData('text/plain') ?? '' } : undefined;
}

/** The text with WhatsApp's formatting; plain where HTML cannot be read here. */
export async function markupOf({ html, plain }: RichText): Promise<string> {
  try {
    const { markupOfHtml } = await import('./html-markup.js');
    return markupOfHtml(html) || plain;
  } catch {
    return plain;
  }
}
