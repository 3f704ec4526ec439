/** The key code of keys that belong to an input method, in browsers that no longer say `isComposing` for the last one. */
const COMPOSITION_KEY_CODE = 229;

/**
 * Whether a key sends: Enter, or Shift+Enter where `enterSends` is off; Ctrl or Cmd+Enter always. Never while an input
 * method composes a word: there Enter only takes the word over.
 */
export function sendsOnKey(event: KeyboardEvent, enterSends: boolean): boolean {
  if (event.key !== 'Enter' || event.altKey || isComposing(event)) return false;
  return event.ctrlKey || event.metaKey || event.shiftKey !== enterSends;
}

function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === COMPOSITION_KEY_CODE;
}
