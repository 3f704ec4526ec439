import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionSnapshot, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { displayFileName, singleLine } from '../../domain/display-text.js';
import type { Strings } from '../../i18n/strings.js';
import {
  circleAlertIcon,
  eyeIcon,
  hourglassIcon,
  infoIcon,
  layoutTemplateIcon,
  lockIcon,
  wifiOffIcon,
} from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import type { AttachmentTray, TrayItem } from './attachment-tray.js';
import type { Fill } from './compose.js';

const DRAFT_START = 24;

/** What the strips are made of. */
export interface StripParts {
  readonly view: SessionView;
  readonly connection: ConnectionSnapshot | undefined;
  /** Epoch milliseconds on the server's clock. */
  readonly now: number;
  readonly strings: Strings;
}

/** In the place of a composer that cannot write: why. */
export function readOnlyStrip({ view, strings }: StripParts): TemplateResult {
  const words = strings.composer.readOnly;
  const { phase } = view.session;
  const why = phase === 'ended' ? words.ended : phase === 'wrap-up' ? words.wrapUp : words.notYours;
  return html`<div class="strip" role="status">${eyeIcon({ size: 'small' })}<span class="grow">${why}</span></div>`;
}

/** In the place of the text once the window has closed: what can go now. */
export function closedWindow(parts: StripParts, draft: string, choose: () => void): TemplateResult {
  const { view, strings } = parts;
  const words = strings.composer;
  const contact = contactName(view.session.contact, strings.desk.unknownContact);
  const hasTemplates = view.capabilities.features.includes('templates');
  const hint = hasTemplates ? words.windowClosedHint(contact) : words.windowClosedWithoutTemplates(contact);
  const kept = singleLine(draft, DRAFT_START);
  return html`${closedStrip(parts, hint)}${
    hasTemplates || kept
      ? html`<div class="way-on">
          ${
            hasTemplates
              ? html`<button type="button" class="button primary" @click=${choose}>
                  ${layoutTemplateIcon({ size: 'small' })}${words.chooseTemplate}
                </button>`
              : nothing
          }${kept ? html`<span class="quiet" dir="auto">${words.draftKept(kept)}</span>` : nothing}
        </div>`
      : nothing
  }`;
}

function closedStrip({ view, now, strings }: StripParts, hint: string): TemplateResult {
  const words = strings.composer;
  const isTold = view.session.window.closedBy === 'whatsapp';
  const why = isTold ? words.windowClosedByWhatsApp : words.windowClosed(closedSince(view, now, strings));
  return html`<div class="strip warning" role="status">
    ${lockIcon({ size: 'small' })}<span class="grow"><b>${why}</b> ${hint}</span>
  </div>`;
}

function closedSince({ session }: SessionView, now: number, { locale }: Strings): string | undefined {
  const { closesAt } = session.window;
  if (closesAt === undefined) return undefined;
  const time = timeFormat(locale);
  return time.dayKey(closesAt) === time.dayKey(now) ? time.time(closesAt) : time.dateTime(closesAt);
}

/**
 * Above the text: the most pressing of no connection, messages that need a decision, and a window that closes soon; a
 * window that has closed, and what becomes of the text now, always.
 */
export function topStrip(parts: StripParts, show: (messageId: string) => void): TemplateResult {
  const closed =
    parts.view.windowPhase === 'closed' ? closedStrip(parts, parts.strings.composer.windowClosedNotifies) : nothing;
  return html`${offlineStrip(parts) ?? blockedStrip(parts, show) ?? nearStrip(parts) ?? nothing}${closed}`;
}

function offlineStrip({ connection, view, now, strings }: StripParts): TemplateResult | undefined {
  if (!connection || connection.state === 'online' || connection.state === 'syncing') return undefined;
  const words = strings.composer;
  const { lostAt } = connection;
  const since = lostAt === undefined ? undefined : timeFormat(strings.locale).short(lostAt, now);
  return html`<div class="strip info">
    ${wifiOffIcon({ size: 'small' })}<span class="grow"
      ><b role="status">${words.offline(since)}</b> ${words.waiting(view.outbox.length)}</span
    >
  </div>`;
}

function blockedStrip({ view, strings }: StripParts, show: (messageId: string) => void): TemplateResult | undefined {
  const blocked = view.outbox.filter(({ state }) => state === 'refused' || state === 'stale');
  const [first] = blocked;
  if (!first) return undefined;
  return html`<div class="strip danger" role="status">
    ${circleAlertIcon({ size: 'small' })}<span class="grow">${strings.composer.blocked(blocked.length)}</span>
    <button
      type="button"
      class="button small"
      @click=${() => {
        show(first.messageId);
      }}
    >
      ${strings.composer.show}
    </button>
  </div>`;
}

/** No live region: `wa-service-window` says it at 60, 15 and 5 minutes, and not each minute. */
function nearStrip({ view, now, strings }: StripParts): TemplateResult | undefined {
  const { closesAt } = view.session.window;
  if (view.windowPhase !== 'near' || closesAt === undefined) return undefined;
  const words = strings.composer;
  const time = timeFormat(strings.locale);
  const left = Math.max(1, Math.floor((closesAt - now) / 60_000)) * 60_000;
  return html`<div class="strip warning">
    ${hourglassIcon({ size: 'small' })}<span class="grow"
      ><b>${words.windowNear(time.duration(left, 'long', 1))}</b> ${words.windowNearHint(time.time(closesAt))}</span
    >
  </div>`;
}

/** What the strip below the text is made of. */
export interface LowStripParts {
  readonly view: SessionView;
  readonly fill: Fill;
  readonly tray: AttachmentTray | undefined;
  readonly strings: Strings;
  /** Files were pasted or dropped that may not be sent. */
  readonly filesRefused: boolean;
  /** The text stands in for a value of a template, which takes no such text. */
  readonly needsOneLine: boolean;
  toOneLine(): void;
}

/** Below the text: why Send does not send, or what it leaves out. */
export function lowStrip(parts: LowStripParts): TemplateResult | typeof nothing {
  const { view, fill, tray, strings, filesRefused } = parts;
  if (fill.state === 'over') return tooLongStrip(fill, strings);
  if (filesRefused) return noFilesStrip(view, strings);
  if (parts.needsOneLine) return oneLineStrip(parts);
  return tray && view.sendMode === 'free' ? trayStrip(tray, strings) : nothing;
}

function oneLineStrip({ strings: { composer }, toOneLine }: LowStripParts): TemplateResult {
  return html`<div class="strip danger low" id="why" role="status">
    ${circleAlertIcon({ size: 'small' })}<span class="grow">${composer.refusals['template-value-invalid']}</span>
    <button type="button" class="button small" @click=${toOneLine}>${composer.toOneLine}</button>
  </div>`;
}

function tooLongStrip({ used, max, unit }: Fill, { composer, locale }: Strings): TemplateResult {
  const excess = timeFormat(locale).number(used - max);
  return html`<div class="strip danger low" id="why" role="status">
    ${circleAlertIcon({ size: 'small' })}<span class="grow"
      ><b>${composer.tooLong(excess, unit)}</b> ${composer.tooLongHint}</span
    >
  </div>`;
}

/** Files that Send waits for, and those that cannot go. */
function trayStrip(tray: AttachmentTray, strings: Strings): TemplateResult | typeof nothing {
  const words = strings.composer.attachments;
  const names = (states: readonly TrayItem['state'][]): string =>
    tray.items
      .filter(({ state }) => states.includes(state))
      .map(({ file }) => displayFileName(file.name, file.type))
      .join(', ');
  const waiting = names(['uploading']);
  const broken = names(['failed', 'refused']);
  if (waiting === '' && broken === '') return nothing;
  return html`<div class="strip low" id="why" role="status">
    ${infoIcon({ size: 'small' })}<span class="grow"
      >${waiting === '' ? nothing : words.waits(waiting)} ${broken === '' ? nothing : words.broken(broken)}</span
    >${
      broken === ''
        ? nothing
        : html`<button
            type="button"
            class="button small"
            @click=${() => {
              tray.removeBroken();
            }}
          >
            ${words.takeThemOut}
          </button>`
    }
  </div>`;
}

/** Why files were not taken. */
function noFilesStrip(view: SessionView, { composer }: Strings): TemplateResult {
  const isKnown = view.capabilities.features.includes('attachments');
  const why = isKnown ? composer.noFiles(view.session.channel.name) : composer.noFilesHere;
  return html`<div class="strip low" role="status">
    ${lockIcon({ size: 'small' })}<span class="grow quiet"
      >${view.sendMode === 'free' ? why : composer.refusals['window-closed']}</span
    >
  </div>`;
}
