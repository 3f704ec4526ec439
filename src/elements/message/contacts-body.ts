import { html, nothing, type TemplateResult } from 'lit';
import type { ContactCard, ContactCardPhone } from '../../domain/contact.js';
import { displayName } from '../../domain/display-text.js';
import { safeHref } from '../../domain/links.js';
import type { Content } from '../../domain/message.js';
import { formatPhoneNumber, phoneNumberOfWaId } from '../../domain/phone-number.js';
import { avatar } from '../shared/avatar.js';
import { circleAlertIcon } from '../shared/icons.js';
import type { Body, BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';

type ContactsContent = Extract<Content, { kind: 'contacts' }>;

export function contactsBody({ content, context, meta }: BodyParts<ContactsContent>): Body {
  return {
    form: 'card',
    view: html`<div class="card-text">${content.cards.map((card) => contactCard(card, context))}${meta}</div>`,
  };
}

function contactCard(card: ContactCard, { strings, innerTab }: MessageContext): TemplateResult {
  const words = strings.transcript;
  const name = displayName(nameOf(card), words.noName);
  return html`<div class="contact-card">
    ${avatar({ name })}
    <div>
      <p class="card-title"><bdi>${name}</bdi></p>
      ${lines(card).map((line) => html`<p class="card-detail" dir="auto">${line}</p>`)}
      ${card.phones?.map((phone) => phoneView(phone, strings.transcript.cardMismatch, innerTab))}
      ${card.emails?.map(({ email }) => linkView(`mailto:${email}`, email, innerTab))}
      ${card.urls?.map(({ url }) => linkView(url, url, innerTab))}
    </div>
  </div>`;
}

function nameOf({ name = {} }: ContactCard): string {
  const parts = [name.prefix, name.first, name.middle, name.last, name.suffix];
  return name.formatted ?? parts.filter(Boolean).join(' ');
}

/** What is plain text on a card: organisation, addresses, birthday. */
function lines({ organization, addresses, birthday }: ContactCard): string[] {
  const joined = (values: readonly (string | undefined)[]): string => values.filter(Boolean).join(', ');
  return [
    joined([organization?.title, organization?.department, organization?.company]),
    ...(addresses ?? []).map(({ street, zip, city, state, country }) =>
      joined([street, joined([zip, city]), state, country]),
    ),
    birthday ?? '',
  ].filter((line) => line !== '');
}

/** The number that is shown may not be the account that writes: both are told (a spoofed card shows a bank's number). */
function phoneView(phone: ContactCardPhone, mismatch: (waId: string) => string, innerTab: 0 | -1): TemplateResult {
  const digits = phone.phone.replace(/\D/g, '');
  const other = phone.waId !== undefined && digits !== '' && !phone.waId.endsWith(digits.replace(/^0+/, ''));
  const account = phone.waId === undefined ? '' : formatPhoneNumber(phoneNumberOfWaId(phone.waId) ?? phone.waId);
  return html`${linkView(`tel:${phone.phone.replace(/[^\d+]/g, '')}`, phone.phone, innerTab)}${
    other
      ? html`<p class="card-warning">${circleAlertIcon({ size: 'small' })}<bdi>${mismatch(account)}</bdi></p>`
      : nothing
  }`;
}

function linkView(raw: string, text: string, innerTab: 0 | -1): TemplateResult {
  const link = safeHref(raw);
  const shown = displayName(text, '');
  return link?.clickable && !link.warning
    ? html`<p class="card-detail">
        <a
          href=${link.href}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
          referrerpolicy="no-referrer"
          tabindex=${innerTab}
          ><bdi>${shown}</bdi></a
        >
      </p>`
    : html`<p class="card-detail"><bdi>${shown}</bdi></p>`;
}
