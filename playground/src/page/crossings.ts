import type { LogEntry } from '../stand-in/phone-types.js';
import { Observable } from './observable.js';
import { gistOfCall, gistOfFrame, gistOfWebhook } from './gists.js';
import { textOf, type Json } from './json.js';
import type { Frame } from './recording-socket.js';

/** Where something crosses: between WhatsApp and the gateway, or between the gateway and the desk. */
export type Lane = 'webhook' | 'graph' | 'wire';

/** One thing that crossed. */
export interface Crossing {
  readonly id: string;
  readonly lane: Lane;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whether it went towards the desk or towards WhatsApp. */
  readonly towards: 'desk' | 'whatsapp';
  /** One line: what it is. */
  readonly title: string;
  /** One line: what is in it. */
  readonly gist: string;
  /** HTTP status or the lack of one; wire frames have none. */
  readonly status?: number | 'none';
  readonly request?: unknown;
  readonly response?: unknown;
}

const KEPT = 400;

/** The latest of what crossed, the newest first. */
export class Crossings extends Observable {
  all: readonly Crossing[] = [];
  #frames = 0;

  /** Takes what the stand-in has kept; what is there already is left alone. */
  addEntries(entries: readonly LogEntry[]): void {
    const known = new Set(this.all.map(({ id }) => id));
    this.#add(entries.map(ofEntry).filter(({ id }) => !known.has(id)));
  }

  addFrame(frame: Frame, at: number): void {
    this.#frames += 1;
    const crossing = ofFrame(frame, { id: `wire-${this.#frames}`, at });
    if (crossing) this.#add([crossing]);
  }

  clear(): void {
    this.all = [];
    this.changed();
  }

  #add(crossings: readonly Crossing[]): void {
    if (crossings.length === 0) return;
    this.all = [...crossings, ...this.all].sort((a, b) => b.at - a.at).slice(0, KEPT);
    this.changed();
  }
}

function ofEntry({ id, at, kind, method, target, status, request, response, failure }: LogEntry): Crossing {
  const isGraph = kind === 'graph';
  return {
    id: `http-${id}`,
    lane: isGraph ? 'graph' : 'webhook',
    at,
    towards: isGraph ? 'whatsapp' : 'desk',
    title: `${method} ${pathOf(target)}`,
    gist: isGraph ? gistOfCall(request) : gistOfWebhook(request),
    status: status ?? 'none',
    ...(request !== undefined && { request }),
    ...((response ?? failure) !== undefined && { response: response ?? failure }),
  };
}

/** Heartbeats say nothing that one wants to see. */
const HEARTBEATS = ['ping', 'pong'];

function ofFrame({ direction, text }: Frame, place: Pick<Crossing, 'id' | 'at'>): Crossing | undefined {
  const frame = JSON.parse(text) as Json;
  const type = textOf(frame['type']) ?? '';
  if (HEARTBEATS.includes(type)) return undefined;
  return {
    ...place,
    lane: 'wire',
    towards: direction === 'received' ? 'desk' : 'whatsapp',
    title: type,
    gist: gistOfFrame(frame),
    request: frame,
  };
}

function pathOf(target: string): string {
  return URL.canParse(target) ? new URL(target).pathname : (target.split('?')[0] ?? '');
}
