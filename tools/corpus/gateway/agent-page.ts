import { createDesk } from '../../../src/desk/index.js';
import type { DeskHandle, SessionHandle } from '../../../src/desk/index.js';
import type { Message } from '../../../src/domain/index.js';
import '../../../src/elements/desk/wa-desk.js';
import { webSocketTransport } from '../../../src/transports/web-socket/index.js';

/** A message as it reached the agent, with the session that it stands in. */
export interface Arrived {
  readonly sessionId: string;
  readonly message: Message;
  readonly contact: SessionHandle['snapshot']['session']['contact'];
}

/** By which a message is looked for. */
export type Wanted =
  | { readonly by: 'provider-id'; readonly id: string; readonly channelId: string }
  | { readonly by: 'call'; readonly id: string; readonly event: string; readonly channelId: string }
  | { readonly by: 'message-id'; readonly id: string };

/** What a message looks like on the screen. */
export interface Look {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly pictures: number;
}

const EVERY_MS = 20;

/** The agent: takes every offer, and answers what the run asks about the desk. */
class Agent {
  readonly #desk: DeskHandle;

  constructor(gateway: string, token: string) {
    this.#desk = createDesk(webSocketTransport({ url: gateway }), {
      credentials: () => Promise.resolve(token),
      storage: 'memory',
    });
    this.#desk.subscribe(() => {
      for (const { offer, state } of this.#desk.snapshot.offers)
        if (state === 'ringing') this.#desk.acceptOffer(offer.id);
    });
    const element = document.createElement('wa-desk');
    element.desk = this.#desk;
    document.body.append(element);
    this.#desk.start();
  }

  async ready(): Promise<boolean> {
    const online = await this.#until(() => (this.#desk.snapshot.connection.state === 'online' ? true : undefined));
    return online === true && (await this.#desk.setPresence({ ready: true })).type === 'done';
  }

  /** The message, once it is here. */
  async arrived(wanted: Wanted, patience: number): Promise<Arrived | undefined> {
    return this.#until(() => this.#find(wanted), patience);
  }

  /** The message, once it has got this far: its medium stored, or its delivery risen. */
  async settled(
    wanted: Wanted,
    what: 'media' | 'delivery',
    status: string,
    patience: number,
  ): Promise<Arrived | undefined> {
    await this.#until(() => {
      const message = this.#find(wanted)?.message;
      return message && (what === 'media' ? hasItsMedium(message) : message.delivery?.status === status)
        ? true
        : undefined;
    }, patience);
    return this.#find(wanted);
  }

  async send(sessionId: string, body: string): Promise<string> {
    const session = this.#desk.session(sessionId);
    if (!session) throw new Error(`There is no session ${sessionId} on the desk.`);
    return session.send({ kind: 'text', body });
  }

  /** Does the contact on a channel come to allow, or not to allow, marketing messages? */
  async marketing(channelId: string, allowed: boolean, patience: number): Promise<boolean> {
    const contacts = () => this.#sessions(channelId).map(({ snapshot }) => snapshot.session.contact);
    const found = await this.#until(() => contacts().find((each) => each.marketingAllowed === allowed), patience);
    return found !== undefined;
  }

  /** Shows the message in its transcript and says what it looks like. */
  async look(
    { sessionId, message }: Pick<Arrived, 'sessionId' | 'message'>,
    patience: number,
  ): Promise<Look | undefined> {
    this.#desk.show(sessionId);
    const row = await this.#until(() => rowOf(message.id), patience);
    if (!row) return undefined;
    row.scrollIntoView();
    const { width, height } = row.getBoundingClientRect();
    return { text: visibleText(row), width, height, pictures: countPictures(row) };
  }

  /** The element that shows a message, for its picture. */
  row(messageId: string): Element | undefined {
    return rowOf(messageId);
  }

  /** Ends the sessions on a channel, so that the agent has room for others. */
  async endAll(channelId: string): Promise<void> {
    for (const session of this.#sessions(channelId)) {
      await session.wrapUp();
      await session.done();
    }
  }

  #sessions(channelId: string): readonly SessionHandle[] {
    return this.#desk.snapshot.sessions.filter(({ snapshot }) => snapshot.session.channel.id === channelId);
  }

  #find(wanted: Wanted): Arrived | undefined {
    for (const handle of this.#desk.snapshot.sessions) {
      const { session } = handle.snapshot;
      if ('channelId' in wanted && session.channel.id !== wanted.channelId) continue;
      const message = findIn(handle, wanted);
      if (message) return { sessionId: session.id, message, contact: session.contact };
    }
    return undefined;
  }

  async #until<T>(probe: () => T | undefined, patience = 10_000): Promise<T | undefined> {
    const end = performance.now() + patience;
    for (;;) {
      const found = probe();
      if (found !== undefined || performance.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}

function findIn({ transcript }: SessionHandle, wanted: Wanted): Message | undefined {
  if (wanted.by === 'provider-id') return transcript.byProviderId(wanted.id);
  if (wanted.by === 'message-id') return transcript.get(wanted.id);
  for (let index = 0; index < transcript.size; index += 1) {
    const message = transcript.at(index);
    if (
      message?.content.kind === 'call' &&
      message.content.callId === wanted.id &&
      message.content.event === wanted.event
    )
      return message;
  }
  return undefined;
}

function hasItsMedium({ content }: Message): boolean {
  return !('media' in content) || content.media.source.kind === 'stored' || content.media.state === 'failed';
}

function rowOf(messageId: string, root: ParentNode = document): Element | undefined {
  const found = root.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && rowOf(messageId, element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}

/** What can be read in an element, through shadow roots, without what is hidden. */
function visibleText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return [...node.childNodes].map(visibleText).join(' ');
  if (node.localName === 'style' || !node.checkVisibility({ visibilityProperty: true })) return '';
  const children =
    node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : (node.shadowRoot ?? node).childNodes;
  return [...children].map(visibleText).join(' ');
}

function countPictures(root: Element | ShadowRoot): number {
  const here = root.querySelectorAll('img, svg, video, audio, canvas').length;
  const inside = [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? countPictures(shadowRoot) : 0));
  return inside.reduce((sum, count) => sum + count, here);
}

/** What the run talks to. */
export type AgentInPage = Agent;

const { gateway, token } = (await (await fetch('/settings.json')).json()) as {
  readonly gateway: string;
  readonly token: string;
};
Object.assign(globalThis, { agent: new Agent(gateway, token) });
