import type { Offer } from '../../domain/session.js';

/** More than this between the bar and the clock is put right. */
const TOLERANCE_MS = 250;

const running = new WeakMap<Element, Animation>();

/**
 * Lets `bar` run down with an offer, by the server's clock: `now` is epoch milliseconds. Without motion it stands still
 * between two calls.
 */
export function runDown(bar: Element, { madeAt, expiresAt }: Offer, now: number): void {
  const duration = Math.max(1, expiresAt - madeAt);
  const elapsed = Math.min(duration, Math.max(0, now - madeAt));
  const animation = running.get(bar) ?? startPaused(bar, duration);
  running.set(bar, animation);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    animation.pause();
    animation.currentTime = elapsed;
    return;
  }
  if (Math.abs(Number(animation.currentTime) - elapsed) > TOLERANCE_MS) animation.currentTime = elapsed;
  if (animation.playState === 'paused' && elapsed < duration) animation.play();
}

function startPaused(bar: Element, duration: number): Animation {
  const animation = bar.animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }], { duration, fill: 'both' });
  animation.pause();
  return animation;
}
