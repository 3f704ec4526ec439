import type { FailureAction, FailureReasonKey, RetryAdvice } from '../domain/failure-reason.js';

/** What the words about a failure may be made of. */
export interface FailureParts {
  readonly code: number;
  /** WhatsApp's own explanation. */
  readonly details?: string;
}

/** Words for what WhatsApp refused: why, when to try again, and what the one button says. */
export interface FailureStrings {
  readonly reasons: Readonly<Record<FailureReasonKey, string | ((parts: FailureParts) => string)>>;
  readonly advice: Readonly<Record<RetryAdvice, string>>;
  readonly actions: Readonly<Record<FailureAction, string>>;
}

export const failureEn: FailureStrings = {
  reasons: {
    windowClosed: 'The 24-hour reply window has closed. Send a notification to continue.',
    undeliverable:
      'WhatsApp could not deliver this. The person may not use WhatsApp, may need to update the app, or may have blocked this number.',
    marketingHeldBack:
      'WhatsApp limited marketing messages to this person. Try again tomorrow, or send a notification that is not marketing.',
    marketingStopped: 'This person has stopped marketing messages from you.',
    experiment: 'Not delivered because of an experiment that WhatsApp runs. Wait for this person to write.',
    qualityRestricted: 'Sending is restricted because of quality reports. Contact an administrator.',
    tooManyMessages: 'Too many messages at once. Try again in a moment.',
    tooFastForContact: 'You are writing to this person too fast. Try again in a few seconds.',
    tooManyRequests: 'WhatsApp is limiting requests. Please wait a few minutes.',
    messageTypeNotSupported: 'This type of message is not supported.',
    messageNotHere: 'This message is not available here. Open the WhatsApp Business app to read it.',
    mediaNotFetched: 'The file could not be fetched. Ask the customer to send it again (at most 100 MB).',
    fileNotAccepted: 'WhatsApp does not accept this file. Choose a file of another type or size.',
    contentRejected: ({ details }) =>
      details === undefined
        ? 'WhatsApp rejected the content. Change it and try again.'
        : `WhatsApp rejected the content: ${details}`,
    ownNumber: 'You cannot message your own number.',
    recipientNotAllowed: 'This is a test number, and the recipient is not on its list. Contact an administrator.',
    accountRestricted: 'This WhatsApp account is restricted. Contact an administrator.',
    countryRestricted: 'This account may not message people in that country.',
    nameNotApproved: 'The business name still needs WhatsApp’s approval. Contact an administrator.',
    billing: 'There is a billing problem with the WhatsApp account. Contact an administrator.',
    numberNotRegistered: 'This business number is not registered with WhatsApp. Contact an administrator.',
    maintenance: 'WhatsApp is upgrading this business number. Try again in a minute.',
    unavailable: 'WhatsApp is temporarily unavailable. Try again.',
    permissionMissing: 'WhatsApp refused because a permission is missing. Contact an administrator.',
    connectionExpired: 'The connection to WhatsApp has expired. An administrator must reconnect it.',
    phoneNumberNeeded: 'This message needs the person’s phone number. Ask for it first.',
    noLongerStored: 'WhatsApp no longer holds this message.',
    templateFieldsMissing: 'Fill in all fields of the notification.',
    templateNotAvailable: 'This notification is not available in that language. Choose another.',
    templateTooLong: 'The filled-in notification is too long. Shorten its values.',
    templateBreaksPolicy: 'The content of the notification breaks a WhatsApp policy. Change its values.',
    templateFieldFormat:
      'One of the values has a format that this notification does not accept: no line break, no tab, at most four spaces in a row.',
    templatePaused: 'WhatsApp has paused this notification. Choose another.',
    templateDisabled: 'WhatsApp has disabled this notification. Choose another.',
    formBlocked: 'The form in this message is blocked. Choose another notification.',
    formLimited: 'The form in this message is limited for now. Try again later.',
    callPermissionNeeded: 'You need the customer’s permission to call.',
    callPermissionLimit: 'You have asked for permission to call too often today. Try again tomorrow.',
    callNotPossible: 'The call is not possible now.',
    messageNotShown: 'The customer’s app cannot show this message.',
    group: 'WhatsApp refused this in a group conversation.',
    other: ({ code, details }) =>
      details === undefined
        ? `WhatsApp could not send this (code ${String(code)}).`
        : `WhatsApp could not send this: ${details}`,
  },
  advice: {
    now: 'You can try again.',
    soon: 'Try again in a few seconds.',
    later: 'Try again in a few minutes.',
    'next-day': 'Try again tomorrow.',
    'after-fix': '',
    never: 'It cannot be sent again as it is.',
  },
  actions: {
    'send-notification': 'Send a notification',
    'edit-message': 'Edit',
    'edit-template': 'Edit the notification',
    'choose-other-template': 'Choose another notification',
    'choose-other-file': 'Choose another file',
    resend: 'Send again',
    'wait-for-customer': 'Wait for the customer',
    'ask-customer-to-resend': 'Ask to send it again',
    'request-phone-number': 'Ask for the phone number',
    'request-call-permission': 'Ask for permission to call',
    'ask-admin': 'Contact an administrator',
  },
};
