/** One person who writes to the business; a phone number is an attribute, not the key (usernames hide it). */
export interface Contact {
  readonly id: string;
  /** From the contact database. */
  readonly name?: string;
  /** The nickname that the person chose on WhatsApp: hostile until displayed through `displayName`. */
  readonly profileName?: string;
  /** Without the leading `@`. */
  readonly username?: string;
  /** `+` and digits. */
  readonly phoneNumber?: string;
  /** Business-scoped user id. */
  readonly userId?: string;
  readonly parentUserId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** False once the person stopped marketing messages. */
  readonly marketingAllowed?: boolean;
}

/** A contact card (vCard) inside a message; every part is optional, the name too. */
export interface ContactCard {
  readonly name?: ContactCardName;
  readonly phones?: readonly ContactCardPhone[];
  readonly emails?: readonly { readonly email: string; readonly type?: string }[];
  readonly addresses?: readonly ContactCardAddress[];
  readonly urls?: readonly { readonly url: string; readonly type?: string }[];
  readonly organization?: { readonly company?: string; readonly department?: string; readonly title?: string };
  /** YYYY-MM-DD. */
  readonly birthday?: string;
  /** Why the card came, e.g. `contact_request` when the person answered a request for the phone number. */
  readonly origin?: string;
  /** The whole card as a vCard string, when WhatsApp passed one on. */
  readonly vcard?: string;
}

export interface ContactCardName {
  readonly formatted?: string;
  readonly first?: string;
  readonly last?: string;
  readonly middle?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface ContactCardPhone {
  readonly phone: string;
  /** The WhatsApp account behind the number: warn when it is not the number that is shown. */
  readonly waId?: string;
  readonly type?: string;
  readonly userId?: string;
}

export interface ContactCardAddress {
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly type?: string;
}
