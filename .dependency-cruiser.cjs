/** Who may import whom: two tables, and the rules made of them. Everything that they do not name is an error. */

/** Which room of src may import which other room. */
const ROOMS = {
  domain: [],
  styles: [],
  config: ['domain'],
  i18n: ['protocol', 'config', 'domain'],
  protocol: ['config', 'domain'],
  'cloud-api': ['domain'],
  'service-desk': ['protocol', 'config', 'domain'],
  transports: ['service-desk', 'protocol', 'config', 'domain'],
  stores: ['protocol', 'config', 'domain'],
  machines: ['stores', 'protocol', 'config', 'domain'],
  desk: ['machines', 'stores', 'protocol', 'config', 'domain'],
  elements: ['desk', 'machines', 'stores', 'protocol', 'config', 'domain', 'styles', 'i18n'],
};

/** Which packages a room may import; the pure rooms only pure ones. */
const PURE_PACKAGES = ['valibot', 'linkifyjs'];
const PACKAGES = {
  domain: PURE_PACKAGES,
  config: PURE_PACKAGES,
  protocol: PURE_PACKAGES,
  'cloud-api': PURE_PACKAGES,
  'service-desk': PURE_PACKAGES,
  i18n: [],
  transports: [],
  stores: ['idb'],
  machines: ['xstate'],
  desk: ['xstate'],
  elements: ['lit', '@lit/context', '@audio/decode-amr', 'dompurify'],
  styles: ['lit'],
};

/** Which rooms the gateway stands on; only their public entries, by the alias. */
const GATEWAY_ROOMS = ['service-desk', 'protocol', 'cloud-api', 'config', 'domain'];

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const room = (name) => `^src/${name}/`;

const packages = (names) => names.map((name) => `(^|node_modules/)${name}(/|$)`);

/** A file that does not exist is no package: the compiler reports it. */
const RELATIVE = '^\\.(?!.*node_modules/)';

const NPM = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-bundled', 'npm-no-pkg', 'npm-unknown', 'unknown'];

const roomRules = Object.entries(ROOMS).map(([name, allowed]) =>
  error(
    `rooms/${name}`,
    `src/${name} may import ${allowed.join(', ') || 'no other room'}.`,
    { path: room(name) },
    { path: '^src/', pathNot: [name, ...allowed].map(room) },
  ),
);

const packageRules = Object.entries(PACKAGES).map(([name, allowed]) =>
  error(
    `packages/${name}`,
    `src/${name} may import ${allowed.join(', ') || 'no package'}.`,
    { path: room(name) },
    { dependencyTypes: NPM, pathNot: [RELATIVE, ...packages(allowed)] },
  ),
);

const publicEntries = [
  '^src/index\\.ts$',
  '^src/[^/]+/index\\.ts$',
  '^src/transports/[^/]+/index\\.ts$',
  '^src/elements/[^/]+/wa-[^/]+\\.ts$',
];

const otherRules = [
  error(
    'known-rooms',
    'A folder of src that the tables do not name has no rules yet: add it there.',
    { path: '^src/[^/]+/', pathNot: Object.keys(ROOMS).map(room) },
    {},
  ),
  error('no-platform', 'src runs in browsers too.', { path: '^src/' }, { dependencyTypes: ['core'] }),
  error(
    'src-stands-alone',
    'Nothing of src needs what is around it.',
    { path: '^src/' },
    { path: '^(gateway|playground|stories|test|tools|bench|examples)/' },
  ),
  error(
    'entries-are-for-hosts',
    'src imports the room, not the package.',
    { path: '^src/', pathNot: '^src/cdn\\.ts$' },
    { path: '^src/(index|cdn)\\.ts$' },
  ),
  error('no-cycles', 'Two files that need each other are one.', {}, { circular: true }),
  error(
    'class-files-define-nothing',
    'Importing a class must not define a tag: import it in the tag file, or by import() when the tag is first drawn.',
    { path: '-element\\.ts$' },
    { path: '/wa-[^/]+\\.ts$', dependencyTypesNot: ['dynamic-import'] },
  ),
  error(
    'gateway/rooms',
    `The gateway may import ${GATEWAY_ROOMS.join(', ')}, each by its public entry.`,
    { path: '^gateway/src/' },
    { path: '^(src|playground|test|stories)/', pathNot: GATEWAY_ROOMS.map((name) => `^src/${name}/index\\.ts$`) },
  ),
  error(
    'playground/public-entries',
    'The playground is a host like any other: public entries only.',
    { path: '^playground/src/' },
    { path: '^(src|gateway|test|stories)/', pathNot: [...publicEntries, '^gateway/src/index\\.ts$'] },
  ),
  error(
    'playground/gateway-apart',
    'The gateway runs in a process of its own, which alone imports it.',
    { path: '^playground/src/', pathNot: '^playground/src/gateway-main\\.ts$' },
    { path: '^gateway/' },
  ),
];

module.exports = {
  forbidden: [...roomRules, ...packageRules, ...otherRules],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^gateway/dist/', '^playground/dist/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
