import { html } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import { failureReason } from '../../domain/failure-reason.js';
import type { Content } from '../../domain/message.js';
import type { Icon } from '../shared/icon.js';
import { eyeOffIcon, listChecksIcon, mapPinIcon, messageSquareQuoteIcon, usersIcon } from '../shared/icons.js';
import type { Body, BodyParts } from './body.js';
import { failureWords } from './delivery-line.js';
import { own } from './own.js';

const UNSUPPORTED_ICONS: Readonly<Record<string, Icon>> = {
  group_invite: usersIcon,
  location: mapPinIcon,
  poll: listChecksIcon,
  poll_creation: listChecksIcon,
  poll_update: listChecksIcon,
  view_once: eyeOffIcon,
};

/** What this version cannot show: what it is, as far as known, why, and what helps; never a blank. */
export function unsupportedBody({
  content: { type = '' },
  message,
  context,
  meta,
}: BodyParts<Extract<Content, { kind: 'unsupported' }>>): Body {
  const words = context.strings.transcript;
  const [problem] = message.problems ?? [];
  const name = own(words.unsupportedTypes, type) ?? singleLine(type.replaceAll('_', ' '), 60);
  const isElsewhere = problem !== undefined && failureReason(problem.code).reasonKey === 'messageNotHere';
  return {
    form: 'plain',
    view: html`<div class="product unsupported">
        <span class="product-plate">${(own(UNSUPPORTED_ICONS, type) ?? messageSquareQuoteIcon)()}</span>
        <div>
          <p class="card-title" dir="auto">${name || words.kinds.unsupported}</p>
          <p class="card-detail">${isElsewhere ? failureWords(problem, context.strings) : words.unsupported}</p>
        </div>
      </div>
      ${meta}`,
  };
}
