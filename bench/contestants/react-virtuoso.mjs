import { createElement, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
import { BUBBLE_STYLE, clockOf, formatHtml, nameOf, rowClass } from './bubble.ts';

/** Virtuoso wants an index for the first item that can go down as older ones come. */
const FIRST_INDEX = 10_000_000;

const Bubble = memo(({ message }) => {
  const { picture } = message;
  const image = picture && { src: picture.url, width: picture.width, height: picture.height, alt: '' };
  return createElement(
    'div',
    { className: rowClass(message) },
    createElement(
      'div',
      { className: 'bubble' },
      createElement('span', { className: 'name' }, nameOf(message)),
      image ? createElement('img', image) : null,
      createElement('span', { className: 'text', dangerouslySetInnerHTML: { __html: formatHtml(message.text) } }),
      createElement('time', null, clockOf(message)),
    ),
  );
});

let root;
let host;
let change;
let followsEnd = true;

const keyOf = (_, { id }) => id;
const itemContent = (_, message) => createElement(Bubble, { message });
const followOutput = () => (followsEnd ? 'auto' : false);

/** A chat on react-virtuoso, by its documentation: it follows the output and takes older items at a lower first index. */
function Chat({ messages }) {
  const [{ data, firstItemIndex }, setState] = useState({ data: messages, firstItemIndex: FIRST_INDEX });
  change = setState;
  return createElement(Virtuoso, {
    style: { height: '100%' },
    data,
    firstItemIndex,
    initialTopMostItemIndex: { index: messages.length - 1, align: 'end' },
    followOutput,
    alignToBottom: true,
    atBottomThreshold: 60,
    increaseViewportBy: 200,
    computeItemKey: keyOf,
    itemContent,
  });
}

export default {
  shape: (message) => message,
  mount(stage, messages) {
    followsEnd = true;
    const style = document.createElement('style');
    style.textContent = BUBBLE_STYLE;
    host = document.createElement('div');
    host.className = 'whole';
    stage.append(style, host);
    root = createRoot(host);
    root.render(createElement(Chat, { messages }));
  },
  append(message) {
    followsEnd = true;
    change(({ data, firstItemIndex }) => ({ data: [...data, message], firstItemIndex }));
  },
  prepend(messages) {
    followsEnd = false;
    change(({ data, firstItemIndex }) => ({
      data: [...messages, ...data],
      firstItemIndex: firstItemIndex - messages.length,
    }));
  },
  unmount() {
    root.unmount();
    host.parentElement?.replaceChildren();
    root = host = change = undefined;
  },
  scroller: () => host.querySelector('[data-virtuoso-scroller]'),
};
