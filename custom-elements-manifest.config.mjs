/** What the custom-elements manifest says: public members only, and the files that a host imports. */

const TAG_FILE = /^dist\/elements\/[^/]+\/(wa-[^/]+)\.js$/;

const isPublic = ({ name, privacy }) => privacy === undefined || (privacy === 'public' && !name.startsWith('#'));

const isVisible = (member) => isPublic(member) && !member.name.startsWith('#') && member.name !== 'styles';

const builtPath = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Points every reference of the manifest at the built file instead of the source. */
function rewritePaths(value) {
  if (Array.isArray(value)) value.forEach(rewritePaths);
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      if ((key === 'path' || key === 'module') && typeof child === 'string') value[key] = builtPath(child);
      else rewritePaths(child);
    }
  }
}

const declarationsByTag = (manifest) =>
  new Map(
    manifest.modules.flatMap(({ path, declarations }) =>
      declarations.filter(({ tagName }) => tagName).map(({ tagName, name }) => [tagName, { name, module: path }]),
    ),
  );

/** Says which file defines which tag: our `define` helper hides that from the analyzer. */
function addDefinitions(manifest) {
  const declarations = declarationsByTag(manifest);
  for (const module of manifest.modules) {
    const tag = TAG_FILE.exec(module.path)?.[1];
    if (!declarations.has(tag)) continue;
    module.exports = [
      ...(module.exports ?? []),
      { kind: 'custom-element-definition', name: tag, declaration: declarations.get(tag) },
    ];
  }
}

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const declaration of manifest.modules.flatMap(({ declarations }) => declarations)) {
      if (declaration.members) declaration.members = declaration.members.filter(isVisible);
    }
    rewritePaths(manifest.modules);
    addDefinitions(manifest);
  },
};

export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['src/elements/shared/**', '**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  plugins: [publicOnly],
};
