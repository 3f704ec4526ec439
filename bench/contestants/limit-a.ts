import type { Contestant } from '../page/contestant.js';
import type { BenchMessage } from '../page/messages.js';
import { BUBBLE_STYLE, bubbleHtml } from './bubble.js';

const ROWS = 50;

/** The limit: what the browser itself costs. Only a window of bubbles, as HTML, is ever in the page. */
class LimitA implements Contestant<BenchMessage> {
  #stage!: HTMLElement;
  #scroller!: HTMLElement;
  #messages: BenchMessage[] = [];
  #low = 0;
  #high = 0;
  /** The first row in view and where it stood, to be kept there while pictures above it arrive. */
  #eye: { readonly row: Element; readonly top: number } | undefined;
  #resize: ResizeObserver | undefined;

  shape = (message: BenchMessage): BenchMessage => message;

  mount(stage: HTMLElement, messages: readonly BenchMessage[]): void {
    this.#stage = stage;
    this.#messages = [...messages];
    stage.innerHTML = `<style>${BUBBLE_STYLE}</style><div style="height:100%;overflow-y:auto;overflow-anchor:none"><div></div></div>`;
    this.#scroller = stage.lastElementChild as HTMLElement;
    this.#show(messages.length - ROWS);
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#resize = new ResizeObserver(() => {
      this.#hold();
    });
    this.#resize.observe(this.#rows);
  }

  append(message: BenchMessage): void {
    this.#eye = undefined;
    this.#messages.push(message);
    if (this.#high < this.#messages.length - 1) this.#show(this.#messages.length - ROWS);
    else {
      this.#rows.insertAdjacentHTML('beforeend', bubbleHtml(message));
      this.#high += 1;
      for (; this.#high - this.#low > ROWS; this.#low++) this.#rows.firstElementChild?.remove();
    }
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  prepend(messages: readonly BenchMessage[]): void {
    this.#look();
    this.#messages.unshift(...messages);
    this.#rows.insertAdjacentHTML('afterbegin', messages.map(bubbleHtml).join(''));
    this.#high += messages.length;
    for (; this.#high - this.#low > ROWS * 2; this.#high--) this.#rows.lastElementChild?.remove();
    this.#hold();
  }

  unmount(): void {
    this.#resize?.disconnect();
    this.#eye = undefined;
    this.#stage.replaceChildren();
    this.#messages = [];
  }

  scroller(): HTMLElement {
    return this.#scroller;
  }

  toFirst(): void {
    this.#eye = undefined;
    this.#show(0);
  }

  get #rows(): HTMLElement {
    return this.#scroller.firstElementChild as HTMLElement;
  }

  #show(low: number): void {
    this.#low = Math.max(0, low);
    this.#high = Math.min(this.#messages.length, this.#low + ROWS);
    this.#rows.innerHTML = this.#messages.slice(this.#low, this.#high).map(bubbleHtml).join('');
  }

  #look(): void {
    const { top } = this.#scroller.getBoundingClientRect();
    const row = [...this.#rows.children].find((one) => one.getBoundingClientRect().top >= top);
    this.#eye = row && { row, top: row.getBoundingClientRect().top };
  }

  #hold(): void {
    if (this.#eye) this.#scroller.scrollTop += this.#eye.row.getBoundingClientRect().top - this.#eye.top;
  }
}

export default new LimitA();
