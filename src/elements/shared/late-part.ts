import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';

const waiting = new Set<() => void>();
const underWay = new Set<Promise<void>>();

/**
 * A part of the code that is fetched when it is first wanted; until it is here, whoever wants it shows something simpler. Where it cannot
 * be fetched, the next wish tries again.
 */
export class LatePart<T extends object> {
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

/** Those of a late part that bring their own looks. */
interface Looks {
  readonly looks?: readonly CSSResult[];
}

/**
 * Fetches parts when its host has been drawn for the first time, so that nothing waits for them, draws the host again when one is here, and
 * gives it the part's looks.
 */
export class LatePartsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #parts: readonly LatePart<object>[];
  #left = false;

  constructor(host: ReactiveControllerHost & Element, parts: readonly LatePart<object>[]) {
    this.#host = host;
    this.#parts = parts;
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

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    if (root)
      adopt(
        root,
        this.#parts.flatMap(({ value }) => (value as Looks | undefined)?.looks ?? []),
      );
  }

  hostUpdated(): void {
    for (const part of this.#parts) part.want();
  }

  readonly #draw = (): void => {
    this.#host.requestUpdate();
  };
}

function adopt(root: ShadowRoot, looks: readonly CSSResult[]): void {
  const sheets = looks.map(({ styleSheet }) => styleSheet).filter((sheet) => sheet !== undefined);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
