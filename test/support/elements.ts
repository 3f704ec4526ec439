import { ContextProvider } from '@lit/context';
import { aTimeout, fixture, html, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { deskContext, sessionContext } from '../../src/elements/shared/contexts.js';
import type { DeskHandle, SessionHandle } from '../../src/desk/handles.js';

/** An element inside another one that hands down a desk and a session, as `wa-desk` does. */
export async function inside(
  { desk, session }: { readonly desk?: DeskHandle; readonly session?: SessionHandle },
  element: HTMLElement,
): Promise<void> {
  const parent = await fixture<HTMLDivElement>(html`<div></div>`);
  new ContextProvider(parent, { context: deskContext, initialValue: desk });
  new ContextProvider(parent, { context: sessionContext, initialValue: session });
  parent.append(element);
  await settled(element as LitElement);
}

/** Waits until an element and what it renders stand still. */
export async function settled(element: LitElement): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await element.updateComplete;
    await aTimeout(0);
  }
}

/** Types `text` where the focus is, key by key. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('keys', { text });
}

/** Waits until what appears in an element has appeared; what runs on for seconds is not waited for. */
export async function still(element: Element): Promise<void> {
  await nextFrame();
  const short = rootsIn(element)
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1000);
  await Promise.all(short.map(({ finished }) => finished));
}

function rootsIn(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  const inside = [...(root ?? element).querySelectorAll('*')].flatMap((child) =>
    child.shadowRoot ? rootsIn(child) : [],
  );
  return root ? [root, ...inside] : inside;
}

/** The element in a shadow root that fits a selector; an error where there is none. */
export function part<E extends Element = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

/** The button with this name, by its words or its label. */
export function button(element: Element, name: string): HTMLButtonElement {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((one) => (one.getAttribute('aria-label') ?? wordsOf(one)) === name);
  if (!found) throw new Error(`no button "${name}", only ${buttons.map(wordsOf).join(' | ')}`);
  return found;
}

/** Whether there is a button with this name. */
export function hasButton(element: Element, name: string): boolean {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  return buttons.some((one) => (one.getAttribute('aria-label') ?? wordsOf(one)) === name);
}

/** The words of an element as a person reads them, also those inside shadow roots. */
export function wordsOf(element: Element): string {
  return deepText(element).replace(/\s+/g, ' ').trim();
}

function deepText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...inner.childNodes].map(deepText).join('');
}

/** Listens on the document, where a host would. */
export function heard<T>(type: string, { veto = false } = {}): T[] {
  const details: T[] = [];
  const listener = (event: Event): void => {
    details.push((event as CustomEvent<T>).detail);
    if (veto) event.preventDefault();
  };
  document.addEventListener(type, listener);
  cleanups.push(() => {
    document.removeEventListener(type, listener);
  });
  return details;
}

const cleanups: (() => void)[] = [];

/** Takes off what `heard` put on the document; for `afterEach`. */
export function deafen(): void {
  for (const cleanup of cleanups.splice(0)) cleanup();
}

/** What elements announce; both ways of announcing are caught. */
export function announcements(): string[] {
  const said: string[] = [];
  const prototype = HTMLElement.prototype as { ariaNotify?(text: string): void };
  const before = prototype.ariaNotify;
  prototype.ariaNotify = (text) => {
    said.push(text);
  };
  cleanups.push(() => {
    if (before) prototype.ariaNotify = before;
    else delete prototype.ariaNotify;
  });
  return said;
}
