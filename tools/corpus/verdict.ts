/** What became of one payload. */
export interface Verdict {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped; one line each. */
  readonly reasons: readonly string[];
  /** What was not judged although the payload was, e.g. a placeholder where the API takes a number. */
  readonly notes: readonly string[];
}

export function passed(notes: readonly string[] = []): Verdict {
  return { outcome: 'passed', reasons: [], notes };
}

export function failed(reasons: readonly string[], notes: readonly string[] = []): Verdict {
  return { outcome: 'failed', reasons, notes };
}

export function skipped(reason: string): Verdict {
  return { outcome: 'skipped', reasons: [reason], notes: [] };
}

/** One payload judged twice; it is skipped only where the first judge could do nothing with it. */
export function both(first: Verdict, second: Verdict): Verdict {
  if (first.outcome === 'skipped') return first;
  const reasons = [...first.reasons, ...second.reasons];
  const notes = [...first.notes, ...second.notes];
  return reasons.length > 0 ? failed(reasons, notes) : passed(notes);
}

/** Shortens a value for a line of the report. */
export function brief(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
