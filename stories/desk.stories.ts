import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import 'wa-desk';
import { busyMorning, closedWindow, missingPart, quietDesk, troubledSends } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Desk/wa-desk',
  component: 'wa-desk',
  parameters: { layout: 'fullscreen' },
  render: (_, { loaded }) => html`<wa-desk class="whole-page" .desk=${sceneOf(loaded).desk}></wa-desk>`,
};
export default meta;
type Story = StoryObj;

/** Two open sessions, one of which waits too long, and an offer. */
export const BusyMorning: Story = scene(busyMorning);

/** Nobody has written yet. */
export const Quiet: Story = scene(quietDesk);

/** The contact wrote more than a day ago: only a notification can go now. */
export const WindowClosed: Story = scene(closedWindow);

/** A message that failed, and one of which nobody knows whether WhatsApp took it. */
export const TroubledSends: Story = scene(troubledSends);

/** The same desk in a column of a CRM. */
export const Narrow: Story = {
  ...scene(missingPart),
  render: (_, { loaded }) => html`<wa-desk class="column" .desk=${sceneOf(loaded).desk}></wa-desk>`,
};

export const HighContrast: Story = {
  ...scene(busyMorning),
  render: (_, { loaded }) =>
    html`<wa-desk class="whole-page" theme="high-contrast" .desk=${sceneOf(loaded).desk}></wa-desk>`,
};

export const RightToLeft: Story = {
  ...scene(busyMorning),
  render: (_, { loaded }) =>
    html`<div dir="rtl"><wa-desk class="whole-page" .desk=${sceneOf(loaded).desk}></wa-desk></div>`,
};

/** Accepting the offer opens its session. */
export const AcceptsAnOffer: Story = {
  ...scene(busyMorning),
  play: async ({ canvasElement, loaded }) => {
    const { desk } = sceneOf(loaded);
    const before = desk.snapshot.sessions.length;
    const offers = await waitFor(() => deep(canvasElement, 'wa-offers'));
    const accept = await waitFor(() => button(offers, 'Accept'));
    await userEvent.click(accept);
    await waitFor(() => expect(desk.snapshot.sessions.length).toBe(before + 1));
  },
};

function deep(root: ParentNode, selector: string): Element {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) return element;
    const inside = element.shadowRoot && find(element.shadowRoot, selector);
    if (inside) return inside;
  }
  throw new Error(`No ${selector} is shown.`);
}

function find(root: ShadowRoot, selector: string): Element | undefined {
  try {
    return deep(root, selector);
  } catch {
    return undefined;
  }
}

function button(host: Element, name: string): HTMLElement {
  const buttons = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])];
  const found = buttons.find((candidate) => candidate.textContent.includes(name));
  if (!found) throw new Error(`No button ${name} is shown.`);
  return found;
}
