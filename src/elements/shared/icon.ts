/*! Icons: Lucide (ISC), Feather (MIT); see THIRD-PARTY-LICENSES.md of wa-desk. */
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';

/** How an icon is drawn: 20 px, `small` 16 or `tiny` 12; without `label` it is decoration and hidden from assistive technology. */
export interface IconOptions {
  readonly size?: 'small' | 'tiny';
  /** The icon's own name, when no words beside it or around it say the same. */
  readonly label?: string;
  /** Filled with the text's colour. */
  readonly solid?: boolean;
  /** Turned round from right to left. */
  readonly mirrored?: boolean;
}

/** One picture of the set: call it in a template. */
export type Icon = (options?: IconOptions) => TemplateResult;

/** Draws `shape` as an icon of the set; its looks are `iconStyles`, part of `baseStyles`. */
export function icon(shape: SVGTemplateResult, options: IconOptions = {}): TemplateResult {
  const { label, size } = options;
  return html`<svg
    class="icon ${size ?? ''} ${options.solid ? 'solid' : ''} ${options.mirrored ? 'mirrored' : ''}"
    viewBox="0 0 24 24"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    ${shape}
  </svg>`;
}
