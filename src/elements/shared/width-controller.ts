import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells a host which of its widths it has, where a container query does not do because the template itself differs.
 * It renders again only when the step changes.
 */
export class WidthController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #breakpoints: readonly number[];
  #observer: ResizeObserver | undefined;
  #step: number;

  /** `breakpoints` in px, ascending; before the host is measured it counts as the widest. */
  constructor(host: ReactiveControllerHost & Element, breakpoints: readonly number[]) {
    this.#host = host;
    this.#breakpoints = breakpoints;
    this.#step = breakpoints.length;
    host.addController(this);
  }

  /** How many breakpoints the host's width has reached. */
  get step(): number {
    return this.#step;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      const width = entries.at(-1)?.borderBoxSize[0]?.inlineSize;
      if (width !== undefined) this.#measured(width);
    });
    this.#observer.observe(this.#host, { box: 'border-box' });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measured(width: number): void {
    const step = this.#breakpoints.filter((breakpoint) => width >= breakpoint).length;
    if (step === this.#step) return;
    this.#step = step;
    this.#host.requestUpdate();
  }
}
