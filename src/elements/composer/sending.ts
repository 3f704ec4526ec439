import type { SessionHandle } from '../../desk/handles.js';
import type { Content, Quote } from '../../domain/message.js';
import { textIn } from '../../domain/message-text.js';
import type { TemplateDefinition } from '../../domain/template.js';
import type { AttachmentTray, TrayItem } from './attachment-tray.js';
import { contentsOf } from './compose.js';
import { notificationOf } from './default-notification.js';

/** What one press of Send sends. */
export interface Sending {
  readonly session: SessionHandle;
  readonly tray: AttachmentTray;
  readonly text: string;
  /** Asked for each message; false keeps it from being sent. */
  mayGo(content: Content, quote: Quote | undefined): boolean;
  /** A message could not even be queued; what it was made of is back in the composer. */
  failed(): void;
}

/**
 * Sends text and ready files as messages, in order. The message with the text takes the draft's id, which belongs to the
 * draft and not to the click: the same draft twice is one message. The quote goes with the first message.
 */
export function sendAll({ session, tray, text, mayGo, failed }: Sending): void {
  const draft = session.draft.snapshot;
  // Files that go ahead of a text leave its draft, and the quote in it, where they are.
  const { id, quote } = draft.text === text ? draft : {};
  const files = tray.takeReady();
  const contents = contentsOf(text, files);
  const carrier = contents.find((content) => textIn(content) !== '') ?? contents[0];
  for (const content of contents) {
    const its = content === contents[0] ? quote : undefined;
    if (!mayGo(content, its)) continue;
    const options = { ...(content === carrier && id !== undefined && { id }), ...(its && { quote: its }) };
    session.send(content, options).catch(() => {
      giveBack(content, session, tray, files);
      failed();
    });
  }
}

/** Sends the text inside a template, without a quote: WhatsApp shows none on templates. Files stay for when they may go. */
export function sendInside(
  definition: TemplateDefinition,
  { session, text, mayGo, failed }: Omit<Sending, 'tray'>,
): void {
  const content = notificationOf(text, definition);
  if (!mayGo(content, undefined)) return;
  session.send(content, { id: session.draft.snapshot.id }).catch(() => {
    giveTextBack(text, session);
    failed();
  });
}

/** Nothing that was typed or attached is ever lost. */
function giveBack(content: Content, session: SessionHandle, tray: AttachmentTray, files: readonly TrayItem[]): void {
  if ('media' in content) tray.putBack(files.filter(({ media }) => media === content.media));
  giveTextBack(textIn(content), session);
}

function giveTextBack(text: string, session: SessionHandle): void {
  const draft = session.draft.snapshot;
  if (text !== '' && !draft.text.includes(text))
    session.draft.set({ ...draft, text: draft.text === '' ? text : `${text}\n${draft.text}` });
}
