import { html, nothing, type TemplateResult } from 'lit';
import { contactName } from '../../domain/contact-name.js';
import { displayName } from '../../domain/display-text.js';
import type { Message } from '../../domain/message.js';
import type { Session } from '../../domain/session.js';
import type { Strings } from '../../i18n/strings.js';
import { contentSummary } from '../message/content-summary.js';
import { xIcon } from '../shared/icons.js';

/** The message that the draft answers, with the way to take it off. */
export function quotedMessage(
  message: Message | undefined,
  session: Session,
  strings: Strings,
  unquote: () => void,
): TemplateResult {
  const { composer: words } = strings;
  const isContact = message?.author.kind === 'contact';
  return html`<div class="quoted" part="quote">
    <div class="quote ${isContact ? 'of-contact' : ''}">
      ${message ? html`<b><bdi>${nameOf(message, session, strings)}</bdi></b>` : nothing}<span dir="auto"
        >${message ? contentSummary(message.content, strings) : words.quoteMissing}</span
      >
    </div>
    <button
      type="button"
      class="icon-button small"
      aria-label=${words.unquote}
      title=${words.unquote}
      @click=${unquote}
    >
      ${xIcon({ size: 'small' })}
    </button>
  </div>`;
}

function nameOf({ author }: Message, { contact }: Session, { desk, transcript }: Strings): string {
  if (author.kind === 'contact') return displayName(author.name, contactName(contact, desk.unknownContact));
  if (author.kind === 'agent') return displayName(author.name, transcript.unnamedAgent);
  if (author.kind === 'automation') return displayName(author.name, transcript.automation);
  return author.kind === 'phone-app' ? transcript.phoneApp : transcript.system;
}
