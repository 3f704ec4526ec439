/** A web-test-runner reporter whose last line is "N passed, N failed"; a file that does not load counts as failed. */

function countSuite(suite, totals) {
  for (const test of suite?.tests ?? []) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const child of suite?.suites ?? []) countSuite(child, totals);
}

/** Adds up the sessions of all browsers. */
function countSessions(sessions) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const failedBefore = totals.failed;
    countSuite(session.testResults, totals);
    // Not loaded, a hook failed, or timed out: no single test says so.
    if (!session.passed && totals.failed === failedBefore) totals.failed++;
  }
  return totals;
}

export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const { passed, failed, skipped } = countSessions(sessions);
    process.once('exit', () => {
      process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    });
  },
});
