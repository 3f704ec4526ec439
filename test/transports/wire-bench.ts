import { WebSocket as NodeWebSocket } from 'ws';
import { DEMO_CONFIG } from '../../src/transports/simulator/demo-people.js';
import { realClock, StoppableClock } from '../../src/transports/simulator/clock.js';
import { ContactDriver } from '../../src/transports/simulator/contact-driver.js';
import { Random } from '../../src/transports/simulator/random.js';
import { SimulatedBackend } from '../../src/transports/simulator/simulated-backend.js';
import { DEFAULT_PACE, SimulatedWhatsApp } from '../../src/transports/simulator/simulated-whatsapp.js';
import { webSocketTransport, type WebSocketTransportOptions } from '../../src/transports/web-socket/index.js';
import { WireServer } from './wire-server.js';

/** Node's `ws` speaks like the browser's WebSocket as far as the transport uses it. */
const Socket = NodeWebSocket as unknown as NonNullable<WebSocketTransportOptions['WebSocket']>;

export interface WireBench {
  readonly base: string;
  readonly backend: SimulatedBackend;
  readonly server: WireServer;
  contact(name: string): ContactDriver;
  transport(options?: Partial<WebSocketTransportOptions>): ReturnType<typeof webSocketTransport>;
  stop(): Promise<void>;
}

/** A server on a free port of this machine, and what a test needs around it. */
export async function wireBench(): Promise<WireBench> {
  const clock = new StoppableClock(realClock);
  const backend = new SimulatedBackend({ ...DEMO_CONFIG, offerTimeoutMs: 600_000 }, clock, new Random(1));
  const whatsapp = new SimulatedWhatsApp(backend, DEFAULT_PACE);
  const server = new WireServer(backend);
  const base = await server.listen();
  return {
    base,
    backend,
    server,
    contact: (name) =>
      new ContactDriver({ backend, whatsapp, channelId: 'orders' }, { userId: `XX.${name}`, profileName: name }),
    transport: (options) => webSocketTransport({ url: base, WebSocket: Socket, ...options }),
    stop: async () => {
      clock.stop();
      await server.stop();
    },
  };
}

export function tokenOf(agentId: string): () => Promise<string> {
  return () => Promise.resolve(`token-of-${agentId}`);
}
