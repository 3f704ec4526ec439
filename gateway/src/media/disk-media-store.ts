import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { inlineTypeOf, SIGNATURE_BYTES } from './file-signature.js';
import { MediaTooLarge, type MediaAbout, type MediaStore, type StoredMedia } from './media-store.js';

/** Enough for the header of a picture that begins with camera data and an embedded preview. */
const HEADER_BYTES = 512 * 1024;

const ID = /^[A-Za-z0-9_-]{22}$/;

/** Media as files: the bytes, and beside them what is known of them. */
export class DiskMediaStore implements MediaStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async put(content: AsyncIterable<Uint8Array>, about: MediaAbout, maxBytes: number): Promise<StoredMedia> {
    const id = randomBytes(16).toString('base64url');
    await mkdir(this.#folder(id), { recursive: true });
    const part = `${this.#path(id)}.part`;
    try {
      const { size, sha256, header } = await writeContent(part, content, maxBytes);
      const inlineType = inlineTypeOf(header.subarray(0, SIGNATURE_BYTES));
      const media: StoredMedia = {
        id,
        ...about,
        ...(inlineType && { inlineType }),
        size,
        sha256,
        ...pictureSize(inlineType, header),
      };
      await rename(part, this.#path(id));
      await writeFile(`${this.#path(id)}.json`, JSON.stringify(media), { flush: true });
      return media;
    } catch (failure) {
      await rm(part, { force: true });
      throw failure;
    }
  }

  async about(id: string): Promise<StoredMedia | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(`${this.#path(id)}.json`, 'utf8')) as StoredMedia;
    } catch (failure) {
      if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined;
      throw failure;
    }
  }

  async open(id: string): Promise<Blob> {
    if (!ID.test(id)) throw new Error('This is no id of a stored medium.');
    return openAsBlob(this.#path(id));
  }

  async remove(id: string): Promise<void> {
    if (!ID.test(id)) return;
    await rm(`${this.#path(id)}.json`, { force: true });
    await rm(this.#path(id), { force: true });
  }

  #folder(id: string): string {
    return join(this.#directory, id.slice(0, 2));
  }

  #path(id: string): string {
    return join(this.#folder(id), id);
  }
}

interface Written {
  readonly size: number;
  readonly sha256: string;
  readonly header: Buffer;
}

async function writeContent(file: string, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Written> {
  const handle = await open(file, 'wx');
  try {
    const written = await copy(content, handle, maxBytes);
    await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
}

async function copy(content: AsyncIterable<Uint8Array>, handle: FileHandle, maxBytes: number): Promise<Written> {
  const hash = createHash('sha256');
  const header: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    if (size < HEADER_BYTES) header.push(chunk.subarray(0, HEADER_BYTES - size));
    size += chunk.byteLength;
    if (size > maxBytes) throw new MediaTooLarge(`The medium has more than ${maxBytes} bytes.`);
    hash.update(chunk);
    await handle.write(chunk);
  }
  return { size, sha256: hash.digest('hex'), header: Buffer.concat(header) };
}

function pictureSize(inlineType: string | undefined, header: Buffer): { width?: number; height?: number } {
  if (!inlineType?.startsWith('image/')) return {};
  try {
    const { width, height, orientation = 1 } = imageSize(header);
    // Orientations from 5 on are turned by a quarter when they are shown.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return {};
  }
}
