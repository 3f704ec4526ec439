import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far ahead of the view media are made ready (pixels). */
const AHEAD = 400;

type Look = (isNear: boolean) => void;

/** Watches all media of one scroller with one observer. */
class Sight {
  readonly #looks = new Map<Element, Look>();
  readonly #observer: IntersectionObserver;

  constructor(root: Element | null) {
    this.#observer = new IntersectionObserver(this.#onSight, { root, rootMargin: `${String(AHEAD)}px` });
  }

  watch(element: Element, look: Look): void {
    this.#looks.set(element, look);
    this.#observer.observe(element);
  }

  leave(element: Element): void {
    this.#looks.delete(element);
    this.#observer.unobserve(element);
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) this.#looks.get(target)?.(isIntersecting);
  };
}

/** By the scroller, or by the document where there is none. */
const sights = new WeakMap<Element | Document, Sight>();

function sightOf(element: Element): Sight {
  const scroller = element.closest('[part~="scroller"]');
  const key = scroller ?? element.ownerDocument;
  const sight = sights.get(key) ?? new Sight(scroller);
  sights.set(key, sight);
  return sight;
}

/** Knows whether its host is in the view of its transcript, or soon will be. */
export class NearView implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onNear: () => void;
  #sight: Sight | undefined;
  #isNear = false;
  #wasNear = false;

  /** `onNear` is called when the host has come near. */
  constructor(host: ReactiveControllerHost & Element, onNear: () => void) {
    this.#host = host;
    this.#onNear = onNear;
    host.addController(this);
  }

  get isNear(): boolean {
    return this.#isNear;
  }

  /** Has it come near since it is in the page? What was loaded then stays. */
  get wasNear(): boolean {
    return this.#wasNear;
  }

  hostConnected(): void {
    this.#sight = sightOf(this.#host);
    this.#sight.watch(this.#host, (isNear) => {
      const came = isNear && !this.#isNear;
      this.#isNear = isNear;
      this.#wasNear ||= isNear;
      if (came) this.#onNear();
    });
  }

  hostDisconnected(): void {
    this.#sight?.leave(this.#host);
    this.#isNear = false;
  }
}
