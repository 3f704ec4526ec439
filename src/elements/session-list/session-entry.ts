import { html, nothing, type TemplateResult } from 'lit';
import type { SessionHandle, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { displayName } from '../../domain/display-text.js';
import type { Message } from '../../domain/message.js';
import type { Strings } from '../../i18n/strings.js';
import { contentSummary } from '../message/content-summary.js';
import { avatar } from '../shared/avatar.js';
import type { Icon } from '../shared/icon.js';
import {
  fileTextIcon,
  imageIcon,
  layoutTemplateIcon,
  mapPinIcon,
  micIcon,
  musicIcon,
  stickerIcon,
  videoIcon,
} from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';

const KIND_ICONS: Readonly<Record<string, Icon>> = {
  image: imageIcon,
  video: videoIcon,
  audio: musicIcon,
  voice: micIcon,
  document: fileTextIcon,
  sticker: stickerIcon,
  location: mapPinIcon,
  template: layoutTemplateIcon,
};

/** How one session is shown in the list. */
export interface EntryLook {
  readonly isCurrent: boolean;
  /** Calls for attention, and still blinks. */
  readonly blinking: boolean;
  /** Epoch milliseconds on the server's clock. */
  readonly now: number;
  readonly agentId: string | undefined;
  readonly strings: Strings;
  select(sessionId: string): void;
}

/** What the last message says, with who said it when it was not the contact. */
function lastWords(message: Message, agentId: string | undefined, strings: Strings): string {
  const summary = contentSummary(message.content, strings);
  const { author } = message;
  if (author.kind === 'agent' && author.agentId === agentId) return strings.desk.sessions.you(summary);
  if (author.kind === 'agent')
    return strings.desk.sessions.by(displayName(author.name, strings.transcript.unnamedAgent), summary);
  return author.kind === 'automation' ? strings.desk.sessions.by(strings.transcript.automation, summary) : summary;
}

/** One session: who, when, what was said last, and how urgent it is; narrow, only who and how urgent. */
export function sessionEntry(session: SessionHandle, look: EntryLook): TemplateResult {
  const view = session.snapshot;
  const { strings, isCurrent } = look;
  const name = contactName(view.session.contact, strings.desk.unknownContact);
  const classes = `entry ${view.unreadCount > 0 ? 'unread' : ''} ${isCurrent ? 'current' : ''}`;
  return html`<button
    type="button"
    class=${classes}
    part="entry"
    data-session=${session.id}
    aria-current=${isCurrent ? 'true' : nothing}
    @click=${() => {
      look.select(session.id);
    }}
  >
    ${view.attention ? html`<span class="attention ${look.blinking ? 'blinking' : ''}"></span>` : nothing}
    <span class="picture">${avatar({ name, seed: view.session.contact.id })}${badge(view, 'corner')}</span>
    <span class="line first"
      ><bdi class="name">${name}</bdi>${
        view.lastMessage
          ? html`<time>${timeFormat(strings.locale).short(view.lastMessage.originAt, look.now)}</time>`
          : nothing
      }</span
    >
    <span class="line second">${summaryOf(view, look)}${unread(view, strings)}</span>
    <span class="line third">${chips(session, view, strings)}</span>
    <bdi class="short-name" aria-hidden="true">${name.split(' ')[0]}</bdi>
  </button>`;
}

function badge({ unreadCount }: SessionView, place: string): TemplateResult | typeof nothing {
  return unreadCount === 0
    ? nothing
    : html`<span class="badge ${place}" aria-hidden="true">${unreadCount > 99 ? '99+' : unreadCount}</span>`;
}

function unread(view: SessionView, { desk }: Strings): TemplateResult {
  const { sessions: words } = desk;
  return html`${badge(view, 'inline')}${
    view.unreadCount > 0 ? html`<span class="visually-hidden">${words.unread(view.unreadCount)}</span>` : nothing
  }${view.attention ? html`<span class="visually-hidden">${words.attention}</span>` : nothing}`;
}

function summaryOf(view: SessionView, { agentId, strings }: EntryLook): TemplateResult {
  const words = strings.desk.sessions;
  if (view.contactTyping) return html`<span class="summary typing">${words.typing}</span>`;
  const { lastMessage: message } = view;
  if (!message) return html`<span class="summary">${words.noMessage}</span>`;
  const { content } = message;
  const icon = KIND_ICONS[content.kind === 'audio' && content.voice ? 'voice' : content.kind];
  return html`${icon ? icon({ size: 'small' }) : nothing}<span class="summary" dir="auto"
      >${lastWords(message, agentId, strings)}</span
    >`;
}

function chips(
  session: SessionHandle,
  { session: { phase, channel, pendingSince }, outbox }: SessionView,
  { desk }: Strings,
): TemplateResult {
  return html`${
      pendingSince === undefined ? nothing : html`<wa-pending-response .session=${session}></wa-pending-response>`
    }${
      phase === 'wrap-up'
        ? html`<span class="chip plain">${desk.sessions.wrapUp}</span>`
        : html`<wa-service-window .session=${session} silent></wa-service-window>`
    }${outbox.length > 0 ? html`<span class="chip plain">${desk.sessions.notSent(outbox.length)}</span>` : nothing}<span
      class="channel"
      dir="auto"
      title=${channel.name}
      >${channel.name}</span
    >`;
}
