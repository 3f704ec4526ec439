import '../../src/elements/transcript/wa-transcript.js';
import type { WaTranscriptElement } from '../../src/elements/transcript/transcript-element.js';
import type { Author, MediaRef, Message } from 'wa-desk/domain';
import { FakeDesk, FakeSession } from '../../test/support/fake-desk.js';
import type { Contestant } from '../page/contestant.js';
import type { BenchMessage } from '../page/messages.js';

const CONTACT: Author = { kind: 'contact', contactId: 'contact-1', name: 'Mara Lindqvist' };
const AGENT: Author = { kind: 'agent', agentId: 'agent-1', name: 'Jonas Weber' };
/** Numbers are positive; what is older than the oldest message gets those below. */
const FIRST_SEQ = 1_000_000;

/** A session whose media are where their links say. */
class BenchSession extends FakeSession {
  override media(ref?: MediaRef): ReturnType<FakeSession['media']> {
    const url = ref?.source.kind === 'link' ? ref.source.url : '';
    return Promise.resolve({ url, release: () => undefined });
  }
}

/** Our element, over the store that every session of a desk has. */
class WaTranscript implements Contestant<Message> {
  readonly #desk = new FakeDesk();
  #session = new BenchSession('session-1');
  #element: WaTranscriptElement | undefined;

  shape({ id, place, at, isOwn, text, picture }: BenchMessage): Message {
    return {
      id,
      sessionId: 'session-1',
      channelId: 'orders-eu',
      author: isOwn ? AGENT : CONTACT,
      content: picture
        ? { kind: 'image', caption: text, media: { ...sizeOf(picture), source: { kind: 'link', url: picture.url } } }
        : { kind: 'text', body: text },
      originAt: at,
      arrivedAt: at,
      seq: FIRST_SEQ + place,
      ...(isOwn && { delivery: { status: 'read', at } }),
    };
  }

  fill(messages: readonly Message[]): void {
    this.#session = new BenchSession('session-1');
    this.#session.transcript.reset(messages, false);
  }

  mount(stage: HTMLElement): void {
    this.#element = document.createElement('wa-transcript');
    this.#element.desk = this.#desk;
    this.#element.session = this.#session;
    this.#element.className = 'whole';
    stage.append(this.#element);
  }

  append(message: Message): void {
    this.#session.transcript.add(message);
  }

  prepend(messages: readonly Message[]): void {
    const first = this.#session.transcript.at(0)?.id;
    this.#session.transcript.join({
      messages,
      hasOlder: false,
      hasNewer: false,
      ...(first !== undefined && { before: first }),
    });
  }

  unmount(): void {
    this.#element?.remove();
    this.#element = undefined;
  }

  scroller(): HTMLElement {
    return this.#element!.renderRoot.querySelector<HTMLElement>('[part~=scroller]')!;
  }
}

function sizeOf({ width, height }: NonNullable<BenchMessage['picture']>): Pick<MediaRef, 'width' | 'height'> {
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

export default new WaTranscript();
