import { CLOSE } from 'wa-desk/protocol';
import type { AgentSocket } from './agent-socket.js';

/** As many sockets (tabs, devices) one agent may have at once; the oldest has to go. */
const SOCKETS_PER_AGENT = 8;

export interface ConnectionsInit {
  readonly agentIds: readonly string[];
  /** How long an agent may be without a connection before the desk is told (milliseconds). */
  readonly graceMs: number;
  /** The agent's last connection has been gone for that long (SPEC K2). */
  gone(agentId: string): void;
}

/** Which agents are connected, and which have been gone for too long. */
export class Connections {
  readonly #init: ConnectionsInit;
  readonly #open = new Map<string, Set<AgentSocket>>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();

  constructor(init: ConnectionsInit) {
    this.#init = init;
  }

  /** Whoever was connected to the last process and does not come back to this one is gone. */
  start(): void {
    for (const agentId of this.#init.agentIds) this.#expectBack(agentId);
  }

  opened(socket: AgentSocket): void {
    clearTimeout(this.#leaving.get(socket.agentId));
    const sockets = this.#open.get(socket.agentId) ?? new Set();
    this.#open.set(socket.agentId, sockets.add(socket));
    if (sockets.size <= SOCKETS_PER_AGENT) return;
    const [oldest] = sockets;
    oldest?.close(CLOSE.superseded, 'the desk was opened too often');
  }

  closed(socket: AgentSocket): void {
    const sockets = this.#open.get(socket.agentId);
    if (!sockets?.delete(socket) || sockets.size > 0) return;
    this.#open.delete(socket.agentId);
    this.#expectBack(socket.agentId);
  }

  /** Sends everybody away; they come back to the next process. */
  stop(): void {
    for (const sockets of this.#open.values()) {
      for (const socket of [...sockets]) socket.close(CLOSE.goingAway, 'the gateway is restarted');
    }
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  #expectBack(agentId: string): void {
    clearTimeout(this.#leaving.get(agentId));
    this.#leaving.set(
      agentId,
      setTimeout(() => this.#init.gone(agentId), this.#init.graceMs),
    );
  }
}
