import '../../src/elements/desk/wa-desk.js';
import { createDesk } from 'wa-desk/desk';
import { contactMessage, MemoryBackend, session } from '../../test/support/memory-backend.js';
import { messageAt } from './messages.js';
import { painted } from './sight.js';

/** How often messages come (milliseconds): as many as are due by then. */
const TICK = 5;
const HISTORY = 200;

/** A whole desk with many open sessions, in which somebody types; the backend is in the page, without a network. */
class DeskBench {
  readonly #backend = new MemoryBackend({ now: () => Date.now() });
  #timer: number | undefined;
  #sent = 0;
  #latencies: number[] = [];

  /** Opens a desk with so many sessions, the first in view and its composer focused. */
  async open(sessions: number): Promise<void> {
    for (let index = 0; index < sessions; index++) this.#putSession(index);
    const desk = createDesk(this.#backend.transport, { storage: 'memory' });
    const element = document.querySelector('wa-desk')!;
    element.desk = desk;
    desk.start();
    while (desk.snapshot.sessions.length < sessions) await painted();
    desk.show('session-0');
    (await fieldIn(element)).focus();
    window.addEventListener('keydown', this.#onKey, { capture: true });
  }

  /** Lets messages come to all sessions in turn, so many a second in total. */
  flood(sessions: number, perSecond: number): void {
    const start = performance.now();
    this.#sent = 0;
    this.#timer = window.setInterval(() => {
      const due = Math.floor(((performance.now() - start) * perSecond) / 1000);
      for (; this.#sent < due; this.#sent++) this.#say(`session-${String(this.#sent % sessions)}`);
    }, TICK);
  }

  /** Ends the flood; answers how many messages came. */
  ebb(): number {
    window.clearInterval(this.#timer);
    return this.#sent;
  }

  /** From each key to the frame that shows its letter (milliseconds), since last asked. */
  takeLatencies(): readonly number[] {
    return this.#latencies.splice(0);
  }

  readonly #onKey = ({ timeStamp }: KeyboardEvent): void => {
    void painted().then((at) => this.#latencies.push(at - timeStamp));
  };

  #putSession(index: number): void {
    const id = `session-${String(index)}`;
    const now = Date.now();
    const contact = { id: `contact-${String(index)}`, name: `Contact ${String(index)}` };
    const messages = Array.from({ length: HISTORY }, (_, place) => {
      const at = now - (HISTORY - place) * 1000;
      return this.#message(`${id}-${String(place)}`, id, place, at);
    });
    const window = { openedAt: now, closesAt: now + 24 * 3_600_000 };
    this.#backend.putSession(session({ id, contact, startedAt: now, window }), messages);
  }

  #say(sessionId: string): void {
    const message = this.#message(`flood-${String(this.#sent)}`, sessionId, this.#sent, Date.now());
    this.#backend.publish(`session:${sessionId}`, { type: 'message.added', message });
  }

  #message(id: string, sessionId: string, place: number, at: number): ReturnType<typeof contactMessage> {
    return contactMessage(id, {
      sessionId,
      author: { kind: 'contact', contactId: sessionId.replace('session', 'contact') },
      content: { kind: 'text', body: messageAt(place).text },
      originAt: at,
      arrivedAt: at,
    });
  }
}

/** The field to type in, as soon as the desk shows one. */
async function fieldIn(root: Element): Promise<HTMLTextAreaElement> {
  for (let frame = 0; frame < 600; frame++) {
    const field = deepQuery(root, 'textarea');
    if (field instanceof HTMLTextAreaElement && !field.disabled) return field;
    await painted();
  }
  throw new Error('the desk showed no field to type in');
}

function deepQuery(root: ParentNode, selector: string): Element | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) return element;
    const inside = element.shadowRoot && deepQuery(element.shadowRoot, selector);
    if (inside) return inside;
  }
  const shadow = root instanceof Element ? root.shadowRoot : null;
  return shadow ? deepQuery(shadow, selector) : undefined;
}

declare global {
  var deskBench: DeskBench;
}

export type { DeskBench };

globalThis.deskBench = new DeskBench();
