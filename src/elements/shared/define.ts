import { installTokens } from '../../styles/tokens.js';

/** The version of this copy of the SDK; the same as in package.json. */
export const VERSION = '0.1.0';

const versionKey = Symbol.for('wa-desk/version');

/** On a server there is no registry. */
const page: { readonly customElements?: CustomElementRegistry } = globalThis;

type Versioned = CustomElementConstructor & { [versionKey]?: string };

/**
 * Defines `tag` once in `registry` and gives the design tokens their defaults; where another copy of the SDK, or somebody
 * else, was first, that one stays and the console says which versions met. Does nothing without a DOM.
 */
export function define(
  tag: string,
  constructor: CustomElementConstructor,
  registry: CustomElementRegistry | undefined = page.customElements,
): void {
  installTokens();
  const existing: Versioned | undefined = registry?.get(tag);
  if (existing === constructor) return;
  if (existing) {
    console.warn(whoWasFirst(tag, existing[versionKey]));
    return;
  }
  Object.defineProperty(constructor, versionKey, { value: VERSION });
  registry?.define(tag, constructor);
}

function whoWasFirst(tag: string, version: string | undefined): string {
  return version === undefined
    ? `<${tag}> is already defined, but not by wa-desk; wa-desk ${VERSION} leaves it alone and will not show there.`
    : `<${tag}> is already defined by wa-desk ${version}; this copy, ${VERSION}, uses that one. Load wa-desk once.`;
}
