import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import { define } from '../../../src/elements/shared/define.js';
import { pauseIcon } from '../../../src/elements/shared/icons.js';
import { MenuController, type MenuItem } from '../../../src/elements/shared/menu.js';
import { menuStyles } from '../../../src/elements/shared/menu.styles.js';
import { baseStyles, buttonStyles } from '../../../src/styles/index.js';
import { eventually, press } from './user.js';

const items: readonly MenuItem[] = [
  { id: 'transfer', label: 'Transfer', hint: 'Alt+T' },
  { id: 'hold', label: 'Put on hold', icon: pauseIcon, disabledReason: 'Only your own sessions can be held.' },
  { id: 'sound', label: 'Sound', checked: true, separator: true },
];

class MenuProbe extends LitElement {
  static override styles = [baseStyles, buttonStyles, menuStyles];
  readonly chosen: string[] = [];
  readonly menu = new MenuController(this, { items: () => items, onSelect: (id) => this.chosen.push(id) });

  override render(): TemplateResult {
    return this.menu.button({ label: 'More actions' });
  }
}

define('test-menu-probe', MenuProbe);

async function probe(): Promise<MenuProbe> {
  const element = await fixture<MenuProbe>(html`<test-menu-probe></test-menu-probe>`);
  button(element).focus();
  return element;
}

function button(element: MenuProbe): HTMLElement {
  return element.renderRoot.querySelector('[aria-haspopup=menu]') as HTMLElement;
}

const focusedLabel = (): string | undefined =>
  deepActiveElement()?.querySelector('.menu-label')?.textContent ?? undefined;

async function openBy(key: string, label: string): Promise<MenuProbe> {
  const element = await probe();
  await press(key);
  await eventually(() => focusedLabel() === label, `${key} opens the menu on "${label}"`);
  return element;
}

describe('MenuController', () => {
  it('is accessible, closed and open', async () => {
    const element = await probe();
    await expect(element).to.be.accessible();
    await press('Enter');
    await eventually(() => element.menu.open && focusedLabel() === 'Transfer', 'the menu opens');
    await Promise.all(
      element.renderRoot
        .querySelector('.menu')
        ?.getAnimations()
        .map(({ finished }) => finished) ?? [],
    );
    await expect(element).to.be.accessible();
  });

  it('opens on its first item by Enter and ArrowDown, on its last by ArrowUp', async () => {
    await openBy('Enter', 'Transfer');
    await openBy('ArrowDown', 'Transfer');
    await openBy('ArrowUp', 'Sound');
  });

  it('says that it is open', async () => {
    const element = await openBy('Enter', 'Transfer');
    expect(button(element).getAttribute('aria-expanded')).to.equal('true');
    await press('Escape');
    await eventually(() => button(element).getAttribute('aria-expanded') === 'false', 'the menu closes');
    expect(deepActiveElement()?.ariaLabel).to.equal('More actions');
  });

  it('moves with the arrows, round the ends, and by letters', async () => {
    await openBy('Enter', 'Transfer');
    await press('ArrowUp');
    expect(focusedLabel()).to.equal('Sound');
    await press('p');
    expect(focusedLabel()).to.equal('Put on hold');
  });

  it('chooses with Enter, closes and gives the focus back before it tells', async () => {
    const element = await openBy('Enter', 'Transfer');
    await press('Enter');
    await eventually(() => !element.menu.open, 'the menu closes');
    expect(element.chosen).to.deep.equal(['transfer']);
    expect(deepActiveElement()?.ariaLabel).to.equal('More actions');
  });

  it('lets one read why an item cannot be chosen, and does not choose it', async () => {
    const element = await openBy('Enter', 'Transfer');
    await press('ArrowDown');
    const item = deepActiveElement();
    expect(item?.getAttribute('aria-disabled')).to.equal('true');
    expect(item?.textContent).to.contain('Only your own sessions can be held.');
    await press('Enter');
    expect(element.chosen).to.deep.equal([]);
    expect(element.menu.open).to.equal(true);
  });

  it('tells which items are on', async () => {
    await openBy('ArrowUp', 'Sound');
    expect(deepActiveElement()?.getAttribute('role')).to.equal('menuitemcheckbox');
    expect(deepActiveElement()?.getAttribute('aria-checked')).to.equal('true');
  });

  it('keeps its keys from the list around it', async () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => {
      heard.push(key);
    };
    const element = await openBy('Enter', 'Transfer');
    element.addEventListener('keydown', listen);
    await press('ArrowDown');
    expect(heard).to.deep.equal([]);
  });

  it('closes by Tab', async () => {
    const element = await openBy('Enter', 'Transfer');
    await press('Tab');
    await eventually(() => !element.menu.open, 'the menu closes');
  });
});
