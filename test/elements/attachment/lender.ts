import { fixture, html } from '@open-wc/testing';
import type { MediaKind, MediaRef } from '../../../src/domain/attachment.js';
import { WaError } from '../../../src/domain/errors.js';
import type { MediaBeside } from '../../../src/elements/attachment/shown-medium.js';
import type { WaAttachmentElement } from '../../../src/elements/attachment/wa-attachment.js';
import '../../../src/elements/attachment/wa-attachment.js';
import { wavOf } from '../../../src/elements/attachment/wav.js';
import type { MediaLease, MediaWant } from '../../../src/protocol/transport.js';
import { pngPicture, Random } from '../../../src/transports/simulator/index.js';

/** What a transport's failure to lend says. */
type Failing = 'gone' | 'unreachable';

/** An address under which there is nothing. */
export const NOWHERE = 'data:text/plain,nothing';

/** Lends media out, and counts what is out and what came back. */
export class Lender {
  readonly asked: MediaWant[] = [];
  out = 0;
  fails: Failing | undefined;
  /** What is lent next; the last one again and again. */
  urls: string[];

  constructor(...urls: string[]) {
    this.urls = urls.length > 0 ? urls : [picture()];
  }

  readonly lease = (_: MediaRef, want: MediaWant): Promise<MediaLease> => {
    this.asked.push(want);
    if (this.fails) return Promise.reject(FAILURES[this.fails]());
    this.out += 1;
    const url = (this.urls.length > 1 ? this.urls.shift() : this.urls[0]) ?? NOWHERE;
    return Promise.resolve({
      url,
      release: () => {
        this.out -= 1;
      },
    });
  };
}

const FAILURES: Readonly<Record<Failing, () => Error>> = {
  gone: () => new WaError('media-unavailable', 'There is no such medium.'),
  unreachable: () => new WaError('transport-lost', 'No answer.'),
};

/** The address of a real picture. */
export function picture(width = 64, height = 40): string {
  return URL.createObjectURL(pngPicture(new Random(7), { width, height }));
}

/** The address of a sound that every browser can play: silence, then a loud end. */
export function sound(seconds: number): string {
  const rate = 8000;
  const samples = new Float32Array(rate * seconds);
  for (let at = samples.length - rate; at < samples.length; at++) samples[at] = Math.sin(at / 4) * 0.001;
  return URL.createObjectURL(wavOf(samples, rate));
}

/** The address of a sound in AMR, narrow band, that nobody wants to hear. */
export function amr(seconds: number): string {
  const frameBytes = 32;
  const frames = new Uint8Array(seconds * 50 * frameBytes);
  frames.forEach((_, at) => (frames[at] = at % frameBytes === 0 ? 0x3c : (at * 7) % 251));
  return URL.createObjectURL(new Blob(['#!AMR\n', frames], { type: 'audio/amr' }));
}

export interface Shown {
  readonly kind: MediaKind;
  readonly media: MediaRef;
  readonly lender?: Lender;
  readonly fileName?: string;
  readonly voice?: boolean;
  readonly animated?: boolean;
  readonly messageId?: string;
  readonly beside?: MediaBeside;
}

export const show = ({ kind, media, lender, fileName, voice, animated, messageId, beside }: Shown) =>
  fixture<WaAttachmentElement>(
    html`<wa-attachment
      .kind=${kind}
      .media=${media}
      .fileName=${fileName}
      .voice=${voice ?? false}
      .animated=${animated ?? false}
      .lease=${lender?.lease}
      .messageId=${messageId ?? ''}
      .beside=${beside}
      label="Photo from Ana, 10:02"
    ></wa-attachment>`,
  );
