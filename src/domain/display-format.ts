/** The values that a format may show, under their codes: `Contact.FirstName`, `Interaction.MainParty`, `Window.Title`. */
export type FormatFields = Readonly<Record<string, string | undefined>>;

/** What is wrong with a format, and where in it. */
export interface DisplayFormatProblem {
  readonly kind: 'unbalanced-parenthesis' | 'unclosed-code' | 'unknown-code';
  /** Offset into the format. */
  readonly index: number;
  /** The code that is not known. */
  readonly code?: string;
}

type Token =
  | { readonly kind: 'code'; readonly code: string; readonly index: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'or' | 'open' | 'close' };

interface Tokens {
  readonly tokens: readonly Token[];
  readonly problems: readonly DisplayFormatProblem[];
}

const PIECE = /\$([A-Za-z]+\.[\w-]+)\$|([^$|()]+)|([$|()])/g;

/** Parentheses without a partner and lone dollar signs are literal text, and problems. */
function tokenize(format: string): Tokens {
  const tokens: Token[] = [];
  const problems: DisplayFormatProblem[] = [];
  const open: { readonly token: number; readonly index: number }[] = [];
  for (const { 0: whole, 1: code, index } of format.matchAll(PIECE)) {
    if (code !== undefined) tokens.push({ kind: 'code', code, index });
    else if (whole === '|') tokens.push({ kind: 'or' });
    else if (whole === '(') open.push({ token: tokens.push({ kind: 'text', text: '(' }) - 1, index });
    else if (whole === ')' && open.length > 0) {
      tokens[open.pop()?.token ?? 0] = { kind: 'open' };
      tokens.push({ kind: 'close' });
    } else {
      tokens.push({ kind: 'text', text: whole });
      if (whole === ')') problems.push({ kind: 'unbalanced-parenthesis', index });
      if (whole === '$') problems.push({ kind: 'unclosed-code', index });
    }
  }
  for (const { index } of open) problems.push({ kind: 'unbalanced-parenthesis', index });
  return { tokens, problems };
}

/** One group while it is read: the alternative at hand, and the first earlier one that resolved. */
interface Group {
  chosen: string | undefined;
  text: string;
  hasCode: boolean;
  isKnown: boolean;
}

function newGroup(): Group {
  return { chosen: undefined, text: '', hasCode: false, isKnown: false };
}

function endAlternative(group: Group): void {
  const resolves = group.hasCode ? group.isKnown : group.text.trim() !== '';
  if (resolves && group.chosen === undefined) group.chosen = group.text;
  group.text = '';
  group.hasCode = false;
  group.isKnown = false;
}

/** Adds the value of a code, or of a group, which counts as one. */
function addValue(group: Group, value: string): void {
  group.text += value;
  group.hasCode = true;
  group.isKnown ||= value.trim() !== '';
}

/**
 * Fills in a display format (SPEC L3): `$Scope.Field$` codes in literal text; `|` separates alternatives, of which the first that resolves
 * is shown; parentheses bound them. An alternative resolves when one of its codes at least has a value, its other codes then being empty;
 * one without codes always does. Runs of blanks become one, and where nothing resolves the result is empty.
 */
export function formatDisplay(format: string, fields: FormatFields | ((code: string) => string | undefined)): string {
  const valueOf =
    typeof fields === 'function' ? fields : (code: string) => (Object.hasOwn(fields, code) ? fields[code] : undefined);
  let group = newGroup();
  const outer: Group[] = [];
  for (const token of tokenize(format).tokens) {
    if (token.kind === 'text') group.text += token.text;
    else if (token.kind === 'code') addValue(group, valueOf(token.code) ?? '');
    else if (token.kind === 'or') endAlternative(group);
    else if (token.kind === 'open') {
      outer.push(group);
      group = newGroup();
    } else {
      endAlternative(group);
      const value = group.chosen ?? '';
      group = outer.pop() ?? newGroup();
      addValue(group, value);
    }
  }
  endAlternative(group);
  return (group.chosen ?? '').replace(/\s+/g, ' ').trim();
}

/** The codes that a format uses, each once, in order. */
export function displayFormatCodes(format: string): readonly string[] {
  return [...new Set(tokenize(format).tokens.flatMap((token) => (token.kind === 'code' ? [token.code] : [])))];
}

/** What is wrong with a format, in order; codes are checked only when the valid ones are given. */
export function checkDisplayFormat(format: string, validCodes?: ReadonlySet<string>): readonly DisplayFormatProblem[] {
  const { tokens, problems } = tokenize(format);
  const unknown = tokens.flatMap((token): DisplayFormatProblem[] =>
    token.kind !== 'code' || validCodes === undefined || validCodes.has(token.code)
      ? []
      : [{ kind: 'unknown-code', index: token.index, code: token.code }],
  );
  return [...problems, ...unknown].sort((a, b) => a.index - b.index);
}
