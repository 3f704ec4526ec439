/** What each entry may weigh, minified and gzipped, with all that it imports now or later. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const ELEMENT_LIMIT = '80 kB';
/** Those that bring others along: the whole desk, and a whole session. */
const LARGE_ELEMENTS = { 'wa-desk.js': '145 kB', 'wa-session.js': '105 kB' };

/** Of some 110 kB, and loaded by those few desks alone that get a sound in AMR and play it. */
const RARE = ['@audio/decode-amr'];

const bundled = (name, path, limit) => ({ name, path, limit, gzip: true, ignore: RARE });

/** What a `<script type="module">` loads at once: the entry as it is, without its lazy chunks. */
const asIs = (name, path, limit) => ({ name, path, limit, gzip: true, disablePlugins: ['@size-limit/esbuild'] });

const foldersOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const elements = foldersOf('dist/elements').flatMap((folder) => {
  const tag = `wa-${folder}.js`;
  const path = join('dist/elements', folder, tag);
  return existsSync(path)
    ? [bundled(`wa-desk/elements/${basename(path)}`, path, LARGE_ELEMENTS[tag] ?? ELEMENT_LIMIT)]
    : [];
});

const rooms = ['desk', 'machines', 'domain', 'protocol', 'config', 'cloud-api', 'service-desk'].map((room) =>
  bundled(`wa-desk/${room}`, `dist/${room}/index.js`, '40 kB'),
);

const transports = foldersOf('dist/transports')
  .filter((name) => existsSync(`dist/transports/${name}/index.js`))
  .map((name) => bundled(`wa-desk/transports/${name}`, `dist/transports/${name}/index.js`, '40 kB'));

export default [
  bundled('wa-desk', 'dist/index.js', '150 kB'),
  asIs('wa-desk/cdn', 'dist/cdn/wa-desk.js', '155 kB'),
  ...rooms,
  ...transports,
  ...elements,
];
