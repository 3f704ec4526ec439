import type { Contact, Message, Session } from 'wa-desk/domain';
import { contactName, displayName, markupToPlainText, parseMarkup, singleLine } from 'wa-desk/domain';
import '../../../src/elements/desk/wa-desk.js';
import { contentSummary } from '../../../src/elements/message/content-summary.js';
import { en } from '../../../src/i18n/strings.js';
import { FakeDesk, FakeSession, message, offer, session } from '../../../test/support/fake-desk.js';
import { source, words, type Place, type Reading } from './place.js';

const CURRENT = 'session-1';
const OTHER = 'session-2';

const lastWords = (text: string): string => contentSummary({ kind: 'text', body: text }, en);
const byProfileName = (text: string): string => contactName({ id: 'c', profileName: text }, en.desk.unknownContact);
const ownTitle = (text: string): string => singleLine(text, 80);
/** By the default of `interaction.window-title`; where it has nothing to name, the contact's name alone. */
const windowTitle = (text: string): string =>
  ownTitle(text) === '' ? en.desk.unknownContact : `${byProfileName(text)} - ${ownTitle(text)}`;
const byUsername = (text: string): string => contactName({ id: 'c', username: text }, en.desk.unknownContact);

/**
 * A whole desk with one session in view, another in the list that calls for attention, and one on offer, all full of a
 * text; and the title of the window, before which the desk puts the contact in view and how many sessions call.
 */
export function deskPlaces(parent: Element): readonly Place[] {
  const element = document.createElement('wa-desk');
  const desk = new FakeDesk();
  element.desk = desk;
  element.documentTitle = true;
  parent.append(element);
  return [
    {
      name: 'desk',
      root: element.shadowRoot ?? element,
      show: (text) => {
        document.title = ownTitle(text);
        fill(desk, text);
      },
      readings: DESK_READINGS,
    },
    {
      name: 'window title',
      root: document.head,
      show: () => undefined,
      readings: [words('title', (text) => en.desk.attentionTitle(1, windowTitle(text)))],
    },
  ];
}

const DESK_READINGS: readonly Reading[] = [
  words(`[data-session="${CURRENT}"] .name`, byProfileName),
  words(`[data-session="${CURRENT}"] .summary`, lastWords),
  words(`[data-session="${OTHER}"] .name`, byUsername),
  words('.offer .name bdi', byProfileName),
  words('.offer dt', (text) => displayName(`Case ${text}`, '')),
  words('.offer dd bdi', (text) => singleLine(text, 200)),
  words('.offer .preview', (text) => singleLine(markupToPlainText(parseMarkup(text)), 200)),
  words('.header .who .name', byProfileName),
  words('.person .name', byProfileName),
  words('.row .author bdi', byProfileName),
  source('.row .text'),
  words('.quoted bdi', byProfileName),
  words('.quoted span', lastWords),
];

function fill(desk: FakeDesk, text: string): void {
  const last: Message = message('m1', text, {
    author: { kind: 'contact', contactId: 'c', name: text },
  });
  const parts: Partial<Session> = { caseData: { [`Case ${text}`]: text } };
  const current = sessionOf(CURRENT, { id: 'c', profileName: text, attributes: { [text]: text } }, parts, last);
  current.draft.set({ id: 'd', text, quote: { messageId: last.id } });
  const other = sessionOf(OTHER, { id: 'c', username: text }, parts, last);
  other.change({ attention: true });
  const offered = offer('offer-1', {
    session: session({ id: 'session-3', phase: 'offered', contact: { id: 'c', profileName: text }, ...parts }),
    preview: text,
  });
  desk.change({ sessions: [current, other], offers: [offered], currentSessionId: CURRENT });
}

function sessionOf(id: string, contact: Contact, parts: Partial<Session>, last: Message): FakeSession {
  return new FakeSession(id, { session: session({ id, contact, ...parts }), lastMessage: last }, [last]);
}
