import { html, nothing, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import { displayFileName, fileNameParts, mimeMismatch, trueExtension } from '../../domain/display-text.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { filePlate } from '../shared/file-plate.js';
import { circleAlertIcon, downloadIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';

/** What a document is shown with; without `save` it cannot be had. */
export interface FileRowInputs {
  readonly media: MediaRef;
  readonly rawName: string | undefined;
  readonly innerTab: 0 | -1;
  readonly strings: MessageStrings;
  readonly save?: () => void;
}

/** A document: its kind, its name with the true extension last, its size, and a way to save it. */
export function fileRow({ media, rawName, innerTab, strings, save }: FileRowInputs): TemplateResult {
  const words = strings.transcript.media;
  const { mimeType } = media;
  const { stem, extension } = fileNameParts(rawName, mimeType);
  const mismatch = mimeType !== undefined && rawName !== undefined && mimeMismatch(rawName, mimeType);
  return html`<div class="file">
      ${filePlate({ name: rawName, ...(mimeType === undefined ? {} : { mime: mimeType }) })}
      <span class="file-name"
        ><span dir="ltr"><bdi>${stem}</bdi><bdi dir="ltr">${extension}</bdi></span
        ><small>${facts(media, extension, strings)}</small></span
      >
      ${
        save
          ? html`<button
              class="icon-button"
              type="button"
              tabindex=${innerTab}
              aria-label=${words.save(displayFileName(rawName, mimeType))}
              @click=${save}
            >
              ${downloadIcon()}
            </button>`
          : nothing
      }
    </div>
    ${
      mismatch
        ? html`<p class="warning">
            ${circleAlertIcon({ size: 'small' })}${words.mismatch(trueExtension(rawName).toUpperCase())}
          </p>`
        : nothing
    }`;
}

function facts({ size }: MediaRef, extension: string, strings: MessageStrings): string {
  const kind = extension.slice(1).toUpperCase() || strings.transcript.kinds.document;
  return size === undefined ? kind : `${kind}, ${timeFormat(strings.locale).size(size)}`;
}
