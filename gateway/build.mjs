import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Puts the gateway, with the rooms of wa-desk that it stands on, into `directory`; its packages stay outside. */
export async function bundleGateway(directory) {
  const { dependencies } = JSON.parse(await readFile(here('package.json'), 'utf8'));
  await rm(directory, { recursive: true, force: true });
  await build({
    entryPoints: [here('src/index.ts'), here('src/main.ts')],
    outdir: directory,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    tsconfig: here('../tsconfig.json'),
    external: Object.keys(dependencies),
    logLevel: 'warning',
  });
  await chmod(join(directory, 'main.js'), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleGateway(here('dist'));
