import type { MediaRef } from '../../domain/attachment.js';
import type { MediaLease } from '../../protocol/transport.js';
import { hearOnly } from './heard.js';
import type { SoundFacts } from './sound-facts.js';

/** How a sound comes to its bytes, and whom it tells that something has changed. */
export interface SoundInit {
  media(): MediaRef | undefined;
  load(): Promise<MediaLease | undefined>;
  /** The browser could not read what was lent: asks for another lease. */
  renew(): Promise<MediaLease | undefined>;
  changed(): void;
}

/** A voice message of up to this size is fetched whole to draw its loudness (bytes): some three minutes. */
const SMALL = 512 * 1024;

const EVENTS = ['play', 'pause', 'timeupdate', 'loadedmetadata', 'durationchange', 'ended'] as const;

/** What was found out about sounds, so that coming back into view costs nothing. */
const known = new WeakMap<MediaRef, SoundFacts>();

const isAmr = (media: MediaRef | undefined): boolean => /^audio\/(amr|3gpp)/i.test(media?.mimeType ?? '');

/** One sound of a message: its length and loudness as soon as they can be had, and its playing. */
export class Sound {
  readonly #init: SoundInit;
  #audio: HTMLAudioElement | undefined;
  #making: Promise<HTMLAudioElement | undefined> | undefined;
  #ownUrl: string | undefined;
  #speed = 1;
  #isUnplayable = false;

  constructor(init: SoundInit) {
    this.#init = init;
  }

  get isPlaying(): boolean {
    return this.#audio !== undefined && !this.#audio.paused;
  }

  get isLoading(): boolean {
    return this.#making !== undefined && this.#audio === undefined;
  }

  get isUnplayable(): boolean {
    return this.#isUnplayable;
  }

  get waveform(): readonly number[] | undefined {
    return this.#init.media()?.waveform ?? this.#facts?.waveform;
  }

  /** Seconds; 0 where it is not known. */
  get length(): number {
    const told = this.#audio?.duration;
    if (told !== undefined && Number.isFinite(told)) return told;
    return (this.#init.media()?.durationMs ?? this.#facts?.durationMs ?? 0) / 1000;
  }

  /** Seconds from the beginning. */
  get at(): number {
    return Math.min(this.#audio?.currentTime ?? 0, this.length);
  }

  get #facts(): SoundFacts | undefined {
    const media = this.#init.media();
    return media && known.get(media);
  }

  /** It has come near: finds out its length, and its loudness where that is cheap. */
  async prepare(voice: boolean): Promise<void> {
    const media = this.#init.media();
    if (!media || isAmr(media) || this.#audio || this.#facts) return;
    if (voice && !media.waveform && (media.size ?? Infinity) <= SMALL) await this.#learn(media);
    else if (media.durationMs === undefined) await this.#ready();
  }

  async toggle(): Promise<void> {
    if (this.isPlaying) {
      this.#audio?.pause();
      return;
    }
    const audio = await this.#ready();
    if (audio) await this.#play(audio);
  }

  /** Seconds from the beginning; what is beyond an end means that end. */
  async seek(to: number): Promise<void> {
    const audio = await this.#ready();
    if (!audio) return;
    audio.currentTime = Math.max(0, Math.min(this.length || to, to));
    this.#init.changed();
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    if (this.#audio) this.#audio.playbackRate = speed;
  }

  /** Falls silent and gives back what it holds. */
  stop(): void {
    this.#audio?.pause();
    this.#audio?.removeAttribute('src');
    this.#audio = undefined;
    this.#making = undefined;
    this.#isUnplayable = false;
    if (this.#ownUrl !== undefined) URL.revokeObjectURL(this.#ownUrl);
    this.#ownUrl = undefined;
  }

  async #learn(media: MediaRef): Promise<void> {
    const lease = await this.#init.load();
    if (!lease) return;
    try {
      const { soundFactsOf } = await import('./sound-facts.js');
      known.set(media, await soundFactsOf(lease.url));
    } catch {
      // Played it may be all the same: then it has a plain bar.
      if (media.durationMs === undefined) await this.#ready();
    }
    this.#init.changed();
  }

  async #play(audio: HTMLAudioElement): Promise<void> {
    hearOnly(audio);
    try {
      await audio.play();
    } catch {
      // Refused, or interrupted by a pause; what the browser cannot read is told by its `error` event.
    }
    this.#init.changed();
  }

  #ready(): Promise<HTMLAudioElement | undefined> {
    this.#making ??= this.#make();
    this.#init.changed();
    return this.#making;
  }

  async #make(): Promise<HTMLAudioElement | undefined> {
    const url = await this.#playableUrl();
    if (url === undefined) {
      this.#making = undefined;
      return undefined;
    }
    const audio = new Audio();
    audio.preload = 'metadata';
    audio.src = url;
    audio.playbackRate = this.#speed;
    for (const name of EVENTS) audio.addEventListener(name, this.#init.changed);
    audio.addEventListener('error', () => {
      if (audio === this.#audio) void this.#goOn(audio);
    });
    this.#audio = audio;
    return audio;
  }

  async #playableUrl(): Promise<string | undefined> {
    const media = this.#init.media();
    const lease = await this.#init.load();
    if (!lease || !isAmr(media)) return lease?.url;
    try {
      const { decodedAmr } = await import('./amr-sound.js');
      const sound = await decodedAmr(lease.url);
      if (media) known.set(media, sound);
      this.#ownUrl = sound.url;
      return sound.url;
    } catch {
      return this.#giveUp();
    }
  }

  #giveUp(): undefined {
    this.#isUnplayable = true;
    this.#init.changed();
    return undefined;
  }

  /** The lease may have run out before the bytes came, or while it played. */
  async #goOn(audio: HTMLAudioElement): Promise<void> {
    const { currentTime } = audio;
    const wasPlaying = !audio.paused;
    const lease = this.#ownUrl === undefined ? await this.#init.renew() : undefined;
    if (audio !== this.#audio) return;
    if (!lease) {
      this.#giveUp();
      return;
    }
    audio.src = lease.url;
    audio.currentTime = currentTime;
    if (wasPlaying) await this.#play(audio);
  }
}
