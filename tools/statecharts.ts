/** Draws the machines into `docs/statecharts.md`: `node --import tsx tools/statecharts.ts [--check]`. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { deliveryMachine, deskMachine, sessionMachine } from 'wa-desk/machines';

const DOCUMENT = fileURLToPath(new URL('../docs/statecharts.md', import.meta.url));

/** More ends of one event than this are drawn as one arrow to the state around them. */
const MAX_ARROWS = 3;

interface Chart {
  readonly title: string;
  readonly about: string;
  readonly machine: AnyStateMachine;
  /** The part that is drawn; the whole machine by default. */
  readonly root: AnyStateNode;
}

const CHARTS: readonly Chart[] = [
  {
    title: 'Desk',
    about: 'One a desk: the connection, kept and made complete. `src/machines/desk-machine.ts`',
    machine: deskMachine,
    root: deskMachine.root,
  },
  ...Object.values(sessionMachine.root.states).map((region: AnyStateNode) => ({
    title: `Session: ${region.key}`,
    about: `One a session; its regions run side by side, and this is one of them. \`src/machines/session-machine.ts\``,
    machine: sessionMachine,
    root: region,
  })),
  {
    title: 'Delivery',
    about:
      'One a message that is on its way out, until the server’s event with its id is here. What WhatsApp then makes of it ' +
      '(sent, delivered, read, failed) are facts of the log: they only rise (`riseTo` in `src/domain/delivery.ts`). ' +
      '`src/machines/delivery-machine.ts`',
    machine: deliveryMachine,
    root: deliveryMachine.root,
  },
];

/** The whole document, made from the machines themselves. */
export async function statecharts(): Promise<string> {
  const text = [
    '# Statecharts',
    '',
    'Made from the code by `npm run statecharts`; a test fails when it is out of date. A frame is a state with states inside, a',
    'stadium is a final state, and the arrow from the dot goes to the state in which it begins.',
    ...CHARTS.flatMap(sectionOf),
  ].join('\n');
  return format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
}

function sectionOf({ title, about, machine, root }: Chart): readonly string[] {
  const delays = delaysIn(machine, root);
  return [
    ...['', `## ${title}`, '', about, ''],
    ...['```mermaid', 'flowchart LR', ...nodesOf(root), ...arrowsOf(root), '```'],
    ...['', '| in | event | if | goes to | does |', '| --- | --- | --- | --- | --- |', ...rowsOf(root)],
    ...(delays.length > 0 ? ['', `Delays: ${delays.join(', ')}.`] : []),
  ];
}

function descendantsOf(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states).flatMap((child: AnyStateNode) => [child, ...descendantsOf(child)]);
}

function nodesOf(parent: AnyStateNode): readonly string[] {
  const nodes = Object.values(parent.states).flatMap((node: AnyStateNode) => {
    if (node.type === 'final') return [`${idOf(node)}(["${node.key}"])`];
    const inner = nodesOf(node);
    if (inner.length === 0) return [`${idOf(node)}["${node.key}"]`];
    return [`subgraph ${idOf(node)} ["${node.key}"]`, ...inner, 'end'];
  });
  return [...nodes, ...beginningOf(parent)];
}

function beginningOf(node: AnyStateNode): readonly string[] {
  if (node.type !== 'compound' || endsOnly(node)) return [];
  return node.initial.target.map((first) => `${idOf(node)}_begin((" ")) --> ${idOf(first)}`);
}

/** Ends are entered one by one, never by their frame. */
function endsOnly(node: AnyStateNode): boolean {
  return Object.values(node.states).every((child: AnyStateNode) => child.type === 'final');
}

function arrowsOf(root: AnyStateNode): readonly string[] {
  const labels = new Map<string, Set<string>>();
  for (const node of [root, ...descendantsOf(root)]) {
    for (const [event, transitions] of transitionsOf(node)) {
      for (const [target, label] of endsOf(event, transitions)) {
        // The whole chart has no frame: such an arrow starts in its own dot.
        const source = node === root ? `${idOf(root)}_any{{"any"}}` : idOf(node);
        const key = `${source} -->|LABEL| ${target}`;
        labels.set(key, (labels.get(key) ?? new Set()).add(label));
      }
    }
  }
  return [...labels].map(([arrow, texts]) => arrow.replace('LABEL', `"${[...texts].join('<br>')}"`));
}

function endsOf(
  event: string,
  transitions: readonly AnyTransitionDefinition[],
): readonly (readonly [string, string])[] {
  const frame = frameOf(transitions);
  if (frame) return [[idOf(frame), `${labelOf(event)}, by its reason`]];
  return transitions.flatMap((transition) => {
    const guard = guardOf(transition);
    const label = guard ? `${labelOf(event)} [${guard}]` : labelOf(event);
    return (transition.target ?? []).map((target) => [idOf(target), label] as const);
  });
}

function rowsOf(root: AnyStateNode): readonly string[] {
  return [root, ...descendantsOf(root)].flatMap((node) => [
    ...inside(root, node),
    ...transitionsOf(node).flatMap(([event, transitions]) => {
      const frame = frameOf(transitions);
      const cells: readonly (readonly string[])[] = frame
        ? [['', `${nameIn(root, frame)}, by its reason`, '']]
        : transitions.map((transition) => cellsOf(root, transition));
      return cells.map((row) => rowOf(nameIn(root, node), labelOf(event), ...row));
    }),
  ]);
}

/** What a state does by itself: as it begins, while it lasts, as it ends. */
function inside(root: AnyStateNode, node: AnyStateNode): readonly string[] {
  const name = nameIn(root, node);
  const row = (when: string, what: readonly string[]) =>
    what.length === 0 ? [] : [rowOf(name, when, '', '', what.join(', '))];
  return [
    ...row('(begins)', ownActions(node.entry)),
    ...row(
      '(lasts)',
      node.invoke.map(({ src }) => `runs ${typeof src === 'string' ? src : 'an actor'}`),
    ),
    ...row('(ends)', ownActions(node.exit)),
  ];
}

function rowOf(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellsOf(root: AnyStateNode, transition: AnyTransitionDefinition): readonly string[] {
  const actions = transition.actions.map(nameOf).join(', ');
  const targets = transition.target?.map((target) => nameIn(root, target)).join(', ');
  return [guardOf(transition), targets ?? (actions === '' ? '(ignored)' : '(stays)'), actions];
}

/** The state around the ends of an event that has too many of them to tell one by one. */
function frameOf(transitions: readonly AnyTransitionDefinition[]): AnyStateNode | undefined {
  const targets = transitions.flatMap(({ target }) => target ?? []);
  const frames = new Set(targets.map(({ parent }) => parent));
  return targets.length > MAX_ARROWS && frames.size === 1 ? [...frames][0] : undefined;
}

function transitionsOf(node: AnyStateNode): readonly (readonly [string, readonly AnyTransitionDefinition[]])[] {
  const always: readonly AnyTransitionDefinition[] = node.always ?? [];
  return [...(always.length > 0 ? [['', always] as const] : []), ...node.transitions];
}

/** `xstate.after.answerTimeout.delivery.sending` → `after answerTimeout`. */
function labelOf(event: string): string {
  const [, kind = '', what = '', ...rest] = event.startsWith('xstate.') ? event.split('.') : [];
  if (event === '') return 'at once';
  if (kind === 'after') return `after ${what}`;
  return kind === 'done' || kind === 'error' ? `${rest.join('.')} ${kind === 'done' ? 'is done' : 'fails'}` : event;
}

function guardOf({ guard }: AnyTransitionDefinition): string {
  if (guard === undefined || typeof guard === 'function') return '';
  if (typeof guard === 'string') return guard;
  const { type, params } = guard;
  return withParams(type, params);
}

function nameOf(action: unknown): string {
  if (typeof action === 'string') return action;
  const { type, params } = action as { type: string; params?: unknown };
  return withParams(type, params);
}

/** Without those by which XState starts and stops its timers. */
function ownActions(actions: readonly unknown[]): readonly string[] {
  return actions.map(nameOf).filter((name) => !name.startsWith('xstate.'));
}

/** Params that an event gives are known only when it comes. */
function withParams(type: string, params: unknown): string {
  return typeof params === 'object' && params !== null ? `${type} ${Object.values(params).join(' ')}` : type;
}

function nameIn(root: AnyStateNode, node: AnyStateNode): string {
  return node === root ? 'any' : node.path.slice(root.path.length).join('.');
}

/** Mermaid knows a few words as its own, `end` among them. */
function idOf(node: AnyStateNode): string {
  return ['s', ...node.path].join('_').replaceAll('-', '_');
}

function delaysIn({ implementations }: AnyStateMachine, root: AnyStateNode): readonly string[] {
  const events = [root, ...descendantsOf(root)].flatMap((node) => [...node.transitions.keys()]);
  const names = events.filter((event) => event.startsWith('xstate.after.')).map((event) => event.split('.')[2] ?? '');
  return [...new Set(names)].map((name) => {
    const delay: unknown = implementations.delays[name];
    return `${name} ${typeof delay === 'number' ? `${String(delay / 1000)} s` : '(computed)'}`;
  });
}

async function main(): Promise<void> {
  const text = await statecharts();
  if (!process.argv.includes('--check')) return writeFile(DOCUMENT, text);
  if ((await readFile(DOCUMENT, 'utf8')) === text) return;
  console.error('docs/statecharts.md does not show the machines as they are: run `npm run statecharts`.');
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
