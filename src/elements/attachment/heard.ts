let heard: WeakRef<HTMLMediaElement> | undefined;

/** Only one sound or film is heard at a time in a page: the one before pauses. */
export function hearOnly(medium: HTMLMediaElement): void {
  const before = heard?.deref();
  if (before !== medium) before?.pause();
  heard = new WeakRef(medium);
}
