import { fixture, html, waitUntil } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import type { DeskHandle, SessionHandle } from '../../../src/desk/handles.js';
import type { Message } from '../../../src/domain/message.js';
import type { WaMessageElement } from '../../../src/elements/message/wa-message.js';
import '../../../src/elements/message/wa-message.js';

/** What a message is shown with, apart from itself. */
export interface Around {
  readonly related?: readonly Message[];
  readonly session?: SessionHandle;
  readonly desk?: DeskHandle;
  readonly highlight?: string;
}

/** Shows one message, with all elements inside it drawn. */
export async function show(message: Message, around: Around = {}): Promise<WaMessageElement> {
  const element = await fixture<WaMessageElement>(
    html`<wa-message
      .message=${message}
      .related=${around.related ?? []}
      .session=${around.session}
      .desk=${around.desk}
      .highlight=${around.highlight ?? ''}
    ></wa-message>`,
  );
  await drawn(element);
  return element;
}

/** Waits until the elements inside `root` have drawn themselves. */
export async function drawn(root: Element): Promise<void> {
  for (const inner of everywhere(root, 'wa-attachment, wa-location-preview'))
    await (inner as Partial<ReactiveElement>).updateComplete;
}

/** All elements that match, inside shadow roots too. */
export function everywhere(root: Element | ShadowRoot, selector: string): HTMLElement[] {
  const scope = root instanceof Element ? (root.shadowRoot ?? root) : root;
  return [...scope.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? everywhere(element.shadowRoot, selector) : []),
  ]);
}

/** The one element that matches, inside shadow roots too. */
export function one(root: Element, selector: string): HTMLElement {
  const [found, ...more] = everywhere(root, selector);
  if (!found || more.length > 0) throw new Error(`${String(more.length + (found ? 1 : 0))} elements match ${selector}`);
  return found;
}

/** The button whose accessible name or words are `name`. */
export function button(root: Element, name: string): HTMLElement {
  const found = everywhere(root, 'button').find((candidate) => (candidate.ariaLabel ?? wordsIn(candidate)) === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

/** All words on one line as they stand on screen, inside shadow roots too. */
export function wordsIn(root: Element): string {
  const leaves: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) leaves.push(node.nodeValue ?? '');
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    if (!(node instanceof HTMLStyleElement)) for (const child of inside.childNodes) read(child);
  };
  read(root);
  return leaves.join('').replace(/\s+/g, ' ').trim();
}

/** Waits until `condition` holds, also on a busy machine. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  await waitUntil(condition, what, { timeout: 5000 });
}
