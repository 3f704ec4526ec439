/** What each entry of the built package may weigh in a host's page: `first` before its lazy parts, in bytes, minified and gzipped. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const foldersOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const ELEMENT_LIMIT = 70_000;
/** Those that are promised to be light, and those that bring others along. */
const ELEMENT_LIMITS = { 'wa-transcript': 45_000, 'wa-composer': 80_000, 'wa-session': 110_000, 'wa-desk': 150_000 };
const ROOM_LIMIT = 45_000;

const elements = foldersOf('dist/elements').flatMap((folder) => {
  const tag = `wa-${folder}`;
  const path = join('dist/elements', folder, `${tag}.js`);
  return existsSync(path)
    ? [{ name: `wa-desk/elements/${tag}.js`, path, first: ELEMENT_LIMITS[tag] ?? ELEMENT_LIMIT }]
    : [];
});

const rooms = ['desk', 'machines', 'domain', 'protocol', 'config', 'cloud-api', 'service-desk'].map((room) => ({
  name: `wa-desk/${room}`,
  path: `dist/${room}/index.js`,
  first: ROOM_LIMIT,
}));

const transports = foldersOf('dist/transports')
  .filter((name) => existsSync(`dist/transports/${name}/index.js`))
  .map((name) => ({ name: `wa-desk/transports/${name}`, path: `dist/transports/${name}/index.js`, first: ROOM_LIMIT }));

export const entries = [
  { name: 'wa-desk', path: 'dist/index.js', first: 160_000 },
  { name: 'wa-desk/cdn', path: 'dist/cdn/wa-desk.js', first: 165_000 },
  ...rooms,
  ...transports,
  ...elements,
];
