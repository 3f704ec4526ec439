import { html, type TemplateResult } from 'lit';
import { fileNameParts } from '../../domain/display-text.js';

const LONGEST = 4;

/** A plate with the kind of a file in letters; decoration, since the file's name stands beside it. Looks: `filePlateStyles`. */
export function filePlate({
  name,
  mime,
}: {
  readonly name: string | undefined;
  readonly mime?: string;
}): TemplateResult {
  const { extension } = fileNameParts(name, mime);
  return html`<span class="file-plate" part="file-plate" aria-hidden="true"
    >${extension.replace('.', '').slice(0, LONGEST).toUpperCase() || '?'}</span
  >`;
}
