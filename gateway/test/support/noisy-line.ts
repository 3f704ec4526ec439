import type { ServerFrame } from 'wa-desk/protocol';
import WebSocket from 'ws';
import { ORIGIN } from './config.js';

type Fault = 'lose-outcome' | 'drop-event' | 'repeat-event' | 'swap-events' | 'break-event';

/** The way between desks and the gateway, on which frames can be lost, doubled, swapped and broken. */
export class NoisyLine {
  readonly #sockets = new Set<LineSocket>();
  readonly #pings = new Set<() => void>();
  #fault: Fault | undefined;
  #held: string | undefined;

  /** A WebSocket as browsers have it, for one page of the desk's origin. */
  get WebSocket(): new (url: string, protocols?: string | string[]) => globalThis.WebSocket {
    const open = (url: string, protocols?: string | string[]): LineSocket => {
      const socket = new LineSocket(url, protocols, (text) => this.#pass(text));
      this.#sockets.add(socket);
      return socket;
    };
    return function Socket(url: string, protocols?: string | string[]) {
      return open(url, protocols);
    } as unknown as new (url: string, protocols?: string | string[]) => globalThis.WebSocket;
  }

  next(fault: Fault): void {
    this.#fault = fault;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.cut();
    this.#sockets.clear();
  }

  /** The next beat of the gateway. */
  beat(): Promise<void> {
    return new Promise((resolve) => this.#pings.add(resolve));
  }

  /** What arrives of a frame. */
  #pass(text: string): readonly string[] {
    const { type } = JSON.parse(text) as ServerFrame;
    if (type === 'ping') queueMicrotask(() => this.#beaten());
    if (this.#held !== undefined && type === 'event') {
      const held = this.#held;
      this.#held = undefined;
      return [text, held];
    }
    if (this.#fault === 'lose-outcome' ? type !== 'outcome' : type !== 'event') return [text];
    const fault = this.#fault;
    this.#fault = undefined;
    return this.#apply(fault, text);
  }

  #apply(fault: Fault | undefined, text: string): readonly string[] {
    switch (fault) {
      case undefined:
        return [text];
      case 'lose-outcome':
      case 'drop-event':
        return [];
      case 'repeat-event':
        return [text, text];
      case 'swap-events':
        this.#held = text;
        return [];
      case 'break-event':
        return [text.replace(/"type":"message\.added"/, '"type":"message.mangled"')];
    }
  }

  #beaten(): void {
    for (const resolve of this.#pings) resolve();
    this.#pings.clear();
  }
}

/** The part of a browser's WebSocket that a transport uses. */
class LineSocket extends EventTarget {
  readonly #socket: WebSocket;

  constructor(url: string, protocols: string | string[] | undefined, pass: (text: string) => readonly string[]) {
    super();
    this.#socket = new WebSocket(url, protocols, { origin: ORIGIN });
    this.#socket.on('open', () => this.dispatchEvent(new Event('open')));
    this.#socket.on('error', () => this.dispatchEvent(new Event('error')));
    this.#socket.on('close', (code) => this.dispatchEvent(Object.assign(new Event('close'), { code })));
    this.#socket.on('message', (data: Buffer) => {
      for (const text of pass(data.toString())) this.dispatchEvent(new MessageEvent('message', { data: text }));
    });
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  close(code: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.#socket.terminate();
  }
}
