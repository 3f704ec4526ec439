import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import type { MediaRef } from 'wa-desk/domain';
import { pngPicture, Random, wavVoice } from 'wa-desk/transports/simulator';
import { FILM, LABEL, PHOTO, VOICE } from '../test/support/messages.js';

const meta: Meta = {
  title: 'Session/wa-attachment',
  component: 'wa-attachment',
};
export default meta;
type Story = StoryObj;

const lease = (blob: () => Blob) => (): Promise<{ url: string; release(): void }> => {
  const url = URL.createObjectURL(blob());
  return Promise.resolve({ url, release: () => URL.revokeObjectURL(url) });
};

function show(
  kind: string,
  media: MediaRef,
  rest: { readonly blob?: () => Blob; readonly voice?: boolean; readonly label?: string },
): Story {
  return {
    render: () =>
      html`<div class="on-canvas column">
        <wa-attachment
          kind=${kind}
          .media=${media}
          .voice=${rest.voice ?? false}
          label=${rest.label ?? ''}
          .lease=${rest.blob ? lease(rest.blob) : undefined}
        ></wa-attachment>
      </div>`,
  };
}

export const Picture: Story = show('image', PHOTO, {
  blob: () => pngPicture(new Random(7), { width: 640, height: 400 }),
  label: 'Photo from Mara, 09:31',
});
export const Video: Story = show('video', FILM, { label: 'Video from Mara, 09:31' });
export const VoiceMessage: Story = show('audio', VOICE, { blob: () => wavVoice(new Random(7), 3).blob, voice: true });
export const Document: Story = show('document', LABEL, { blob: () => new Blob(['%PDF-1.4']) });
export const BeingFetched: Story = show('image', { ...PHOTO, state: 'fetching' }, {});
export const NotFetched: Story = show('image', { ...PHOTO, state: 'failed' }, {});
export const Expired: Story = show('document', { ...LABEL, state: 'expired' }, {});
