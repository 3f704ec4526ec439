import { composedAncestors } from './composed-tree.js';

/** `assertive` interrupts what is being read. */
export type Priority = 'polite' | 'assertive';

/** Sooner, screen readers lose it; later, a person who walks through the page reads it twice. */
const KEPT_MS = 1000;

const regionsKey = Symbol.for('wa-desk/live-regions/1');

interface Shared extends Readonly<Record<Priority, HTMLElement>> {
  users: number;
}

type Container = HTMLElement & { [regionsKey]?: Shared };

/**
 * One polite and one assertive live region in the light DOM, shared by every element and every copy of the SDK under the
 * same container; the last one to leave takes them away.
 */
export class LiveRegions {
  readonly #container: Container;
  readonly #shared: Shared;

  private constructor(container: Container, shared: Shared) {
    this.#container = container;
    this.#shared = shared;
  }

  /** Makes the regions that `host` can be heard from, or joins those that are there. */
  static join(host: HTMLElement): LiveRegions {
    const container: Container = containerOf(host);
    const shared = (container[regionsKey] ??= {
      polite: region(container.ownerDocument, 'polite'),
      assertive: region(container.ownerDocument, 'assertive'),
      users: 0,
    });
    shared.users += 1;
    const regions = new LiveRegions(container, shared);
    regions.#attach();
    return regions;
  }

  /** Puts `text` into a region, and takes it out again when it has been read. */
  say(text: string, priority: Priority): void {
    this.#attach();
    const line = this.#container.ownerDocument.createElement('div');
    line.textContent = text;
    this.#shared[priority].append(line);
    setTimeout(() => {
      line.remove();
    }, KEPT_MS);
  }

  /** Gives up this share of the regions. */
  leave(): void {
    this.#shared.users -= 1;
    if (this.#shared.users > 0) return;
    this.#shared.polite.remove();
    this.#shared.assertive.remove();
    delete this.#container[regionsKey];
  }

  /** Also after the host page replaced its body's children. */
  #attach(): void {
    const { polite, assertive } = this.#shared;
    if (!polite.isConnected || !assertive.isConnected) this.#container.append(polite, assertive);
  }
}

/** Everything outside an open modal dialog is inert and not heard: the regions belong inside it. */
function containerOf(host: HTMLElement): Container {
  const dialogs = composedAncestors(host).filter((element) => element.matches('dialog:modal'));
  return (dialogs[0] as HTMLElement | undefined) ?? host.ownerDocument.body;
}

function region(document: Document, priority: Priority): HTMLElement {
  const element = document.createElement('div');
  element.ariaLive = priority;
  element.ariaRelevant = 'additions';
  // By script, not by a rule: the light DOM has no style sheet of ours, and a policy forbids only the attribute in markup.
  Object.assign(element.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  return element;
}
