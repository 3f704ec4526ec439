import { idAt } from './messages.js';
import { frames, nextFrame, painted, Sight } from './sight.js';

/** How long a transcript may take to come to its first message (milliseconds). */
const TO_FIRST_LIMIT = 20_000;
/** The last late picture is here before this (milliseconds). */
const PICTURES_ARRIVE_WITHIN = 1000;
const QUIET_FRAMES = 30;
const WATCH_LIMIT = 10_000;

/** Where the reader is before older messages come. */
export interface ReadingPlace {
  readonly stage: HTMLElement;
  readonly scroller: HTMLElement;
  /** The place of the oldest message. */
  readonly first: number;
  /** Pixels below the top. */
  readonly offset: number;
  toFirst?(): void;
}

/** Scrolls until the oldest message is in view, then to the offset. */
export async function goToTop({ stage, scroller, first, offset, toFirst }: ReadingPlace): Promise<void> {
  const until = performance.now() + TO_FIRST_LIMIT;
  const sight = new Sight(stage, idAt(first));
  toFirst?.();
  for (let seen = 0; seen < 6; seen = sight.isSeen && scroller.scrollTop === 0 ? seen + 1 : 0) {
    if (scroller.scrollTop !== 0) scroller.scrollTop = 0;
    if ((await painted()) > until)
      throw new Error(`the first message was not in view after ${String(TO_FIRST_LIMIT / 1000)} s`);
  }
  scroller.scrollTop = offset;
  await frames(10);
}

/** The first message from `first` on whose last line is in view. */
export async function underTheEye(stage: HTMLElement, first: number): Promise<Sight> {
  for (let attempt = 0; attempt < 30; attempt++) {
    for (let place = first; place < first + 60; place++) {
      const sight = new Sight(stage, idAt(place));
      if (sight.isSeen) return sight;
    }
    await nextFrame();
  }
  throw new Error('no message was in view');
}

/** The farthest that a message is from `top` in any frame that is painted (pixels); Infinity when it leaves the view. */
export async function farthestMove(sight: Sight, top: number): Promise<number> {
  const start = performance.now();
  let farthest = 0;
  let last = top;
  for (let quiet = 0, elapsed = 0; elapsed < WATCH_LIMIT; elapsed = performance.now() - start) {
    const current = await sight.paintedTop();
    farthest = Math.max(farthest, Math.abs(current - top));
    quiet = current === last ? quiet + 1 : 0;
    last = current;
    if (elapsed > PICTURES_ARRIVE_WITHIN && quiet > QUIET_FRAMES) break;
  }
  return farthest;
}
