import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const repository = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const manifestOf = (folder: string): Manifest => JSON.parse(read(join(folder, 'package.json'))) as Manifest;

const foldersOf = (path: string): string[] =>
  readdirSync(join(repository, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The files that define a tag, such as src/elements/composer/wa-composer.ts. */
const tagFiles = foldersOf('src/elements').flatMap((folder) =>
  readdirSync(join(repository, 'src/elements', folder))
    .filter((file) => /^wa-.*\.ts$/.test(file))
    .map((file) => `src/elements/${folder}/${file}`),
);

/** Rooms that a host reaches through others only. */
const INNER_ROOMS = ['elements', 'i18n', 'stores', 'styles', 'transports'];

/** Parts of other elements. */
const LATE_ELEMENTS = ['wa-find-bar', 'wa-lightbox'];

describe('The package', () => {
  it('has each tag file where its exports look for it', () => {
    for (const file of tagFiles) assert.equal(basename(file), `wa-${basename(dirname(file))}.ts`);
  });

  it('defines every element by its main entry, but for those that others fetch when they are first wanted', () => {
    const entry = read('src/index.ts');
    const atOnce = tagFiles.filter((file) => !LATE_ELEMENTS.includes(basename(file, '.ts')));
    const missing = atOnce.filter((file) => !entry.includes(`./${file.slice('src/'.length, -'.ts'.length)}.js`));
    assert.deepEqual(missing, []);
  });

  it('has a public entry for every room that is not an inner one', () => {
    const { exports } = manifestOf('.');
    const rooms = foldersOf('src').filter((room) => !INNER_ROOMS.includes(room));
    assert.deepEqual(
      rooms.filter((room) => !(`./${room}` in exports)),
      [],
    );
  });

  it('has a source for every entry that it exports', () => {
    const targets = Object.values(manifestOf('.').exports)
      .map((target) => (typeof target === 'string' ? target : target.types))
      .filter((target) => target.endsWith('.d.ts') && !target.includes('*'));
    const sources = targets.map((target) => target.replace('./dist/', 'src/').replace('.d.ts', '.ts'));
    assert.deepEqual(
      sources.filter((source) => !existsSync(join(repository, source))),
      [],
    );
  });

  it('says the same version in its manifests and in its code', () => {
    const { version } = manifestOf('.');
    assert.equal(manifestOf('gateway').version, version);
    assert.equal(manifestOf('playground').version, version);
    assert.match(read('src/elements/shared/define.ts'), new RegExp(`VERSION = '${version}'`));
  });

  it('pins every dependency exactly', () => {
    for (const folder of ['.', 'gateway', 'playground']) {
      const { dependencies, devDependencies } = manifestOf(folder);
      for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
        assert.match(range, /^\d+\.\d+\.\d+$/, `${name} in ${folder}/package.json`);
      }
    }
  });

  it('has a lock file without download addresses', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved": "https?:/);
  });
});
