/** Element tests in real browsers: `BROWSERS=chromium npx wtr --files test/elements/x.browser.ts`; all three by default. */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { wantedBrowsers } from './tools/browsers.mjs';
import { countReporter } from './tools/count-reporter.mjs';
import { userPlugin } from './tools/user-plugin.mjs';
import * as launchers from './tools/wtr-browsers.mjs';

export default {
  files: 'test/elements/**/*.browser.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // An audit or a few key presses take longer than mocha's two seconds on a busy machine.
  testFramework: { config: { timeout: '20000' } },
  plugins: [
    // The decorator flags must stand in the named file itself: `extends` is not followed.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    a11ySnapshotPlugin(),
    userPlugin(),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  browsers: wantedBrowsers().map((name) => launchers[name]()),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), countReporter()],
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['text-summary', 'lcovonly'],
    threshold: { statements: 80, branches: 80, functions: 80, lines: 80 },
  },
};
