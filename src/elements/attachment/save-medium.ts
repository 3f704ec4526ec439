import type { MediaLease } from '../../protocol/transport.js';

/** A download reads its address after the click: it is given back when that has surely begun (milliseconds). */
const KEPT_FOR = 60_000;

/** Lets the browser save what was lent under `name`; a page that cannot be saved from opens beside, never in place of the desk. */
export function saveMedium(lease: MediaLease, name: string): void {
  const link = document.createElement('a');
  link.href = lease.url;
  link.download = name;
  link.rel = 'noopener noreferrer';
  if (link.origin !== location.origin && link.protocol !== 'data:') link.target = '_blank';
  link.click();
  setTimeout(() => {
    lease.release();
  }, KEPT_FOR);
}
