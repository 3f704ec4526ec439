import { waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/** Presses a key as a person does: `Shift+Tab`, `ArrowDown`, `a`. */
export async function press(...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await executeServerCommand('keys', { chord });
}

/** Emulates media features; false where the browser cannot. */
export async function emulateMedia(features: Readonly<Record<string, string>>): Promise<boolean> {
  return executeServerCommand('media-features', features);
}

/** Waits for what a person would wait for, also on a busy machine. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  await waitUntil(condition, what, { timeout: 5000 });
}
