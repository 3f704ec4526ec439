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
  const matches = Array.from(format.matchAll(PIECE), ({ 0: text, 1: code, index }) => ({ text, code, index }));
  const paired = pairedParentheses(matches);
  const problems: DisplayFormatProblem[] = [];
  const tokens = matches.map(({ text, code, index }): Token => {
    if (code !== undefined) return { kind: 'code', code, index };
    if (text === '|') return { kind: 'or' };
    if (paired.has(index)) return { kind: text === '(' ? 'open' : 'close' };
    if (text === '$') problems.push({ kind: 'unclosed-code', index });
    else if (text === '(' || text === ')') problems.push({ kind: 'unbalanced-parenthesis', index });
    return { kind: 'text', text };
  });
  return { tokens, problems };
}

function pairedParentheses(matches: readonly { readonly text: string; readonly index: number }[]): ReadonlySet<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const { text, index } of matches) {
    if (text === '(') open.push(index);
    const partner = text === ')' ? open.pop() : undefined;
    if (partner !== undefined) paired.add(partner).add(index);
  }
  return paired;
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

function resultOf(group: Group): string | undefined {
  endAlternative(group);
  return group.chosen;
}

/** Adds the value of a code, or of a group, which counts as one. */
function addValue(group: Group, value = ''): void {
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
  const valueOf = typeof fields === 'function' ? fields : (code: string) => ownValue(fields, code);
  let group = newGroup();
  const outer: Group[] = [];
  for (const token of tokenize(format).tokens) {
    switch (token.kind) {
      case 'text':
        group.text += token.text;
        break;
      case 'code':
        addValue(group, valueOf(token.code));
        break;
      case 'or':
        endAlternative(group);
        break;
      case 'open':
        outer.push(group);
        group = newGroup();
        break;
      case 'close': {
        const value = resultOf(group);
        group = outer.pop() ?? newGroup();
        addValue(group, value);
      }
    }
  }
  return (resultOf(group) ?? '').replace(/\s+/g, ' ').trim();
}

function ownValue(fields: FormatFields, code: string): string | undefined {
  return Object.hasOwn(fields, code) ? fields[code] : undefined;
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
