import type { Point } from './zoom.js';

/** What fingers, mouse and wheel want with a picture; points count from the centre of the stage. */
export interface GestureWishes {
  zoomBy(factor: number, at: Point): void;
  moveBy(by: Point): void;
  /** A double press. */
  toggle(at: Point): void;
}

/** A wheel's notch changes the size by some fifteen hundredths. */
const WHEEL = 0.0015;

/** Reads drags, pinches, wheel and double presses on a stage. */
export class Gestures {
  readonly #wishes: GestureWishes;
  readonly #pointers = new Map<number, Point>();

  constructor(wishes: GestureWishes) {
    this.#wishes = wishes;
  }

  readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#wishes.zoomBy(Math.exp(-event.deltaY * WHEEL), fromCentre(event));
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    this.#wishes.toggle(fromCentre(event));
  };

  readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, fromCentre(event));
  };

  readonly onMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = fromCentre(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other) this.#pinch(before, now, other);
    else this.#wishes.moveBy({ x: now.x - before.x, y: now.y - before.y });
  };

  readonly onUp = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };

  #pinch(before: Point, now: Point, other: Point): void {
    const from = distance(before, other);
    if (from > 0) this.#wishes.zoomBy(distance(now, other) / from, middle(now, other));
    this.#wishes.moveBy({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
  }
}

function fromCentre(event: MouseEvent): Point {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
