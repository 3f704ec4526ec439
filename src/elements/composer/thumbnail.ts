const SIZE = 80;

/**
 * A small square picture of an image file. It is drawn, not loaded by address, so that a page needs no `blob:` in its
 * content security policy. Nothing where the file cannot be decoded.
 */
export async function thumbnail(file: Blob): Promise<HTMLCanvasElement | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    canvas.width = SIZE;
    canvas.height = SIZE;
    const scale = SIZE / Math.min(bitmap.width, bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    canvas.getContext('2d')?.drawImage(bitmap, (SIZE - width) / 2, (SIZE - height) / 2, width, height);
    bitmap.close();
    return canvas;
  } catch {
    return undefined;
  }
}
