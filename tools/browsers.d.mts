/** The executable of Chromium or Chrome, or undefined. */
export function chromiumPath(): string | undefined;
export const CHROMIUM_ARGUMENTS: readonly string[];
