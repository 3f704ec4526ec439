import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { busyMorning, quietDesk } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Desk/wa-session-list',
  component: 'wa-session-list',
  render: (_, { loaded }) =>
    html`<div class="column"><wa-session-list .desk=${sceneOf(loaded).desk}></wa-session-list></div>`,
};
export default meta;
type Story = StoryObj;

export const Default: Story = scene(busyMorning);

/** Nobody has written yet. */
export const Quiet: Story = scene(quietDesk);

export const RightToLeft: Story = {
  ...scene(busyMorning),
  render: (_, { loaded }) =>
    html`<div class="column" dir="rtl"><wa-session-list .desk=${sceneOf(loaded).desk}></wa-session-list></div>`,
};
