import type { TemplateCategory, TemplateStatus } from '../domain/template.js';

/** Words of the editor for notifications. */
export interface EditorStrings {
  readonly title: string;
  readonly close: string;
  readonly cancel: string;
  readonly send: string;
  readonly back: string;
  readonly find: string;
  readonly list: string;
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly none: string;
  readonly nothingFound: (search: string) => string;
  readonly more: string;
  readonly statuses: Readonly<Record<TemplateStatus, string>>;
  readonly categories: Readonly<Record<TemplateCategory, string>>;
  readonly notSendable: (status: string, reason: string | undefined) => string;
  readonly notFillable: string;
  readonly marketingStopped: string;
  readonly preview: (contact: string) => string;
  readonly header: string;
  readonly text: string;
  readonly buttons: string;
  readonly card: (index: number) => string;
  readonly offer: string;
  readonly locked: string;
  readonly nothingToFill: string;
  readonly placeholder: (place: 'header' | 'text', name: string) => string;
  readonly ofButton: Readonly<
    Record<'suffix' | 'code' | 'payload' | 'flow-token' | 'thumbnail' | 'products', (button: string) => string>
  >;
  readonly hints: Readonly<Record<'payload' | 'flow-token' | 'thumbnail' | 'products', string>>;
  readonly optionalFields: string;
  readonly oneTimeCode: string;
  readonly offerEnds: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly productId: string;
  readonly catalogId: string;
  readonly chooseFile: (kind: string) => string;
  readonly changeFile: string;
  readonly fileLimit: (kind: string, max: string) => string;
  readonly count: (used: string, max: string) => string;
  readonly problems: {
    readonly missing: string;
    readonly missingFile: string;
    readonly missingPlace: string;
    readonly lineBreak: string;
    readonly spaces: string;
    readonly tooLong: (excess: string) => string;
    readonly past: string;
    readonly noProducts: string;
    readonly tooManyProducts: string;
    readonly sectionTitle: string;
    readonly filePermission: string;
    readonly fileWaits: string;
  };
  readonly summary: (count: number, first: string) => string;
  readonly mendFirst: (count: number) => string;
  readonly chooseFirst: string;
}

export const editorEn: EditorStrings = {
  title: 'Notification',
  close: 'Close',
  cancel: 'Cancel',
  send: 'Send',
  back: 'Choose another',
  find: 'Find a template',
  list: 'Templates',
  loading: 'Loading templates…',
  failed: 'The templates could not be loaded.',
  tryAgain: 'Try again',
  none: 'There are no templates on this channel.',
  nothingFound: (search) => `No template matches “${search}”.`,
  more: 'Show more',
  statuses: {
    approved: 'approved',
    pending: 'waiting for approval',
    rejected: 'rejected',
    paused: 'paused',
    disabled: 'disabled',
    'in-appeal': 'in appeal',
    'pending-deletion': 'being deleted',
    deleted: 'deleted',
    'limit-exceeded': 'over the limit',
    archived: 'archived',
    unknown: 'state not known',
  },
  categories: { marketing: 'Marketing', utility: 'Utility', authentication: 'Authentication', other: 'Other' },
  notSendable: (status, reason) =>
    reason === undefined ? `Can’t be sent: ${status}.` : `Can’t be sent: ${status} (${reason}).`,
  notFillable: 'Can’t be sent from here: it needs an order with payment details from your shop system.',
  marketingStopped: 'Can’t be sent: this person has stopped marketing messages.',
  preview: (contact) => `As ${contact} will see it`,
  header: 'Header',
  text: 'Text',
  buttons: 'Buttons',
  card: (index) => `Card ${String(index)}`,
  offer: 'Offer',
  locked: 'Footer and button names belong to the template and can’t be changed.',
  nothingToFill: 'Nothing has to be filled in.',
  placeholder: (place, name) => `${place === 'header' ? 'Header' : 'Text'} {{${name}}}`,
  ofButton: {
    suffix: (button) => `${button}: end of the address`,
    code: (button) => `${button}: code`,
    payload: (button) => `${button}: answer for your systems`,
    'flow-token': (button) => `${button}: token of the form`,
    thumbnail: (button) => `${button}: product shown first`,
    products: (button) => `${button}: products`,
  },
  hints: {
    payload: 'What your systems get when the person taps it; by default its text.',
    'flow-token': 'What your systems get back with the answers.',
    thumbnail: 'The id of a product in your catalog.',
    products: 'One product id a line. Begin a line with # to name the section below it.',
  },
  optionalFields: 'More, not required',
  oneTimeCode: 'One-time code',
  offerEnds: 'The offer ends',
  latitude: 'Latitude',
  longitude: 'Longitude',
  placeName: 'Name of the place',
  placeAddress: 'Address',
  productId: 'Product id',
  catalogId: 'Catalog id',
  chooseFile: (kind) => `Choose: ${kind}`,
  changeFile: 'Change',
  fileLimit: (kind, max) => `${kind}, at most ${max}.`,
  count: (used, max) => `${used} of ${max}`,
  problems: {
    missing: 'Fill this in: the template needs a value here.',
    missingFile: 'Choose a file: the template needs one here.',
    missingPlace: 'Both numbers are needed: latitude −90 to 90, longitude −180 to 180.',
    lineBreak: 'No line break and no tab here.',
    spaces: 'At most four spaces in a row.',
    tooLong: (excess) => `${excess} characters too long.`,
    past: 'Choose a time that is still to come.',
    noProducts: 'Each section needs a product.',
    tooManyProducts: 'At most 30 products in 10 sections.',
    sectionTitle: 'Name each section above its products: # and at most 24 characters.',
    filePermission: 'You may not choose files for notifications. Ask a supervisor.',
    fileWaits: 'The file is still being uploaded.',
  },
  summary: (count, first) =>
    count === 1 ? `1 field needs you: ${first}` : `${String(count)} fields need you, first ${first}`,
  mendFirst: (count) =>
    count === 1 ? 'One field keeps this from being sent' : `${String(count)} fields keep this from being sent`,
  chooseFirst: 'Choose a template first.',
};
