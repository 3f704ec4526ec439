import '@lit-labs/virtualizer';
import { css, html, LitElement, unsafeCSS } from 'lit';
import { BUBBLE_STYLE } from './bubble.ts';
import { litBubble } from './lit-bubble.mjs';

const keyOf = ({ id }) => id;

/** A chat on @lit-labs/virtualizer, by its documentation: items, keys, and a scroll to the last one when it is new. */
class VirtualizerChat extends LitElement {
  static properties = { items: { attribute: false } };
  static styles = [
    css`
      :host {
        display: block;
        height: 100%;
      }
      lit-virtualizer {
        height: 100%;
      }
    `,
    unsafeCSS(BUBBLE_STYLE),
  ];

  constructor() {
    super();
    this.items = [];
    this.followsEnd = true;
  }

  get virtualizer() {
    return this.renderRoot.querySelector('lit-virtualizer');
  }

  render() {
    return html`<lit-virtualizer
      scroller
      .items=${this.items}
      .renderItem=${litBubble}
      .keyFunction=${keyOf}
    ></lit-virtualizer>`;
  }

  async updated() {
    if (!this.followsEnd) return;
    await this.virtualizer.updateComplete;
    await this.virtualizer.layoutComplete;
    this.virtualizer?.element(this.items.length - 1)?.scrollIntoView({ block: 'end' });
  }
}
customElements.define('virtualizer-chat', VirtualizerChat);

let chat;

export default {
  shape: (message) => message,
  mount(stage, messages) {
    chat = document.createElement('virtualizer-chat');
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
  scroller: () => chat.virtualizer,
};
