import type { CSSResultOrNative, ReactiveController, ReactiveControllerHost } from 'lit';

const waiting = new Set<() => void>();
const underWay = new Set<Promise<void>>();

/**
 * A part of the code that is fetched when it is first wanted; until it is here, whoever wants it shows something simpler. Where it cannot
 * be fetched, the next wish tries again.
 */
export class LatePart<T> {
  readonly #load: () => Promise<T>;
  #value: T | undefined;
  #fetching: Promise<void> | undefined;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The part, once it is here. */
  get value(): T | undefined {
    return this.#value;
  }

  /** The part; fetched when it is not here, and then hosts with a `LatePartsController` are drawn again. */
  want(): T | undefined {
    if (this.#value === undefined) this.#fetching ??= this.#fetch();
    return this.#value;
  }

  async #fetch(): Promise<void> {
    const done = this.#load().then(
      (value) => {
        this.#value = value;
        for (const draw of waiting) draw();
      },
      () => {
        this.#fetching = undefined;
      },
    );
    underWay.add(done);
    await done;
    underWay.delete(done);
  }
}

/** Adds the looks of a late part to a shadow root that is there already. */
export function adoptLate(root: ShadowRoot, looks: readonly CSSResultOrNative[]): void {
  const sheets = looks
    .map((look) => (look instanceof CSSStyleSheet ? look : look.styleSheet))
    .filter((sheet) => sheet !== undefined);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}

/** Draws its host again when a late part arrives. */
export class LatePartsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #left = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Settles when everything that was wanted up to now is here, or could not be fetched. */
  async settled(): Promise<void> {
    await Promise.all(underWay);
  }

  hostConnected(): void {
    waiting.add(this.#draw);
    // Something may have arrived in the meantime.
    if (this.#left) this.#draw();
  }

  hostDisconnected(): void {
    waiting.delete(this.#draw);
    this.#left = true;
  }

  readonly #draw = (): void => {
    this.#host.requestUpdate();
  };
}
