import { describe, it } from 'node:test';
import { conformanceTests, type TransportUnderTest } from '../../src/transports/conformance/index.js';

/** Runs the whole kit with Node's own runner; everything has to run, nothing is skipped. */
export function describeConformance(name: string, subject: TransportUnderTest): void {
  describe(`conformance of the ${name} transport`, () => {
    for (const test of conformanceTests()) it(test.name, () => test.run(subject));
  });
}
