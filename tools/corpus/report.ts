import { RULES } from './normal-form.js';
import type { Payload, Unread } from './payload.js';
import type { Verdict } from './verdict.js';

/** One payload and what became of it. */
export interface Judged {
  readonly payload: Payload;
  readonly verdict: Verdict;
  /** PNG of the payload as rendered. */
  readonly picture: Uint8Array | undefined;
}

const STYLE = `
  :root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
  article { border-top: 1px solid #8884; padding: .75rem 0; display: grid; gap: .5rem; }
  h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
  .passed { color: #17803d; } .failed { color: #c02626; } .skipped { color: #8a6d1a; }
  ul { margin: 0; } pre { overflow: auto; max-height: 20rem; background: #8881; padding: .5rem; }
  img { max-width: 30rem; border: 1px solid #8884; }
`;

/** A page with every payload, what became of it, and its picture where it was rendered. */
export function reportPage(judged: readonly Judged[], unread: readonly Unread[]): string {
  const order = ['failed', 'skipped', 'passed'];
  const sorted = judged.toSorted(
    (one, other) => order.indexOf(one.verdict.outcome) - order.indexOf(other.verdict.outcome),
  );
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Cloud API payloads</title>',
    `<style>${STYLE}</style><h1>Cloud API payloads</h1>`,
    '<details><summary>How two spellings of one payload are compared</summary><dl>',
    ...RULES.map(({ name, why }) => `<dt>${escaped(name)}</dt><dd>${escaped(why)}</dd>`),
    '</dl></details>',
    ...sorted.map(article),
    ...unread.map(
      ({ name, reason }) =>
        `<article><h2>${escaped(name)}</h2><p class="skipped">skipped: ${escaped(reason)}</p></article>`,
    ),
    '</html>',
  ].join('\n');
}

function article({ payload, verdict, picture }: Judged): string {
  const lines = [...verdict.reasons, ...verdict.notes].map((line) => `<li>${escaped(line)}</li>`).join('');
  const image = picture ? `<img alt="" src="data:image/png;base64,${Buffer.from(picture).toString('base64')}">` : '';
  return `<article><h2>${escaped(payload.name)}</h2>
    <p class="${verdict.outcome}">${verdict.outcome} · ${payload.kind}</p><ul>${lines}</ul>${image}
    <details><summary>JSON</summary><pre>${escaped(JSON.stringify(payload.json, null, 2))}</pre></details></article>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
