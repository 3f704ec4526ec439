import type { TimeFormat } from '../shared/time-format.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When the end of the window is told aloud: this many minutes before it. */
const SPOKEN_MINUTES = [5, 15, 60] as const;

/** A time that is left (milliseconds) in whole minutes, one at least. */
export function wholeMinutes(leftMs: number): number {
  return Math.max(1, Math.floor(leftMs / MINUTE_MS)) * MINUTE_MS;
}

/** What is left of a window (milliseconds), rounded down: "23h", in the last hour or to the `minutes` "23h 59m". */
export function remainingTime(leftMs: number, time: TimeFormat, precision: 'hours' | 'minutes'): string {
  const parts = precision === 'minutes' && leftMs >= HOUR_MS ? 2 : 1;
  return time.duration(wholeMinutes(leftMs), 'narrow', parts);
}

/** The last mark that was passed: 60, 15, 5, 0 at the end, or infinity before all of them. */
export function spokenMark(leftMs: number): number {
  if (leftMs <= 0) return 0;
  return SPOKEN_MINUTES.find((minutes) => leftMs <= minutes * MINUTE_MS) ?? Infinity;
}
