/** Writes the version of package.json into the sources that carry it; `npm version` runs it after changing the former. */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'src/elements/shared/define.ts';
const LINE = /^export const VERSION = '[^']*';$/m;

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const source = readFileSync(FILE, 'utf8');
if (!LINE.test(source)) throw new Error(`${FILE} has no line "export const VERSION = '…';" to write ${version} into.`);
writeFileSync(FILE, source.replace(LINE, `export const VERSION = '${version}';`));
