/** Words of the transcript and of everything in it. */
export interface TranscriptStrings {
  readonly transcriptLabel: (contact: string) => string;
  readonly empty: string;
  readonly seeOlder: string;
  readonly history: {
    readonly loading: string;
    readonly failed: string;
    readonly fillGap: string;
    readonly seeNewer: string;
    readonly notFound: string;
    readonly channel: (name: string) => string;
    readonly otherChannel: string;
  };
  readonly find: {
    readonly label: string;
    readonly key: string;
    readonly words: string;
    readonly date: string;
    readonly count: (at: number, of: number, more: boolean) => string;
    readonly none: string;
    readonly searching: string;
    readonly onlyLoaded: string;
    readonly failed: string;
    readonly older: string;
    readonly newer: string;
    readonly goToDate: string;
    readonly go: string;
    readonly close: string;
    readonly exportText: string;
    readonly exportJson: string;
  };
  readonly newMessages: (count: number) => string;
  readonly manyMessages: (count: number, contact: string) => string;
  readonly announcement: (contact: string, summary: string, time: string) => string;
  readonly unknownContact: string;
  readonly unnamedAgent: string;
  readonly automation: string;
  readonly phoneApp: string;
  readonly system: string;
  readonly you: string;
  readonly internalNote: string;
  readonly sessionOf: (day: string) => string;
  readonly unreadFromHere: string;
  readonly edited: string;
  readonly revoked: string;
  readonly outOfOrder: (origin: string, arrival: string) => string;
  readonly delayed: (arrival: string) => string;
  readonly delivery: {
    readonly queued: string;
    readonly sending: string;
    readonly sent: string;
    readonly delivered: string;
    readonly read: string;
    readonly played: string;
    readonly failed: string;
    readonly unknown: string;
  };
  /** About a message that has not reached the server, and what the agent can do with it. */
  readonly unsent: {
    readonly stale: string;
    readonly refused: string;
    readonly unconfirmed: string;
    readonly sendNow: string;
    readonly discard: string;
    readonly cancel: string;
  };
  readonly held: { readonly quality: string; readonly paused: string };
  readonly notDelivered: (why: string) => string;
  readonly failedWithoutReason: string;
  readonly outcomeUnknown: (contact: string) => string;
  readonly sendAgain: string;
  readonly itArrived: string;
  readonly originalMissing: string;
  readonly forwarded: { readonly once: string; readonly often: string };
  readonly fromAdvertisement: string;
  readonly fromPost: string;
  readonly askedAboutProduct: string;
  readonly reaction: (emoji: string, count: number) => string;
  readonly reactedWith: (emoji: string) => string;
  readonly reactionTakenAway: string;
  readonly welcome: string;
  readonly callAllowed: string;
  readonly callAllowedUntil: (when: string) => string;
  readonly callNotAllowed: string;
  readonly callLine: (fromContact: boolean, outcome: string, duration: string) => string;
  /** How a call ended, by WhatsApp's word for it in lower case. */
  readonly callOutcomes: Readonly<Record<string, string>>;
  readonly systemChanges: Readonly<Record<string, string>>;
  readonly changedNumber: (before: string, now: string) => string;
  readonly orderOf: (count: number) => string;
  readonly total: string;
  readonly subtotal: string;
  readonly tax: string;
  readonly shipping: string;
  readonly discount: string;
  readonly toPay: string;
  readonly orderTitle: (reference: string) => string;
  readonly orderStatus: (status: string) => string;
  /** How an order stands, by WhatsApp's word for it. */
  readonly orderStatuses: Readonly<Record<string, string>>;
  readonly product: string;
  readonly cards: (count: number) => string;
  readonly productsIn: (sections: number, products: number) => string;
  readonly cardMismatch: (waId: string) => string;
  readonly noName: string;
  readonly unreadableAnswers: string;
  readonly chosenAt: (time: string) => string;
  readonly chosen: string;
  readonly missingValue: (name: string) => string;
  readonly offerEnds: (when: string) => string;
  readonly codeText: string;
  readonly codeAdvice: string;
  readonly codeExpires: (minutes: number) => string;
  readonly seeAllOptions: string;
  readonly openMap: string;
  readonly mapOf: (place: string) => string;
  readonly from: string;
  readonly reply: string;
  readonly react: string;
  readonly forward: string;
  readonly copy: string;
  readonly more: string;
  readonly actionsLabel: string;
  readonly reactWith: (emoji: string) => string;
  readonly copied: string;
  readonly unsupported: string;
  /** What a message is that cannot be shown, by WhatsApp's word for it. */
  readonly unsupportedTypes: Readonly<Record<string, string>>;
  readonly inGroup: string;
  readonly askToSendAgain: string;
  readonly showMore: string;
  readonly showLess: string;
  readonly buttons: {
    readonly sendLocation: string;
    readonly giveAddress: string;
    readonly sharePhoneNumber: string;
    readonly chooseCall: string;
    readonly callNow: string;
    readonly reviewAndPay: string;
    readonly viewProduct: string;
    readonly viewItems: string;
    readonly viewCatalog: string;
  };
  readonly media: {
    readonly photoFrom: (name: string, time: string) => string;
    readonly videoFrom: (name: string, time: string) => string;
    readonly stickerFrom: (name: string) => string;
    readonly open: string;
    readonly close: string;
    readonly previous: string;
    readonly next: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly zoomWhole: string;
    readonly zoomedTo: (percent: string) => string;
    readonly loading: string;
    readonly save: (name: string) => string;
    readonly fetching: string;
    readonly failed: string;
    readonly expired: string;
    readonly gone: string;
    readonly unreachable: string;
    readonly unreadable: string;
    readonly askAgain: string;
    readonly play: string;
    readonly pause: string;
    readonly position: string;
    readonly positionOf: (at: string, length: string) => string;
    readonly speed: (factor: string) => string;
    readonly mismatch: (extension: string) => string;
    readonly notPlayable: string;
  };
  /** What a message is, in one or two words. */
  readonly kinds: {
    readonly image: string;
    readonly video: string;
    readonly audio: string;
    readonly voice: string;
    readonly document: string;
    readonly sticker: string;
    readonly location: string;
    readonly contacts: string;
    readonly interactive: string;
    readonly template: string;
    readonly formAnswer: string;
    readonly address: string;
    readonly order: string;
    readonly call: string;
    readonly pin: string;
    readonly system: string;
    readonly mediaPlaceholder: string;
    readonly unsupported: string;
  };
}

export const transcriptEn: TranscriptStrings = {
  transcriptLabel: (contact) => `Conversation with ${contact}`,
  empty: 'Nothing has been written yet.',
  seeOlder: 'See older messages…',
  history: {
    loading: 'Loading messages…',
    failed: 'The messages could not be loaded. Try again',
    fillGap: 'Show the messages in between',
    seeNewer: 'See newer messages…',
    notFound: 'That message is no longer available.',
    channel: (name) => `Through ${name}`,
    otherChannel: 'another channel',
  },
  find: {
    label: 'Find in this conversation',
    key: 'Ctrl+F',
    words: 'Find words',
    date: 'Day',
    count: (at, of, more) => `${String(at)} of ${String(of)}${more ? '+' : ''}`,
    none: 'Not found',
    searching: 'Searching…',
    onlyLoaded: 'Only what is loaded was searched.',
    failed: 'Only what is loaded was searched: the server could not be asked.',
    older: 'Older match (Enter)',
    newer: 'Newer match (Shift+Enter)',
    goToDate: 'Go to a day',
    go: 'Go',
    close: 'Close (Escape)',
    exportText: 'Save as text',
    exportJson: 'Save as JSON',
  },
  newMessages: (count) => (count === 1 ? '1 new message' : `${String(count)} new messages`),
  manyMessages: (count, contact) => `${String(count)} new messages from ${contact}`,
  announcement: (contact, summary, time) => `${contact}: ${summary}, ${time}`,
  unknownContact: 'Unknown contact',
  unnamedAgent: 'Agent',
  automation: 'Automatic message',
  phoneApp: 'Phone app',
  system: 'WhatsApp',
  you: 'you',
  internalNote: 'Only your team sees this',
  sessionOf: (day) => `Session of ${day}`,
  unreadFromHere: 'New messages',
  edited: 'edited',
  revoked: 'Deleted by the sender',
  outOfOrder: (origin, arrival) => `Out of order: written ${origin}, arrived ${arrival}`,
  delayed: (arrival) => `Delayed: arrived ${arrival}`,
  delivery: {
    queued: 'Waiting to be sent',
    sending: 'Sending',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    played: 'Played',
    failed: 'Not delivered',
    unknown: 'Not known whether it was sent',
  },
  unsent: {
    stale: 'Not sent: it has waited for more than ten minutes.',
    refused: 'Not sent: the server did not accept it.',
    unconfirmed: 'The connection broke while it was being sent. Checking whether it arrived…',
    sendNow: 'Send now',
    discard: 'Discard',
    cancel: 'Do not send',
  },
  held: {
    quality: 'WhatsApp checks this template first. It goes out when the check is passed.',
    paused: 'WhatsApp has paused this template. It may not go out.',
  },
  notDelivered: (why) => `Not delivered: ${why}`,
  failedWithoutReason: 'WhatsApp gave no reason.',
  outcomeUnknown: (contact) =>
    `It is not known whether WhatsApp took this message. If you send it again, ${contact} may get it twice.`,
  sendAgain: 'Send again',
  itArrived: 'It arrived',
  originalMissing: 'Original message not available',
  forwarded: { once: 'Forwarded', often: 'Forwarded many times' },
  fromAdvertisement: 'Came from an advertisement',
  fromPost: 'Came from a post',
  askedAboutProduct: 'Asked about this product',
  reaction: (emoji, count) => (count === 1 ? `Reaction ${emoji}` : `Reaction ${emoji}, ${String(count)} times`),
  reactedWith: (emoji) => `Reacted with ${emoji}`,
  reactionTakenAway: 'Took a reaction away',
  welcome: 'The contact opened the chat for the first time.',
  callAllowed: 'You may call',
  callAllowedUntil: (when) => `You may call until ${when}`,
  callNotAllowed: 'You may not call',
  callLine: (fromContact, outcome, duration) =>
    [fromContact ? 'Call from the contact' : 'Call to the contact', outcome, duration].filter(Boolean).join(', '),
  callOutcomes: {
    connect: 'ringing',
    ringing: 'ringing',
    accepted: 'answered',
    accept: 'answered',
    completed: '',
    terminate: 'ended',
    rejected: 'declined',
    reject: 'declined',
    failed: 'not answered',
    missed: 'not answered',
    no_answer: 'not answered',
  },
  systemChanges: {
    user_changed_number: 'The contact has a new phone number.',
    customer_changed_number: 'The contact has a new phone number.',
    user_changed_user_id: 'The contact has a new WhatsApp identity.',
    customer_identity_changed: 'The contact’s security code has changed.',
  },
  changedNumber: (before, now) =>
    before === ''
      ? `The contact’s new phone number: ${now}`
      : `The contact’s phone number changed from ${before} to ${now}`,
  orderOf: (count) => (count === 1 ? 'Order, 1 item' : `Order, ${String(count)} items`),
  total: 'Total',
  subtotal: 'Subtotal',
  tax: 'Tax',
  shipping: 'Shipping',
  discount: 'Discount',
  toPay: 'To pay',
  orderTitle: (reference) => `Order ${reference}`,
  orderStatus: (status) => `Status: ${status}`,
  orderStatuses: {
    pending: 'received',
    processing: 'being prepared',
    partially_shipped: 'sent in part',
    shipped: 'sent',
    completed: 'completed',
    canceled: 'cancelled',
  },
  product: 'Product',
  cards: (count) => `${String(count)} cards`,
  productsIn: (sections, products) =>
    sections === 1 ? `${String(products)} products` : `${String(products)} products in ${String(sections)} sections`,
  cardMismatch: (waId) => `Writes on WhatsApp with another number: ${waId}`,
  noName: 'No name',
  unreadableAnswers: 'The answers could not be read.',
  chosenAt: (time) => `Chosen at ${time}`,
  chosen: 'Chosen',
  missingValue: (name) => `Missing: ${name}`,
  offerEnds: (when) => `Offer ends ${when}`,
  codeText: 'is your verification code.',
  codeAdvice: 'For your security, do not share this code.',
  codeExpires: (minutes) => `This code expires in ${String(minutes)} minutes.`,
  seeAllOptions: 'See all options',
  openMap: 'Open in the map',
  mapOf: (place) => `Map of ${place}`,
  from: 'from',
  reply: 'Reply',
  react: 'React',
  forward: 'Forward',
  copy: 'Copy text',
  more: 'More',
  actionsLabel: 'Message actions',
  reactWith: (emoji) => `React with ${emoji}`,
  copied: 'Copied',
  unsupported: 'This can’t be shown here. Ask the customer to write it, or to send it another way.',
  unsupportedTypes: {
    button: 'Button',
    edit: 'Edited message',
    gif: 'GIF',
    group_invite: 'Invitation to a group',
    hsm: 'Template message',
    image: 'Photo',
    interactive: 'Message with choices',
    keep_in_chat: 'Kept message',
    link_preview: 'Link with a preview',
    list: 'List',
    location: 'Live location',
    media_placeholder: 'File from the phone’s history',
    order: 'Order',
    pin: 'Pinned message',
    poll: 'Poll',
    poll_creation: 'Poll',
    poll_update: 'Vote in a poll',
    pool: 'Poll',
    product: 'Product',
    reaction: 'Reaction',
    view_once: 'View-once message',
  },
  inGroup: 'In a group',
  askToSendAgain: 'Ask the customer to send it again (at most 100 MB).',
  showMore: 'Show more',
  showLess: 'Show less',
  buttons: {
    sendLocation: 'Send location',
    giveAddress: 'Give the address',
    sharePhoneNumber: 'Share phone number',
    chooseCall: 'Choose',
    callNow: 'Call now',
    reviewAndPay: 'Review and pay',
    viewProduct: 'View',
    viewItems: 'View the items',
    viewCatalog: 'View the catalog',
  },
  media: {
    photoFrom: (name, time) => `Photo from ${name}, ${time}`,
    videoFrom: (name, time) => `Video from ${name}, ${time}`,
    stickerFrom: (name) => `Sticker from ${name}`,
    open: 'Open',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomWhole: 'Whole picture',
    zoomedTo: (percent) => `${percent} of the whole picture`,
    loading: 'Loading…',
    save: (name) => `Save ${name}`,
    fetching: 'The file is being fetched.',
    failed: 'The file could not be fetched.',
    expired: 'WhatsApp no longer holds this file.',
    gone: 'The file is not on the server any more.',
    unreachable: 'The file could not be loaded. Is there a connection?',
    unreadable: 'This browser cannot show the file. Save it to see it.',
    askAgain: 'Ask again',
    play: 'Play',
    pause: 'Pause',
    position: 'Position',
    positionOf: (at, length) => `${at} of ${length}`,
    speed: (factor) => `Speed ${factor}`,
    mismatch: (extension) => `The name says one kind of file, its content another. It would open as ${extension}.`,
    notPlayable: 'This browser cannot play this sound. Save it to listen.',
  },
  kinds: {
    image: 'Photo',
    video: 'Video',
    audio: 'Audio',
    voice: 'Voice message',
    document: 'Document',
    sticker: 'Sticker',
    location: 'Location',
    contacts: 'Contact',
    interactive: 'Message with choices',
    template: 'Notification',
    formAnswer: 'Form filled in',
    address: 'Address',
    order: 'Order',
    call: 'Call',
    pin: 'Pinned a message',
    system: 'Notice from WhatsApp',
    mediaPlaceholder: 'File from the phone’s history, not here yet',
    unsupported: 'Unsupported message',
  },
};
