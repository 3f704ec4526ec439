import { linkTests } from './link-tests.js';
import { sessionTests } from './session-tests.js';
import type { ConformanceTest } from './subject.js';

export * from './subject.js';

/**
 * What every transport promises, as tests for any runner: give each a name and a `run`, and skip those whose `needs` your
 * backend cannot arrange.
 */
export function conformanceTests(): readonly ConformanceTest[] {
  return [...sessionTests, ...linkTests];
}
