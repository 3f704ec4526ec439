/** Where something that floats stands beside its anchor. */
export interface Placement {
  readonly side: 'below' | 'above';
  /** Which edges are in line; turned round from right to left. */
  readonly align: 'start' | 'end';
}

/** Distance from the anchor and from the edges of the window, in px. */
const GAP = 8;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Puts the fixed `panel` beside `anchor`, inside the window. */
export function place(panel: HTMLElement, anchor: Element, placement: Placement): void {
  const { clientWidth: width, clientHeight: height } = panel.ownerDocument.documentElement;
  const rightToLeft = getComputedStyle(panel).direction === 'rtl';
  const { left, top } = position(
    anchor.getBoundingClientRect(),
    sizeOf(panel),
    { width, height },
    placement,
    rightToLeft,
  );
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}

/** The layout size: a transform of an opening animation does not count. */
function sizeOf(panel: HTMLElement): Size {
  return { width: panel.offsetWidth, height: panel.offsetHeight };
}

/** Left and top in px for a panel of `panel`'s size beside `anchor` in a window of `view`'s size. */
export function position(
  anchor: Box,
  panel: Size,
  view: Size,
  { side, align }: Placement,
  rightToLeft: boolean,
): { readonly left: number; readonly top: number } {
  const fromLeft = (align === 'start') !== rightToLeft;
  const left = fromLeft ? anchor.left : anchor.right - panel.width;
  return {
    left: clamp(left, GAP, view.width - panel.width - GAP),
    top: clamp(topOf(anchor, panel, view, side), GAP, view.height - panel.height - GAP),
  };
}

function topOf(anchor: Box, panel: Size, view: Size, side: Placement['side']): number {
  const above = anchor.top - GAP - panel.height;
  const below = anchor.bottom + GAP;
  const fitsAbove = above >= GAP;
  const fitsBelow = below + panel.height <= view.height - GAP;
  if (side === 'below') return fitsBelow || !fitsAbove ? below : above;
  return fitsAbove || !fitsBelow ? above : below;
}

/** The start of a panel larger than the window stays in view. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
