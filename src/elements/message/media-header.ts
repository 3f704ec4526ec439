import { html, type TemplateResult } from 'lit';
import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import type { MessageContext } from './message-context.js';

/** The picture, video or document at the top of a structured message. */
export function mediaHeader(
  kind: Extract<MediaKind, 'image' | 'video' | 'document'>,
  media: MediaRef,
  context: MessageContext,
): TemplateResult {
  return html`<wa-attachment
    class="card-media"
    kind=${kind}
    .media=${media}
    .lease=${context.media}
    .innerTab=${context.innerTab}
    .strings=${context.strings}
  ></wa-attachment>`;
}
