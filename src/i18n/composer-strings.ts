import type { MediaKind } from '../domain/attachment.js';
import type { SendRefusal } from '../domain/send-rules.js';
import { editorEn, type EditorStrings } from './editor-strings.js';

/** Words of the composer and of the editors. */
export interface ComposerStrings {
  readonly label: string;
  readonly placeholder: (contact: string) => string;
  readonly caption: string;
  readonly message: string;
  readonly attach: string;
  readonly notification: string;
  readonly formatting: string;
  readonly marks: { readonly bold: string; readonly italic: string; readonly strike: string; readonly code: string };
  readonly send: string;
  readonly sendCount: (count: number) => string;
  readonly queue: string;
  readonly enterSends: string;
  readonly shiftEnterSends: string;
  readonly count: (used: string, max: string, unit: 'bytes' | 'characters') => string;
  readonly tooLong: (excess: string, unit: 'bytes' | 'characters') => string;
  readonly tooLongHint: string;
  readonly unquote: string;
  readonly quoteMissing: string;
  readonly refusals: Readonly<Record<SendRefusal, string>>;
  readonly windowNear: (duration: string) => string;
  readonly windowNearHint: (time: string) => string;
  readonly windowClosed: (since: string | undefined) => string;
  readonly windowClosedByWhatsApp: string;
  /** What is typed past the window goes out inside the default notification. */
  readonly windowClosedNotifies: string;
  readonly toOneLine: string;
  readonly windowClosedHint: (contact: string) => string;
  readonly windowClosedWithoutTemplates: (contact: string) => string;
  readonly preview: (contact: string) => string;
  readonly chooseTemplate: string;
  readonly draftKept: (start: string) => string;
  readonly offline: (since: string | undefined) => string;
  readonly waiting: (count: number) => string;
  readonly blocked: (count: number) => string;
  readonly show: string;
  readonly readOnly: { readonly wrapUp: string; readonly ended: string; readonly notYours: string };
  readonly noFiles: (channel: string) => string;
  readonly noFilesHere: string;
  readonly notQueued: string;
  readonly attachments: {
    readonly label: string;
    readonly ready: (size: string) => string;
    readonly progress: (percent: string, size: string) => string;
    readonly cancel: (name: string) => string;
    readonly takeOut: (name: string) => string;
    readonly retry: (name: string) => string;
    readonly tooLarge: (size: string, max: string) => string;
    readonly wrongKind: (type: string, allowed: string) => string;
    readonly unknownKind: string;
    readonly failed: string;
    readonly lost: string;
    readonly waits: (names: string) => string;
    readonly broken: (names: string) => string;
    readonly takeThemOut: string;
    readonly dropHere: string;
  };
  readonly kinds: Readonly<Record<MediaKind, string>>;
  readonly editor: EditorStrings;
}

export const composerEn: ComposerStrings = {
  label: 'Reply',
  placeholder: (contact) => `Reply to ${contact}…`,
  caption: 'Add a caption…',
  message: 'Message',
  attach: 'Attach a file',
  notification: 'Notification from a template',
  formatting: 'Formatting',
  marks: { bold: 'Bold', italic: 'Italic', strike: 'Strikethrough', code: 'Code' },
  send: 'Send',
  sendCount: (count) => `Send ${String(count)}`,
  queue: 'Queue',
  enterSends: 'Enter sends',
  shiftEnterSends: 'Shift+Enter sends',
  count: (used, max, unit) => `${used} of ${max} ${unit}`,
  tooLong: (excess, unit) => `${excess} ${unit} too long.`,
  tooLongHint: 'Shorten it, or send it as two messages.',
  unquote: 'Do not quote',
  quoteMissing: 'Original message not available',
  refusals: {
    'read-only': 'This session can’t be written in.',
    'window-closed': 'The reply window has closed. Only a notification can be sent.',
    'permission-missing': 'You may not send files.',
    'not-supported': 'This can’t be sent here.',
    empty: 'Write something first.',
    'too-many-bytes': 'The text is too long.',
    'too-many-characters': 'The text is too long.',
    'caption-too-long': 'The caption is too long.',
    'file-too-large': 'The file is too large.',
    'file-type-not-allowed': 'WhatsApp does not take this kind of file.',
    'file-not-ready': 'The file is still being uploaded.',
    'position-missing': 'The position is missing.',
    'template-not-approved': 'WhatsApp has not approved this notification.',
    'template-value-missing': 'Fill in all fields of the notification.',
    'template-value-invalid': 'No line break, no tab, at most four spaces in a row.',
  },
  windowNear: (duration) => `${duration} left to answer freely.`,
  windowNearHint: (time) => `After ${time} only a notification can go.`,
  windowClosed: (since) =>
    since === undefined ? 'The reply window is closed.' : `The reply window is closed since ${since}.`,
  windowClosedByWhatsApp: 'WhatsApp says that the reply window is closed.',
  windowClosedNotifies: 'What you write goes out inside a notification, as shown below.',
  toOneLine: 'Put it on one line',
  windowClosedHint: (contact) => `Only a notification from a template can go, until ${contact} writes again.`,
  windowClosedWithoutTemplates: (contact) => `Nothing can be sent until ${contact} writes again.`,
  preview: (contact) => `As ${contact} will read it`,
  chooseTemplate: 'Choose a template',
  draftKept: (start) => `Your draft “${start}” is kept.`,
  offline: (since) => (since === undefined ? 'No connection.' : `No connection since ${since}.`),
  waiting: (count) =>
    count === 0
      ? 'What you send waits on this device.'
      : count === 1
        ? '1 message waits on this device and goes out by itself.'
        : `${String(count)} messages wait on this device and go out in order.`,
  blocked: (count) =>
    count === 1
      ? '1 message was not taken and needs your decision.'
      : `${String(count)} messages were not taken and need your decision.`,
  show: 'Show',
  readOnly: {
    wrapUp: 'This session is in wrap-up. It can’t be written in.',
    ended: 'This session has ended. It can’t be written in.',
    notYours: 'This session is not yours yet. It can’t be written in.',
  },
  noFiles: (channel) => `You may not send files on ${channel}. Ask a supervisor for “Can send files”.`,
  noFilesHere: 'Files can’t be sent here.',
  notQueued: 'Not sent. Your text is still here; try again.',
  attachments: {
    label: 'Files to send',
    ready: (size) => `${size}, ready`,
    progress: (percent, size) => `${percent} of ${size}`,
    cancel: (name) => `Cancel the upload of ${name}`,
    takeOut: (name) => `Take out ${name}`,
    retry: (name) => `Upload ${name} again`,
    tooLarge: (size, max) => `${size} is too large: at most ${max}.`,
    wrongKind: (type, allowed) => `WhatsApp does not take ${type}. Use ${allowed}.`,
    unknownKind: 'WhatsApp does not take this kind of file.',
    failed: 'Not uploaded.',
    lost: 'The connection was lost.',
    waits: (names) => `Send waits for ${names}.`,
    broken: (names) => `${names} can’t be sent.`,
    takeThemOut: 'Take out',
    dropHere: 'Drop files to attach them',
  },
  kinds: { image: 'Image', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker' },
  editor: editorEn,
};
