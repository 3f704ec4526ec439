import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import 'wa-desk';
import { closedWindow, closingWindow, missingPart } from 'wa-desk/transports/simulator';
import { scene, sceneOf } from './support.js';

const meta: Meta = {
  title: 'Session/wa-composer',
  component: 'wa-composer',
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<div class="on-canvas"><wa-composer .desk=${desk} .session=${session}></wa-composer></div>`;
  },
};
export default meta;
type Story = StoryObj;

export const Idle: Story = scene(missingPart);

/** The counter appears in the last tenth of what may be sent. */
export const NearTheLimit: Story = typed('The bell comes in the same parcel. '.repeat(110));

/** Over the limit: what is too much, and why it cannot be sent. */
export const OverTheLimit: Story = typed('The bell comes in the same parcel. '.repeat(130));

/** From an hour before its end, the window counts down. */
export const WindowClosesSoon: Story = scene(closingWindow);

/** Past the window only a notification can go. */
export const WindowClosed: Story = scene(closedWindow);

/** Past the window what is typed goes out inside the default notification, which is shown before it is sent. */
export const DefaultNotification: Story = {
  ...notified('on *Friday* between 9 and 12'),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('wa-composer')?.shadowRoot;
    await waitFor(() => expect(root?.querySelector('.preview strong')?.textContent).toBe('Friday'));
    root?.querySelector<HTMLElement>('.send')?.click();
    await waitFor(() => expect(root?.querySelector('textarea')?.value).toBe(''));
  },
};

/** A template takes no line breaks: one press takes them out. */
export const DefaultNotificationOnSeveralLines: Story = notified('on Friday\nbetween 9 and 12');

/** The combined text is longer than a template may be. */
export const DefaultNotificationTooLong: Story = notified('on Friday between 9 and 12 '.repeat(50));

/** What was typed stays with its session. */
export const Typed: Story = {
  ...typed('*Good morning* Mara, the light leaves _today_.'),
  play: async ({ canvasElement }) => {
    const composer = canvasElement.querySelector('wa-composer');
    await waitFor(() =>
      expect(composer?.shadowRoot?.querySelector('textarea')?.value).toContain('the light leaves _today_'),
    );
  },
};

export const RightToLeft: Story = {
  ...scene(missingPart),
  render: (_, { loaded }) => {
    const { desk, session } = sceneOf(loaded);
    return html`<div class="on-canvas" dir="rtl"><wa-composer .desk=${desk} .session=${session}></wa-composer></div>`;
  },
};

function notified(text: string): Story {
  const name = 'whatsappsession';
  return scene(
    closedWindow,
    ({ session: { draft } }) => {
      draft.set({ ...draft.snapshot, text });
    },
    {
      [`${name}.enable-free-msg-timespan-monitoring`]: true,
      [`${name}.default-notification-text`]: 'We can deliver {{1}}. Does that suit you?',
      [`${name}.default-notification-id`]: 'delivery_slot',
      [`${name}.default-notification-language`]: 'en_US',
    },
  );
}

function typed(text: string): Story {
  return scene(missingPart, ({ session: { draft } }) => {
    draft.set({ ...draft.snapshot, text });
  });
}
