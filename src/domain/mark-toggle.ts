const MARKS = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

/** A mark that the composer's keys put around the selection. */
export type ToggleMark = keyof typeof MARKS;

/** A text and the selection in it, as offsets in UTF-16 code units. */
export interface MarkedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the mark off the selection when it stands around all of it, else puts it there; line by line, because marks do not span lines. */
export function toggleMark(text: string, selectionStart: number, selectionEnd: number, mark: ToggleMark): MarkedText {
  const start = clampOffset(text, Math.min(selectionStart, selectionEnd));
  const end = clampOffset(text, Math.max(selectionStart, selectionEnd));
  if (mark === 'code' && /[\r\n]/.test(text.slice(start, end))) return toggleAround(text, [{ start, end }], '```');
  const pieces = markablePieces(text, start, end);
  return pieces.length === 0 ? togglePair(text, start, MARKS[mark]) : toggleAround(text, pieces, MARKS[mark]);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function clampOffset(text: string, offset: number): number {
  return Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
}

const LINE_PREFIX = /^(?:[*-] |\d{1,2}\. |> )/;

/** The selected part of each line, without its prefix and without blanks at its ends, next to which a mark would not count. */
function markablePieces(text: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let lineStart = Math.max(text.lastIndexOf('\n', start - 1), -1) + 1;
  if (start === 0) lineStart = 0;
  while (lineStart <= end) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found === -1 ? text.length : found;
    const prefix = LINE_PREFIX.exec(text.slice(lineStart, lineStart + 4))?.[0].length ?? 0;
    const piece = trimmed(text, Math.max(start, lineStart + prefix), Math.min(end, lineEnd));
    if (piece.start < piece.end) pieces.push(piece);
    lineStart = lineEnd + 1;
  }
  return pieces;
}

function trimmed(text: string, start: number, end: number): Piece {
  if (start >= end) return { start, end: start };
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return { start: start + left, end: Math.max(start + left, end - (piece.length - piece.trimEnd().length)) };
}

/** With nothing to mark: an empty pair around the caret, or away with the one that is there. */
function togglePair(text: string, caret: number, mark: string): MarkedText {
  const isThere = text[caret - 1] === mark && text[caret] === mark;
  const before = text.slice(0, isThere ? caret - 1 : caret);
  const after = text.slice(isThere ? caret + 1 : caret);
  const inner = before.length + (isThere ? 0 : 1);
  return { text: before + (isThere ? '' : mark + mark) + after, start: inner, end: inner };
}

function toggleAround(text: string, pieces: readonly Piece[], mark: string): MarkedText {
  const marked = pieces.map((piece) => markedPiece(text, piece, mark));
  const takeOff = marked.every((piece) => piece !== undefined);
  let result = '';
  let copied = 0;
  const edges: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const outer = marked[index];
    const from = outer ?? piece;
    const content = outer === undefined ? piece : { start: outer.start + mark.length, end: outer.end - mark.length };
    result += text.slice(copied, from.start);
    const start = result.length;
    const around = takeOff ? '' : mark;
    result += around + text.slice(content.start, content.end) + around;
    edges.push({ start, end: result.length });
    copied = from.end;
  }
  return selected(result + text.slice(copied), edges, takeOff ? 0 : mark.length);
}

/** One marked piece is selected without its marks, so that typing replaces only what they mark; several with theirs. */
function selected(text: string, edges: readonly Piece[], markLength: number): MarkedText {
  const inside = edges.length === 1 ? markLength : 0;
  return { text, start: (edges[0]?.start ?? 0) + inside, end: (edges.at(-1)?.end ?? text.length) - inside };
}

/** The piece with its marks, when it has them inside or right outside the selection. */
function markedPiece(text: string, { start, end }: Piece, mark: string): Piece | undefined {
  const size = mark.length;
  if (end - start > 2 * size && text.startsWith(mark, start) && text.startsWith(mark, end - size))
    return { start, end };
  const isOutside = start >= size && text.startsWith(mark, start - size) && text.startsWith(mark, end);
  return isOutside ? { start: start - size, end: end + size } : undefined;
}
