/** Distance of the bar from the bubble (pixels). */
const GAP = 8;

/**
 * Puts `bar` beside `bubble` at its free side, inside `area`: after it where the bubble stands at the start, else before
 * it. False where there is no room or the bubble's top is out of view.
 */
export function placeBeside(bar: HTMLElement, bubble: HTMLElement, area: HTMLElement, atStart: boolean): boolean {
  const box = bubble.getBoundingClientRect();
  const around = area.getBoundingClientRect();
  const toTheRight = atStart !== (getComputedStyle(area).direction === 'rtl');
  const left = toTheRight ? box.right + GAP : box.left - GAP - bar.offsetWidth;
  const isInView = box.top >= around.top && box.top + bar.offsetHeight <= around.bottom;
  if (!isInView || left < around.left || left + bar.offsetWidth > around.right) return false;
  bar.style.left = `${String(left - around.left)}px`;
  bar.style.top = `${String(box.top - around.top)}px`;
  return true;
}
