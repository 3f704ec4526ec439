import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import { define } from '../../../src/elements/shared/define.js';
import { RovingFocusController } from '../../../src/elements/shared/roving-focus.js';
import { press } from './user.js';

class RovingProbe extends LitElement {
  static override properties = { names: { attribute: false } };
  declare names: readonly string[];
  readonly roving = new RovingFocusController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('button, input')],
    typeahead: (item) => item.textContent,
  });

  constructor() {
    super();
    this.names = ['Attach', 'Emoji', 'Bold'];
  }

  override render(): TemplateResult {
    return html`<div role="toolbar" @keydown=${this.roving.onKeydown} @focusin=${this.roving.onFocusin}>
      ${this.names.map((name) =>
        name === 'field' ? html`<input aria-label="field" />` : html`<button type="button">${name}</button>`,
      )}
    </div>`;
  }
}

define('test-roving-probe', RovingProbe);

async function probe(direction: 'ltr' | 'rtl' = 'ltr'): Promise<RovingProbe> {
  const wrapper = await fixture<HTMLElement>(
    html`<div dir=${direction}>
      <button type="button">before</button><test-roving-probe></test-roving-probe><button type="button">after</button>
    </div>`,
  );
  wrapper.querySelector('button')?.focus();
  return wrapper.querySelector('test-roving-probe') as RovingProbe;
}

const focused = (): string => deepActiveElement()?.textContent ?? '';

describe('RovingFocusController', () => {
  it('is one stop of Tab, and Tab comes back to where one was', async () => {
    await probe();
    await press('Tab');
    expect(focused()).to.equal('Attach');
    await press('ArrowRight', 'Tab');
    expect(focused()).to.equal('after');
    await press('Shift+Tab');
    expect(focused()).to.equal('Emoji');
  });

  it('moves with the arrows, round the ends, and with Home and End', async () => {
    await probe();
    await press('Tab', 'ArrowLeft');
    expect(focused()).to.equal('Bold');
    await press('ArrowRight');
    expect(focused()).to.equal('Attach');
    await press('End');
    expect(focused()).to.equal('Bold');
    await press('Home');
    expect(focused()).to.equal('Attach');
  });

  it('turns the arrows round from right to left', async () => {
    await probe('rtl');
    await press('Tab', 'ArrowLeft');
    expect(focused()).to.equal('Emoji');
  });

  it('comes to an item by its first letter', async () => {
    await probe();
    await press('Tab', 'e');
    expect(focused()).to.equal('Emoji');
  });

  it('leaves keys with a modifier alone', async () => {
    const element = await probe();
    await press('Tab');
    const event = new KeyboardEvent('keydown', { key: 'ArrowRight', ctrlKey: true, bubbles: true, cancelable: true });
    element.renderRoot.querySelector('button')?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(focused()).to.equal('Attach');
  });

  it('leaves the arrows to the caret in a text field', async () => {
    const element = await probe();
    element.names = ['field', 'Emoji'];
    await element.updateComplete;
    await press('Tab', 'a', 'ArrowLeft');
    expect(deepActiveElement()?.localName).to.equal('input');
  });

  it('hands the stop on when its item goes away', async () => {
    const element = await probe();
    await press('Tab', 'ArrowRight');
    element.names = ['Attach', 'Bold'];
    await element.updateComplete;
    expect([...element.renderRoot.querySelectorAll('button')].map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0]);
    expect(element.roving.current).to.equal(1);
  });
});
