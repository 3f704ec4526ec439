import type { Transport } from '../protocol/transport.js';
import { DeskController } from './desk-controller.js';
import { environmentOf, type CreateDeskOptions } from './environment.js';
import type { DeskHandle } from './handles.js';

/** Makes one agent's desk over a transport; it does nothing until `start()`, and outlives any element. */
export function createDesk(transport: Transport, options: CreateDeskOptions = {}): DeskHandle {
  return new DeskController(transport, environmentOf(options));
}
