import { html, nothing, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { clock3Icon, downloadIcon, fileXIcon, rotateCwIcon } from '../shared/icons.js';
import type { LeaseProblem } from './lease-keeper.js';

/** Why a medium is not shown now. */
export type MediumState = NonNullable<MediaRef['state']> | LeaseProblem;

/** What is said of a medium that is not shown. */
export interface StateInputs {
  readonly state: MediumState;
  readonly label: string;
  readonly name: string;
  readonly words: TranscriptStrings['media'];
  readonly innerTab: 0 | -1;
  askAgain(): void;
  save(): void;
}

/** Says what is wrong with a medium, and offers what may help. */
export function stateView({ state, label, name, words, innerTab, askAgain, save }: StateInputs): TemplateResult {
  const button = (icon: TemplateResult, text: string, press: () => void): TemplateResult =>
    html`<button class="button small" type="button" tabindex=${innerTab} @click=${press}>${icon}${text}</button>`;
  return html`<div class="state" role="group" aria-label=${label}>
    ${(state === 'fetching' ? clock3Icon : fileXIcon)({ size: 'small' })}<span
      ><b><bdi>${label}</bdi></b
      ><br />${words[state]}</span
    >
    ${state === 'unreadable' ? button(downloadIcon({ size: 'small' }), words.save(name), save) : nothing}
    ${state === 'fetching' ? nothing : button(rotateCwIcon({ size: 'small' }), words.askAgain, askAgain)}
  </div>`;
}
