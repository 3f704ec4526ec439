import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { busyMorning, quietDesk } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Desk/wa-presence',
  component: 'wa-presence',
  render: (_, { loaded }) => html`<div class="column"><wa-presence .desk=${sceneOf(loaded).desk}></wa-presence></div>`,
};
export default meta;
type Story = StoryObj;

export const Default: Story = scene(busyMorning);

/** Nobody has written yet. */
export const Quiet: Story = scene(quietDesk);

export const RightToLeft: Story = {
  ...scene(busyMorning),
  render: (_, { loaded }) =>
    html`<div class="column" dir="rtl"><wa-presence .desk=${sceneOf(loaded).desk}></wa-presence></div>`,
};

/** Not ready, for a reason that the server knows. */
export const NotReady: Story = {
  ...scene(quietDesk),
  play: async ({ loaded }) => {
    await sceneOf(loaded).desk.setPresence({ ready: false });
  },
};
