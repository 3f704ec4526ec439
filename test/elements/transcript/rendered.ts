import { fixture, html } from '@open-wc/testing';
import type { SessionView } from '../../../src/desk/handles.js';
import type { Message } from '../../../src/domain/message.js';
import type { WaTranscriptElement } from '../../../src/elements/transcript/wa-transcript.js';
import '../../../src/elements/transcript/wa-transcript.js';
import type { MediaLease } from '../../../src/protocol/transport.js';
import { TranscriptStore } from '../../../src/stores/transcript-store.js';
import { FakeSession } from '../../support/fake-desk.js';
import { inbound, SAMPLE_NOW, text } from '../../support/messages.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A session with a real transcript that a test adds to. */
export type TranscriptSession = FakeSession & { readonly transcript: TranscriptStore };

export function sessionWith(
  messages: readonly Message[],
  part: Partial<SessionView> = {},
  hasOlder = false,
): TranscriptSession {
  const transcript = new TranscriptStore();
  transcript.reset(messages, hasOlder);
  const media = (): Promise<MediaLease> => Promise.resolve({ url: PIXEL, release: () => undefined });
  return Object.assign(new FakeSession('s1', part), { transcript, media });
}

/** The contact's message "Message 7" with the id `t7`, seven seconds after the present of the samples. */
export function message(index: number, rest: Partial<Message> = {}): Message {
  return inbound(text(`Message ${String(index)}`), {
    id: `t${String(index)}`,
    seq: 100_000 + index,
    originAt: SAMPLE_NOW + index * 1000,
    ...rest,
  });
}

/** Messages `from` up to, not including, `to`. */
export function messages(from: number, to: number): readonly Message[] {
  return Array.from({ length: to - from }, (_, offset) => message(from + offset));
}

/** A transcript of 400 by 480 pixels, drawn and at its end. */
export async function show(session: FakeSession, blockSize = 480): Promise<WaTranscriptElement> {
  const box = await fixture<HTMLElement>(
    html`<div>
      <wa-transcript .session=${session}></wa-transcript>
      <button type="button">after</button>
    </div>`,
  );
  const element = box.querySelector('wa-transcript') as WaTranscriptElement;
  element.style.inlineSize = '400px';
  element.style.blockSize = `${String(blockSize)}px`;
  await settled(element);
  return element;
}

/** Waits until what was changed is on screen and has been measured. */
export async function settled(element: WaTranscriptElement): Promise<void> {
  await element.updateComplete;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

export const scrollerOf = (element: Element): HTMLElement =>
  element.shadowRoot?.querySelector('.scroller') as HTMLElement;

export const rowsOf = (element: Element): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
];

export const rowOf = (element: Element, id: string): HTMLElement | undefined =>
  rowsOf(element).find(({ dataset }) => dataset['key'] === id);

export const pillOf = (element: Element): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>('.new-messages') ?? null;

/** How far the newest row is from the end of the view (pixels). */
export function distanceFromEnd(element: Element): number {
  const { scrollHeight, scrollTop, clientHeight } = scrollerOf(element);
  return scrollHeight - scrollTop - clientHeight;
}

/** Scrolls as a person does, and lets the transcript take note. */
export async function scrollBy(element: WaTranscriptElement, pixels: number): Promise<void> {
  const scroller = scrollerOf(element);
  const moved = new Promise((resolve) => scroller.addEventListener('scroll', resolve, { once: true }));
  scroller.scrollTop += pixels;
  await moved;
  await settled(element);
}

/** How far a message's last line is below the upper edge (pixels); what stands above its first may come and go. */
export function placeOf(element: Element, row: Element | undefined): number {
  const edge = scrollerOf(element).getBoundingClientRect().top;
  return (row?.getBoundingClientRect().bottom ?? NaN) - edge;
}

/** The first message that reaches below the upper edge, and its place. */
export function underTheEye(element: Element): { readonly id: string; readonly place: number } {
  const row = rowsOf(element).find((candidate) => placeOf(element, candidate) > 1);
  return { id: row?.dataset['key'] ?? '', place: placeOf(element, row) };
}
