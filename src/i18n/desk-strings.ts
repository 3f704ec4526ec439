import type { OfferWithdrawal, SessionOrigin } from '../domain/session.js';
import type { RefusalCode } from '../protocol/commands.js';

/** What an agent can be told about a session as a whole. */
export type SessionErrorCode = RefusalCode | 'unsent-messages';

/** Words of the desk around the conversations: presence, offers, the list of sessions, header, wrap-up. */
export interface DeskStrings {
  readonly unknownContact: string;
  /** Title of the page while sessions call for attention. */
  readonly attentionTitle: (count: number, title: string) => string;
  readonly connection: {
    readonly reconnecting: string;
    readonly nextAttempt: (inTime: string) => string;
    readonly tryNow: string;
    readonly unauthorized: string;
    readonly signInAgain: string;
    readonly failed: string;
    readonly tryAgain: string;
    readonly closed: string;
    readonly connect: string;
    readonly loading: string;
    readonly notSaved: string;
    readonly dismiss: string;
  };
  /** Messages whose session went before they were sent. */
  readonly unsent: {
    readonly label: string;
    readonly notSent: (count: number, contact: string) => string;
    readonly maybeNotSent: (count: number, contact: string) => string;
    readonly inDoubt: string;
    readonly send: string;
    readonly copy: string;
    readonly discard: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly notSentNow: string;
  };
  readonly presence: {
    readonly label: string;
    readonly ready: string;
    readonly notReady: string;
    readonly notReadyFor: (reason: string) => string;
    readonly readyFor: (ready: number, all: number) => string;
    readonly noConnection: string;
    readonly noConnectionReason: string;
    readonly unknown: string;
    readonly notChanged: string;
  };
  readonly offers: {
    readonly label: string;
    readonly origins: Readonly<Record<SessionOrigin, string>>;
    readonly accept: string;
    readonly acceptName: (name: string) => string;
    readonly reject: string;
    readonly rejectName: (name: string) => string;
    readonly timeLeft: (duration: string) => string;
    readonly accepting: string;
    readonly rejecting: string;
    readonly expiring: string;
    readonly gone: Readonly<Record<OfferWithdrawal, string>>;
    readonly announcement: (name: string, about: string) => string;
    readonly manyAnnouncement: (count: number) => string;
  };
  readonly sessions: {
    readonly label: string;
    readonly find: string;
    readonly open: (count: number) => string;
    readonly empty: string;
    readonly emptyHint: string;
    /** Instead, while the agent is ready on no channel, with a button. */
    readonly notReadyHint: string;
    readonly becomeReady: string;
    readonly nothingFound: (search: string) => string;
    readonly unread: (count: number) => string;
    readonly you: (summary: string) => string;
    readonly by: (author: string, summary: string) => string;
    readonly noMessage: string;
    readonly typing: string;
    readonly wrapUp: string;
    readonly attention: string;
    readonly notSent: (count: number) => string;
  };
  readonly session: {
    readonly conversation: string;
    readonly choose: string;
    readonly chooseHint: string;
    readonly back: string;
    readonly more: string;
    readonly wrapUp: string;
    readonly inWrapUp: string;
    readonly dismiss: string;
    readonly errors: Readonly<Record<SessionErrorCode, string>>;
    readonly otherError: string;
  };
  readonly details: {
    readonly label: string;
    readonly show: string;
    readonly hide: string;
    readonly close: string;
    readonly contact: string;
    readonly phone: string;
    readonly username: string;
    readonly profileName: (name: string) => string;
    readonly marketing: string;
    readonly marketingStopped: string;
    readonly caseData: string;
    readonly noCaseData: string;
    readonly noContactData: string;
    readonly started: string;
    readonly channel: string;
  };
  readonly pending: {
    readonly waiting: string;
    /** `late`: past the first interval; `overdue`: past the second. */
    readonly words: Readonly<Record<'waiting' | 'late' | 'overdue', (duration: string) => string>>;
  };
  readonly window: {
    readonly label: string;
    readonly left: (duration: string) => string;
    readonly closed: string;
    readonly closedWords: string;
    readonly announcement: (contact: string, duration: string) => string;
    readonly closedAnnouncement: (contact: string) => string;
  };
  readonly wrapUp: {
    readonly label: string;
    readonly note: string;
    readonly saving: string;
    readonly saved: (time: string) => string;
    readonly notSaved: string;
    readonly disposition: string;
    readonly chooseDisposition: string;
    readonly required: string;
    readonly done: string;
    readonly hint: string;
    readonly dispositionMissing: string;
    readonly unsent: (count: number) => string;
    readonly noConnection: string;
  };
}

export const deskEn: DeskStrings = {
  unknownContact: 'Unknown contact',
  attentionTitle: (count, title) => `(${String(count)}) ${title}`,
  connection: {
    reconnecting: 'No connection. What you send waits on this device.',
    nextAttempt: (inTime) => `Next attempt in ${inTime}.`,
    tryNow: 'Try now',
    unauthorized: 'Your sign-in is no longer valid.',
    signInAgain: 'Sign in again',
    failed: 'The desk cannot connect. Contact an administrator if it stays so.',
    tryAgain: 'Try again',
    closed: 'You are signed out.',
    connect: 'Connect',
    loading: 'Loading your sessions…',
    notSaved: 'This browser keeps nothing: what is not sent yet is lost when you reload or close this page.',
    dismiss: 'Dismiss',
  },
  unsent: {
    label: 'Not sent',
    notSent: (count, contact) =>
      count === 1
        ? `1 message to ${contact} was not sent: the session ended before it.`
        : `${String(count)} messages to ${contact} were not sent: the session ended before them.`,
    maybeNotSent: (count, contact) =>
      count === 1
        ? `1 message to ${contact} may not have been sent: the session ended before it.`
        : `${String(count)} messages to ${contact} may not have been sent: the session ended before them.`,
    inDoubt: 'Perhaps sent; the server will be asked',
    send: 'Send now',
    copy: 'Copy',
    discard: 'Discard',
    copied: 'Copied',
    notCopied: 'Not copied: select the text instead',
    notSentNow: 'It cannot be sent in the open session',
  },
  presence: {
    label: 'Your presence',
    ready: 'Ready',
    notReady: 'Not ready',
    notReadyFor: (reason) => `Not ready: ${reason}`,
    readyFor: (ready, all) => `${String(ready)} of ${String(all)} channels`,
    noConnection: 'No connection',
    noConnectionReason: 'Only with a connection',
    unknown: 'Presence',
    notChanged: 'Your presence was not changed. Try again.',
  },
  offers: {
    label: 'Offers',
    origins: {
      contact: 'new session',
      outbound: 'started by us',
      transfer: 'transfer',
      conference: 'invitation',
      returned: 'returned session',
    },
    accept: 'Accept',
    acceptName: (name) => `Accept ${name}`,
    reject: 'Reject',
    rejectName: (name) => `Reject ${name}`,
    timeLeft: (duration) => `${duration} left`,
    accepting: 'Accepting…',
    rejecting: 'Rejecting…',
    expiring: 'Time is up',
    gone: {
      timeout: 'Went to somebody else',
      taken: 'A colleague took it',
      'contact-left': 'The contact left',
      cancelled: 'Withdrawn',
      rejected: 'Rejected',
    },
    announcement: (name, about) => `Session offered: ${name}, ${about}`,
    manyAnnouncement: (count) => `${String(count)} sessions offered`,
  },
  sessions: {
    label: 'Sessions',
    find: 'Find a session',
    open: (count) => `Open ${String(count)}`,
    empty: 'No open sessions.',
    emptyHint: 'Offers show here while you are ready.',
    notReadyHint: 'You are not ready, so nothing is offered to you.',
    becomeReady: 'Become ready',
    nothingFound: (search) => `No session matches “${search}”.`,
    unread: (count) => `${String(count)} unread`,
    you: (summary) => `You: ${summary}`,
    by: (author, summary) => `${author}: ${summary}`,
    noMessage: 'No message yet',
    typing: 'is typing…',
    wrapUp: 'Wrap-up',
    attention: 'Needs you',
    notSent: (count) => (count === 1 ? '1 not sent' : `${String(count)} not sent`),
  },
  session: {
    conversation: 'Conversation',
    choose: 'Choose a session',
    chooseHint: 'Your open sessions are in the list.',
    back: 'Back to the list',
    more: 'More actions',
    wrapUp: 'Wrap up',
    inWrapUp: 'This session is in wrap-up. If the contact writes again, it opens again.',
    dismiss: 'Dismiss',
    errors: {
      'id-reused': 'This was sent before with other content. Write it again.',
      invalid: 'The server did not accept this.',
      'not-found': 'This is no longer there.',
      'not-yours': 'This session is not yours any more.',
      'not-allowed': 'You may not do this.',
      'offer-gone': 'The offer is no longer there.',
      'at-capacity': 'You have as many sessions as you may hold.',
      'wrong-phase': 'This is not possible in the session’s present state.',
      'window-closed': 'The reply window has closed. Only a notification can be sent.',
      'limit-exceeded': 'This is larger than allowed.',
      'disposition-missing': 'Choose a disposition first.',
      'too-many-requests': 'Too much at once. Try again in a moment.',
      'not-supported': 'This is not possible here.',
      unavailable: 'The server is not available for the moment. Try again.',
      'unsent-messages': 'Some messages are not sent yet. Send or take them out first.',
    },
    otherError: 'That did not work. Try again.',
  },
  details: {
    label: 'Details',
    show: 'Show details',
    hide: 'Hide details',
    close: 'Close details',
    contact: 'Contact',
    phone: 'Phone',
    username: 'Username',
    profileName: (name) => `Profile name “${name}”`,
    marketing: 'Marketing',
    marketingStopped: 'Stopped by the contact',
    caseData: 'Case data',
    noCaseData: 'No case data.',
    noContactData: 'Nothing else is known.',
    started: 'Started',
    channel: 'Channel',
  },
  pending: {
    waiting: 'Waiting',
    words: {
      waiting: (duration) => `Waiting ${duration}`,
      late: (duration) => `Waiting ${duration}, late`,
      overdue: (duration) => `Waiting ${duration}, too late`,
    },
  },
  window: {
    label: 'Window',
    left: (duration) => `Reply window open for ${duration}`,
    closed: 'Closed',
    closedWords: 'Reply window closed: only notifications can be sent',
    announcement: (contact, duration) => `Reply window of ${contact} closes in ${duration}`,
    closedAnnouncement: (contact) => `Reply window of ${contact} has closed`,
  },
  wrapUp: {
    label: 'Wrap-up',
    note: 'Note',
    saving: 'Saving…',
    saved: (time) => `Saved ${time}`,
    notSaved: 'Not saved yet',
    disposition: 'Disposition',
    chooseDisposition: 'Choose…',
    required: 'required',
    done: 'Done',
    hint: 'Saves and ends it.',
    dispositionMissing: 'Choose a disposition to end it.',
    unsent: (count) => (count === 1 ? '1 message is not sent yet.' : `${String(count)} messages are not sent yet.`),
    noConnection: 'Ends with a connection only.',
  },
};
