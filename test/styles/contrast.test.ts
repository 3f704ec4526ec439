import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { themeStyles } from '../../src/styles/themes.styles.js';
import { tokens } from '../../src/styles/tokens.js';

type Scheme = 'light' | 'dark';

const BUBBLES = ['bubble-contact', 'bubble-agent', 'bubble-colleague', 'bubble-internal'];
const GROUNDS = ['canvas', 'surface', 'surface-raised', 'surface-sunken', 'hover', 'selected'];

/** Text by its colour, and the grounds it stands on. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  text: [...GROUNDS, ...BUBBLES, 'info-soft', 'warning-soft', 'danger-soft'],
  'text-muted': [...GROUNDS, 'warning-soft'],
  'bubble-meta': BUBBLES,
  accent: ['canvas', 'surface', 'surface-raised', 'selected', 'accent-soft', ...BUBBLES],
  'on-accent': ['accent'],
  'on-danger': ['danger'],
  info: ['canvas', 'surface', 'info-soft'],
  success: ['canvas', 'surface', 'success-soft'],
  warning: ['canvas', 'surface', 'warning-soft'],
  danger: ['canvas', 'surface', 'surface-raised', 'danger-soft', 'bubble-contact', 'bubble-agent'],
  'on-pending-1': ['pending-1'],
  'on-pending-2': ['pending-2'],
  'on-pending-3': ['pending-3'],
  'on-avatar': ['avatar-1', 'avatar-2', 'avatar-3', 'avatar-4'],
};

/** Lines and pictures that mean something. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  'line-strong': ['canvas', 'surface', 'surface-raised', 'surface-sunken', 'hover'],
  'bubble-internal-line': ['bubble-internal', 'canvas'],
  warning: ['bubble-agent', 'bubble-contact'],
  info: ['bubble-agent'],
  focus: ['focus-halo', 'canvas', 'surface'],
};

const highContrast = {
  ...tokens,
  ...declarationsOf(/:host\(\[theme~='high-contrast'\]\) \{([^}]*)\}/),
};

function declarationsOf(rule: RegExp): Readonly<Record<string, string>> {
  const body = rule.exec(themeStyles.cssText)?.[1] ?? '';
  const declarations: Record<string, string> = {};
  for (const [, name = '', value = ''] of body.matchAll(/--wa-desk-([\w-]+):\s*([^;]+);/g)) declarations[name] = value;
  return declarations;
}

function luminance(theme: Readonly<Record<string, string>>, token: string, scheme: Scheme): number {
  const value = theme[token] ?? '';
  const colours = value.match(/#[0-9a-f]{6}/g) ?? [];
  const colour = colours.length > 1 && scheme === 'dark' ? colours[1] : colours[0];
  assert.ok(colour, `${token} has a ${scheme} colour`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Readonly<Record<string, string>>, one: string, other: string, scheme: Scheme): number {
  const [dark = 0, light = 0] = [one, other].map((token) => luminance(theme, token, scheme)).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function assertContrast(
  theme: Readonly<Record<string, string>>,
  pairs: Readonly<Record<string, readonly string[]>>,
  least: number,
): void {
  for (const [token, grounds] of Object.entries(pairs)) {
    for (const ground of grounds) {
      for (const scheme of ['light', 'dark'] as const) {
        const ratio = contrast(theme, token, ground, scheme);
        assert.ok(ratio >= least, `${token} on ${ground}, ${scheme}: ${ratio.toFixed(2)}, at least ${least} is asked`);
      }
    }
  }
}

describe('the colours', () => {
  it('give text 4.5:1 on every ground it stands on, light and dark', () => {
    assertContrast(tokens, TEXT, 4.5);
  });

  it('give marks that mean something 3:1', () => {
    assertContrast(tokens, MARKS, 3);
  });

  it('give text and marks 7:1 in high contrast', () => {
    assertContrast(highContrast, TEXT, 7);
    assertContrast(highContrast, MARKS, 7);
  });
});
