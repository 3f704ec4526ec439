import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import type { SessionView } from 'wa-desk/desk';
import { FakeDesk, FakeSession } from '../test/support/fake-desk.js';

const meta: Meta = {
  title: 'Session/wa-pending-response',
  component: 'wa-pending-response',
};
export default meta;
type Story = StoryObj;

/** The contact has waited for so long. */
function waiting(pendingLevel: SessionView['pendingLevel'], seconds: number): Story {
  return {
    render: () => {
      const session = new FakeSession('s1', { pendingLevel });
      session.change({ session: { ...session.snapshot.session, pendingSince: session.now() - seconds * 1000 } });
      return html`<wa-pending-response .desk=${new FakeDesk()} .session=${session}></wa-pending-response>`;
    },
  };
}

export const Waiting: Story = waiting('waiting', 12);
export const Late: Story = waiting('late', 41);
export const Overdue: Story = waiting('overdue', 130);
