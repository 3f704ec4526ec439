import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';

type Tree = Readonly<Record<string, string>>;

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface WrongCase {
  readonly title: string;
  readonly wrong: Tree;
  readonly rule: string;
}

const repository = resolve(import.meta.dirname, '../..');

/** A small project that keeps to every rule; each case below adds to it. */
const RIGHT: Tree = {
  'src/domain/index.ts': `export { open } from './window.js';`,
  'src/domain/window.ts': `import { find } from 'linkifyjs'; export const open = (text: string) => find(text).length > 0;`,
  'src/config/index.ts': `import * as v from 'valibot'; import { open } from '../domain/index.js'; export const isOpen = () => [v, open('')];`,
  'src/protocol/index.ts': `import { isOpen } from '../config/index.js'; export const events = () => isOpen();`,
  'src/cloud-api/index.ts': `import { open } from '../domain/window.js'; export const read = (text: string) => open(text);`,
  'src/service-desk/index.ts': `import { events } from '../protocol/index.js'; export const decide = () => events();`,
  'src/transports/simulator/index.ts': `import { decide } from '../../service-desk/index.js'; export const simulate = () => decide();`,
  'src/stores/index.ts': `import { openDB } from 'idb'; export const outbox = () => openDB('x');`,
  'src/machines/index.ts': `import { setup } from 'xstate'; import { outbox } from '../stores/index.js'; export const machine = () => [setup, outbox];`,
  'src/desk/index.ts': `import { createActor } from 'xstate'; import { machine } from '../machines/index.js'; export const createDesk = () => [createActor, machine];`,
  'src/styles/index.ts': `import { css } from 'lit'; export const base = css\`\`;`,
  'src/i18n/index.ts': `import { open } from '../domain/index.js'; export const words = { open };`,
  'src/elements/note/note-element.ts': `import { LitElement } from 'lit'; import { createDesk } from '../../desk/index.js'; import { base } from '../../styles/index.js'; export class WaNoteElement extends LitElement { static override styles = base; desk = createDesk; }`,
  'src/elements/note/wa-note.ts': `import { WaNoteElement } from './note-element.js'; customElements.define('wa-note', WaNoteElement);`,
  'src/index.ts': `import './elements/note/wa-note.js'; export { createDesk } from './desk/index.js';`,
  'src/cdn.ts': `export * from './index.js';`,
  'gateway/src/main.ts': `import fastify from 'fastify'; import { decide } from 'wa-desk/service-desk'; export const app = [fastify, decide];`,
  'playground/src/page.ts': `import { createDesk } from 'wa-desk'; import { simulate } from 'wa-desk/transports/simulator'; export const page = [createDesk, simulate];`,
};

async function write(root: string, tree: Tree): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** Links the packages, so that the project's dependencies resolve as they do in the repository. */
async function addPackages(root: string): Promise<void> {
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'), 'dir');
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(join(repository, file), join(root, file));
  }
}

/** What the linter says of a project of these files, written to a place of its own. */
async function violationsIn(tree: Tree): Promise<readonly Violation[]> {
  const root = await mkdtemp(join(tmpdir(), 'import-rules-'));
  try {
    await addPackages(root);
    await write(root, tree);
    return await cruise(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

function cruise(root: string): Promise<readonly Violation[]> {
  const bin = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  return new Promise((fulfil, reject) => {
    execFile(
      process.execPath,
      [bin, ...options, 'src', 'gateway/src', 'playground/src'],
      { cwd: root, maxBuffer: 2 ** 26 },
      (_, stdout, stderr) => {
        if (stdout === '') return reject(new Error(stderr));
        const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
        fulfil(summary.violations);
      },
    );
  });
}

const WRONG: readonly WrongCase[] = [
  {
    title: 'domain importing a higher room',
    wrong: {
      'src/domain/words.ts': `export { words } from '../i18n/index.js';`,
    },
    rule: 'rooms/domain',
  },
  {
    title: 'domain importing only a type of a higher room',
    wrong: {
      'src/domain/event.ts': `import type { events } from '../protocol/index.js'; export type Events = typeof events;`,
    },
    rule: 'rooms/domain',
  },
  {
    title: 'machines importing elements',
    wrong: { 'src/machines/look.ts': `export { WaNoteElement } from '../elements/note/note-element.js';` },
    rule: 'rooms/machines',
  },
  {
    title: 'cloud-api importing the wire protocol',
    wrong: { 'src/cloud-api/wire.ts': `export { events } from '../protocol/index.js';` },
    rule: 'rooms/cloud-api',
  },
  {
    title: 'a transport importing the stores',
    wrong: { 'src/transports/simulator/keep.ts': `export { outbox } from '../../stores/index.js';` },
    rule: 'rooms/transports',
  },
  {
    title: 'domain importing Lit',
    wrong: { 'src/domain/view.ts': `export { html } from 'lit';` },
    rule: 'packages/domain',
  },
  {
    title: 'machines importing Lit',
    wrong: { 'src/machines/view.ts': `export { ref } from 'lit/directives/ref.js';` },
    rule: 'packages/machines',
  },
  {
    title: 'elements importing XState',
    wrong: {
      'src/elements/note/actor.ts': `import type { AnyActorRef } from 'xstate'; export type Actor = AnyActorRef;`,
    },
    rule: 'packages/elements',
  },
  {
    title: 'the desk importing IndexedDB',
    wrong: { 'src/desk/keep.ts': `export { openDB } from 'idb';` },
    rule: 'packages/desk',
  },
  {
    title: 'the service desk importing a package that is not installed',
    wrong: { 'src/service-desk/other.ts': `export { nothing } from 'no-such-package';` },
    rule: 'packages/service-desk',
  },
  {
    title: 'src importing a module of Node',
    wrong: { 'src/transports/simulator/file.ts': `export { readFile } from 'node:fs/promises';` },
    rule: 'no-platform',
  },
  {
    title: 'src importing the gateway',
    wrong: { 'src/service-desk/app.ts': `export { app } from '../../gateway/src/main.js';` },
    rule: 'src-stands-alone',
  },
  {
    title: 'a room importing the package entry',
    wrong: { 'src/elements/note/all.ts': `export * from '../../index.js';` },
    rule: 'entries-are-for-hosts',
  },
  {
    title: 'a room that the tables do not name',
    wrong: { 'src/helpers/index.ts': `export { open } from '../domain/index.js';` },
    rule: 'known-rooms',
  },
  {
    title: 'a class file importing a tag file',
    wrong: { 'src/elements/list/list-element.ts': `import '../note/wa-note.js';` },
    rule: 'class-files-define-nothing',
  },
  {
    title: 'two files importing each other',
    wrong: {
      'src/domain/one.ts': `import { two } from './two.js'; export const one = () => two;`,
      'src/domain/two.ts': `import { one } from './one.js'; export const two = () => one;`,
    },
    rule: 'no-cycles',
  },
  {
    title: 'the gateway importing the desk',
    wrong: { 'gateway/src/desk.ts': `export { createDesk } from 'wa-desk/desk';` },
    rule: 'gateway/rooms',
  },
  {
    title: 'the gateway reaching behind a public entry',
    wrong: { 'gateway/src/window.ts': `export { open } from '../../src/domain/window.js';` },
    rule: 'gateway/rooms',
  },
  {
    title: 'the playground reaching behind a public entry',
    wrong: { 'playground/src/window.ts': `export { open } from '../../src/domain/window.js';` },
    rule: 'playground/public-entries',
  },
  {
    title: 'the playground importing the gateway',
    wrong: { 'playground/src/inside.ts': `export { app } from '../../gateway/src/main.js';` },
    rule: 'playground/public-entries',
  },
];

describe('The import rules', () => {
  let violations: readonly Violation[];

  before(async () => {
    violations = await violationsIn(Object.assign({}, RIGHT, ...WRONG.map(({ wrong }) => wrong)) as Tree);
  });

  it('let a project through that keeps to them', async () => {
    assert.deepEqual(await violationsIn(RIGHT), []);
  });

  for (const { title, wrong, rule } of WRONG) {
    it(`forbid ${title}`, () => {
      const broken = violations.filter(({ from }) => from in wrong).map((violation) => violation.rule.name);
      assert.ok(broken.includes(rule), `expected ${rule} to be broken, found ${broken.join(', ') || 'nothing'}`);
    });
  }
});
