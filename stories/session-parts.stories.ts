import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { busyMorning, missingPart } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Session/wa-session',
  component: 'wa-session',
  parameters: { layout: 'fullscreen' },
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<wa-session class="whole-page" .desk=${desk} .session=${session}></wa-session>`;
  },
};
export default meta;
type Story = StoryObj;

/** Header, transcript and composer of one session. */
export const Engaged: Story = scene(missingPart);

/** Nothing has been chosen yet. */
export const Empty: Story = { render: () => html`<wa-session class="pane"></wa-session>` };

/** The session is over for the contact; note, disposition and Done are left. */
export const WrapUp: Story = {
  ...scene(busyMorning),
  play: async ({ loaded }) => {
    await sceneOf(loaded).session.wrapUp();
  },
};
