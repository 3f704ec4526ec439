import { describeConformance } from './conformance-suite.js';
import { simulatorUnderTest } from './simulator-under-test.js';

/** A way that takes its time shows what only works when everything happens at once. */
const LATENCIES = { 'without latency': { min: 0, max: 0 }, 'with latency': { min: 1, max: 4 } };

for (const [name, latency] of Object.entries(LATENCIES)) {
  describeConformance(`simulator (${name})`, simulatorUnderTest(latency));
}
