import type { Judged, Picture } from './core.js';

const STYLE = `
  :root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 84rem; padding: 0 1rem; }
  section { border-top: 1px solid #8884; padding: 1rem 0; display: grid; gap: .5rem; }
  img { max-width: 100%; border: 1px solid #8884; }
  .failed { color: #c02626; } li { overflow-wrap: anywhere; }
  code { white-space: pre-wrap; }
`;
const SHOWN = 200;

/** A page with what failed first, and then a picture of every payload as it was rendered. */
export function reportPage(judged: readonly Judged[], pictures: readonly Picture[]): string {
  const failed = judged.filter(({ faults }) => faults.length > 0);
  let index = 0;
  const sections = pictures.map(({ image, judged: shown }) => {
    const start = index;
    index += shown.length;
    return `<section><img alt="" loading="lazy" src="data:image/webp;base64,${Buffer.from(image).toString('base64')}">
      <details><summary>${String(start)} to ${String(index - 1)}</summary><ol start="${String(start)}">${shown.map(item).join('')}</ol></details></section>`;
  });
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile content as rendered</title>',
    `<style>${STYLE}</style><h1>Hostile content as rendered</h1>`,
    `<p>${String(judged.length - failed.length)} passed, ${String(failed.length)} failed</p><ul>${failed.map(item).join('')}</ul>`,
    ...sections,
    '</html>',
  ].join('\n');
}

function item({ payload, faults }: Judged): string {
  const raw = JSON.stringify('text' in payload ? payload.text : payload.webhook);
  const short = raw.length > SHOWN ? `${raw.slice(0, SHOWN)}…` : raw;
  const wrong = faults.map((fault) => `<br><span class="failed">${escaped(fault)}</span>`).join('');
  return `<li>${escaped(payload.name)} <code>${escaped(short)}</code>${wrong}</li>`;
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]|[&<>"']/gu, (character) => `&#${String(character.codePointAt(0))};`);
}
