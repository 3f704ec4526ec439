import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, unsafeCSS } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { BUBBLE_STYLE } from './bubble.ts';
import { litBubble } from './lit-bubble.mjs';

/** A chat on @tanstack/lit-virtual, with its options for chats: anchored to the end, which it follows. */
class TanstackChat extends LitElement {
  static properties = { items: { attribute: false } };
  static styles = [
    css`
      :host {
        display: block;
        height: 100%;
      }
      .scroller {
        height: 100%;
        overflow-y: auto;
        overflow-anchor: none;
        contain: strict;
      }
      .all {
        position: relative;
      }
      .drawn {
        position: absolute;
        inset: 0 0 auto;
      }
    `,
    unsafeCSS(BUBBLE_STYLE),
  ];

  scroller = createRef();
  followsEnd = true;
  #controller;

  constructor() {
    super();
    this.items = [];
  }

  get #virtualizer() {
    return this.#controller.getVirtualizer();
  }

  willUpdate() {
    const options = {
      count: this.items.length,
      getItemKey: (index) => this.items[index].id,
      getScrollElement: () => this.scroller.value ?? null,
      estimateSize: () => 68,
      overscan: 6,
      anchorTo: 'end',
      followOnAppend: true,
      scrollEndThreshold: 60,
    };
    if (this.#controller) this.#virtualizer.setOptions({ ...this.#virtualizer.options, ...options });
    else this.#controller = new VirtualizerController(this, options);
  }

  updated(changed) {
    // A ref() callback comes before the row is in the page and would measure a height of 0.
    for (const row of this.renderRoot.querySelectorAll('[data-index]')) this.#virtualizer.measureElement(row);
    // `followOnAppend` by itself loses the end in a burst.
    if (changed.has('items') && this.followsEnd)
      this.#virtualizer.scrollToIndex(this.items.length - 1, { align: 'end' });
  }

  render() {
    const rows = this.#virtualizer.getVirtualItems();
    const height = `${this.#virtualizer.getTotalSize()}px`;
    const transform = `translateY(${rows[0]?.start ?? 0}px)`;
    return html`<div class="scroller" ${ref(this.scroller)}>
      <div class="all" style=${styleMap({ height })}>
        <div class="drawn" style=${styleMap({ transform })}>
          ${repeat(
            rows,
            ({ key }) => key,
            ({ index }) => html`<div data-index=${index}>${litBubble(this.items[index])}</div>`,
          )}
        </div>
      </div>
    </div>`;
  }
}
customElements.define('tanstack-chat', TanstackChat);

let chat;

export default {
  shape: (message) => message,
  mount(stage, messages) {
    chat = document.createElement('tanstack-chat');
    chat.items = messages;
    stage.append(chat);
  },
  append(message) {
    chat.followsEnd = true;
    chat.items = [...chat.items, message];
  },
  prepend(messages) {
    chat.followsEnd = false;
    chat.items = [...messages, ...chat.items];
  },
  unmount() {
    chat.remove();
    chat = undefined;
  },
  scroller: () => chat.scroller.value,
};
