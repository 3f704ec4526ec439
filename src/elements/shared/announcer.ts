import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LiveRegions, type Priority } from './live-regions.js';
import { speakable } from './speakable.js';

/** How something is announced. */
export interface AnnounceOptions {
  /** `assertive` interrupts: only for what failed and needs the agent now. Default `polite`. */
  readonly priority?: Priority;
  /** With `summarise`: announcements of one group that come in a burst are merged. */
  readonly group?: string;
  /** The words for `count` announcements that were not said one by one. */
  readonly summarise?: (count: number) => string;
}

/** Plain words, no markup; made only when they are said. */
type Words = string | (() => string);

/** What says a cleaned text aloud. */
export type Speak = (text: string, priority: Priority) => void;

/** Timers and clock of an announcer; from outside in tests. */
export interface AnnouncerClock {
  now(): number;
  after(ms: number, run: () => void): void;
}

/** More than this many of one group within the window are told as a number. */
const BURST_COUNT = 3;
const BURST_WINDOW_MS = 2000;
/** Announcements that belong together come within this time; it is too short to be felt. */
const GATHER_MS = 100;

interface Group {
  readonly spokenAt: number[];
  readonly waiting: { text: Words; options: AnnounceOptions }[];
  timer: boolean;
}

const realClock: AnnouncerClock = { now: () => performance.now(), after: (ms, run) => void setTimeout(run, ms) };

/** Says things in the order they came, and bursts of one group as a number. */
export class Announcer {
  readonly #speak: Speak;
  readonly #clock: AnnouncerClock;
  readonly #groups = new Map<string, Group>();

  constructor(speak: Speak, clock: AnnouncerClock = realClock) {
    this.#speak = speak;
    this.#clock = clock;
  }

  /** Announces `text`. */
  announce(text: Words, options: AnnounceOptions = {}): void {
    if (options.group === undefined || !options.summarise) {
      this.#say(text, options);
      return;
    }
    const group = this.#group(options.group);
    group.waiting.push({ text, options });
    if (!group.timer) this.#flushAfter(group, GATHER_MS);
  }

  #group(name: string): Group {
    const group = this.#groups.get(name) ?? { spokenAt: [], waiting: [], timer: false };
    this.#groups.set(name, group);
    return group;
  }

  #flushAfter(group: Group, ms: number): void {
    group.timer = true;
    this.#clock.after(ms, () => {
      group.timer = false;
      this.#flush(group);
    });
  }

  #flush(group: Group): void {
    const now = this.#clock.now();
    const recent = group.spokenAt.filter((at) => now - at < BURST_WINDOW_MS);
    const [first] = recent;
    group.spokenAt.splice(0, group.spokenAt.length, ...recent);
    if (recent.length + group.waiting.length <= BURST_COUNT) this.#sayEach(group, now);
    else if (first !== undefined) this.#flushAfter(group, first + BURST_WINDOW_MS - now);
    else this.#saySummary(group, now);
  }

  #sayEach(group: Group, now: number): void {
    for (const { text, options } of group.waiting.splice(0)) {
      group.spokenAt.push(now);
      this.#say(text, options);
    }
  }

  #saySummary(group: Group, now: number): void {
    const waiting = group.waiting.splice(0);
    const last = waiting.at(-1);
    if (!last) return;
    group.spokenAt.push(...waiting.slice(-BURST_COUNT).map(() => now));
    this.#say(last.options.summarise?.(waiting.length) ?? last.text, last.options);
  }

  #say(text: Words, { priority = 'polite' }: AnnounceOptions): void {
    const words = speakable(typeof text === 'function' ? text() : text);
    if (words) this.#speak(words, priority);
  }
}

type NotifyingElement = Element & { ariaNotify(text: string, options: { priority: 'normal' | 'high' }): void };

function canNotify(element: Element): element is NotifyingElement {
  return 'ariaNotify' in element;
}

/**
 * Lets `host` speak to assistive technology: by `ariaNotify` where the browser has it, else by one pair of live regions in
 * the light DOM that all elements of the page share, made when the first of them is connected.
 */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #announcer: Announcer;
  #regions: LiveRegions | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, clock?: AnnouncerClock) {
    this.#host = host;
    this.#announcer = new Announcer(this.#speak, clock);
    host.addController(this);
  }

  hostConnected(): void {
    if (!canNotify(this.#host)) this.#regions = LiveRegions.join(this.#host);
  }

  hostDisconnected(): void {
    this.#regions?.leave();
    this.#regions = undefined;
  }

  /** Announces `text` (plain words, no markup); says nothing while the host is not connected. */
  announce(text: Words, options?: AnnounceOptions): void {
    this.#announcer.announce(text, options);
  }

  readonly #speak: Speak = (text, priority) => {
    if (!this.#host.isConnected) return;
    if (canNotify(this.#host)) this.#host.ariaNotify(text, { priority: priority === 'assertive' ? 'high' : 'normal' });
    else this.#regions?.say(text, priority);
  };
}
