import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { closedWindow } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Session/wa-notification-editor',
  component: 'wa-notification-editor',
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<wa-notification-editor class="pane" .desk=${desk} .session=${session}></wa-notification-editor>`;
  },
};
export default meta;
type Story = StoryObj;

/** The templates that may be sent, and why others may not. */
export const Choosing: Story = scene(closedWindow);

export const Narrow: Story = {
  ...scene(closedWindow),
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<wa-notification-editor class="column" .desk=${desk} .session=${session}></wa-notification-editor>`;
  },
};
