import type { ToggleMark } from '../../domain/mark-toggle.js';

export type MarkName = ToggleMark;

/** Words with the marks that stand around them. */
export interface Run {
  readonly text: string;
  readonly marks: ReadonlySet<MarkName>;
}

/** In the order in which they stand around each other; nothing is marked inside code. */
const SIGNS: readonly (readonly [MarkName, string])[] = [
  ['code', '`'],
  ['bold', '*'],
  ['italic', '_'],
  ['strike', '~'],
];

/** Runs as one line with WhatsApp's marks, blanks as a page shows them. */
export function markedLine(runs: readonly Run[]): string {
  return marked(withoutExtraBlanks(runs), SIGNS, { before: '', after: '' }).trim();
}

function withoutExtraBlanks(runs: readonly Run[]): readonly Run[] {
  let before = ' ';
  return runs.flatMap(({ text, marks }) => {
    const single = before === ' ' ? text.replace(/^ +/, '') : text;
    if (single === '') return [];
    before = single.at(-1) ?? '';
    return [{ text: single, marks }];
  });
}

interface Beside {
  readonly before: string;
  readonly after: string;
}

function marked(runs: readonly Run[], signs: typeof SIGNS, beside: Beside): string {
  const [first, ...rest] = signs;
  if (!first) return textOf(runs);
  const [mark, sign] = first;
  let result = '';
  let after = textOf(runs);
  for (const { group, isMarked } of groupsOf(runs, mark)) {
    after = after.slice(textOf(group).length);
    const around = { before: result || beside.before, after: after || beside.after };
    const words = marked(group, isMarked && mark === 'code' ? [] : rest, around);
    result += isMarked ? withSign(words, sign, around) : words;
  }
  return result;
}

/** A mark counts only right at its words, and not amid a word. */
function withSign(words: string, sign: string, { before, after }: Beside): string {
  const core = words.trim();
  if (core === '') return words;
  const [lead, trail] = [words.slice(0, words.indexOf(core)), words.slice(words.indexOf(core) + core.length)];
  const isFree = !WORD_END.test(before + lead) && !WORD_START.test(trail + after);
  return isFree ? lead + sign + core + sign + trail : words;
}

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** Neighbours that have the mark, or have it not, together. */
function groupsOf(runs: readonly Run[], mark: MarkName): readonly { group: Run[]; isMarked: boolean }[] {
  const groups: { group: Run[]; isMarked: boolean }[] = [];
  for (const run of runs) {
    const isMarked = run.marks.has(mark);
    const last = groups.at(-1);
    if (last?.isMarked === isMarked) last.group.push(run);
    else groups.push({ group: [run], isMarked });
  }
  return groups;
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
