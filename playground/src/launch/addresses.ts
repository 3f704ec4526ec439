/** Where the parts of a playground are. */
export interface Addresses {
  readonly page: string;
  readonly gateway: string;
  readonly standIn: string;
}
