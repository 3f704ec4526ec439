import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { readOptions } from 'wa-desk/config';
import { FakeDesk, FakeSession, PIXEL } from '../test/support/fake-desk.js';
import { inbound, outbound, SAMPLE_NOW, samples, text } from '../test/support/messages.js';
import { rareSamples } from '../test/support/rare-messages.js';

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
      const all = { ...samples(), ...rareSamples() };
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

export const Text: Story = show('text', 'formatting', 'emoji', 'other scripts');
export const Emojis: Story = show('emoji one by one');
export const LongTexts: Story = show('long text');
export const Media: Story = show('image', 'video', 'sticker', 'animated sticker');
export const Sound: Story = show('voice', 'audio');
export const Documents: Story = show('document');
export const Locations: Story = show('location');
export const ContactCards: Story = show('contacts', 'full contact card');
export const Products: Story = show('product', 'catalog', 'catalog with a picture', 'order without prices');
export const ReplyButtons: Story = show('buttons', 'buttons under media');
export const Lists: Story = show('list', 'list without a word for its button');
export const Forms: Story = show('link', 'flow', 'address', 'unreadable answers');
export const Requests: Story = show('requests', 'call permission');
export const Carousels: Story = show('carousel', 'carousel answered', 'product carousel', 'notification carousel');
export const Payments: Story = show('payment', 'order on its way');
export const Notifications: Story = show(
  'notification text',
  'notification image',
  'notification document',
  'notification location',
  'notification video',
  'notification product',
);
export const NotificationButtons: Story = show('notification with every button');
export const NotificationGoods: Story = show('notification products', 'notification order');
export const SpecialNotifications: Story = show(
  'notification offer',
  'notification code',
  'notification missing values',
  'notification without its picture',
  'notification of another system',
);
export const Replies: Story = show('quote', 'forwarded', 'advertisement');
export const Reactions: Story = show('reactions', 'edited');
export const Times: Story = show('delayed');
export const States: Story = show('states', 'held');
export const Failures: Story = show('failed', 'unknown');
/** Only this desk has them: one waits for its turn, of one it is asked whether it arrived, and about two the agent decides. */
export const InTheOutbox: Story = {
  render: () => {
    const states = ['queued', 'sending', 'unconfirmed', 'stale', 'refused'] as const;
    const status = {
      queued: 'queued',
      sending: 'sending',
      unconfirmed: 'sending',
      stale: 'queued',
      refused: 'failed',
    } as const;
    const session = new FakeSession('s1', { outbox: states.map((state) => ({ messageId: state, state })) });
    return html`<div class="on-canvas stack">
      ${states.map((state) => {
        const delivery = { status: status[state], at: SAMPLE_NOW };
        const { seq: _, ...message } = outbound(text('Your parcel leaves today.'), { id: state, delivery });
        return html`<wa-message .message=${message} .session=${session}></wa-message>`;
      })}
    </div>`;
  },
};

export const Senders: Story = show('colleague', 'phone app', 'group', 'automation');
export const Unsupported: Story = show('unsupported', 'unsupported kinds', 'failed media');
export const Notices: Story = show('notices', 'calls', 'changes', 'edit without its message');
/** What is meant to deceive or to break out is only ever text. */
export const Hostile: Story = show('hostile');

/** Colours and sizes of each party and emojis of one's own, as the options set them. */
export const LooksByOptions: Story = {
  render: () => {
    const { options } = readOptions({
      'whatsappsession.client.background-color': '#fff4d6',
      'whatsappsession.client.text-color': '#33270a',
      'whatsappsession.client.prompt-color': '#5e4a16',
      'whatsappsession.client.font-size': 18,
      'whatsappsession.agent.background-color': '#d9f2e6',
      'whatsappsession.agent.text-color': '#0b2b1c',
      'whatsappsession.agent.prompt-color': '#1d4d35',
      'wa-desk.custom-emojis': JSON.stringify({ '1f6ce': PIXEL }),
    });
    const desk = new FakeDesk({ options });
    return html`<div class="on-canvas stack">
      ${[
        inbound(text('Is it *there* by Friday? 🛎️')),
        outbound(text('Yes, it leaves today.')),
        inbound(text('🛎️')),
      ].map((message) => html`<wa-message .message=${message} .desk=${desk}></wa-message>`)}
    </div>`;
  },
};
