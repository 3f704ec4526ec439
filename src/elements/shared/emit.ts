/** Every event the SDK dispatches, by name; each element's file adds its own. */
export interface WaEventMap {}

/** What `emit` hands over for an event of the map. */
export type DetailOf<K extends keyof WaEventMap> = WaEventMap[K] extends CustomEvent<infer D> ? D : never;

/**
 * Dispatches a public event that bubbles and leaves shadow roots; a `cancelable` one is a wish that a host may veto:
 * then the answer is false.
 */
export function emit<K extends keyof WaEventMap>(
  target: EventTarget,
  type: K,
  detail: DetailOf<K>,
  { cancelable = false }: { readonly cancelable?: boolean } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
}
