import assert from 'node:assert/strict';

const MAX_TURNS = 2000;

/** Lets everything run that is ready to run (promises, IndexedDB) until `isSo` holds. */
export async function until(isSo: () => boolean, what = 'what the test waits for'): Promise<void> {
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    if (isSo()) return;
    await nextTurn();
  }
  assert.fail(`${what} did not come about`);
}

/** Lets everything run that is ready to run, to see that nothing more happens. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
