/** Two builds: for npm a file per module with bare imports, for the CDN one entry with lazy chunks and a Lit of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const names = Object.keys(dependencies);
const isDependency = (id) => names.some((name) => id === name || id.startsWith(`${name}/`));

const foldersOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name));

/** The public entry of each room and of each transport. */
const rooms = [...foldersOf('src'), ...foldersOf('src/transports')]
  .map((folder) => join(folder, 'index.ts'))
  .filter((file) => existsSync(file));

/** The tag files: importing one defines its element. */
const tags = foldersOf('src/elements').flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^wa-.*\.ts$/.test(file))
    .map((file) => join(folder, file)),
);

const typescript = () => [
  resolve({ extensions: ['.ts', '.js'], browser: true, exportConditions: ['browser', 'production'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
];

/**
 * Lit creates its Trusted Types policy when it loads, and a second policy of the same name is an error that would end
 * the whole bundle beside a host's own Lit. The Lit inside the CDN build therefore has its own policy name.
 */
const ownLitPolicy = () => {
  const lit = /lit-html[\\/]lit-html\.js$/;
  const name = /createPolicy\((['"])lit-html\1/g;
  let renamed = 0;
  return {
    name: 'own-lit-policy',
    transform(code, id) {
      if (!lit.test(id)) return null;
      return {
        code: code.replace(name, () => {
          renamed++;
          return 'createPolicy("wa-desk"';
        }),
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && renamed !== 1) this.error(`Expected one Trusted Types policy in lit-html, found ${renamed}.`);
    },
  };
};

const npmBuild = {
  input: ['src/index.ts', ...rooms, ...tags],
  external: isDependency,
  plugins: typescript(),
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    // Bundlers of hosts warn of bare imports of files that have no side effects.
    hoistTransitiveImports: false,
    sourcemap: true,
  },
};

const cdnBuild = {
  input: { 'wa-desk': 'src/cdn.ts' },
  plugins: [ownLitPolicy(), ...typescript(), terser({ module: true, ecma: 2022 })],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
  },
};

export default [npmBuild, cdnBuild];
