import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import 'wa-desk';
import type { TemplateDefinition } from 'wa-desk/domain';
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

const withEverything: TemplateDefinition = {
  name: 'order_shipped',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  header: { kind: 'text', text: 'Order {{1}}', examples: { '1': 'LN-20417' } },
  body: { text: 'Hello {{1}}, it arrives on *{{2}}*.', examples: { '1': 'Mara', '2': 'Thursday' } },
  footer: 'Reply here if anything is wrong.',
  buttons: [
    { kind: 'quick-reply', text: 'Another day, please' },
    { kind: 'url', text: 'Track parcel', url: 'https://track.example.com/{{1}}', example: 'LN-20417' },
  ],
};

const form: NonNullable<Story['render']> = (_, { loaded }) => {
  const { desk, session } = sceneOf(loaded);
  return html`<wa-notification-editor
    class="pane"
    .desk=${desk}
    .session=${session}
    .template=${withEverything}
  ></wa-notification-editor>`;
};

/** A field for each parameter, the preview beside them. */
export const Filling: Story = { ...scene(closedWindow), render: form };

/** Send was tried too early: all that is missing is listed, and each entry leads to its field. */
export const Incomplete: Story = {
  ...Filling,
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('wa-notification-editor')?.shadowRoot;
    root?.querySelector<HTMLButtonElement>('.send')?.click();
    await waitFor(() => expect(root?.querySelectorAll('.summary li')).toHaveLength(4));
  },
};
