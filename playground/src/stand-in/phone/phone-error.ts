/** A request of a phone page that cannot be done; `status` is the HTTP status of the answer. */
export class PhoneError extends Error {
  readonly status: number;

  constructor(status: 400 | 404 | 409 | 413, message: string) {
    super(message);
    this.name = 'PhoneError';
    this.status = status;
  }
}
