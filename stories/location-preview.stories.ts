import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import 'wa-desk';

const meta: Meta = {
  title: 'Session/wa-location-preview',
  component: 'wa-location-preview',
};
export default meta;
type Story = StoryObj;

const STUDIO = {
  kind: 'location',
  coordinates: { latitude: 52.5296, longitude: 13.4012 },
  name: 'Nordlicht Studio',
  address: 'Torstraße 140, 10119 Berlin',
  url: 'https://nordlicht.example/studio',
} as const;

/** Without a map provider no position leaves the page. */
export const WithoutMap: Story = {
  render: () =>
    html`<div class="on-canvas column"><wa-location-preview .location=${STUDIO}></wa-location-preview></div>`,
};

/** Coordinates alone. */
export const CoordinatesOnly: Story = {
  render: () =>
    html`<div class="on-canvas column">
      <wa-location-preview .location=${{ kind: 'location', coordinates: STUDIO.coordinates }}></wa-location-preview>
    </div>`,
};

/** A map that does not load gives way to the words. */
export const MapNotThere: Story = {
  render: () =>
    html`<div class="on-canvas column">
      <wa-location-preview
        .location=${STUDIO}
        preview-query="https://map.invalid/{LATITUDE}/{LONGITUDE}/{WIDTH}x{HEIGHT}.png"
      ></wa-location-preview>
    </div>`,
};
