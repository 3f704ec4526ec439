import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskHandle } from '../../desk/handles.js';
import { en, type Strings } from '../../i18n/strings.js';
import type { ChannelPresence } from '../../protocol/events.js';
import { baseStyles } from '../../styles/index.js';
import { AnnouncerController } from '../shared/announcer.js';
import { deskContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { checkIcon, chevronDownIcon, minusIcon, wifiOffIcon } from '../shared/icons.js';
import { MenuController, type MenuItem } from '../shared/menu.js';
import { menuStyles } from '../shared/menu.styles.js';
import { StoreController } from '../shared/store-controller.js';
import { presenceSummary, type PresenceSummary } from './presence-state.js';
import { presenceStyles } from './presence.styles.js';

/** What an agent wants to be: ready or not, on one channel or, without it, on all. */
export interface PresenceDetail {
  readonly channelId?: string;
  readonly ready: boolean;
  readonly reason?: string;
}

export type WaPresenceChangeEvent = CustomEvent<PresenceDetail>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-presence-change': WaPresenceChangeEvent;
  }
}

const READY = 'ready';
const NOT_READY = 'not-ready';
const REASON = 'reason:';
const CHANNEL = 'channel:';

/**
 * Says whether the agent is offered sessions, and changes it: for all channels, or for one. Without a connection it says
 * so, and nothing can be changed.
 *
 * @tagname wa-presence
 * @fires {WaPresenceChangeEvent} wa-presence-change - The agent chose; may be vetoed. Bubbles, composed.
 * @csspart menu-button - The button with the state.
 * @csspart menu - The menu.
 * @csspart menu-item - Each line of the menu.
 */
export class WaPresenceElement extends LitElement {
  static override styles = [baseStyles, menuStyles, presenceStyles];

  /** The desk; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  /** The channel whose own menu is open. */
  @state() private channelId: string | undefined;

  /** The last wish was not granted. */
  @state() private failed = false;

  readonly #desk = new StoreController(this, () => this.desk);
  readonly #announcer = new AnnouncerController(this);
  readonly #menu = new MenuController(this, {
    items: () => this.#items(),
    onSelect: (id) => {
      this.#choose(id);
    },
  });
  readonly #channelMenu = new MenuController(this, {
    items: () => this.#channelItems(),
    onSelect: (id) => {
      this.#set(id, this.channelId);
    },
  });

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.#desk.value;
    if (!desk) return nothing;
    const summary = presenceSummary(desk);
    const channel = this.#channels.find(({ channelId }) => channelId === this.channelId);
    return html`${this.#menu.button({
      label: this.strings.desk.presence.label,
      className: 'presence',
      content: html`<span class="dot ${summary.state}">${markOf(summary)}</span>
        <span class="words"
          ><span class="visually-hidden">${this.strings.desk.presence.label}: </span>${this.#renderWords(summary)}</span
        >${chevronDownIcon({ size: 'small' })}`,
    })}${this.#channelMenu.panel(channel?.channelName ?? this.strings.desk.presence.label)}`;
  }

  #renderWords(summary: PresenceSummary): TemplateResult {
    const words = this.strings.desk.presence;
    const state = {
      ready: words.ready,
      some: words.ready,
      'not-ready': summary.reason ?? words.notReady,
      lost: words.noConnection,
      unknown: words.unknown,
    }[summary.state];
    const detail = summary.state === 'some' ? words.readyFor(summary.ready, summary.all) : '';
    return html`<span class="state">${state}</span>${detail ? html`<span class="detail">${detail}</span>` : nothing}${
        this.failed ? html`<span class="detail failed">${words.notChanged}</span>` : nothing
      }`;
  }

  get #channels(): readonly ChannelPresence[] {
    return this.#desk.value?.presence?.channels ?? [];
  }

  #items(): readonly MenuItem[] {
    const channels = this.#channels;
    const lines = this.#stateItems(channels);
    if (channels.length < 2) return lines;
    return [...lines, ...channels.map((channel, index) => this.#channelItem(channel, index === 0))];
  }

  /** Ready, not ready, and each reason; checked where it holds for all of `channels`. */
  #stateItems(channels: readonly ChannelPresence[]): readonly MenuItem[] {
    const words = this.strings.desk.presence;
    const notReady = (reason?: string): boolean =>
      channels.length > 0 && channels.every((channel) => !channel.ready && channel.reason === reason);
    return [
      { id: READY, label: words.ready, checked: channels.length > 0 && channels.every(({ ready }) => ready) },
      { id: NOT_READY, label: words.notReady, checked: notReady() },
      ...(this.#desk.value?.notReadyReasons ?? []).map((reason) => ({
        id: REASON + reason,
        label: words.notReadyFor(reason),
        checked: notReady(reason),
      })),
    ].map((item) => ({ ...item, ...this.#lock() }));
  }

  #channelItem({ channelId, channelName, ready, reason }: ChannelPresence, isFirst: boolean): MenuItem {
    const words = this.strings.desk.presence;
    const hint = ready ? words.ready : (reason ?? words.notReady);
    return { id: CHANNEL + channelId, label: channelName, hint, separator: isFirst, ...this.#lock() };
  }

  #channelItems(): readonly MenuItem[] {
    return this.#stateItems(this.#channels.filter(({ channelId }) => channelId === this.channelId));
  }

  #lock(): Pick<MenuItem, 'disabledReason'> {
    const isConnected = this.#desk.value?.connection.state === 'online';
    return isConnected ? {} : { disabledReason: this.strings.desk.presence.noConnectionReason };
  }

  #choose(id: string): void {
    if (!id.startsWith(CHANNEL)) {
      this.#set(id, undefined);
      return;
    }
    this.channelId = id.slice(CHANNEL.length);
    const button = this.renderRoot.querySelector<HTMLElement>('.presence');
    if (button) void this.#channelMenu.showAt(button);
  }

  #set(id: string, channelId: string | undefined): void {
    const reason = id.startsWith(REASON) ? id.slice(REASON.length) : undefined;
    const detail: PresenceDetail = {
      ready: id === READY,
      ...(channelId === undefined ? {} : { channelId }),
      ...(reason === undefined ? {} : { reason }),
    };
    if (emit(this, 'wa-presence-change', detail, { cancelable: true })) void this.#apply(detail);
  }

  async #apply(detail: PresenceDetail): Promise<void> {
    const outcome = await this.desk?.setPresence(detail);
    this.failed = outcome !== undefined && outcome.type !== 'done';
    if (this.failed) this.#announcer.announce(this.strings.desk.presence.notChanged, { priority: 'assertive' });
  }
}

function markOf({ state }: PresenceSummary): TemplateResult | typeof nothing {
  if (state === 'ready' || state === 'some') return checkIcon({ size: 'tiny' });
  if (state === 'lost') return wifiOffIcon({ size: 'small' });
  return state === 'not-ready' ? minusIcon({ size: 'tiny' }) : nothing;
}
