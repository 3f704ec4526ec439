/** Writes the options and permissions into `docs/options.md`: `node --import tsx tools/options-doc.ts [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { optionDocs, PERMISSIONS } from '../src/config/index.js';

const FILE = new URL('../docs/options.md', import.meta.url);

/** A cell of a table: what would end it is escaped. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function code(text: string): string {
  return text === '' ? '(empty)' : `\`${cell(text)}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page about options and permissions, made from their definitions. */
export async function optionsDoc(): Promise<string> {
  const options = optionDocs().map(({ option, type, fallback, valid, meaning }) => [
    code(option),
    type,
    code(fallback),
    cell(valid),
    cell(meaning),
  ]);
  const permissions = PERMISSIONS.map(({ permission, privilege, meaning }) => [
    code(permission),
    code(privilege),
    cell(meaning),
  ]);
  const page = `<!-- Made by tools/options-doc.ts from src/config. Do not edit. -->

# Options and permissions

## Options

An option is set under its name: by the backend in its \`welcome\`, or by the page in \`createDesk(transport, { options })\`. One that is
unknown or wrong is reported with what would be valid, and changes nothing.

${table(['Option', 'Type', 'Default', 'Valid', 'Meaning'], options)}

## Permissions

A backend says in the capabilities of a session what its agent may do. The gateway takes it from \`agents[].permissions\` in its file; an
agent without that has all of them.

${table(['Permission', 'Privilege', 'Allows'], permissions)}
`;
  return format(page, { ...(await resolveConfig(FILE)), parser: 'markdown' });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--check')) {
    const isCurrent = readFileSync(FILE, 'utf8') === (await optionsDoc());
    if (!isCurrent) console.error('docs/options.md is out of date: run `npm run options-doc`.');
    process.exitCode = isCurrent ? 0 : 1;
  } else writeFileSync(FILE, await optionsDoc());
}
