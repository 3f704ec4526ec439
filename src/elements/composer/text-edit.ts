/** A text with a selection, as offsets in UTF-16 code units. */
export interface EditedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts `next` into a field as if it had been typed: only what differs is replaced, so that undo goes back step by step
 * and the field's own `input` event tells of it.
 */
export function replaceText(field: HTMLTextAreaElement, next: EditedText): void {
  const { value } = field;
  const prefix = commonLength(value, next.text, (text, index) => text[index]);
  const rest = Math.min(value.length, next.text.length) - prefix;
  const suffix = Math.min(
    rest,
    commonLength(value, next.text, (text, index) => text[text.length - 1 - index]),
  );
  field.focus();
  field.setSelectionRange(prefix, value.length - suffix);
  typeText(field, next.text.slice(prefix, next.text.length - suffix));
  field.setSelectionRange(next.start, next.end);
}

/** Types `text` in place of the selection. */
export function typeText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (text === '' && field.selectionStart === field.selectionEnd) return;
  // The one way that undo knows of; where it is missing the text goes in without it.
  const isTyped = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isTyped) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function commonLength(a: string, b: string, unitAt: (text: string, index: number) => string | undefined): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && unitAt(a, length) === unitAt(b, length)) length += 1;
  return length;
}
