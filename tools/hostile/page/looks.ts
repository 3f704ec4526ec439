const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** All elements below `root`, inside shadow roots too. */
export function elementsIn(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...elementsIn(element.shadowRoot)] : [element],
  );
}

/** The elements that match, inside shadow roots too. */
export function find(root: ParentNode, selector: string): readonly Element[] {
  return elementsIn(root).filter((element) => element.matches(selector));
}

/** Waits until the custom elements below `root` have drawn what they were given, however deep they stand. */
export async function drawn(root: ParentNode): Promise<void> {
  for (let round = 0; round < 3; round++)
    for (const element of elementsIn(root))
      if (element.localName.includes('-')) await (element as { updateComplete?: Promise<unknown> }).updateComplete;
}

/** What elements a place makes of harmless texts; a hostile one must not make others. */
export class Vocabulary {
  readonly #kinds = new Set<string>();
  readonly #counts = new Set<number>();

  /** Learns what `root` shows now. */
  learn(root: ParentNode): void {
    const elements = elementsIn(root);
    for (const element of elements) this.#kinds.add(kindOf(element));
    this.#counts.add(outsideText(elements));
  }

  /** What `root` shows now that no harmless text makes. */
  strangers(root: ParentNode): readonly string[] {
    const elements = elementsIn(root);
    const strange = elements.filter((element) => !this.#kinds.has(kindOf(element)));
    const count = outsideText(elements);
    return [
      ...new Set(strange.map((element) => `made an element <${kindOf(element)}>`)),
      ...elements.flatMap(dangersOf),
      ...(this.#counts.has(count) ? [] : [`made ${String(count)} elements, which no harmless text does`]),
    ];
  }
}

/** An element by its name and the names of its attributes. */
function kindOf(element: Element): string {
  return [element.localName, ...element.getAttributeNames().sort()].join(' ');
}

/**
 * Without links and formatted text, which have as many elements as their words have addresses and marks: whether those are
 * right, their kinds and reading them back tell.
 */
function outsideText(elements: readonly Element[]): number {
  return elements.filter((element) => element.localName !== 'a' && element.closest('.text') === null).length;
}

function dangersOf(element: Element): readonly string[] {
  return element.getAttributeNames().flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    if (name.startsWith('on') || name === 'src' || name === 'srcdoc') return [`set ${name}=${value} on an element`];
    if (!name.endsWith('href') || SAFE_PROTOCOLS.has(new URL(value, location.href).protocol)) return [];
    return [`made a link to ${value}`];
  });
}
