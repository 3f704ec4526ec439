/**
 * When the agent may try again: `soon` after a short wait of seconds, `later` after some minutes, `next-day`, `after-fix` once something
 * was changed. It is advice to a person; what is repeated automatically is the delivery rules' to decide.
 */
export type RetryAdvice = 'now' | 'soon' | 'later' | 'next-day' | 'after-fix' | 'never';

/** What the agent can do about a failure. */
export type FailureAction =
  | 'send-notification'
  | 'edit-message'
  | 'edit-template'
  | 'choose-other-template'
  | 'choose-other-file'
  | 'resend'
  | 'wait-for-customer'
  | 'ask-customer-to-resend'
  | 'request-phone-number'
  | 'request-call-permission'
  | 'ask-admin';

interface Rule {
  /** Codes, or ranges of codes, both ends included. */
  readonly codes: readonly (number | readonly [number, number])[];
  readonly retry: RetryAdvice;
  readonly action?: FailureAction;
}

// WhatsApp Cloud API documentation, "Error codes"; the Graph API's own codes below 1000 included.
const RULES = {
  windowClosed: { codes: [131047], retry: 'never', action: 'send-notification' },
  undeliverable: { codes: [131026], retry: 'never' },
  marketingHeldBack: { codes: [131049], retry: 'next-day', action: 'choose-other-template' },
  marketingStopped: { codes: [131050], retry: 'never' },
  experiment: { codes: [130472], retry: 'never', action: 'wait-for-customer' },
  qualityRestricted: { codes: [131048], retry: 'later', action: 'ask-admin' },
  tooManyMessages: { codes: [130429], retry: 'soon', action: 'resend' },
  tooFastForContact: { codes: [131056], retry: 'soon', action: 'resend' },
  tooManyRequests: { codes: [4, 80007], retry: 'later', action: 'resend' },
  messageTypeNotSupported: { codes: [131051], retry: 'never' },
  messageNotHere: { codes: [131060], retry: 'never' },
  mediaNotFetched: { codes: [131052], retry: 'never', action: 'ask-customer-to-resend' },
  fileNotAccepted: { codes: [131053], retry: 'after-fix', action: 'choose-other-file' },
  contentRejected: { codes: [100, 131008, 131009, 135000], retry: 'after-fix', action: 'edit-message' },
  ownNumber: { codes: [131021], retry: 'never' },
  recipientNotAllowed: { codes: [131030], retry: 'after-fix', action: 'ask-admin' },
  accountRestricted: { codes: [368, 131031], retry: 'after-fix', action: 'ask-admin' },
  countryRestricted: { codes: [130497], retry: 'never' },
  nameNotApproved: { codes: [131037], retry: 'after-fix', action: 'ask-admin' },
  billing: { codes: [131042, 134011], retry: 'after-fix', action: 'ask-admin' },
  numberNotRegistered: { codes: [131045, 133010], retry: 'after-fix', action: 'ask-admin' },
  maintenance: { codes: [131057], retry: 'soon', action: 'resend' },
  unavailable: { codes: [1, 2, 131000, 131016, 133004], retry: 'now', action: 'resend' },
  permissionMissing: { codes: [3, 10, [200, 299], 131005], retry: 'after-fix', action: 'ask-admin' },
  connectionExpired: { codes: [0, 190], retry: 'after-fix', action: 'ask-admin' },
  phoneNumberNeeded: { codes: [131062], retry: 'after-fix', action: 'request-phone-number' },
  noLongerStored: { codes: [131035, 131036], retry: 'never' },
  templateFieldsMissing: { codes: [132000], retry: 'after-fix', action: 'edit-template' },
  templateNotAvailable: { codes: [132001], retry: 'after-fix', action: 'choose-other-template' },
  templateTooLong: { codes: [132005], retry: 'after-fix', action: 'edit-template' },
  templateBreaksPolicy: { codes: [132007], retry: 'after-fix', action: 'edit-template' },
  templateFieldFormat: { codes: [132012, 132018], retry: 'after-fix', action: 'edit-template' },
  templatePaused: { codes: [132015], retry: 'after-fix', action: 'choose-other-template' },
  templateDisabled: { codes: [132016], retry: 'after-fix', action: 'choose-other-template' },
  formBlocked: { codes: [132068], retry: 'later', action: 'choose-other-template' },
  formLimited: { codes: [132069], retry: 'later', action: 'resend' },
  callPermissionNeeded: { codes: [138006], retry: 'after-fix', action: 'request-call-permission' },
  callPermissionLimit: { codes: [138009, 138012], retry: 'next-day' },
  callNotPossible: { codes: [[138000, 138005], 138007, 138008, 138010, 138011], retry: 'later' },
  messageNotShown: { codes: [1026], retry: 'never' },
  group: { codes: [[131200, 131299]], retry: 'never' },
  other: { codes: [], retry: 'later' },
} as const satisfies Readonly<Record<string, Rule>>;

/** Names the sentence that tells an agent why; the sentences are the languages' own. */
export type FailureReasonKey = keyof typeof RULES;

/** All reasons, for languages to be complete by. */
export const FAILURE_REASON_KEYS = Object.keys(RULES) as readonly FailureReasonKey[];

/** What an error code of the Cloud API means to an agent. */
export interface FailureReason {
  readonly code: number;
  readonly retry: RetryAdvice;
  readonly action?: FailureAction;
  readonly reasonKey: FailureReasonKey;
}

/** What an error code of the Cloud API means to an agent; an unknown code is `other`. */
export function failureReason(code: number): FailureReason {
  const reasonKey = FAILURE_REASON_KEYS.find((key) => covers(RULES[key], code)) ?? 'other';
  const { retry, action }: Rule = RULES[reasonKey];
  return action === undefined ? { code, retry, reasonKey } : { code, retry, action, reasonKey };
}

function covers({ codes }: Rule, code: number): boolean {
  return codes.some((entry) => (typeof entry === 'number' ? entry === code : entry[0] <= code && code <= entry[1]));
}
