import { contestant as entryOf } from './contestants.js';
import { figure, type FigureName } from './figures.js';
import type { Results } from './results.js';
import { summarise } from './summary.js';

const PANELS: readonly FigureName[] = ['openTask', 'appendTask'];
const PANEL = { width: 470, height: 300, left: 56, right: 168, top: 44, bottom: 40 };
const INNER = { width: PANEL.width - PANEL.left - PANEL.right, height: PANEL.height - PANEL.top - PANEL.bottom };
const LABEL_HEIGHT = 15;

/** Colours that can be told apart on their own ground, also by those who see fewer; the shape of the line says it again. */
const STYLE = `
.ground { fill: #ffffff; } text { fill: #1f2933; font: 12px system-ui, sans-serif; } .title { font-weight: 600; }
.grid { stroke: #d9dee4; } .line { fill: none; stroke-width: 2; } .own { stroke-width: 3.5; } .limit { stroke-dasharray: 5 4; }
.s0 { stroke: #5f6b7a; } .s1 { stroke: #0a7d4b; } .s2 { stroke: #b4540a; } .s3 { stroke: #1b62c4; } .s4 { stroke: #a3218e; }
@media (prefers-color-scheme: dark) {
.ground { fill: #11181f; } text { fill: #e4e9ef; } .grid { stroke: #2f3a46; }
.s0 { stroke: #9aa7b5; } .s1 { stroke: #3ddc97; } .s2 { stroke: #f59e4c; } .s3 { stroke: #79b0ff; } .s4 { stroke: #ef8bdf; }
}`;

interface Point {
  readonly n: number;
  readonly value: number;
}

interface Series {
  readonly index: number;
  readonly title: string;
  readonly points: readonly Point[];
}

/** A logarithmic scale from the domain to pixels. */
function logScale(domain: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.log10(Math.min(...domain)), Math.log10(Math.max(...domain))];
  return (value) => (high === low ? (from + to) / 2 : from + ((Math.log10(value) - low) / (high - low)) * (to - from));
}

/** The powers of ten that enclose the values. */
function decades(values: readonly number[]): readonly number[] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

const text = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const px = (value: number): string => String(Math.round(value * 10) / 10);

/** An SVG of what opening and appending cost over N, both on logarithmic axes; it has a ground of its own, light or dark. */
export function chart(results: Results): string {
  const width = PANEL.width * PANELS.length;
  const panels = PANELS.map((name, index) => panel(results, name, index * PANEL.width));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(PANEL.height)}" role="img" aria-label="Main-thread time over the number of messages">
<style>${STYLE}</style>
<rect class="ground" width="100%" height="100%" rx="8"/>
${panels.join('\n')}
</svg>
`;
}

function panel(results: Results, name: FigureName, left: number): string {
  const title = `<text class="title" x="${String(PANEL.left)}" y="24">${text(figure(name).label)}</text>`;
  const all = seriesOf(results, name);
  const values = all.flatMap(({ points }) => points.map(({ value }) => value));
  const body =
    values.length === 0
      ? `<text x="${String(PANEL.left)}" y="${String(PANEL.height / 2)}">not measured yet</text>`
      : plot(all, results.sizes, decades(values));
  return `<g transform="translate(${String(left)} 0)">${title}${body}</g>`;
}

function seriesOf({ jobs, sizes, contestants }: Results, name: FigureName): readonly Series[] {
  return contestants.map((contestant, index) => ({
    index,
    title: entryOf(contestant).name,
    points: sizes.flatMap((n) => {
      const value = summarise(jobs, name, { contestant, n })?.value;
      return value !== undefined && value > 0 ? [{ n, value }] : [];
    }),
  }));
}

function plot(all: readonly Series[], sizes: readonly number[], ticks: readonly number[]): string {
  const x = logScale(sizes, PANEL.left, PANEL.left + INNER.width);
  const y = logScale(ticks, PANEL.top + INNER.height, PANEL.top);
  const drawn = all.filter(({ points }) => points.length > 0);
  const places = labelPlaces(drawn.map(({ points }) => y(points.at(-1)!.value)));
  return [
    ...ticks.map((tick) => rule(tick, y(tick))),
    ...sizes.map(
      (n) =>
        `<text x="${px(x(n))}" y="${String(PANEL.height - 16)}" text-anchor="middle">${n.toLocaleString('en')}</text>`,
    ),
    ...drawn.map((series, index) => lineOf(series, { x, y, labelAt: places[index]! })),
  ].join('\n');
}

function rule(tick: number, y: number): string {
  const [left, right] = [String(PANEL.left), String(PANEL.left + INNER.width)];
  return `<path class="grid" d="M${left} ${px(y)}H${right}"/><text x="${String(PANEL.left - 8)}" y="${px(y + 4)}" text-anchor="end">${tick.toLocaleString('en')}</text>`;
}

interface Place {
  x(n: number): number;
  y(value: number): number;
  readonly labelAt: number;
}

function lineOf({ index, title, points }: Series, { x, y, labelAt }: Place): string {
  const path = points.map(({ n, value }, at) => `${at === 0 ? 'M' : 'L'}${px(x(n))} ${px(y(value))}`).join('');
  const kind = index === 0 ? ' limit' : title === 'wa-transcript' ? ' own' : '';
  const end = points.at(-1)!;
  const labelX = PANEL.left + INNER.width + 30;
  return `<path class="line s${String(index)}${kind}" d="${path}"/>
<path class="s${String(index)}" stroke-width="1" fill="none" d="M${px(x(end.n) + 3)} ${px(y(end.value))}L${px(labelX - 4)} ${px(labelAt)}"/>
<text x="${String(labelX)}" y="${px(labelAt + 4)}">${text(title)}</text>`;
}

/** Where labels stand so that none lies on another: as near as can be to the ends of their lines. */
export function labelPlaces(wanted: readonly number[]): readonly number[] {
  const places = [...wanted];
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  order.forEach((index, at) => {
    const above = order[at - 1];
    if (above !== undefined) places[index] = Math.max(places[index]!, places[above]! + LABEL_HEIGHT);
  });
  const overflow = Math.max(0, (places[order.at(-1) ?? 0] ?? 0) - (PANEL.height - PANEL.bottom));
  return places.map((place) => place - overflow);
}
