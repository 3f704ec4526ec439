import type { Contestant } from './contestant.js';
import { idAt, messageAt, messagesFrom, olderMessageAt, type BenchMessage } from './messages.js';
import { farthestMove, goToTop, underTheEye } from './reading.js';
import { frames, nextFrame, painted, Sight } from './sight.js';

const OPEN_LIMIT = 60_000;
const APPEND_LIMIT = 5000;
const FRAME = 1000 / 60;

/** What a burst of messages did to the page. */
export interface BurstResult {
  readonly longTasks: number;
  readonly droppedFrames: number;
  /** 1 when the newest message was not in view a second after the burst. */
  readonly lostBottom: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The measures inside the page, for whatever contestant was loaded; times in milliseconds. */
class TranscriptBench {
  readonly #stage = document.querySelector<HTMLElement>('#stage')!;
  #contestant!: Contestant;
  #messages: readonly unknown[] = [];
  #oldest = 0;
  #next = 0;

  async load(name: string): Promise<void> {
    const module = (await import(`/contestants/${name}/${name}.js`)) as { readonly default: Contestant };
    this.#contestant = module.default;
  }

  /** Shows every sort of text once, so that nobody is charged for the start of the fonts. */
  async warmFonts(): Promise<void> {
    const sample = document.createElement('div');
    for (const tag of ['p', 'b', 'i'])
      sample.append(
        Object.assign(document.createElement(tag), {
          textContent: messagesFrom(9e6, 200)
            .map(({ text }) => text)
            .join(' '),
        }),
      );
    this.#stage.append(sample);
    await frames(3);
    sample.remove();
    await frames(3);
  }

  /** Makes the messages, in the form in which a host would hold them. */
  make(count: number): void {
    this.#messages = Array.from({ length: count }, (_, place) => this.#contestant.shape(messageAt(place)));
    this.#oldest = 0;
    this.#next = count;
  }

  /** Microseconds a message; undefined where the contestant has no store. */
  fill(): number | undefined {
    if (!this.#contestant.fill) return undefined;
    const start = performance.now();
    this.#contestant.fill(this.#messages);
    return ((performance.now() - start) * 1000) / this.#messages.length;
  }

  /** From handing the messages over to the frame in which the newest is painted. */
  async open(): Promise<number> {
    const start = await painted();
    this.#contestant.mount(this.#stage, this.#messages);
    return (await new Sight(this.#stage, idAt(this.#next - 1)).seen(OPEN_LIMIT)).at - start;
  }

  /** Appends one by one: the median time to painted, and the share that was painted in the next frame. */
  async appendPainted(count: number): Promise<{ readonly time: number; readonly inNextFrame: number }> {
    const times: number[] = [];
    let inNextFrame = 0;
    for (let done = 0; done < count; done++) {
      const message = messageAt(this.#next++);
      const start = await painted();
      this.#contestant.append(this.#contestant.shape(message));
      const seen = await new Sight(this.#stage, message.id).seen(APPEND_LIMIT);
      times.push(seen.at - start);
      if (seen.frames === 1) inNextFrame += 1;
    }
    return { time: median(times), inNextFrame: inNextFrame / count };
  }

  /** Appends one a frame and looks at nothing: what it costs is read from outside. */
  async appendBlindly(count: number): Promise<void> {
    await this.#eachFrame(count, (message) => {
      this.#contestant.append(this.#contestant.shape(message));
    });
  }

  /** As many frames with as many messages made and thrown away. */
  async idle(count: number): Promise<void> {
    const next = this.#next;
    await this.#eachFrame(count, (message) => this.#contestant.shape(message));
    this.#next = next;
  }

  async burst(total: number, perFrame: number): Promise<BurstResult> {
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
    observer.observe({ type: 'longtask' });
    const start = await nextFrame();
    let last = start;
    for (let done = 0; done < total; done += perFrame) {
      for (const message of messagesFrom(this.#next, perFrame))
        this.#contestant.append(this.#contestant.shape(message));
      this.#next += perFrame;
      last = await nextFrame();
    }
    const droppedFrames = Math.max(0, Math.round((last - start) / FRAME) - total / perFrame);
    const isSeen = await new Sight(this.#stage, idAt(this.#next - 1)).seen(1000).then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    observer.disconnect();
    return { longTasks, droppedFrames, lostBottom: isSeen ? 0 : 1 };
  }

  /** Prepends while reading so many pixels below the top: the farthest that the message under the eye moved (pixels). */
  async prepend(count: number, offset: number): Promise<number> {
    const contestant = this.#contestant;
    const [stage, scroller] = [this.#stage, contestant.scroller()];
    await goToTop({ stage, scroller, first: this.#oldest, offset, toFirst: () => contestant.toFirst?.() });
    const sight = await underTheEye(stage, this.#oldest);
    this.#oldest -= count;
    const older = messagesFrom(this.#oldest, count, olderMessageAt).map((message) => contestant.shape(message));
    const top = await sight.paintedTop();
    contestant.prepend(older);
    return farthestMove(sight, top);
  }

  /** Opens and takes away again, so many times. */
  async cycle(count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      await this.open();
      this.#contestant.unmount();
      await frames(2);
    }
    this.#stage.replaceChildren();
  }

  async #eachFrame(count: number, task: (message: BenchMessage) => void): Promise<void> {
    for (let done = 0; done < count; done++) {
      await nextFrame();
      task(messageAt(this.#next++));
    }
    await painted();
  }
}

declare global {
  var transcriptBench: TranscriptBench;
}

export type { TranscriptBench };

globalThis.transcriptBench = new TranscriptBench();
