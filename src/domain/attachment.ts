/** The kinds of media that a WhatsApp message can carry. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** Where the bytes of a medium are: in the desk's own store, at WhatsApp (which needs a token), or behind a public link. */
export type MediaSource =
  | { readonly kind: 'stored'; readonly id: string }
  /** `url` is WhatsApp's own address of the bytes: it lives five minutes and needs the token, so it never leaves the gateway. */
  | { readonly kind: 'provider'; readonly id: string; readonly url?: string }
  | { readonly kind: 'link'; readonly url: string };

/** A handle to a medium, never a URL to load: a transport turns it into something that the browser may load. */
export interface MediaRef {
  readonly source: MediaSource;
  /** As claimed by the sender: not to be trusted for opening. */
  readonly mimeType?: string;
  /** Base64 or hex, as WhatsApp gave it. */
  readonly sha256?: string;
  /** Bytes. */
  readonly size?: number;
  readonly fileName?: string;
  /** Pixels, known once the medium has been stored. */
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  /** Loudness of a voice note over its length, 0 to 100, for the waveform. */
  readonly waveform?: readonly number[];
  /** Absent means ready. `failed` carries the reason in the message's problems. */
  readonly state?: 'fetching' | 'failed' | 'expired';
}
