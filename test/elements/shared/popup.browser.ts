import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { LitElement, nothing, type TemplateResult } from 'lit';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import { define } from '../../../src/elements/shared/define.js';
import { DialogController } from '../../../src/elements/shared/dialog.js';
import { PopupController } from '../../../src/elements/shared/popup.js';
import { baseStyles, floatingStyles } from '../../../src/styles/index.js';
import { eventually, press } from './user.js';

class PopupProbe extends LitElement {
  static override styles = [baseStyles, floatingStyles];
  readonly toggles: boolean[] = [];
  mayClose = true;
  readonly popup = new PopupController(this, {
    panel: () => this.renderRoot.querySelector<HTMLElement>('.popup'),
    onToggle: (open) => this.toggles.push(open),
  });
  readonly dialog = new DialogController(this, {
    dialog: () => this.renderRoot.querySelector('dialog'),
    mayClose: () => this.mayClose,
  });

  override render(): TemplateResult {
    return html`<button type="button" id="open" @click=${this.#onClick}>Emoji</button>
      <div class="popup" popover="auto" role="dialog" aria-label="Emoji">
        ${this.popup.open ? html`<button type="button" id="inside">😀</button>` : nothing}
      </div>
      <dialog class="dialog" aria-label="Editor">
        ${this.dialog.open ? html`<button type="button" id="field">Save</button>` : nothing}
      </dialog>`;
  }

  readonly #onClick = ({ currentTarget }: Event): void => {
    this.popup.toggle(currentTarget as HTMLElement);
  };
}

define('test-popup-probe', PopupProbe);

const inner = (element: PopupProbe, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not rendered`);
  return found;
};

const isOpen = (element: PopupProbe): boolean => inner(element, '.popup').matches(':popover-open');

async function probe(): Promise<PopupProbe> {
  return fixture<PopupProbe>(html`<test-popup-probe></test-popup-probe>`);
}

async function open(element: PopupProbe): Promise<void> {
  const button = inner(element, '#open');
  button.focus();
  button.click();
  await eventually(() => isOpen(element), 'the popup opens');
}

describe('PopupController', () => {
  it('opens 8 px beside its anchor, with its content rendered', async () => {
    const element = await probe();
    await open(element);
    const anchor = inner(element, '#open').getBoundingClientRect();
    const panel = inner(element, '.popup').getBoundingClientRect();
    expect(panel.top - anchor.bottom).to.be.closeTo(8, 0.5);
    expect(panel.left).to.be.closeTo(Math.max(8, anchor.left), 0.5);
    expect(inner(element, '#inside').textContent).to.equal('😀');
    expect(element.toggles).to.deep.equal([true]);
  });

  it('closes by Escape, forgets its content and gives the focus back', async () => {
    const element = await probe();
    await open(element);
    inner(element, '#inside').focus();
    await press('Escape');
    await eventually(() => !element.popup.open, 'the popup closes');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('#inside')).to.equal(null);
    expect(deepActiveElement()?.id).to.equal('open');
    expect(element.toggles).to.deep.equal([true, false]);
  });

  it('closes by a second press of its button and opens again by a third', async () => {
    const element = await probe();
    inner(element, '#open').focus();
    await press('Enter');
    await eventually(() => isOpen(element), 'opens');
    inner(element, '#open').focus();
    await press('Enter');
    await eventually(() => !element.popup.open, 'closes');
    await press('Enter');
    await eventually(() => isOpen(element), 'opens again');
  });

  it('closes by a second click on its button, as the mouse does it', async () => {
    const element = await probe();
    const { left, top, width, height } = inner(element, '#open').getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'click', position });
    await eventually(() => isOpen(element), 'opens');
    await sendMouse({ type: 'click', position });
    await eventually(() => !element.popup.open && !isOpen(element), 'closes');
    expect(element.toggles).to.deep.equal([true, false]);
  });

  it('stays beside its anchor when the page scrolls', async () => {
    const element = await probe();
    const parent = element.parentElement as HTMLElement;
    parent.style.paddingBlock = '3000px';
    element.scrollIntoView({ block: 'center' });
    await open(element);
    const before = inner(element, '.popup').getBoundingClientRect().top;
    scrollBy(0, -40);
    await eventually(
      () => Math.abs(inner(element, '.popup').getBoundingClientRect().top - before - 40) < 1,
      'it follows its anchor',
    );
  });

  it('is closed when the element leaves the page', async () => {
    const element = await probe();
    await open(element);
    element.remove();
    expect(element.popup.open).to.equal(false);
    expect(element.toggles).to.deep.equal([true, false]);
  });
});

describe('DialogController', () => {
  it('takes the focus in, closes by Escape and gives the focus back', async () => {
    const element = await probe();
    inner(element, '#open').focus();
    await element.dialog.show();
    expect(deepActiveElement()?.id).to.equal('field');
    await press('Escape');
    await eventually(() => !element.dialog.open, 'the dialog closes');
    expect(deepActiveElement()?.id).to.equal('open');
  });

  it('stays open where Escape would lose something', async () => {
    const element = await probe();
    element.mayClose = false;
    await element.dialog.show();
    await press('Escape');
    expect(inner(element, 'dialog').matches('[open]')).to.equal(true);
    element.dialog.close();
    await eventually(() => !element.dialog.open, 'the dialog closes');
  });
});
