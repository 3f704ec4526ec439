import { html, nothing, type TemplateResult } from 'lit';
import { failureReason, type FailureAction } from '../../domain/failure-reason.js';
import type { WhatsAppProblem } from '../../domain/errors.js';
import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { circleAlertIcon, circleQuestionMarkIcon, hourglassIcon } from '../shared/icons.js';
import type { MessageContext } from './message-context.js';

/** Why a message failed, in the agent's words. */
export function failureWords({ code, details }: WhatsAppProblem, strings: MessageStrings): string {
  const reason = strings.failure.reasons[failureReason(code).reasonKey];
  return typeof reason === 'string' ? reason : reason({ code, ...(details === undefined ? {} : { details }) });
}

/** The actions that a message itself can start; the others are advice in words. */
const STARTS: Partial<Record<FailureAction, string>> = {
  resend: 'resend',
  'send-notification': 'send-notification',
  'choose-other-template': 'choose-template',
  'edit-template': 'edit-template',
  'edit-message': 'edit',
  'choose-other-file': 'choose-file',
};

/** The line under a message whose way is not clear: failed, unknown, held back. */
export function deliveryLine(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  const { delivery } = message;
  const unsent = context.unsent(message);
  if (unsent === 'stale' || unsent === 'refused') return undecidedLine(unsent, context);
  if (unsent === 'unconfirmed') return waitingLine(context.strings.transcript.unsent.unconfirmed);
  if (!delivery) return nothing;
  if (delivery.status === 'failed') return failedLine(message, delivery.problem, context);
  if (delivery.status === 'unknown') return unknownLine(context);
  return delivery.held === undefined ? nothing : waitingLine(context.strings.transcript.held[delivery.held]);
}

function waitingLine(words: string): TemplateResult {
  return html`<div class="under">
    <span>${hourglassIcon({ size: 'small' })}<span>${words}</span></span>
  </div>`;
}

/** It has not left this desk, and does not without the agent. */
function undecidedLine(state: 'stale' | 'refused', { strings, innerTab }: MessageContext): TemplateResult {
  const words = strings.transcript.unsent;
  return html`<div class="under failed">
    <span>${circleAlertIcon({ size: 'small' })}<span>${words[state]}</span></span>
    ${actionButton('resend', words.sendNow, innerTab)}${actionButton('cancel', words.discard, innerTab)}
  </div>`;
}

function failedLine(
  message: Message,
  problem: WhatsAppProblem | undefined,
  { strings, innerTab }: MessageContext,
): TemplateResult {
  const words = strings.transcript;
  const action = problem ? failureReason(problem.code).action : 'resend';
  const start = action === undefined ? undefined : STARTS[action];
  const why = problem ? failureWords(problem, strings) : words.failedWithoutReason;
  return html`<div class="under failed">
    <span>${circleAlertIcon({ size: 'small' })}<span dir="auto">${words.notDelivered(why)}</span></span
    >${
      start === undefined || message.internal
        ? nothing
        : actionButton(start, strings.failure.actions[action ?? 'resend'], innerTab)
    }
  </div>`;
}

function unknownLine({ strings, contactName, innerTab }: MessageContext): TemplateResult {
  const words = strings.transcript;
  return html`<div class="under unknown">
    <span
      >${circleQuestionMarkIcon({ size: 'small' })}<span dir="auto">${words.outcomeUnknown(contactName)}</span></span
    >
    ${actionButton('resend', words.sendAgain, innerTab)}${actionButton('settle', words.itArrived, innerTab)}
  </div>`;
}

function actionButton(action: string, label: string, innerTab: 0 | -1): TemplateResult {
  return html`<button class="button small" type="button" data-action=${action} tabindex=${innerTab}>${label}</button>`;
}
