import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import 'wa-desk';
import { missingPart } from 'wa-desk/transports/simulator';
import { scene, sceneOf, type Scene } from './support.js';

const meta: Meta = {
  title: 'Desk/wa-unsent',
  component: 'wa-unsent',
  render: (_, { loaded }) => html`<wa-unsent .desk=${sceneOf(loaded).desk}></wa-unsent>`,
};
export default meta;
type Story = StoryObj;

/** Two messages wait for the connection when the session is ended in another window. */
function endedMeanwhile({ simulator, session }: Scene): void {
  simulator.cutLink();
  void session.send({ kind: 'text', body: 'Good news: the missing part left our warehouse this morning.' });
  void session.send({
    kind: 'text',
    body: 'It should be with you by *Friday*.\nYou will get the tracking number today.',
  });
  simulator.agent.finishes(session.id);
}

/** They are kept, through every reload, until the agent has decided. */
export const Default: Story = scene(missingPart, endedMeanwhile);

/** The contact has written again, so that they can be sent there. */
export const ContactIsBack: Story = scene(missingPart, (made) => {
  endedMeanwhile(made);
  made.simulator.contact('Mara Lindqvist').writes('Are you still there?');
  made.simulator.agent.accepts();
});

/** Where they stand in a whole desk. */
export const InTheDesk: Story = {
  ...scene(missingPart, endedMeanwhile),
  parameters: { layout: 'fullscreen' },
  render: (_, { loaded }) => html`<wa-desk class="whole-page" .desk=${sceneOf(loaded).desk}></wa-desk>`,
};

export const RightToLeft: Story = {
  ...scene(missingPart, endedMeanwhile),
  render: (_, { loaded }) =>
    html`<div class="column" dir="rtl"><wa-unsent .desk=${sceneOf(loaded).desk}></wa-unsent></div>`,
};

/** The agent gives up both. */
export const DiscardsBoth: Story = {
  ...scene(missingPart, endedMeanwhile),
  play: async ({ canvasElement, loaded }) => {
    const { desk } = sceneOf(loaded);
    for (const left of [1, 0]) {
      await userEvent.click(await waitFor(() => discard(canvasElement)));
      await waitFor(() => expect(desk.snapshot.unsent.flatMap(({ messages }) => messages).length).toBe(left));
    }
  },
};

function discard(root: ParentNode): HTMLElement {
  const buttons = [...(root.querySelector('wa-unsent')?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])];
  const found = buttons.find(({ textContent }) => textContent.trim() === 'Discard');
  if (!found) throw new Error('No button Discard is shown.');
  return found;
}
