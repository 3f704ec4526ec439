import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MediaRef } from '../../domain/attachment.js';

/** Width by height of the room for a medium whose size is not known. */
const USUAL_SHAPE = 4 / 3;
/** Beyond these a picture is cut in the transcript; the large view shows all of it. */
const NARROWEST = 0.7;
const WIDEST = 2.4;

function shapeOf({ width = 0, height = 0 }: MediaRef): number {
  if (width <= 0 || height <= 0) return USUAL_SHAPE;
  return Math.min(WIDEST, Math.max(NARROWEST, width / height));
}

/** The room that a medium takes, the same before it is there and after, so that nothing moves when it comes. */
export function room(media: MediaRef, content: TemplateResult | undefined): TemplateResult {
  const shape = shapeOf(media).toFixed(4);
  return html`<span class=${content ? 'room' : 'room skeleton'} ${shaped(shape)}>${content}</span>`;
}

/** Gives an element its width by height, by script: policies forbid style attributes. */
export function shaped(shape: string): ReturnType<typeof ref> {
  return ref((element) => {
    if (element instanceof HTMLElement) element.style.aspectRatio = shape;
  });
}
