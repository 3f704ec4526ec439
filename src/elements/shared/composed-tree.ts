/** The elements around `element`, nearest first, through slots and shadow roots as they are drawn. */
export function composedAncestors(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  for (let next = parentOf(element); next; next = parentOf(next)) ancestors.push(next);
  return ancestors;
}

function parentOf(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** The element that has the focus in `root`'s page, inside shadow roots too. */
export function deepActiveElement(root: DocumentOrShadowRoot = document): Element | undefined {
  const active = root.activeElement;
  return active?.shadowRoot?.activeElement ? deepActiveElement(active.shadowRoot) : (active ?? undefined);
}
