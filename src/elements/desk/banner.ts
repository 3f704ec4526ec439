import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionSnapshot, DeskSnapshot } from '../../desk/handles.js';
import type { Strings } from '../../i18n/strings.js';
import { circleAlertIcon, saveIcon, wifiOffIcon, xIcon } from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';
import { timeFormat } from '../shared/time-format.js';

/** What the banner may do. */
export interface BannerActions {
  /** Epoch milliseconds on the server's clock. */
  readonly now: number;
  readonly strings: Strings;
  readonly storageNoticeDismissed: boolean;
  reconnect(): void;
  dismissStorageNotice(): void;
}

interface Notice {
  readonly look: 'info' | 'danger' | 'warning';
  readonly icon: Icon;
  readonly text: string;
  /** What changes each second stands outside the live region. */
  readonly detail?: string;
  readonly action: string;
}

/** Above the desk, what the agent must know of its connection and of what is kept; it stays until it is no longer so. */
export function banner(desk: DeskSnapshot, actions: BannerActions): TemplateResult {
  const notice = connectionNotice(desk.connection, actions);
  const isUnsaved = desk.storage === 'memory' && !actions.storageNoticeDismissed;
  return html`<div class="banners" part="banner">
    <div class="strip ${notice?.look ?? ''}" ?hidden=${notice === undefined}>
      ${notice?.icon({ size: 'small' })}
      <span class="grow"><span role="status">${notice?.text}</span> ${notice?.detail}</span>
      ${notice ? action(notice, actions) : nothing}
    </div>
    ${isUnsaved ? storageNotice(actions) : nothing}
  </div>`;
}

function action(notice: Notice, { reconnect }: BannerActions): TemplateResult {
  return html`<button type="button" class="button small" @click=${reconnect}>${notice.action}</button>`;
}

function connectionNotice(connection: ConnectionSnapshot, { now, strings }: BannerActions): Notice | undefined {
  const words = strings.desk.connection;
  const { state, lostAt, nextAttemptAt } = connection;
  switch (state) {
    case 'unauthorized':
      return { look: 'danger', icon: circleAlertIcon, text: words.unauthorized, action: words.signInAgain };
    case 'failed':
      return { look: 'danger', icon: circleAlertIcon, text: words.failed, action: words.tryAgain };
    case 'closed':
      return { look: 'info', icon: wifiOffIcon, text: words.closed, action: words.connect };
    case 'reconnecting':
    case 'connecting': {
      if (state === 'connecting' && lostAt === undefined) return undefined;
      const left = Math.max(0, Math.ceil(((nextAttemptAt ?? now) - now) / 1000)) * 1000;
      const detail = left > 0 ? words.nextAttempt(timeFormat(strings.locale).duration(left, 'long')) : undefined;
      return {
        look: 'info',
        icon: wifiOffIcon,
        text: words.reconnecting,
        action: words.tryNow,
        ...(detail && { detail }),
      };
    }
    default:
      return undefined;
  }
}

function storageNotice({ strings, dismissStorageNotice }: BannerActions): TemplateResult {
  const words = strings.desk.connection;
  return html`<div class="strip warning">
    ${saveIcon({ size: 'small' })}<span class="grow" role="status">${words.notSaved}</span>
    <button
      type="button"
      class="icon-button small"
      aria-label=${words.dismiss}
      title=${words.dismiss}
      @click=${dismissStorageNotice}
    >
      ${xIcon({ size: 'small' })}
    </button>
  </div>`;
}
