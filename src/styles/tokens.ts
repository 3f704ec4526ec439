import { css, type CSSResult } from 'lit';

/**
 * Every design token and its default, by name without the `--wa-desk-` in front; pairs are `light-dark(light, dark)`.
 * Contrast on its own ground is at least 4.5:1 for text and 3:1 for marks.
 */
export const tokens = {
  // Colour roles. No colour stands alone: every state also has an icon, a word or a shape.
  canvas: 'light-dark(#f3f4f7, #0e1014)',
  surface: 'light-dark(#ffffff, #15181e)',
  'surface-raised': 'light-dark(#ffffff, #1d2129)',
  'surface-sunken': 'light-dark(#f6f7f9, #101318)',
  hover: 'light-dark(#eef0f4, #20252e)',
  selected: 'light-dark(#e9edfc, #1d2542)',
  text: 'light-dark(#171a21, #e9ebef)',
  'text-muted': 'light-dark(#555d6c, #a3abb9)',
  line: 'light-dark(#e1e4ea, #2b303a)',
  'line-strong': 'light-dark(#7f8796, #737c8d)',
  accent: 'light-dark(#3451c7, #95a8ff)',
  'on-accent': 'light-dark(#ffffff, #0b1233)',
  'accent-soft': 'light-dark(#e9edfc, #222b4e)',
  'bubble-contact': 'light-dark(#ffffff, #20252e)',
  'bubble-agent': 'light-dark(#dfe7fd, #29376d)',
  'bubble-colleague': 'light-dark(#dcedf1, #17383f)',
  'bubble-internal': 'light-dark(#fff3cf, #352a0d)',
  'bubble-internal-line': 'light-dark(#8a6500, #d0a33a)',
  'bubble-meta': 'light-dark(#535b6a, #bec5d2)',
  info: 'light-dark(#0a6388, #6cc5eb)',
  'info-soft': 'light-dark(#e3f2f9, #0f2d3a)',
  success: 'light-dark(#166c41, #62cf94)',
  'success-soft': 'light-dark(#e0f4e9, #12311f)',
  warning: 'light-dark(#844d00, #f2bb3d)',
  'warning-soft': 'light-dark(#fff0cc, #37290a)',
  danger: 'light-dark(#b92a2a, #ff8f86)',
  'danger-soft': 'light-dark(#fde9e7, #431b1b)',
  'on-danger': 'light-dark(#ffffff, #2a0706)',
  'pending-1': 'light-dark(#e0f4e9, #12311f)',
  'on-pending-1': 'light-dark(#166c41, #62cf94)',
  'pending-2': 'light-dark(#ffd560, #f2bb3d)',
  'on-pending-2': 'light-dark(#3f2b00, #2b1d00)',
  'pending-3': 'light-dark(#b92a2a, #d53a40)',
  'on-pending-3': '#ffffff',
  'avatar-1': 'light-dark(#dde3f6, #2b3559)',
  'avatar-2': 'light-dark(#d9ebee, #1e3f46)',
  'avatar-3': 'light-dark(#efe1ee, #45304a)',
  'avatar-4': 'light-dark(#ebe6da, #3d382a)',
  'on-avatar': 'light-dark(#323a4b, #dfe3ec)',
  focus: 'light-dark(#1b3aa8, #ffffff)',
  'focus-halo': 'light-dark(#ffffff, #0e1014)',
  scrim: 'light-dark(rgb(23 26 33 / .36), rgb(0 0 0 / .56))',
  tint: 'light-dark(rgb(23 26 33 / .06), rgb(255 255 255 / .08))',

  // Space: a grid of 4 px (2 px only between bubbles of one group).
  'space-half': '2px',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '20px',
  'space-6': '24px',
  'space-8': '32px',
  'space-10': '40px',
  'space-12': '48px',

  // Type. The font itself is the host's: `--wa-desk-font-family` has no default.
  'font-family-mono': 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", Menlo, Consolas, monospace',
  'text-xs': '.6875rem',
  'leading-xs': '.875rem',
  'text-sm': '.75rem',
  'leading-sm': '1rem',
  'text-md': '.875rem',
  'leading-md': '1.25rem',
  'text-lg': '1rem',
  'leading-lg': '1.5rem',
  'text-emoji': '2rem',
  'leading-emoji': '2.5rem',
  'weight-regular': '400',
  'weight-medium': '500',
  'weight-bold': '600',

  // Form.
  'radius-bubble': '8px',
  'radius-control': '6px',
  'radius-small': '4px',
  'radius-pill': '999px',
  border: '1px',
  control: '32px',
  'control-small': '24px',
  icon: '20px',
  'icon-small': '16px',
  header: '56px',
  list: '288px',
  rail: '72px',
  panel: '320px',
  'conversation-min': '480px',
  'bubble-max': 'min(75%, 65ch)',
  'card-max': '320px',

  // What a folded text fades into; high contrast and forced colours cut it off instead.
  fade: 'transparent',

  // High contrast and forced colours draw lines where others have tints, and add words to icons. These inherit, so that
  // an element deep inside a desk follows the theme of the desk; see `themeStyles`.
  edge: '0px',
  'bubble-edge-contact': '0px solid',
  'bubble-edge-agent': '0px solid',
  'bubble-edge-colleague': '0px solid',
  'bubble-edge-internal': '1px dashed',
  'bubble-tail': 'block',
  'contrast-words': 'none',

  // Elevation: only what floats.
  elevation:
    '0 0 0 1px light-dark(rgb(23 26 33 / .08), rgb(255 255 255 / .1)), ' +
    '0 2px 4px light-dark(rgb(23 26 33 / .06), rgb(0 0 0 / .4)), ' +
    '0 12px 28px light-dark(rgb(23 26 33 / .16), rgb(0 0 0 / .5))',

  // Motion: opacity and transform only.
  'duration-quick': '120ms',
  duration: '160ms',
  'duration-slow': '200ms',
  ease: 'cubic-bezier(.2, 0, 0, 1)',
  'delay-skeleton': '150ms',
  blink: '1s',

  'focus-width': '2px',
  'focus-offset': '2px',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a design token without the `--wa-desk-` in front. */
export type TokenName = keyof typeof tokens;

/**
 * Gives every token its default in the window `view`; asking again, also from a second copy of the SDK, changes nothing.
 *
 * The defaults are *registered initial values*, not a rule: there is no style sheet of ours in the host's page, any
 * value the host sets wins whatever its specificity or cascade layer, it reaches elements inside shadow roots, and an
 * element never redeclares what it inherits. Script registers them, so a content security policy has no say in it.
 * `define()` calls this; a host that defines the classes by hand calls it once itself.
 */
export function installTokens(view: { readonly CSS?: Pick<typeof CSS, 'registerProperty'> } = globalThis): void {
  if (!view.CSS?.registerProperty) return;
  for (const [name, initialValue] of Object.entries(tokens)) {
    try {
      view.CSS.registerProperty({ name: `--wa-desk-${name}`, syntax: '*', inherits: true, initialValue });
    } catch (error) {
      if (!isAlreadyRegistered(error)) throw error;
    }
  }
}

function isAlreadyRegistered(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidModificationError';
}

/**
 * Values that follow another token unless the host sets them. They stand at the place of use, because a default such
 * as `--wa-desk-link: var(--wa-desk-accent)` on the root would keep the root's accent inside a desk with its own.
 */
export const derived = {
  /** Links; follows `accent`. */
  link: css`var(--wa-desk-link, var(--wa-desk-accent))`,
  /** Bar of a quote of the contact; follows `info`. */
  quoteBarContact: css`var(--wa-desk-quote-bar-contact, var(--wa-desk-info))`,
  /** Bar of a quote of our side; follows `accent`. */
  quoteBarAgent: css`var(--wa-desk-quote-bar-agent, var(--wa-desk-accent))`,
  /** Check marks up to "delivered"; follows `bubble-meta`. */
  tick: css`var(--wa-desk-tick, var(--wa-desk-bubble-meta))`,
  /** Check marks of "read"; follows `accent`. */
  tickRead: css`var(--wa-desk-tick-read, var(--wa-desk-accent))`,
  /** The two-tone ring as a `box-shadow`; follows `focus`, `focus-halo` and `focus-width`. */
  focusRing: css`var(--wa-desk-focus-ring, 0 0 0 2px var(--wa-desk-focus-halo), 0 0 0 calc(2px + var(--wa-desk-focus-width)) var(--wa-desk-focus))`,
  /** Height of a control; at least 44 px under a coarse pointer. */
  control: css`max(var(--wa-desk-control), var(--_target, 24px))`,
  /** Height of a small control; at least 24 px, and 44 px under a coarse pointer. */
  controlSmall: css`max(var(--wa-desk-control-small), var(--_target, 24px))`,
} as const satisfies Readonly<Record<string, CSSResult>>;
