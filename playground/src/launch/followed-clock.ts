import { WebSocket } from 'ws';
import type { FeedMessage } from '../stand-in/phone-types.js';

/** The stand-in's clock, as another process sees it. */
export interface FollowedClock {
  /** Epoch milliseconds. */
  now(): number;
  stop(): void;
}

const AGAIN_AFTER_MS = 250;

/** Follows the clock of the stand-in at `url`; resolves when it is known for the first time. */
export function followClock(url: string): Promise<FollowedClock> {
  let offsetMs = 0;
  let stop = (): void => undefined;
  return new Promise((resolve) => {
    const clock: FollowedClock = { now: () => Date.now() + offsetMs, stop: () => stop() };
    const follow = (): void => {
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/phone/feed`);
      let again = setTimeout(() => undefined, 0);
      stop = () => {
        clearTimeout(again);
        socket.removeAllListeners('close').terminate();
      };
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString('utf8')) as FeedMessage;
        if (message.type !== 'hello' && message.type !== 'clock.changed') return;
        ({ offsetMs } = message.clock);
        resolve(clock);
      });
      // Not there yet, or gone for a moment: "close" follows every error.
      socket.on('error', () => undefined);
      socket.on('close', () => (again = setTimeout(follow, AGAIN_AFTER_MS)));
    };
    follow();
  });
}
