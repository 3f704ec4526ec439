import type { TransportUnderTest } from '../../src/transports/conformance/index.js';
import { createSimulator, type Latency } from '../../src/transports/simulator/index.js';

/** A simulator as the conformance kit wants it. */
export function simulatorUnderTest(latency: Latency): TransportUnderTest {
  return {
    start: () => {
      const simulator = createSimulator({ latency, config: { offerTimeoutMs: 600_000 } });
      const { faults } = simulator;
      const inject = (kind: Parameters<typeof faults.inject>[0]) => () => {
        faults.inject(kind);
      };
      const credentials = () => Promise.resolve('simulated');
      return Promise.resolve({
        transport: simulator.transport,
        credentials,
        second: { transport: simulator.transportOf('jonas'), credentials },
        contactWrites: (contact, text) => {
          simulator.contact(contact).writes(text);
        },
        faults: {
          cutLink: () => {
            simulator.cutLink();
          },
          refuseCredentials: inject('refuse-credentials'),
          loseOutcome: inject('lose-outcome'),
          dropEvent: inject('drop-event'),
          repeatEvent: inject('repeat-event'),
          swapEvents: inject('swap-event'),
          breakEvent: inject('break-event'),
          changeEpoch: () => {
            simulator.changeEpoch();
          },
          beat: () => {
            simulator.beat();
          },
        },
        stop: () => {
          simulator.stop();
        },
      });
    },
  };
}
