import { createDesk } from 'wa-desk';
import { webSocketTransport } from 'wa-desk/transports/web-socket';
import type { PageSettings } from '../page-settings.js';
import type { FeedMessage } from '../stand-in/phone-types.js';
import { Appearance } from './appearance.js';
import { Crossings } from './crossings.js';
import './elements/play-app.js';
import { Greeting } from './greeting.js';
import { MovedClock } from './moved-clock.js';
import { PhoneService } from './phone-service.js';
import { PhoneState } from './phone-state.js';
import { recordingSocket } from './recording-socket.js';

/** Puts the page together: the phone follows the stand-in, the desk is connected to the gateway as any host would do it. */
async function main(): Promise<void> {
  const settings = (await (await fetch('/settings.json')).json()) as PageSettings;
  const appearance = new Appearance();
  const crossings = new Crossings();
  const clock = new MovedClock(0);
  const service = new PhoneService(settings.standIn);
  const phone = new PhoneState(service, (message) => {
    hear(message, crossings, clock);
  });
  const agentId = agentOf(settings);
  const greeting = new Greeting(agentId, sessionStorage);
  const desk = createDesk(
    webSocketTransport({
      url: settings.gateway,
      WebSocket: recordingSocket((frame) => {
        crossings.addFrame(frame, clock.now());
        greeting.hear(frame);
      }),
    }),
    { credentials: () => tokenOf(agentId), clock },
  );
  phone.start();
  greeting.watch(desk);
  desk.start();
  const app = document.createElement('play-app');
  app.playground = { desk, phone, service, crossings, appearance };
  document.body.append(app);
}

function hear(message: FeedMessage, crossings: Crossings, clock: MovedClock): void {
  if (message.type === 'hello' || message.type === 'clock.changed') clock.follow(message.clock.offsetMs);
  if (message.type === 'hello') crossings.addEntries(message.log);
  if (message.type === 'log.added') crossings.addEntries([message.entry]);
}

function agentOf({ agents }: PageSettings): string {
  return new URLSearchParams(location.search).get('agent') ?? agents[0]?.id ?? '';
}

/** Stands in for the host's own login. */
async function tokenOf(agentId: string): Promise<string> {
  const response = await fetch(`/agents/${encodeURIComponent(agentId)}/token`, { method: 'POST' });
  const body = (await response.json()) as { token?: string; error?: string };
  if (body.token === undefined) throw new Error(body.error ?? `The login answered ${response.status}.`);
  return body.token;
}

await main();
