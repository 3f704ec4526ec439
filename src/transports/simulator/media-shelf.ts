import { WaError } from '../../domain/errors.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { MediaLease } from '../../protocol/transport.js';

/** The files of a simulator, by id, and what a browser may load of them. */
export class MediaShelf {
  readonly #files = new Map<string, Blob>();

  put(id: string, file: Blob): void {
    this.#files.set(id, file);
  }

  has(id: string): boolean {
    return this.#files.has(id);
  }

  /** An object URL that lives until it is released; a `WaError` (`media-unavailable`) where there is no file. */
  lease(media: MediaRef): MediaLease {
    const { source } = media;
    if (source.kind === 'link') return { url: source.url, release: () => undefined };
    const file = this.#files.get(source.id);
    if (!file || media.state !== undefined) {
      throw new WaError('media-unavailable', `There is no file for the medium ${source.id} yet, or any more.`);
    }
    const url = URL.createObjectURL(file);
    return {
      url,
      release: () => {
        URL.revokeObjectURL(url);
      },
    };
  }
}
