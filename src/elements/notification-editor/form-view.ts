import { html, nothing, type TemplateResult } from 'lit';
import type { DeskOptions } from '../../config/options.js';
import type { SessionHandle } from '../../desk/handles.js';
import type { SendLimits } from '../../domain/session.js';
import type { Strings } from '../../i18n/strings.js';
import { arrowLeftIcon, circleAlertIcon, eyeIcon, lockIcon, sendHorizontalIcon, xIcon } from '../shared/icons.js';
import { fieldView } from './field-view.js';
import { groupName } from './field-words.js';
import type { Field, FieldGroup } from './fields.js';
import { textOf } from './filling.js';
import { templatePreview } from './preview.js';
import { maxOf } from './problems.js';
import { problemSummary } from './problem-summary.js';
import type { TemplateForm } from './template-form.js';
import { templateFacts } from './template-list.js';

/** What the form needs to know, beside what is filled in. */
export interface FormLook {
  readonly strings: Strings;
  readonly limits: SendLimits;
  readonly options: DeskOptions;
  readonly session: SessionHandle | undefined;
  readonly contactName: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly disabled: boolean;
  readonly mayChooseFiles: boolean;
  /** Why it cannot be sent, if so. */
  readonly why: string | undefined;
  readonly canGoBack: boolean;
  back(): void;
  attach(fieldId: string, file: File): void;
  show(fieldId: string): void;
  send(): void;
  cancel(): void;
}

/** The fields of a template, its preview beside them, and Send. */
export function formView(form: TemplateForm, look: FormLook): TemplateResult {
  return html`<div class="editor">
    ${head(form, look)}
    <div class="columns">
      ${fields(form, look)}
      <div class="preview" part="preview">
        <p>${eyeIcon({ size: 'small' })}${look.strings.composer.editor.preview(look.contactName)}</p>
        ${templatePreview({ ...look, template: form.message })}
      </div>
    </div>
    ${foot(look)}
  </div>`;
}

function head({ definition }: TemplateForm, { strings, canGoBack, back, cancel }: FormLook): TemplateResult {
  const words = strings.composer.editor;
  return html`<div class="head">
    ${
      canGoBack
        ? html`<button type="button" class="icon-button" aria-label=${words.back} title=${words.back} @click=${back}>
            ${arrowLeftIcon()}
          </button>`
        : nothing
    }
    <h2>${words.title}</h2>
    <span class="about"><bdi>${definition.name}</bdi> · ${templateFacts(definition, strings)}</span>
    <button type="button" class="icon-button" aria-label=${words.close} title=${words.close} @click=${cancel}>
      ${xIcon()}
    </button>
  </div>`;
}

function fields(form: TemplateForm, look: FormLook): TemplateResult {
  const words = look.strings.composer.editor;
  const groups = [...new Set(form.fields.map(({ group }) => group))];
  const isFixed = form.definition.footer !== undefined || form.definition.buttons.length > 0;
  return html`<div class="form" part="form" @input=${onInput(form)} @focusout=${onLeave(form)} @change=${onFile(look)}>
    ${form.isTried && form.problems(look.now).size > 0 ? problemSummary(form, look) : nothing}${groups.map((group) => groupView(group, form, look))}${
      form.fields.every(({ optional }) => optional) ? html`<p class="quiet">${words.nothingToFill}</p>` : nothing
    }${isFixed ? html`<p class="help">${lockIcon({ size: 'small' })}<span>${words.locked}</span></p>` : nothing}
    <datalist id="known">${form.choices.map((choice) => html`<option value=${choice}></option>`)}</datalist>
  </div>`;
}

function groupView(group: FieldGroup, form: TemplateForm, look: FormLook): TemplateResult {
  const own = form.fields.filter((field) => field.group === group);
  const [needed, optional] = [own.filter((field) => !field.optional), own.filter((field) => field.optional)];
  return html`<fieldset class="group">
    <legend>${groupName(group, look.strings)}</legend>
    ${needed.map((field) => oneField(field, form, look))}${optionalFields(optional, form, look)}
  </fieldset>`;
}

/** What only some businesses need is out of the way until it is opened or filled in. */
function optionalFields(fields: readonly Field[], form: TemplateForm, look: FormLook): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const isFilled = fields.some(({ id }) => textOf(form.filling, id) !== '');
  return html`<details ?open=${isFilled}>
    <summary>${look.strings.composer.editor.optionalFields}</summary>
    <div class="optional">${fields.map((field) => oneField(field, form, look))}</div>
  </details>`;
}

function oneField(field: Field, form: TemplateForm, look: FormLook): TemplateResult {
  const { definition, filling, tray } = form;
  return fieldView(field, {
    ...look,
    value: textOf(filling, field.id),
    max: maxOf(field, definition, filling),
    problem: form.isTouched(field.id) ? form.problems(look.now).get(field.id) : undefined,
    tray,
    item: form.itemOf(field.id),
    fileBefore: form.fileBefore(field.id),
  });
}

function foot({ strings, why, disabled, send, cancel }: FormLook): TemplateResult {
  const words = strings.composer.editor;
  return html`<div class="foot">
    <p class="help error why-not" id="why">
      ${why === undefined ? nothing : html`${circleAlertIcon({ size: 'small' })}<span>${why}</span>`}
    </p>
    <button type="button" class="button" @click=${cancel}>${words.cancel}</button>
    <button
      type="button"
      class="button primary send"
      aria-disabled=${why === undefined && !disabled ? nothing : 'true'}
      aria-describedby="why"
      @click=${send}
    >
      ${sendHorizontalIcon({ size: 'small' })}${words.send}
    </button>
  </div>`;
}

const onInput =
  (form: TemplateForm) =>
  ({ target }: Event): void => {
    if (isField(target)) form.write(target.dataset['field'] ?? '', target.value);
  };

/** A field says what is wrong once it has been left. */
const onLeave =
  (form: TemplateForm) =>
  ({ target }: Event): void => {
    if (isField(target)) form.touch(target.dataset['field'] ?? '');
  };

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  const isInput = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isInput && target.dataset['field'] !== undefined;
}

const onFile =
  ({ attach }: FormLook) =>
  ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !target.dataset['file']) return;
    const file = target.files?.[0];
    if (file) attach(target.dataset['file'], file);
    target.value = '';
  };
