import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import { characterCount } from '../../domain/text-size.js';
import type { SendLimits } from '../../domain/session.js';
import type { Strings } from '../../i18n/strings.js';
import type { AttachmentTray, TrayItem } from '../composer/attachment-tray.js';
import { trayTile } from '../composer/tray-view.js';
import { circleAlertIcon, paperclipIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import { groupName, hintOf, labelOf, problemWords } from './field-words.js';
import type { Field } from './fields.js';
import type { FieldProblem } from './problems.js';

/** From this part of its limit on a counter warns. */
const NEAR = 0.9;

/** Everything that one field's look depends on. */
export interface FieldLook {
  readonly value: string;
  readonly max: number | undefined;
  /** Shown only once the agent has been there. */
  readonly problem: FieldProblem | undefined;
  readonly disabled: boolean;
  readonly strings: Strings;
  readonly limits: SendLimits;
  readonly tray: AttachmentTray | undefined;
  /** The file that was chosen here. */
  readonly item: TrayItem | undefined;
  /** The file that was here before, when the notification is sent anew. */
  readonly fileBefore: MediaRef | undefined;
  readonly mayChooseFiles: boolean;
}

/** One field with its label, its counter and its error; the id of the field stands in `data-field`. */
export function fieldView(field: Field, look: FieldLook): TemplateResult {
  return field.input === 'file' ? fileField(field, look) : textField(field, look);
}

function textField(field: Field, look: FieldLook): TemplateResult {
  const { strings } = look;
  const input = field.input === 'lines' ? linesInput(field, look) : lineInput(field, look);
  const card = typeof field.group === 'number' ? `${groupName(field.group, strings)}: ` : '';
  return html`<div>
    <label class="label" for=${field.id}
      ><span
        >${card === '' ? nothing : html`<span class="visually-hidden">${card}</span>`}<bdi
          >${labelOf(field.label, strings)}</bdi
        ></span
      >${counter(look)}</label
    >
    ${field.prefix === undefined ? input : html`<div class="with-prefix" dir="ltr"><bdi class="field prefix">${field.prefix}</bdi>${input}</div>`}
    ${help(field, look)}
  </div>`;
}

function lineInput(field: Field, { value, problem, disabled }: FieldLook): TemplateResult {
  return html`<input
    class="field"
    id=${field.id}
    data-field=${field.id}
    type=${field.input === 'time' ? 'datetime-local' : 'text'}
    inputmode=${field.input === 'number' ? 'decimal' : nothing}
    dir=${field.input === 'text' ? 'auto' : nothing}
    placeholder=${field.example ?? nothing}
    list=${field.label.kind === 'placeholder' ? 'known' : nothing}
    autocomplete="off"
    aria-required=${field.optional ? 'false' : 'true'}
    aria-invalid=${problem ? 'true' : nothing}
    aria-describedby=${`${field.id}.help`}
    ?disabled=${disabled}
    .value=${live(value)}
  />`;
}

function linesInput(field: Field, { value, problem, disabled }: FieldLook): TemplateResult {
  return html`<textarea
    class="field"
    id=${field.id}
    data-field=${field.id}
    rows="5"
    dir="ltr"
    spellcheck="false"
    aria-required="true"
    aria-invalid=${problem ? 'true' : nothing}
    aria-describedby=${`${field.id}.help`}
    ?disabled=${disabled}
    .value=${live(value)}
  ></textarea>`;
}

function counter({ value, max, strings }: FieldLook): TemplateResult | typeof nothing {
  if (max === undefined || value === '') return nothing;
  const used = characterCount(value);
  const time = timeFormat(strings.locale);
  const state = used > max ? 'over' : used >= max * NEAR ? 'near' : '';
  return html`<span class="count ${state}"
    >${strings.composer.editor.count(time.number(used), time.number(max))}</span
  >`;
}

function help(field: Field, { problem, strings }: FieldLook): TemplateResult {
  const { id, label } = field;
  if (problem)
    return html`<p class="help error" id=${`${id}.help`}>
      ${circleAlertIcon({ size: 'small' })}<span>${problemWords(problem, strings)}</span>
    </p>`;
  return html`<p class="help" id=${`${id}.help`}>${hintOf(label, strings) ?? nothing}</p>`;
}

function fileField(field: Field, look: FieldLook): TemplateResult {
  const { strings, limits, mayChooseFiles } = look;
  if (field.label.kind !== 'file') return html``;
  const words = strings.composer.editor;
  const { media } = field.label;
  if (!mayChooseFiles)
    return html`${chosenFile(media, look)}
      <p class="help error">${circleAlertIcon({ size: 'small' })}<span>${words.problems.filePermission}</span></p>`;
  const most = timeFormat(strings.locale).size(limits.media[media].bytes);
  return html`<div>
    ${chosenFile(media, look)}${fileButton(field.id, media, look)}
    <div id=${`${field.id}.help`}>
      <p class="help">${words.fileLimit(strings.composer.kinds[media], most)}</p>
      ${
        look.problem && !look.item
          ? html`<p class="help error">
              ${circleAlertIcon({ size: 'small' })}<span>${problemWords(look.problem, strings)}</span>
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

/** The file on its way or there, or the one that was there before. */
function chosenFile(
  media: MediaKind,
  { strings, limits, tray, item, fileBefore }: FieldLook,
): TemplateResult | typeof nothing {
  if (item && tray) return trayTile(item, tray, { limits, strings });
  if (!fileBefore) return nothing;
  return html`<p class="file-before"><bdi>${fileBefore.fileName ?? strings.composer.kinds[media]}</bdi></p>`;
}

function fileButton(id: string, media: MediaKind, look: FieldLook): TemplateResult {
  const { strings, limits, item, fileBefore, disabled } = look;
  const words = strings.composer.editor;
  return html`<input
      type="file"
      class="file-input"
      tabindex="-1"
      aria-hidden="true"
      accept=${limits.media[media].mimeTypes.join(',')}
      data-file=${id}
    />
    <button
      type="button"
      class="button choose-file"
      data-choose=${id}
      aria-describedby=${`${id}.help`}
      ?disabled=${disabled}
      @click=${openFileInput}
    >
      ${paperclipIcon({ size: 'small' })}${
        (item ?? fileBefore) ? words.changeFile : words.chooseFile(strings.composer.kinds[media])
      }
    </button>`;
}

/** The field for the file itself is out of sight: its button opens it. */
function openFileInput({ currentTarget }: Event): void {
  if (currentTarget instanceof Element)
    currentTarget.parentElement?.querySelector<HTMLInputElement>('.file-input')?.click();
}
