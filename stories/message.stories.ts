import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { samples } from '../test/support/messages.js';

const meta: Meta = {
  title: 'Session/wa-message',
  component: 'wa-message',
};
export default meta;
type Story = StoryObj;

/** The samples whose names are given, each message with those that belong to it. */
function show(...names: readonly string[]): Story {
  return {
    render: () => {
      const all = samples();
      return html`<div class="on-canvas stack">
        ${names.flatMap((name) =>
          (all[name] ?? []).map(
            (message) => html`<wa-message .message=${message} .related=${all[name] ?? []}></wa-message>`,
          ),
        )}
      </div>`;
    },
  };
}

export const Text: Story = show('text', 'formatting', 'emoji');
export const Media: Story = show('image', 'video', 'sticker');
export const Sound: Story = show('voice', 'audio');
export const Documents: Story = show('document');
export const Locations: Story = show('location');
export const ContactCards: Story = show('contacts');
export const Products: Story = show('product', 'catalog');
export const ReplyButtons: Story = show('buttons');
export const Lists: Story = show('list');
export const Forms: Story = show('link', 'flow', 'address');
export const Requests: Story = show('requests');
export const Carousels: Story = show('carousel', 'notification carousel');
export const Payments: Story = show('payment');
export const Notifications: Story = show(
  'notification text',
  'notification image',
  'notification document',
  'notification location',
);
export const SpecialNotifications: Story = show(
  'notification offer',
  'notification code',
  'notification missing values',
  'notification of another system',
);
export const Replies: Story = show('quote', 'forwarded', 'advertisement');
export const Reactions: Story = show('reactions', 'edited');
export const Times: Story = show('delayed');
export const States: Story = show('states', 'held');
export const Failures: Story = show('failed', 'unknown');
export const Senders: Story = show('colleague', 'phone app');
export const Unsupported: Story = show('unsupported');
export const Notices: Story = show('notices');
/** What is meant to deceive or to break out is only ever text. */
export const Hostile: Story = show('hostile');
