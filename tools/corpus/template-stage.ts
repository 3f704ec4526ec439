import { isDeepStrictEqual } from 'node:util';
import { defineTemplate } from '../../playground/src/stand-in/graph/template-definition.js';
import { GraphError } from '../../playground/src/stand-in/graph/errors.js';
import { fillTemplate } from '../../playground/src/stand-in/graph/template-send.js';
import { readMessageRequest } from '../../playground/src/stand-in/graph/message-request.js';
import { isObject, objectsAt, textAt, type JsonObject } from '../../playground/src/stand-in/json.js';
import type { Template } from '../../playground/src/stand-in/store/template-store.js';
import { fromGraphMessage, fromGraphTemplate, toGraphMessage } from '../../src/cloud-api/index.js';
import { isFillable } from '../../src/elements/notification-editor/fields.js';
import type { TemplateDefinition, TemplateMessage } from '../../src/domain/template.js';
import { filledIn, formProblems } from './template-form.js';
import { failed, passed, skipped, type Verdict } from './verdict.js';

const NOW = Date.UTC(2026, 0, 1);
const LANGUAGE = 'en_US';
const TO = '+15550100002';

/** The template definitions in a payload: one, or a page of them. */
export function templatesIn(json: unknown): readonly JsonObject[] {
  if (!isObject(json)) return [];
  const listed = [json, ...objectsAt(json, 'data')];
  return listed.filter((each) => textAt(each, 'name') !== undefined && objectsAt(each, 'components').length > 0);
}

/** Can each template be filled in, sent, and would WhatsApp take it? Judged by what the editor and the stand-in do. */
export function checkTemplateForm(json: unknown): Verdict {
  const verdicts = templatesIn(json).map(checkOne);
  const reasons = verdicts.flatMap((verdict) => (verdict.outcome === 'failed' ? verdict.reasons : []));
  const notes = verdicts.flatMap((verdict) => (verdict.outcome === 'skipped' ? verdict.reasons : []));
  return reasons.length > 0 ? failed(reasons, notes) : passed(notes);
}

function checkOne(json: JsonObject): Verdict {
  const definition = fromGraphTemplate(json);
  if (!definition) return failed(['the template cannot be read']);
  if (!isFillable(definition)) return skipped(`not sent from the editor: ${definition.name} needs an order to pay`);
  const stored = storedAs(json, definition);
  const asListed = fromGraphTemplate(stored) ?? definition;
  return settle([definition, asListed].flatMap((each) => reasonsAgainst(each, stored)));
}

const settle = (reasons: readonly string[]): Verdict => (reasons.length > 0 ? failed(reasons) : passed());

/** As WhatsApp keeps it once it has been made; what is too incomplete to be made stands as it is. */
function storedAs(json: JsonObject, { parameters, language, languages }: TemplateDefinition): Template {
  const made = { ...json, language: language || (languages?.[0] ?? LANGUAGE), parameter_format: parameters };
  const about = { id: '1', status: 'APPROVED' };
  try {
    return { ...about, ...defineTemplate(made) };
  } catch {
    return {
      ...about,
      name: textAt(json, 'name') ?? '',
      language: made.language,
      category: textAt(json, 'category') ?? '',
      parameter_format: parameters === 'named' ? 'NAMED' : 'POSITIONAL',
      components: objectsAt(json, 'components'),
    };
  }
}

/** What keeps a template from being sent, from the form to the phone. */
export function reasonsAgainst(definition: TemplateDefinition, stored: Template): readonly string[] {
  const problems = formProblems(definition, NOW);
  return problems.length > 0 ? problems : refusalsOf(filledIn(definition), stored);
}

/** What WhatsApp's side says against a message, and what is lost of it on the way there. */
export function refusalsOf(template: TemplateMessage, stored: Template): readonly string[] {
  const { definition: _known, ...sent } = { ...template, language: template.language || LANGUAGE };
  const json = toGraphMessage({ kind: 'template', template: sent }, { to: TO });
  const back = fromGraphMessage(json)?.content;
  const lost = isDeepStrictEqual(back, { kind: 'template', template: sent })
    ? []
    : [`comes back from Graph as ${JSON.stringify(back)}`];
  try {
    fillTemplate(stored, readMessageRequest(json).content as JsonObject);
    return lost;
  } catch (refusal) {
    return [...lost, `refused: ${detailsOf(refusal)}`];
  }
}

function detailsOf(refusal: unknown): string {
  return refusal instanceof GraphError ? JSON.stringify(refusal.body['error']) : String(refusal);
}
