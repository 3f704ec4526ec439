/** Every way the SDK itself can fail, as a closed set that a host may switch over. */
export type WaErrorCode =
  | 'config-invalid'
  | 'contract-violated'
  | 'media-unavailable'
  | 'not-allowed'
  | 'storage-unavailable'
  | 'transport-fatal'
  | 'transport-lost'
  | 'unauthorized';

/** An error whose `code` is public API and whose `message` says to developers what, where and what to do. */
export class WaError extends Error {
  override readonly name = 'WaError';

  constructor(
    readonly code: WaErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A problem that WhatsApp itself reported; decide on `code` alone (Cloud API error codes). */
export interface WhatsAppProblem {
  /** −1 where WhatsApp gave none. */
  readonly code: number;
  readonly title?: string;
  /** WhatsApp's sentence, often the title once more. */
  readonly message?: string;
  /** WhatsApp's own explanation, in its words: for a fold-out, never the headline. */
  readonly details?: string;
  /** Where WhatsApp documents the code. */
  readonly href?: string;
}
