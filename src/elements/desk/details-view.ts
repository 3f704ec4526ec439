import { html, nothing, type TemplateResult } from 'lit';
import { contactName } from '../../domain/contact-name.js';
import { displayName, singleLine } from '../../domain/display-text.js';
import { formatPhoneNumber } from '../../domain/phone-number.js';
import type { Session } from '../../domain/session.js';
import type { Strings } from '../../i18n/strings.js';
import { avatar } from '../shared/avatar.js';
import { chevronRightIcon, xIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';

const MAX_VALUE = 500;

type Row = readonly [name: string, value: string];

/** The head of the details, with a button to close them where they stand over the conversation. */
export function detailsHeader(words: Strings['desk']['details'], close: (() => void) | undefined): TemplateResult {
  return html`<div class="header">
    <h2>${words.label}</h2>
    ${
      close
        ? html`<button type="button" class="icon-button" aria-label=${words.close} title=${words.close} @click=${close}>
            ${xIcon()}
          </button>`
        : nothing
    }
  </div>`;
}

/** Who the contact is and what the session is about, to be read. */
export function detailsView(session: Session, strings: Strings): TemplateResult {
  const words = strings.desk.details;
  const name = contactName(session.contact, strings.desk.unknownContact);
  const profile = displayName(session.contact.profileName, '');
  return html`<div class="person">
      ${avatar({ name, seed: session.contact.id, size: 'large' })}
      <div class="who">
        <bdi class="name">${name}</bdi>
        ${profile === '' || profile === name ? nothing : html`<span class="quiet">${words.profileName(profile)}</span>`}
      </div>
    </div>
    ${section(words.contact, contactRows(session, strings), words.noContactData)}${section(
      words.caseData,
      Object.entries(session.caseData),
      words.noCaseData,
    )}`;
}

function contactRows({ contact, channel, startedAt }: Session, strings: Strings): readonly Row[] {
  const words = strings.desk.details;
  const rows: (Row | undefined)[] = [
    contact.phoneNumber === undefined ? undefined : [words.phone, formatPhoneNumber(contact.phoneNumber)],
    contact.username === undefined ? undefined : [words.username, `@${contact.username}`],
    contact.marketingAllowed === false ? [words.marketing, words.marketingStopped] : undefined,
    ...Object.entries(contact.attributes ?? {}),
    [words.channel, channel.name],
    [words.started, timeFormat(strings.locale).dateTime(startedAt)],
  ];
  return rows.filter((row) => row !== undefined);
}

function section(title: string, rows: readonly Row[], nothingKnown: string): TemplateResult {
  return html`<details class="section" open>
    <summary>${chevronRightIcon({ size: 'small' })}${title}</summary>
    ${
      rows.length === 0
        ? html`<p class="quiet">${nothingKnown}</p>`
        : html`<dl>
            ${rows.map(
              ([name, value]) =>
                html`<dt><bdi>${singleLine(name, MAX_VALUE)}</bdi></dt>
                  <dd><bdi>${singleLine(value, MAX_VALUE)}</bdi></dd>`,
            )}
          </dl>`
    }
  </details>`;
}
