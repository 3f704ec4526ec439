import { html, nothing, type TemplateResult } from 'lit';
import type { MediaKind } from '../../domain/attachment.js';
import { displayFileName, fileNameParts, trueExtension } from '../../domain/display-text.js';
import type { SendLimits } from '../../domain/session.js';
import type { Strings } from '../../i18n/strings.js';
import { filePlate } from '../shared/file-plate.js';
import { circleAlertIcon, rotateCwIcon, xIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import { typeName } from './attachment-rules.js';
import type { AttachmentTray, TrayItem } from './attachment-tray.js';

/** What the tray's looks depend on. */
export interface TrayLook {
  readonly limits: SendLimits;
  readonly strings: Strings;
}

/** The files that wait to be sent, each with its progress and its way out. */
export function trayView(tray: AttachmentTray, look: TrayLook): TemplateResult | typeof nothing {
  if (tray.items.length === 0) return nothing;
  return html`<ul class="tray" part="tray" aria-label=${look.strings.composer.attachments.label}>
    ${tray.items.map((item) => html`<li>${trayTile(item, tray, look)}</li>`)}
  </ul>`;
}

/** One file with its progress, cancel and retry; looks: `tileStyles`. */
export function trayTile(item: TrayItem, tray: AttachmentTray, look: TrayLook): TemplateResult {
  const words = look.strings.composer.attachments;
  const name = displayFileName(item.file.name, item.file.type);
  const { stem, extension } = fileNameParts(item.file.name, item.file.type);
  const isBroken = item.state === 'failed' || item.state === 'refused';
  const leave = item.state === 'uploading' ? words.cancel(name) : words.takeOut(name);
  return html`<div class="tile ${isBroken ? 'broken' : ''}">
    <span class="thumb">${item.picture ?? filePlate({ name: item.file.name, mime: item.file.type })}</span>
    <span class="facts">
      <span class="file-name" title=${name}><bdi class="stem">${stem}</bdi><bdi>${extension}</bdi></span>
      ${stateOf(item, look)}
    </span>
    <span class="tile-actions">
      ${
        item.state === 'failed'
          ? html`<button
              type="button"
              class="icon-button small"
              aria-label=${words.retry(name)}
              title=${words.retry(name)}
              @click=${() => void tray.retry(item.id)}
            >
              ${rotateCwIcon({ size: 'small' })}
            </button>`
          : nothing
      }<button
        type="button"
        class="icon-button small"
        aria-label=${leave}
        title=${leave}
        @click=${() => {
          tray.remove(item.id);
        }}
      >
        ${xIcon({ size: 'small' })}
      </button>
    </span>
  </div>`;
}

function stateOf(item: TrayItem, look: TrayLook): TemplateResult {
  const words = look.strings.composer.attachments;
  const time = timeFormat(look.strings.locale);
  const size = time.size(item.file.size);
  switch (item.state) {
    case 'ready':
      return html`<span class="quiet">${words.ready(size)}</span>`;
    case 'uploading': {
      const part = item.file.size === 0 ? 1 : Math.min(1, item.sentBytes / item.file.size);
      const percent = `${time.number(Math.floor(part * 100))} %`;
      return html`<span class="quiet">${words.progress(percent, size)}</span
        ><progress class="progress" max="1" .value=${part} aria-label=${item.file.name}></progress>`;
    }
    default:
      return html`<span class="help error"
        >${circleAlertIcon({ size: 'small' })}<span>${problemOf(item, look)}</span></span
      >`;
  }
}

/** What is wrong with a file, and what would do. */
function problemOf({ file, kind, refusal, lost }: TrayItem, { limits, strings }: TrayLook): string {
  const { attachments: words, refusals } = strings.composer;
  const time = timeFormat(strings.locale);
  if (refusal === undefined) return lost ? words.lost : words.failed;
  if (refusal === 'file-too-large') return words.tooLarge(time.size(file.size), time.size(limits.media[kind].bytes));
  if (refusal !== 'file-type-not-allowed') return refusals[refusal];
  const name = trueExtension(file.name).toUpperCase() || typeName(file.type);
  return name === '' ? words.unknownKind : words.wrongKind(name, typesOf(kind, limits));
}

function typesOf(kind: MediaKind, limits: SendLimits): string {
  return [...new Set(limits.media[kind].mimeTypes.map(typeName))].filter(Boolean).join(', ');
}
