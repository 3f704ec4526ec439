import { html, nothing, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import type { JsonValue } from '../../domain/json.js';
import type { Content } from '../../domain/message.js';
import { clipboardListIcon, houseIcon, phoneIcon } from '../shared/icons.js';
import { textBody, type Body, type BodyParts } from './body.js';

type Of<K extends Content['kind']> = BodyParts<Extract<Content, { kind: K }>>;

/** The option that the contact took; the message that it answers stands above it as a quote. */
export function choiceBody({ content, context, meta }: Of<'choice'>): Body {
  return {
    form: 'plain',
    view: html`${
      content.description === undefined
        ? textBody(content.title, context, meta)
        : html`${textBody(content.title, context, html``)}
            <p class="card-detail" dir="auto">${content.description}</p>
            ${meta}`
    }`,
  };
}

/** A filled-in form or address: every answer with its name. */
export function formAnswerBody({ content, context, meta }: Of<'form-answer'>): Body {
  const words = context.strings.transcript;
  const isAddress = content.name === 'address_message';
  const facts = factsOf(content.answers);
  return {
    form: 'card',
    view: html`<div class="card-text">
      <p class="card-title labelled-title">
        ${isAddress ? houseIcon({ size: 'small' }) : clipboardListIcon({ size: 'small' })}${
          isAddress ? words.kinds.address : words.kinds.formAnswer
        }
      </p>
      ${content.body ? textBody(content.body, context, html``) : nothing}${factsView(facts)}${
        content.unreadable === undefined
          ? nothing
          : html`<p class="card-warning">${words.unreadableAnswers}</p>
              <p class="card-detail" dir="auto">${singleLine(content.unreadable, 480)}</p>`
      }${meta}
    </div>`,
  };
}

export function callPermissionBody({ content, context, meta }: Of<'call-permission'>): Body {
  const { strings, time } = context;
  const words = strings.transcript;
  const allowed = content.response === 'accept';
  const answer = !allowed
    ? words.callNotAllowed
    : content.expiresAt === undefined
      ? words.callAllowed
      : words.callAllowedUntil(time.dateTime(content.expiresAt));
  return { form: 'plain', view: html`<p class="labelled">${phoneIcon({ size: 'small' })}${answer}${meta}</p>` };
}

type Fact = readonly [name: string, value: string];

/** The answers of a form, flat; `flow_token` is the form's own and tells the agent nothing. */
function factsOf(answers: JsonValue | undefined, prefix = ''): readonly Fact[] {
  if (answers === undefined || answers === null || answers === '') return [];
  if (typeof answers !== 'object') return [[prefix, String(answers)]];
  if (isList(answers)) {
    return answers.every((value) => typeof value !== 'object')
      ? [[prefix, answers.map(String).join(', ')]]
      : answers.flatMap((value, index) => factsOf(value, `${prefix} ${String(index + 1)}`));
  }
  return Object.entries(answers)
    .filter(([name]) => name !== 'flow_token')
    .flatMap(([name, value]) => factsOf(value, name === 'values' ? prefix : named(prefix, name)));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function named(prefix: string, name: string): string {
  return `${prefix} ${name}`.replaceAll('_', ' ').trim();
}

function factsView(facts: readonly Fact[]): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<dt dir="auto">${singleLine(name, 80)}</dt>
          <dd dir="auto">${singleLine(value, 480)}</dd>`,
    )}
  </dl>`;
}
