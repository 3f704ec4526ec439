import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import 'wa-desk';
import { pngPicture, Random } from 'wa-desk/transports/simulator';
import type { WaLightboxElement } from '../src/elements/lightbox/wa-lightbox.js';
import '../src/elements/lightbox/wa-lightbox.js';
import { PHOTO } from '../test/support/messages.js';

const meta: Meta = {
  title: 'Session/wa-lightbox',
  component: 'wa-lightbox',
};
export default meta;
type Story = StoryObj;

type Lease = NonNullable<WaLightboxElement['lease']>;

const shown = {
  messageId: 'm1',
  kind: 'image',
  media: PHOTO,
  label: 'Photo from Mara Lindqvist, 09:31',
  caption: 'Everything that was in the box. The front light is missing.',
} as const;

const lend: Lease = () => {
  const url = URL.createObjectURL(pngPicture(new Random(7), { width: 640, height: 400 }));
  return Promise.resolve({ url, release: () => URL.revokeObjectURL(url) });
};

const open = (lease: Lease): Story => ({
  render: () =>
    html`<wa-lightbox
      .shown=${shown}
      .lease=${lease}
      .beside=${() => shown}
      ${ref((element) => void (element as WaLightboxElement | undefined)?.updateComplete.then(() => (element as WaLightboxElement).show()))}
    ></wa-lightbox>`,
});

/** A picture between others. */
export const Picture: Story = open(lend);
/** What cannot be had says why. */
export const NotThere: Story = open(() => Promise.reject(new Error('A story lends nothing.')));
