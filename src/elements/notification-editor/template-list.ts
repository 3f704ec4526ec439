import { html, nothing, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import type { TemplateDefinition } from '../../domain/template.js';
import type { Strings } from '../../i18n/strings.js';
import { lockIcon } from '../shared/icons.js';
import { isFillable } from './fields.js';

const MAX_EXCERPT = 160;

/** What a list of templates needs to know. */
export interface TemplateListLook {
  readonly strings: Strings;
  /** False once the contact stopped marketing messages. */
  readonly marketingAllowed: boolean;
  choose(template: TemplateDefinition): void;
}

/** Why a template cannot be sent from here, if so. */
export function whyNotSendable(
  template: TemplateDefinition,
  { strings, marketingAllowed }: Pick<TemplateListLook, 'strings' | 'marketingAllowed'>,
): string | undefined {
  const words = strings.composer.editor;
  if (template.status !== 'approved') {
    const status = template.otherStatus ?? words.statuses[template.status];
    return words.notSendable(status, template.statusReason);
  }
  if (template.category === 'marketing' && !marketingAllowed) return words.marketingStopped;
  return isFillable(template) ? undefined : words.notFillable;
}

/** "delivery_date · English · Utility". */
export function templateFacts({ language, category, otherCategory }: TemplateDefinition, strings: Strings): string {
  const words = strings.composer.editor;
  return [languageName(language, strings.locale), otherCategory ?? words.categories[category]].join(' · ');
}

/** The templates, those that cannot be sent with the reason. */
export function templateList(templates: readonly TemplateDefinition[], look: TemplateListLook): TemplateResult {
  return html`<ul class="templates" aria-label=${look.strings.composer.editor.list}>
    ${templates.map((template) => html`<li>${entry(template, look)}</li>`)}
  </ul>`;
}

function entry(template: TemplateDefinition, look: TemplateListLook): TemplateResult {
  const why = whyNotSendable(template, look);
  const { body } = template;
  return html`<button
    type="button"
    class="template"
    aria-disabled=${why === undefined ? nothing : 'true'}
    @click=${() => {
      if (why === undefined) look.choose(template);
    }}
  >
    <span class="template-head"
      ><bdi class="template-name">${template.name}</bdi
      ><span class="quiet">${templateFacts(template, look.strings)}</span></span
    >${
      body ? html`<span class="excerpt" dir="auto">${singleLine(body.text, MAX_EXCERPT)}</span>` : nothing
    }${why === undefined ? nothing : html`<span class="why">${lockIcon({ size: 'small' })}${why}</span>`}
  </button>`;
}

function languageName(code: string, locale: string): string {
  if (code === '') return '';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code.replace('_', '-')) ?? code;
  } catch {
    return code; // no language tag
  }
}
