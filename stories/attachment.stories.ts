import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';
import { WaError, type MediaRef } from 'wa-desk/domain';
import { pngPicture, Random, wavVoice } from 'wa-desk/transports/simulator';
import { FILM, LABEL, PHOTO, stored, VOICE } from '../test/support/messages.js';

const meta: Meta = {
  title: 'Session/wa-attachment',
  component: 'wa-attachment',
};
export default meta;
type Story = StoryObj;

const lend = (blob: () => Blob) => (): Promise<{ url: string; release(): void }> => {
  const url = URL.createObjectURL(blob());
  return Promise.resolve({ url, release: () => URL.revokeObjectURL(url) });
};
const refuse = (code: 'media-unavailable' | 'transport-lost') => (): Promise<never> =>
  Promise.reject(new WaError(code, 'A story lends nothing.'));

const picture = (width: number, height: number) => (): Blob => pngPicture(new Random(7), { width, height });
const voice = (): Blob => wavVoice(new Random(7), 3).blob;
const rubbish = (): Blob => new Blob(['nothing that a browser could show']);

interface Look {
  readonly lease?: () => Promise<{ url: string; release(): void }>;
  readonly voice?: boolean;
  readonly animated?: boolean;
  readonly label?: string;
}

function show(kind: string, media: MediaRef, look: Look = {}): Story {
  return {
    render: () =>
      html`<div class="on-canvas column">
        <wa-attachment
          kind=${kind}
          .media=${media}
          .voice=${look.voice ?? false}
          .animated=${look.animated ?? false}
          label=${look.label ?? ''}
          .lease=${look.lease}
        ></wa-attachment>
      </div>`,
  };
}

const PHOTO_LABEL = 'Photo from Mara, 09:31';

export const Picture: Story = show('image', PHOTO, { lease: lend(picture(640, 400)), label: PHOTO_LABEL });
/** Tall pictures are cut in the transcript; the large view shows all. */
export const TallPicture: Story = show('image', stored('tall', { width: 400, height: 900 }), {
  lease: lend(picture(400, 900)),
  label: PHOTO_LABEL,
});
/** Room of a usual shape, and it stays as it is when the picture comes. */
export const PictureOfUnknownSize: Story = show('image', stored('unsized'), {
  lease: lend(picture(300, 120)),
  label: PHOTO_LABEL,
});
export const PictureOnItsWay: Story = show('image', PHOTO, {
  lease: () => new Promise(() => undefined),
  label: PHOTO_LABEL,
});
export const Video: Story = show('video', FILM, { label: 'Video from Mara, 09:31' });
export const VideoThatCannotBePlayed: Story = show('video', FILM, {
  lease: lend(rubbish),
  label: 'Video from Mara, 09:31',
});
export const VoiceMessage: Story = show('audio', VOICE, { lease: lend(voice), voice: true });
/** Its length is learnt when it comes near the view, its loudness too where it is small. */
export const VoiceMessageOfUnknownLength: Story = show('audio', stored('voice', { size: 48_000 }), {
  lease: lend(voice),
  voice: true,
});
export const AudioFile: Story = show(
  'audio',
  stored('song', { mimeType: 'audio/mpeg', fileName: 'squeak-from-the-front-wheel.mp3', durationMs: 134_000 }),
  { lease: lend(voice) },
);
/** Decoded when it is first played. */
export const AudioInAmr: Story = show('audio', stored('amr', { mimeType: 'audio/amr', durationMs: 9000 }), {
  lease: lend(rubbish),
  voice: true,
});
export const Sticker: Story = show('sticker', stored('sticker', { width: 512, height: 512 }), {
  lease: lend(picture(512, 512)),
  label: 'Sticker from Mara',
});
export const AnimatedSticker: Story = show('sticker', stored('sticker', { width: 512, height: 512 }), {
  lease: lend(picture(512, 512)),
  animated: true,
  label: 'Sticker from Mara',
});
export const Document: Story = show('document', LABEL, { lease: lend(() => new Blob(['%PDF-1.4'])) });
export const BeingFetched: Story = show('image', { ...PHOTO, state: 'fetching' }, { label: PHOTO_LABEL });
export const NotFetched: Story = show('image', { ...PHOTO, state: 'failed' }, { label: PHOTO_LABEL });
export const Expired: Story = show('document', { ...LABEL, state: 'expired' });
export const NotOnTheServer: Story = show('image', PHOTO, { lease: refuse('media-unavailable'), label: PHOTO_LABEL });
export const NotReached: Story = show('image', PHOTO, { lease: refuse('transport-lost'), label: PHOTO_LABEL });
export const NotReadable: Story = show('image', PHOTO, { lease: lend(rubbish), label: PHOTO_LABEL });
