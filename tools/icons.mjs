// Writes src/elements/shared/icons.ts from Lucide: `node tools/icons.mjs` after a change of the list or of lucide-static.
// With `--check` it writes nothing and fails when the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const target = fileURLToPath(new URL('../src/elements/shared/icons.ts', import.meta.url));
const require = createRequire(import.meta.url);
const { version } = require('lucide-static/package.json');

const names = `
  alarm-clock archive arrow-down arrow-left arrow-left-right arrow-up-down at-sign badge-check bell bell-off bold bot
  calendar captions check check-check chevron-down chevron-left chevron-right chevron-up circle circle-alert
  circle-check circle-dot circle-pause circle-question-mark circle-stop circle-x clipboard-list clock-3 clock-alert
  cloud-off code coffee contact contrast copy corner-up-right credit-card download ellipsis external-link eye eye-off
  file file-text file-x folder folder-open forward grip-vertical hash headset history hourglass house id-card image
  inbox info italic key-round keyboard languages layout-list layout-template link list list-checks list-ordered lock
  log-out mail map map-pin maximize-2 megaphone merge message-circle message-circle-plus message-square-quote
  message-square-text mic minus moon music notebook-pen package panel-right paperclip pause pencil phone phone-call
  phone-missed phone-off pin play plus refresh-cw reply rotate-cw save search send-horizontal settings shield
  shopping-bag shopping-cart sliders-horizontal smartphone smile smile-plus star sticker sticky-note store strikethrough
  sun tag text-quote ticket timer trash-2 triangle-alert type undo-2 user user-check user-plus user-x users video
  volume-2 volume-x wifi-off workflow x zoom-in zoom-out
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

function declaration(name) {
  const options = mirrored.has(name) ? '{ ...options, mirrored: true }' : 'options';
  return `/** Lucide \`${name}\`. */
export const ${camel(name)}Icon: Icon = (options) => icon(svg\`${shapeOf(name)}\`, ${options});\n`;
}

/** Both licences ask that their text goes with every copy; bundlers keep a comment that begins like this one. */
function licence() {
  const text = readFileSync(require.resolve('lucide-static/LICENSE'), 'utf8').trim();
  if (!/ISC License/.test(text))
    throw new Error(`lucide-static ${version}: LICENSE is not the one this project knows.`);
  return `/*! @license Lucide ${version}\n\n${text}\n*/`;
}

const source = `${licence()}
// Made by tools/icons.mjs from lucide-static ${version}; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from './icon.js';

${names.map(declaration).join('\n')}`;

const text = await format(source, { ...(await resolveConfig(target)), parser: 'typescript' });
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/elements/shared/icons.ts is not what the list and lucide-static make; run: node tools/icons.mjs');
  process.exitCode = 1;
}
