/** The business number that the stand-in plays host to. */
export interface Business {
  readonly accountId: string;
  readonly phoneNumberId: string;
  /** Digits without "+". */
  readonly displayPhoneNumber: string;
  readonly name: string;
}

/** The country calling code that WhatsApp puts before a number written without "+" that it takes for a local one. */
const COUNTRY_CODE = '1';
const LONGEST_LOCAL_NUMBER = 10;

/** The digits that a `to` means. */
export function recipientDigits(to: string): string {
  const digits = to.replace(/\D/g, '');
  const local = !to.trim().startsWith('+') && digits.length <= LONGEST_LOCAL_NUMBER;
  return local ? `${COUNTRY_CODE}${digits}` : digits;
}
