import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = new URL('../page/main.ts', import.meta.url);
const TSCONFIG = new URL('../../../tsconfig.json', import.meta.url);

/** The page's script and its source map. */
export interface PageBundle {
  readonly script: string;
  readonly sourceMap: string;
}

/** Builds the page's script in memory; the script names its source map `page.js.map`. */
export async function buildPage(): Promise<PageBundle> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(ENTRY)],
    outfile: 'page.js',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
    tsconfig: fileURLToPath(TSCONFIG),
    logLevel: 'warning',
  });
  const find = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: find('.js'), sourceMap: find('.map') };
}
