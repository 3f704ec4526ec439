/** What the page is told when it loads: `GET /settings.json`. Types only: a browser page can import this file. */
export interface PageSettings {
  /** Address of the stand-in for WhatsApp. */
  readonly standIn: string;
  /** Base address of the gateway. */
  readonly gateway: string;
  /** Who can sign in; the first one does unless the page's address ends in `?agent=ID`. */
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}
