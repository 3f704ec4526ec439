import { html, type TemplateResult } from 'lit';
import type { Content } from '../../domain/message.js';
import { type Body, type BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';

type LocationContent = Extract<Content, { kind: 'location' }>;

export function locationBody({ content, context, place, meta }: BodyParts<LocationContent>): Body {
  return { form: 'media', view: html`${locationView(content, context, place.innerTab)}${meta}` };
}

/** The map at the top of a template with a location header. */
export function locationHeader(
  { latitude, longitude, ...rest }: { latitude: number; longitude: number; name?: string; address?: string },
  context: MessageContext,
): TemplateResult {
  return locationView({ kind: 'location', coordinates: { latitude, longitude }, ...rest }, context, -1);
}

function locationView(location: LocationContent, context: MessageContext, innerTab: 0 | -1): TemplateResult {
  return html`<wa-location-preview
    .location=${location}
    .browseQuery=${context.map.browseQuery}
    .previewQuery=${context.map.previewQuery}
    .previewWidth=${context.map.width}
    .previewHeight=${context.map.height}
    .innerTab=${innerTab}
    .strings=${context.strings}
  ></wa-location-preview>`;
}
