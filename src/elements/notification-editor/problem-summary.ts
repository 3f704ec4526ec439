import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import { circleAlertIcon } from '../shared/icons.js';
import { fullLabelOf, problemWords } from './field-words.js';
import type { TemplateForm } from './template-form.js';

/** What the list of all that is wrong needs to know. */
export interface SummaryLook {
  readonly strings: Strings;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Leads to a field. */
  show(fieldId: string): void;
}

/** All that keeps the notification from being sent, each leading to its field. */
export function problemSummary(form: TemplateForm, { strings, now, show }: SummaryLook): TemplateResult {
  const problems = form.problems(now);
  const wrong = form.fields.flatMap((field) => {
    const problem = problems.get(field.id);
    return problem ? [{ field, problem }] : [];
  });
  return html`<section class="summary" aria-labelledby="summary">
    <h3 id="summary">${circleAlertIcon({ size: 'small' })}${strings.composer.editor.mendFirst(wrong.length)}</h3>
    <ul>
      ${wrong.map(
        ({ field, problem }) =>
          html`<li>
            <button
              type="button"
              class="link-button"
              @click=${() => {
                show(field.id);
              }}
            >
              ${fullLabelOf(field, strings)}</button
            ><span>${problemWords(problem, strings)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
