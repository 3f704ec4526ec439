import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { missingPart } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Session/wa-wrap-up',
  component: 'wa-wrap-up',
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<div class="column"><wa-wrap-up .desk=${desk} .session=${session}></wa-wrap-up></div>`;
  },
};
export default meta;
type Story = StoryObj;

export const Default: Story = scene(missingPart);
