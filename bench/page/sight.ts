/** What a reader sees: a message counts once its id is painted within the stage. */

/** Resolves in the first task after the next frame was painted, with the time (milliseconds). */
export const painted = (): Promise<number> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(undefined);
    }),
  );

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await nextFrame();
}

/** The text that holds `id`, through open shadow roots; the newest messages stand last, so it looks from the end. */
function textOf(node: Node, id: string): Text | undefined {
  if (node instanceof Text) return node.data.includes(id) ? node : undefined;
  const roots = node instanceof Element && node.shadowRoot ? [node, node.shadowRoot] : [node];
  for (const root of roots) {
    for (let child = root.lastChild; child; child = child.previousSibling) {
      const text = textOf(child, id);
      if (text) return text;
    }
  }
  return undefined;
}

/** Where an element is in the next painted frame; what changes between two frames nobody sees. */
const paintedBox = (element: Element): Promise<IntersectionObserverEntry> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      // The first notice of an observer comes with the very geometry that is painted.
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        if (entry) resolve(entry);
      });
      observer.observe(element);
    }),
  );

/** A message that is being watched. */
export class Sight {
  readonly #stage: HTMLElement;
  readonly #id: string;
  #text: Text | undefined;

  constructor(stage: HTMLElement, id: string) {
    this.#stage = stage;
    this.#id = id;
  }

  /** Is the id now wholly within the stage? */
  get isSeen(): boolean {
    const text = this.#find();
    if (!text?.parentElement?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const range = document.createRange();
    const start = text.data.indexOf(this.#id);
    range.setStart(text, start);
    range.setEnd(text, start + this.#id.length);
    const box = range.getBoundingClientRect();
    const stage = this.#stage.getBoundingClientRect();
    return box.height > 0 && box.top >= stage.top - 1 && box.bottom <= stage.bottom + 1;
  }

  /** How far below the stage's top the message's text stands in the next painted frame (pixels); Infinity out of view. */
  async paintedTop(): Promise<number> {
    const element = this.#find()?.parentElement;
    if (!element) {
      await nextFrame();
      return Infinity;
    }
    const { boundingClientRect: box } = await paintedBox(element);
    const stage = this.#stage.getBoundingClientRect();
    return box.height > 0 && box.bottom > stage.top && box.top < stage.bottom ? box.top - stage.top : Infinity;
  }

  /** Resolves once the message is painted in view, with the time and the number of frames that it took. */
  async seen(limit: number): Promise<{ readonly at: number; readonly frames: number }> {
    const until = performance.now() + limit;
    for (let count = 1; ; count++) {
      const at = await painted();
      if (this.isSeen) return { at, frames: count };
      if (at > until) throw new Error(`${this.#id} was not in view after ${String(limit / 1000)} s`);
    }
  }

  #find(): Text | undefined {
    if (!this.#text?.isConnected || !this.#text.data.includes(this.#id)) this.#text = textOf(this.#stage, this.#id);
    return this.#text;
  }
}
