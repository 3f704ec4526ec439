import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import type { SessionView } from 'wa-desk/desk';
import { FakeSession } from '../test/support/fake-desk.js';

const meta: Meta = {
  title: 'Session/wa-service-window',
  component: 'wa-service-window',
};
export default meta;
type Story = StoryObj;

/** The window closes in so many minutes; it has closed when there are none. */
function closesIn(windowPhase: SessionView['windowPhase'], minutes: number): Story {
  return {
    render: () => {
      const session = new FakeSession('s1', { windowPhase });
      const closesAt = session.now() + minutes * 60_000;
      session.change({
        session: { ...session.snapshot.session, window: { closesAt, openedAt: closesAt - 86_400_000 } },
      });
      return html`<wa-service-window .session=${session}></wa-service-window>`;
    },
  };
}

export const Open: Story = closesIn('open', 1439);
export const Near: Story = closesIn('near', 14);
export const Closed: Story = closesIn('closed', -5);
