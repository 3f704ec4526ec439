/** The reader's own habits where they differ from the locale's. */
export interface TimeFormatOptions {
  /** IANA name; default the browser's. */
  readonly timeZone?: string;
  /** Twelve or twenty-four hours; default the locale's. */
  readonly hour12?: boolean;
}

/** "23h", "23 hr" or "23 hours". */
export type DurationLength = 'narrow' | 'short' | 'long';

const units = ['day', 'hour', 'minute', 'second'] as const;
const unitMs: Readonly<Record<(typeof units)[number], number>> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
};
const DAY_MS = unitMs.day;
const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const cache = new Map<string, TimeFormat>();

/** The one `TimeFormat` for these settings; making its formatters costs too much to do it in a template. */
export function timeFormat(locale: string, options: TimeFormatOptions = {}): TimeFormat {
  const key = `${locale}|${options.timeZone ?? ''}|${String(options.hour12 ?? '')}`;
  const known = cache.get(key) ?? new TimeFormat(locale, options);
  cache.set(key, known);
  return known;
}

/** Times, durations, sizes and numbers in the words of a locale; all times are epoch milliseconds. */
export class TimeFormat {
  readonly #locale: string;
  readonly #options: Intl.DateTimeFormatOptions;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #days: Intl.RelativeTimeFormat;

  constructor(locale: string, { timeZone, hour12 }: TimeFormatOptions = {}) {
    this.#locale = locale;
    this.#options = {
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(hour12 === undefined ? {} : { hourCycle: hour12 ? 'h12' : 'h23' }),
    };
    this.#days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** "09:31", "9:31 AM". */
  time(at: number): string {
    return this.#date('time', { timeStyle: 'short' }).format(at);
  }

  /** "24 November 2026". */
  date(at: number): string {
    return this.#date('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  }

  /** "24 November 2026 at 09:31". */
  dateTime(at: number): string {
    return this.#date('dateTime', { dateStyle: 'long', timeStyle: 'short' }).format(at);
  }

  /** "Today", "Yesterday", or "Tuesday, 24 November 2026": the heading of a day. */
  day(at: number, now: number): string {
    const daysAgo = this.#daysBetween(at, now);
    if (daysAgo === 0 || daysAgo === 1) return capitalised(this.#days.format(-daysAgo, 'day'), this.#locale);
    return this.#date('day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  }

  /** The shortest that is clear from `now`: "09:31", "Mon", "12 Nov", "12 Nov 2025". */
  short(at: number, now: number): string {
    const daysAgo = this.#daysBetween(at, now);
    if (daysAgo === 0) return this.time(at);
    if (daysAgo > 0 && daysAgo < 7) return this.#date('weekday', { weekday: 'short' }).format(at);
    if (this.dayKey(at).slice(0, 4) === this.dayKey(now).slice(0, 4)) {
      return this.#date('dayMonth', { day: 'numeric', month: 'short' }).format(at);
    }
    return this.#date('dayMonthYear', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  }

  /** "2026-11-24": the same for two times of one day in the reader's zone. */
  dayKey(at: number): string {
    const { timeZone } = this.#options;
    const format = this.#cached(
      this.#dates,
      'dayKey',
      () =>
        new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          ...(timeZone === undefined ? {} : { timeZone }),
        }),
    );
    return format.format(at);
  }

  /** A duration as a clock shows it: "0:41", "2:10", "1:02:10". */
  clock(durationMs: number): string {
    const seconds = Math.max(0, Math.floor(durationMs / unitMs.second));
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = this.#digits(seconds % 60, 2);
    if (hours === 0) return `${this.#digits(minutes, 1)}:${rest}`;
    return `${this.#digits(hours, 1)}:${this.#digits(minutes, 2)}:${rest}`;
  }

  /** A duration in words, its largest `parts` units, rounded down: "23 hr 59 min", "2 minutes 10 seconds". */
  duration(durationMs: number, length: DurationLength = 'short', parts = 2): string {
    const counts = units.map((unit, index) => {
      const larger = units[index - 1];
      const within = larger === undefined ? durationMs : durationMs % unitMs[larger];
      return { unit, count: Math.max(0, Math.floor(within / unitMs[unit])) };
    });
    const first = counts.findIndex(({ count }) => count > 0);
    if (first < 0) return this.#unit(0, 'second', length);
    const shown = counts.slice(first, first + parts).filter(({ count }) => count > 0);
    return shown.map(({ unit, count }) => this.#unit(count, unit, length)).join(' ');
  }

  /** A size of a file: "840 byte", "1.2 MB". */
  size(bytes: number): string {
    const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), sizeUnits.length - 1);
    const value = bytes / 1000 ** power;
    const unit = sizeUnits[power] ?? 'byte';
    const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1;
    return this.#number(`size ${unit} ${maximumFractionDigits}`, { style: 'unit', unit, maximumFractionDigits }).format(
      value,
    );
  }

  /** "4,096". */
  number(value: number): string {
    return this.#number('number', {}).format(value);
  }

  #unit(count: number, unit: (typeof units)[number], unitDisplay: DurationLength): string {
    return this.#number(`${unit} ${unitDisplay}`, { style: 'unit', unit, unitDisplay }).format(count);
  }

  #digits(value: number, minimumIntegerDigits: number): string {
    return this.#number(`digits ${minimumIntegerDigits}`, { minimumIntegerDigits, useGrouping: false }).format(value);
  }

  #daysBetween(at: number, now: number): number {
    return Math.round((Date.parse(this.dayKey(now)) - Date.parse(this.dayKey(at))) / DAY_MS);
  }

  #date(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.#cached(
      this.#dates,
      name,
      () => new Intl.DateTimeFormat(this.#locale, { ...this.#options, ...options }),
    );
  }

  #number(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return this.#cached(this.#numbers, name, () => new Intl.NumberFormat(this.#locale, options));
  }

  #cached<T>(formats: Map<string, T>, name: string, make: () => T): T {
    const known = formats.get(name) ?? make();
    formats.set(name, known);
    return known;
  }
}

function capitalised(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
