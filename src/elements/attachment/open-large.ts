import type { WaLightboxElement } from '../lightbox/lightbox-element.js';

/** Opens the large view, which is loaded when somebody first wants it. */
export async function openLarge(
  opener: Element,
  inputs: Pick<WaLightboxElement, 'shown' | 'lease' | 'beside' | 'strings'>,
): Promise<void> {
  const { openLightbox } = await import('../lightbox/wa-lightbox.js');
  await openLightbox(opener, inputs);
}
