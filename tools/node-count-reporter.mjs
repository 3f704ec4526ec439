/** A reporter for Node's test runner whose one line is "N passed, N failed"; a cancelled test counts as failed. */

const TOTAL = /^(pass|fail|cancelled|skipped|todo) (\d+)$/;

export default async function* countReporter(events) {
  const totals = { pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  for await (const { type, data } of events) {
    const total = type === 'test:diagnostic' && data.nesting === 0 ? TOTAL.exec(data.message) : null;
    if (total) totals[total[1]] = Number(total[2]);
  }
  const skipped = totals.skipped + totals.todo;
  yield `\n${totals.pass} passed, ${totals.fail + totals.cancelled} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
}
