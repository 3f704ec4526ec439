/** What a payload would do if it ran: loaded before everything else, so that nothing escapes it. */
const caught: string[] = [];

for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval'] as const)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    value: () => {
      caught.push(`called ${name}()`);
    },
  });
addEventListener('error', (event) => caught.push(`error: ${event.message}`));
addEventListener('unhandledrejection', ({ reason }) => caught.push(`unhandled: ${String(reason)}`));
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  caught.push(`policy report: ${effectiveDirective} ${blockedURI}`),
);

interface Surroundings {
  readonly globals: ReadonlySet<string>;
  readonly address: string;
  readonly cookie: string;
  readonly head: number;
  readonly body: number;
}

const surroundings = (): Surroundings => ({
  globals: new Set(Object.getOwnPropertyNames(globalThis)),
  address: location.href,
  cookie: document.cookie,
  head: document.head.childElementCount,
  body: document.body.childElementCount,
});

let before: Surroundings | undefined;

/** From now on, what changes around the elements is a payload's doing. */
export function watch(): void {
  caught.length = 0;
  before = surroundings();
}

/** What ran since the last time one asked. */
export function takeCaught(): readonly string[] {
  const now = surroundings();
  if (before) {
    const { globals, ...rest } = before;
    for (const name of now.globals) if (!globals.has(name)) caught.push(`left a global ${name}`);
    for (const [what, value] of Object.entries(rest))
      if (now[what as keyof typeof rest] !== value) caught.push(`changed the page's ${what}`);
  }
  before = now;
  return caught.splice(0);
}
