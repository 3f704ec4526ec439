import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { Gestures } from './gestures.js';
import { movedBy, WHOLE, zoomedBy, type Point, type Stage, type Zoom } from './zoom.js';

/** One press of a key or a button. */
const STEP = 1.5;
/** How far an arrow key moves an enlarged picture (pixels). */
const STRIDE = 80;
const DOUBLE_PRESS = 2.5;

/** A picture that can be enlarged and moved about. */
export class PictureStage {
  readonly #host: ReactiveControllerHost & Element;
  readonly #gestures: Gestures;
  #zoom: Zoom = WHOLE;
  #moved: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#gestures = new Gestures({
      zoomBy: this.zoomBy,
      moveBy: this.#moveBy,
      toggle: (at) => {
        if (this.isEnlarged) this.showWhole();
        else this.zoomBy(DOUBLE_PRESS, at);
      },
    });
  }

  get isEnlarged(): boolean {
    return this.#zoom.scale > 1;
  }

  /** Times the size at which it fits. */
  get scale(): number {
    return this.#zoom.scale;
  }

  render(image: TemplateResult): TemplateResult {
    const { onWheel, onDoubleClick, onDown, onMove, onUp } = this.#gestures;
    return html`<div
      class=${this.isEnlarged ? 'stage enlarged' : 'stage'}
      @wheel=${onWheel}
      @dblclick=${onDoubleClick}
      @pointerdown=${onDown}
      @pointermove=${onMove}
      @pointerup=${onUp}
      @pointercancel=${onUp}
    >
      <div class="moved" ${ref(this.#place)}>${image}</div>
    </div>`;
  }

  readonly showWhole = (): void => {
    this.#set(WHOLE);
  };

  readonly enlarge = (): void => {
    this.zoomBy(STEP);
  };

  readonly reduce = (): void => {
    this.zoomBy(1 / STEP);
  };

  readonly zoomBy = (factor: number, at?: Point): void => {
    const stage = this.#measured();
    if (stage) this.#set(zoomedBy(this.#zoom, factor, stage, at));
  };

  /** Moves an enlarged picture by an arrow key; false when there is nothing to move. */
  step(key: string): boolean {
    const by = STRIDES[key];
    if (!this.isEnlarged || !by) return false;
    this.#moveBy(by);
    return true;
  }

  readonly #moveBy = (by: Point): void => {
    const stage = this.#measured();
    if (stage) this.#set(movedBy(this.#zoom, by, stage));
  };

  readonly #place = (element?: Element): void => {
    if (!(element instanceof HTMLElement)) return;
    this.#moved = element;
    const { scale, x, y } = this.#zoom;
    element.style.transform = `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`;
  };

  #set(zoom: Zoom): void {
    this.#zoom = zoom;
    this.#place(this.#moved);
    this.#host.requestUpdate();
  }

  #measured(): Stage | undefined {
    const root = this.#host.shadowRoot;
    const room = root?.querySelector<HTMLElement>('.stage');
    const picture = root?.querySelector<HTMLElement>('.stage img');
    return room && picture
      ? {
          room: { width: room.clientWidth, height: room.clientHeight },
          picture: { width: picture.offsetWidth, height: picture.offsetHeight },
        }
      : undefined;
  }
}

/** An arrow shows what lies in its direction. */
const STRIDES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: STRIDE, y: 0 },
  ArrowRight: { x: -STRIDE, y: 0 },
  ArrowUp: { x: 0, y: STRIDE },
  ArrowDown: { x: 0, y: -STRIDE },
};
