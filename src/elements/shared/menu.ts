import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { Icon } from './icon.js';
import { checkIcon, ellipsisIcon } from './icons.js';
import type { Placement } from './place.js';
import { PopupController } from './popup.js';
import { RovingFocusController } from './roving-focus.js';

/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: Icon;
  /** A second, quieter text at the end: a key, a count. */
  readonly hint?: string;
  /** Present: the item is on or off, and says so. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  /** Why it cannot be chosen now; it stays in the menu and can be read. */
  readonly disabledReason?: string;
  /** A line above it. */
  readonly separator?: boolean;
}

/** What a menu needs to know. */
export interface MenuOptions extends Partial<Placement> {
  readonly items: () => readonly MenuItem[];
  /** After the menu has closed and the focus is back. */
  readonly onSelect: (id: string) => void;
}

/** How the button of a menu looks: an icon button, or with `content` a button with visible words. */
export interface MenuButton {
  /** The accessible name of the menu, and of the button when it shows no words. */
  readonly label: string;
  readonly icon?: Icon;
  readonly content?: TemplateResult | string;
  /** Instead of the class that goes with `icon` or `content`. */
  readonly className?: string;
}

/** A menu by APG's pattern "menu button", or a context menu by `panel` and `showAt`; its looks are `menuStyles`. */
export class MenuController {
  readonly #options: MenuOptions;
  readonly #panel: Ref<HTMLElement> = createRef();
  readonly #popup: PopupController;
  readonly #roving: RovingFocusController;

  constructor(host: ReactiveControllerHost & Element, options: MenuOptions) {
    this.#options = options;
    this.#popup = new PopupController(host, { ...options, panel: () => this.#panel.value ?? null });
    this.#roving = new RovingFocusController(host, {
      items: () => [...(this.#panel.value?.querySelectorAll<HTMLElement>('.menu-item') ?? [])],
      orientation: 'vertical',
      typeahead: (item) => item.querySelector('.menu-label')?.textContent ?? '',
    });
  }

  /** Whether the menu is open. */
  get open(): boolean {
    return this.#popup.open;
  }

  /** The button, and its menu. */
  button({ label, icon = ellipsisIcon, content, className }: MenuButton): TemplateResult {
    const named = content === undefined ? label : nothing;
    return html`<button
        type="button"
        class=${className ?? (content === undefined ? 'icon-button' : 'button')}
        part="menu-button"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${named}
        title=${named}
        @click=${this.#onButtonClick}
        @keydown=${this.#onButtonKeydown}
      >
        ${content ?? icon()}</button
      >${this.panel(label)}`;
  }

  /** The menu alone, for `showAt`. */
  panel(label: string): TemplateResult {
    return html`<div
      ${ref(this.#panel)}
      class="popup menu"
      part="menu"
      popover="auto"
      role="menu"
      aria-label=${label}
      @keydown=${this.#onKeydown}
      @focusin=${this.#roving.onFocusin}
    >
      ${this.open ? this.#options.items().map(this.#renderItem) : nothing}
    </div>`;
  }

  /** Opens the menu beside `anchor` with the focus on its first item, or on its last. */
  async showAt(anchor: HTMLElement, first: 'first' | 'last' = 'first'): Promise<void> {
    await this.#popup.show(anchor);
    this.#roving.focus(first === 'first' ? 0 : -1);
  }

  /** Closes the menu. */
  hide(): void {
    this.#popup.hide();
  }

  readonly #renderItem = (item: MenuItem): TemplateResult => {
    const { checked, disabledReason } = item;
    return html`${item.separator ? html`<div role="separator" class="menu-separator"></div>` : nothing}<button
        type="button"
        class="menu-item ${item.danger ? 'danger' : ''}"
        part="menu-item"
        role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
        aria-checked=${checkedState(checked)}
        aria-disabled=${disabledReason === undefined ? nothing : 'true'}
        @click=${() => this.#choose(item)}
      >
        ${leadOf(item)}<span class="menu-label">${item.label}</span>${
          item.hint === undefined ? nothing : html`<span class="menu-hint">${item.hint}</span>`
        }${disabledReason === undefined ? nothing : html`<span class="menu-reason">${disabledReason}</span>`}
      </button>`;
  };

  #choose(item: MenuItem): void {
    if (item.disabledReason !== undefined) return;
    this.#popup.hide();
    this.#options.onSelect(item.id);
  }

  readonly #onButtonClick = ({ currentTarget }: Event): void => {
    if (this.open) this.hide();
    else void this.showAt(currentTarget as HTMLElement);
  };

  readonly #onButtonKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.showAt(event.currentTarget as HTMLElement, event.key === 'ArrowUp' ? 'last' : 'first');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.hide();
    else this.#roving.onKeydown(event);
    // What a menu does with a key is no key of the list or the composer around it.
    if (event.key !== 'Tab') event.stopPropagation();
  };
}

function checkedState(checked: boolean | undefined): 'true' | 'false' | typeof nothing {
  if (checked === undefined) return nothing;
  return checked ? 'true' : 'false';
}

function leadOf(item: MenuItem): TemplateResult | typeof nothing {
  if (item.checked !== undefined) return html`<span class="menu-check">${item.checked ? checkIcon() : nothing}</span>`;
  return item.icon ? item.icon() : nothing;
}
