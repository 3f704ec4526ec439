import type { TransportUnderTest } from '../../src/transports/conformance/index.js';
import { describeConformance } from './conformance-suite.js';
import { tokenOf, wireBench } from './wire-bench.js';

const subject: TransportUnderTest = {
  start: async () => {
    const bench = await wireBench();
    const { faults } = bench.backend;
    const inject = (kind: Parameters<typeof faults.inject>[0]) => () => {
      faults.inject(kind);
    };
    return {
      transport: bench.transport({ answerTimeoutMs: 300 }),
      credentials: tokenOf('elif'),
      second: { transport: bench.transport(), credentials: tokenOf('jonas') },
      contactWrites: (contact, text) => {
        bench.contact(contact).writes(text);
      },
      faults: {
        cutLink: () => {
          bench.backend.cut('cut by the test');
        },
        refuseCredentials: inject('refuse-credentials'),
        loseOutcome: inject('lose-outcome'),
        dropEvent: inject('drop-event'),
        repeatEvent: inject('repeat-event'),
        swapEvents: inject('swap-event'),
        breakEvent: inject('break-event'),
        changeEpoch: () => {
          bench.backend.changeEpoch();
        },
        beat: () => {
          bench.backend.beat();
        },
      },
      stop: () => bench.stop(),
    };
  },
};

describeConformance('web-socket', subject);
