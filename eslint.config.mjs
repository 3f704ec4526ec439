import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts'];
const SOURCES = ['src/**/*.ts', 'gateway/src/**/*.ts', 'playground/src/**/*.ts'];
const TESTS = ['**/test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'];

/** node:test hands back promises that it awaits itself. */
const NODE_TEST = { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] };

const NO_HTML_SINK = 'Trusted Types: nothing is parsed as HTML. Render a template or a tree.';
const NO_STYLE_ATTRIBUTE = 'A strict Content-Security-Policy blocks style attributes: use a class, or .style=${text}.';

const restrictedImports = {
  paths: [
    { name: 'lit/directives/unsafe-html.js', message: NO_HTML_SINK },
    { name: 'lit/directives/unsafe-svg.js', message: NO_HTML_SINK },
    { name: 'lit/static-html.js', importNames: ['unsafeStatic'], message: NO_HTML_SINK },
    { name: 'lit/directives/style-map.js', message: NO_STYLE_ATTRIBUTE },
  ],
};

const restrictedSyntax = [
  { selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\sstyle=/]', message: NO_STYLE_ATTRIBUTE },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]', message: NO_HTML_SINK },
  { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: NO_HTML_SINK },
];

const typescriptRules = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [NODE_TEST] }],
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }], // open for declaration merging
  // Lit calls listeners with the element as `this`; an unbound method is right there.
  '@typescript-eslint/unbound-method': 'off',
  // A port may be asynchronous where one of its implementations is not.
  '@typescript-eslint/require-await': 'off',
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-else-return': 'error',
};

const sizeRules = {
  // A switch over a closed union counts as one: its cases are a table.
  complexity: ['error', { max: 10, variant: 'modified' }],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};

export default defineConfig(
  globalIgnores(['**/dist', 'storybook-static', 'coverage', 'custom-elements.json']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', eqeqeq: 'error', 'prefer-const': 'error' },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typescriptRules,
  },
  {
    files: ['src/elements/**/*.ts', 'stories/**/*.ts', 'playground/src/**/*.ts', 'test/elements/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  { files: SOURCES, rules: sizeRules },
  {
    // Words, style sheets and drawings: long, but without a thought to follow.
    files: ['src/i18n/**/*.ts', 'src/**/*.styles.ts', 'src/elements/shared/icons/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Templates are long where the markup is, not where the thought is.
    files: ['src/elements/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { ...sizeRules['max-lines-per-function'][1], max: 60 }] },
  },
  {
    files: ['src/**/*.ts', 'gateway/src/**/*.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-imports': ['error', restrictedImports],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
    },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // chai-a11y-axe types every `expect()` as a promise, chai's properties are expressions.
    files: ['test/elements/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
