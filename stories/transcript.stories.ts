import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import 'wa-desk';
import { missingPart, troubledSends } from 'wa-desk/transports/simulator';
import { inbound, outbound, text } from '../test/support/messages.js';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Session/wa-transcript',
  component: 'wa-transcript',
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<wa-transcript class="pane" .desk=${desk} .session=${session}></wa-transcript>`;
  },
};
export default meta;
type Story = StoryObj;

export const Conversation: Story = scene(missingPart);

/** What failed, and what nobody knows. */
export const TroubledSends: Story = scene(troubledSends);

/** Nobody has written yet. */
export const Empty: Story = { render: () => html`<wa-transcript class="pane" .messages=${[]}></wa-transcript>` };

/** Ten thousand messages: only those around the reader are in the page. */
export const TenThousand: Story = {
  render: () => html`<wa-transcript class="pane" .messages=${manyMessages(10_000)}></wa-transcript>`,
  play: async ({ canvasElement }) => {
    const rows = (): NodeListOf<Element> | undefined =>
      canvasElement.querySelector('wa-transcript')?.shadowRoot?.querySelectorAll('[role=listitem]');
    await waitFor(() => expect(rows()?.length).toBeGreaterThan(0));
    await expect(rows()?.length).toBeLessThan(200);
  },
};

/** Words that are looked for are marked. */
export const Highlighted: Story = {
  render: () => html`<wa-transcript class="pane" highlight="light" .messages=${manyMessages(12)}></wa-transcript>`,
};

/** Words are found with Ctrl+F, whatever their case and accents; Enter goes to the older match. */
export const Finding: Story = {
  ...scene(missingPart),
  play: async ({ canvasElement }) => {
    const transcript = canvasElement.querySelector('wa-transcript');
    await transcript?.find();
    const bar = await waitFor(() => transcript?.shadowRoot?.querySelector('wa-find-bar')?.shadowRoot);
    const field = bar?.querySelector('input');
    if (!field) throw new Error('The bar has no field.');
    await userEvent.type(field, 'LIGHT');
    await waitFor(() => expect(bar?.querySelector('.result')?.textContent).toContain('1 of'));
  },
};

/** A day is chosen, and what was said from then on is fetched. */
export const GoingToADay: Story = {
  ...scene(missingPart),
  play: async ({ canvasElement }) => {
    await canvasElement.querySelector('wa-transcript')?.find('date');
  },
};

export const RightToLeft: Story = {
  ...scene(missingPart),
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<div dir="rtl"><wa-transcript class="pane" .desk=${desk} .session=${session}></wa-transcript></div>`;
  },
};

function manyMessages(count: number): ReturnType<typeof inbound>[] {
  const start = Date.UTC(2026, 10, 20, 8);
  return Array.from({ length: count }, (_, index) =>
    (index % 3 === 2 ? outbound : inbound)(text(`Message ${String(index + 1)} about the *front light* of LN-48213`), {
      originAt: start + index * 40_000,
      arrivedAt: start + index * 40_000,
    }),
  );
}
