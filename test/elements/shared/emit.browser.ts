import { expect, fixture, html } from '@open-wc/testing';
import { emit } from '../../../src/elements/shared/emit.js';

declare module '../../../src/elements/shared/emit.js' {
  interface WaEventMap {
    'wa-test-ask': CustomEvent<{ readonly text: string }>;
  }
}

async function insideShadow(): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const inner = document.createElement('span');
  host.attachShadow({ mode: 'open' }).append(inner);
  return inner;
}

function hear(answer: (event: CustomEvent<{ text: string }>) => void): () => void {
  const listener = (event: Event): void => {
    answer(event as CustomEvent<{ text: string }>);
  };
  document.addEventListener('wa-test-ask', listener);
  return () => {
    document.removeEventListener('wa-test-ask', listener);
  };
}

describe('emit', () => {
  it('is heard on the document, with its detail, from inside a shadow root', async () => {
    const heard: string[] = [];
    const stop = hear(({ detail }) => heard.push(detail.text));
    emit(await insideShadow(), 'wa-test-ask', { text: 'hello' });
    stop();
    expect(heard).to.deep.equal(['hello']);
  });

  it('answers whether a wish was vetoed', async () => {
    const inner = await insideShadow();
    expect(emit(inner, 'wa-test-ask', { text: '' }, { cancelable: true })).to.equal(true);
    const stop = hear((event) => {
      event.preventDefault();
    });
    expect(emit(inner, 'wa-test-ask', { text: '' }, { cancelable: true })).to.equal(false);
    expect(emit(inner, 'wa-test-ask', { text: '' }), 'a notice cannot be vetoed').to.equal(true);
    stop();
  });
});
