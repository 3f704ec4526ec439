import { describe, it } from 'node:test';
import { conformanceTests, type ConformanceBackend } from 'wa-desk/conformance';
import type { Transport } from 'wa-desk/protocol';
import { webSocketTransport } from 'wa-desk/transports/web-socket';
import { NoisyLine } from './support/noisy-line.js';
import { TestGateway } from './support/test-gateway.js';
import { inbound, text, webhook } from './support/webhooks.js';

const HEARTBEAT_MS = 100;

/** A contact's phone number that follows from the name. */
const numberOf = (name: string): string => `5511${Buffer.from(name.padEnd(4, ' ').slice(0, 4)).readUInt32BE()}`;

/** The real gateway and the real transport, with a line between them that can be made to fail. */
async function startBackend(): Promise<ConformanceBackend> {
  const gateway = await TestGateway.start({
    config: { offerTimeoutSeconds: 600 },
    deps: { heartbeatMs: HEARTBEAT_MS },
  });
  const line = new NoisyLine();
  // After a crash the gateway has another address.
  const transport: Transport = {
    open: (init) =>
      webSocketTransport({ url: gateway.url, WebSocket: line.WebSocket, answerTimeoutMs: 500 }).open(init),
  };
  let written = 0;
  let refuse = false;
  const credentialsOf = (agentId: string) => async (): Promise<unknown> => {
    const token = await gateway.token(agentId);
    if (!refuse) return token;
    refuse = false;
    return `${token}x`;
  };
  return {
    transport,
    credentials: credentialsOf('ana'),
    second: { transport, credentials: credentialsOf('ben') },
    contactWrites: async (name, body) => {
      written += 1;
      await gateway.deliver(webhook(inbound(`wamid.${written}`, text(body), { name, from: numberOf(name) })));
    },
    faults: {
      cutLink: () => line.cut(),
      refuseCredentials: () => {
        refuse = true;
      },
      loseOutcome: () => line.next('lose-outcome'),
      dropEvent: () => line.next('drop-event'),
      repeatEvent: () => line.next('repeat-event'),
      swapEvents: () => line.next('swap-events'),
      breakEvent: () => line.next('break-event'),
      changeEpoch: async () => {
        await gateway.changeEpoch();
        line.cut();
      },
      beat: () => line.beat(),
    },
    stop: () => gateway.stop(),
  };
}

describe('conformance of the web-socket transport with the gateway behind it', () => {
  for (const test of conformanceTests()) it(test.name, () => test.run({ start: startBackend }));
});
