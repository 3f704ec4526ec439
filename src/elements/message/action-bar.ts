import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { SessionHandle } from '../../desk/handles.js';
import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { copyIcon, ellipsisIcon, forwardIcon, replyIcon, smilePlusIcon, trash2Icon } from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';
import { MenuController, type MenuItem } from '../shared/menu.js';
import { actionBarStyles } from './action-bar.styles.js';
import { placeBeside } from './beside.js';
import { LongPress } from './long-press.js';
import { hasOptions, messageOptions, NO_OPTIONS, type MessageOptions } from './message-options.js';
import { QuickReactions } from './quick-reactions.js';

export { messageOptions };

/** What the bar and its menus look like. */
export const looks = actionBarStyles;

type Action = 'reply' | 'copy' | 'forward' | 'cancel';

/** What the bar needs to know, and whom it tells. */
export interface ActionBarParts {
  readonly strings: () => MessageStrings;
  readonly session: () => SessionHandle | undefined;
  readonly find: (id: string) => Message | undefined;
  act(action: Action, message: Message): void;
  react(message: Message, emoji: string): void;
}

/** A message on the screen. */
interface Target {
  /** The message's own element, in the host's shadow root. */
  readonly element: HTMLElement;
  readonly message: Message;
}

/**
 * One bar of actions for all messages of its host: it stands beside the message under the pointer or with the focus. The
 * same actions are in a menu, which opens by the key for context menus, by Enter where there is nothing to go into, and
 * by a long press.
 */
export class ActionBar implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #parts: ActionBarParts;
  readonly #bar: Ref<HTMLElement> = createRef();
  readonly #menu: MenuController;
  readonly #reactions: QuickReactions;
  #hovered: HTMLElement | undefined;
  #focused: HTMLElement | undefined;
  /** What the bar, the menu and the reactions are about. */
  #target: Target | undefined;
  /** Its menu or its reactions were opened from the bar itself, which stays with them. */
  #isHeld = false;

  constructor(host: ReactiveControllerHost & HTMLElement, parts: ActionBarParts) {
    this.#host = host;
    this.#parts = parts;
    this.#menu = new MenuController(host, { items: () => this.#items(), onSelect: this.#onSelect });
    this.#reactions = new QuickReactions(host, (emoji) => {
      if (this.#target) parts.react(this.#target.message, emoji);
    });
    new LongPress(host, messageAt, (element) => {
      this.#openMenu(element);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerover', this.#onPointerOver);
    this.#host.addEventListener('pointerleave', this.#onPointerLeave);
    this.#host.addEventListener('focusin', this.#onFocusIn);
    this.#host.addEventListener('focusout', this.#onFocusOut);
    this.#host.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerover', this.#onPointerOver);
    this.#host.removeEventListener('pointerleave', this.#onPointerLeave);
    this.#host.removeEventListener('focusin', this.#onFocusIn);
    this.#host.removeEventListener('focusout', this.#onFocusOut);
    this.#host.removeEventListener('keydown', this.#onKeydown);
    this.#host.shadowRoot?.removeEventListener('scroll', this.#place, true);
    this.#hovered = undefined;
    this.#focused = undefined;
    this.#target = undefined;
  }

  hostUpdated(): void {
    this.#host.shadowRoot?.addEventListener('scroll', this.#place, { capture: true, passive: true });
    this.#place();
  }

  render(): TemplateResult {
    const { transcript: words } = this.#parts.strings();
    const options = this.#options();
    return html`<div
        ${ref(this.#bar)}
        class="message-actions"
        part="message-actions"
        role="toolbar"
        aria-label=${words.actionsLabel}
      >
        ${options.reply ? this.#button(words.reply, replyIcon, this.#onReply) : nothing}${
          options.react ? this.#button(words.react, smilePlusIcon, this.#onReact, 'true') : nothing
        }${hasOptions(options) ? this.#button(words.more, ellipsisIcon, this.#onMore, 'menu') : nothing}
      </div>
      ${this.#menu.panel(words.actionsLabel)}${this.#reactions.render(words, this.#target?.message)}`;
  }

  /** Not in the order of Tab, which is the messages': the keyboard has the menu. */
  #button(label: string, icon: Icon, press: (event: Event) => void, popup?: 'true' | 'menu'): TemplateResult {
    return html`<button
      class="icon-button small"
      type="button"
      tabindex="-1"
      aria-label=${label}
      title=${label}
      aria-haspopup=${popup ?? nothing}
      @click=${press}
    >
      ${icon({ size: 'small' })}
    </button>`;
  }

  #options(): MessageOptions {
    return this.#target ? messageOptions(this.#target.message, this.#parts.session()) : NO_OPTIONS;
  }

  #items(): readonly MenuItem[] {
    const { transcript: words } = this.#parts.strings();
    const { reply, react, forward, cancel, copy } = this.#options();
    return [
      ...(reply ? [{ id: 'reply', label: words.reply, icon: replyIcon }] : []),
      ...(react ? [{ id: 'react', label: words.react, icon: smilePlusIcon }] : []),
      ...(forward ? [{ id: 'forward', label: words.forward, icon: forwardIcon }] : []),
      ...(copy === undefined ? [] : [{ id: 'copy', label: words.copy, icon: copyIcon }]),
      ...(cancel ? [{ id: 'cancel', label: words.unsent.cancel, icon: trash2Icon }] : []),
    ];
  }

  readonly #onSelect = (id: string): void => {
    if (!this.#target) return;
    if (id === 'react') void this.#reactions.showAt(bubbleOf(this.#target.element));
    else if (isAction(id)) this.#parts.act(id, this.#target.message);
  };

  readonly #onReply = (): void => {
    this.#onSelect('reply');
  };

  readonly #onReact = ({ currentTarget }: Event): void => {
    this.#isHeld = true;
    void this.#reactions.showAt(currentTarget as HTMLElement);
  };

  readonly #onMore = ({ currentTarget }: Event): void => {
    this.#isHeld = true;
    void this.#menu.showAt(currentTarget as HTMLElement);
  };

  #openMenu(element: HTMLElement | undefined): boolean {
    this.#aim(element);
    if (!this.#target || this.#items().length === 0) return false;
    void this.#menu.showAt(bubbleOf(this.#target.element));
    return true;
  }

  readonly #onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || isInBar(event)) return;
    this.#hovered = messageAt(event);
    this.#follow();
  };

  readonly #onPointerLeave = (): void => {
    this.#hovered = undefined;
    this.#follow();
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    if (isInBar(event)) return;
    const [target] = event.composedPath();
    this.#focused = target instanceof Element && target.matches(':focus-visible') ? messageAt(event) : undefined;
    this.#follow();
  };

  readonly #onFocusOut = (): void => {
    this.#focused = undefined;
    this.#follow();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const isEnter = event.key === 'Enter' && target instanceof Element && target.matches('.row');
    if (event.defaultPrevented || !(isMenuKey || isEnter)) return;
    if (this.#openMenu(messageAt(event))) event.preventDefault();
  };

  /** Goes where the pointer or else the focus is; stays while something of it is open. */
  #follow(): void {
    if (this.#menu.open || this.#reactions.open) return;
    this.#isHeld = false;
    this.#aim(this.#hovered ?? this.#focused);
  }

  #aim(element: HTMLElement | undefined): void {
    if (element === this.#target?.element) return;
    const id = element?.dataset['message'];
    const message = id === undefined ? undefined : this.#parts.find(id);
    const before = this.#target;
    this.#target = element && message ? { element, message } : undefined;
    if (before !== this.#target) this.#host.requestUpdate();
  }

  readonly #place = (): void => {
    const bar = this.#bar.value;
    const element = this.#target?.element;
    if (!bar) return;
    const isWanted = this.#isHeld || element === (this.#hovered ?? this.#focused);
    const stands =
      isWanted &&
      element?.isConnected === true &&
      bar.childElementCount > 0 &&
      placeBeside(bar, bubbleOf(element), this.#host, element.matches('.contact'));
    bar.classList.toggle('shown', stands);
  };
}

/** The message at which an event happened. */
function messageAt(event: Event): HTMLElement | undefined {
  for (const node of event.composedPath())
    if (node instanceof HTMLElement && node.matches('.row, [role=article]'))
      return node.querySelector<HTMLElement>('.message[data-message]') ?? undefined;
  return undefined;
}

function isInBar(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('.message-actions, [popover]'));
}

function bubbleOf(message: HTMLElement): HTMLElement {
  return message.querySelector<HTMLElement>('.bubble') ?? message;
}

function isAction(id: string): id is Action {
  return id === 'reply' || id === 'copy' || id === 'forward' || id === 'cancel';
}
