import type { FastifyInstance } from 'fastify';
import { isObject, textAt } from '../json.js';
import type { StandInParts } from '../parts.js';
import type { ClockState, FeedMessage } from '../phone-types.js';
import { toPhoneContact } from './view.js';

const LOG_ON_HELLO = 100;

/** The part of a WebSocket that the feed needs. */
interface Socket {
  send(text: string): void;
  on(event: 'message', listener: (data: { toString(): string }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** `WebSocket /phone/feed`: tells a page all that changes, and hears from it which thread is on screen. */
export function feedRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.get('/phone/feed', { websocket: true }, (socket) => serve(socket, parts));
}

/** The clock as pages are told of it. */
export function clockState({ clock }: StandInParts): ClockState {
  return { now: clock.now(), offsetMs: clock.offsetMs };
}

function serve(socket: Socket, parts: StandInParts): void {
  const tell = (message: FeedMessage): void => socket.send(JSON.stringify(message));
  tell(hello(parts));
  const ends = [
    parts.events.on(tell),
    parts.log.onEntry((entry) => tell({ type: 'log.added', entry })),
    parts.clock.onAdvance(() => tell({ type: 'clock.changed', clock: clockState(parts) })),
    () => parts.presence.leave(socket),
  ];
  socket.on('message', (data) => hear(data.toString(), socket, parts));
  socket.on('close', () => {
    for (const end of ends) end();
  });
}

function hello(parts: StandInParts): FeedMessage {
  const { business, contacts, messages, log } = parts;
  return {
    type: 'hello',
    business: { name: business.name, displayPhoneNumber: business.displayPhoneNumber },
    contacts: contacts.all().map((contact) => toPhoneContact(contact, messages)),
    clock: clockState(parts),
    log: log.list({ limit: LOG_ON_HELLO }),
  };
}

function hear(text: string, socket: Socket, { presence, contacts, delivery }: StandInParts): void {
  const request = parse(text);
  if (!isObject(request) || request['type'] !== 'watch') return;
  const contactId = textAt(request, 'contactId');
  const known = contactId !== undefined && contacts.get(contactId) !== undefined;
  presence.watch(socket, known ? contactId : undefined);
  if (known) delivery.readAll(contactId);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
