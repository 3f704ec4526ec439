// Writes src/elements/shared/icons/, a file for each icon so that bundles hold only those that they show, and the icons' licences, from Lucide:
// `node tools/icons.mjs` after a change of the list or of lucide-static. With `--check` it writes nothing and fails when a file is not what it would write.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const isCheck = process.argv.includes('--check');
const require = createRequire(import.meta.url);
const { version } = require('lucide-static/package.json');

const names = `
  alarm-clock arrow-down arrow-left arrow-up-down bold calendar check check-check chevron-down chevron-left
  chevron-right chevron-up circle-alert circle-check circle-question-mark clipboard-list clock-3 clock-alert code
  copy credit-card download ellipsis external-link eye eye-off file-text file-x forward history hourglass house image
  inbox info italic layout-template list list-checks lock map-pin maximize-2 megaphone message-circle
  message-circle-plus message-square-quote mic minus music panel-right paperclip pause pencil phone phone-missed
  phone-off pin play reply rotate-cw save search send-horizontal shield shopping-bag shopping-cart smartphone smile
  smile-plus sticker store strikethrough timer trash-2 type user-plus users video wifi-off workflow x zoom-in
  zoom-out
`
  .trim()
  .split(/\s+/);

/** Pictures with a direction of reading: turned round from right to left. Checks, clocks, play and media never are. */
const mirrored = new Set(
  `arrow-left chevron-left chevron-right corner-up-right forward log-out panel-right reply send-horizontal`.split(' '),
);

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function shapeOf(name) {
  const file = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  const shape = /<svg[^>]*>(.*)<\/svg>/s.exec(file)?.[1];
  if (!shape) throw new Error(`lucide-static ${version}: ${name}.svg has no shape; is it still the same kind of file?`);
  return shape
    .split('\n')
    .map((line) => line.trim())
    .join('')
    .replaceAll(' />', '/>');
}

function fileOf(name) {
  const options = mirrored.has(name) ? '{ ...options, mirrored: true }' : 'options';
  return `${MADE}
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide \`${name}\`. */
export const ${camel(name)}Icon: Icon = (options) => icon(svg\`${shapeOf(name)}\`, ${options});
`;
}

/** Both licences ask that their text goes with every copy. */
function licences() {
  const text = readFileSync(require.resolve('lucide-static/LICENSE'), 'utf8').trim();
  if (!/ISC License/.test(text))
    throw new Error(`lucide-static ${version}: LICENSE is not the one this project knows.`);
  return `# Licences of what is inside\n\nThe icons are Lucide ${version}, parts of it from Feather.\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}

const MADE = `// Made by tools/icons.mjs from lucide-static ${version}; do not edit.`;
const wanted = new Map([
  ['THIRD-PARTY-LICENSES.md', licences()],
  [
    'src/elements/shared/icons.ts',
    `${MADE}\n${names.map((name) => `export { ${camel(name)}Icon } from './icons/${name}.js';`).join('\n')}\n`,
  ],
  ...names.map((name) => [`src/elements/shared/icons/${name}.ts`, fileOf(name)]),
]);

const root = fileURLToPath(new URL('../', import.meta.url));
const style = await resolveConfig(join(root, 'src/elements/shared/icons.ts'));
const folder = join(root, 'src/elements/shared/icons');
const stale = readdirSync(folder).filter((file) => !wanted.has(`src/elements/shared/icons/${file}`));
const wrong = [];
for (const [file, text] of wanted) {
  const source = file.endsWith('.ts') ? await format(text, { ...style, parser: 'typescript' }) : text;
  if (existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8') === source) continue;
  wrong.push(file);
  if (!isCheck) writeFileSync(join(root, file), source);
}
for (const file of stale) if (!isCheck) rmSync(join(folder, file));

if (isCheck && wrong.length + stale.length > 0) {
  console.error(`Not what the list and lucide-static make: ${[...wrong, ...stale].join(', ')}; run: npm run icons`);
  process.exitCode = 1;
}
