import { html, type TemplateResult } from 'lit';
import type { Content } from '../../domain/message.js';
import { type Body, type BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';

type LocationContent = Extract<Content, { kind: 'location' }>;

export function locationBody({ content, context, meta }: BodyParts<LocationContent>): Body {
  return { form: 'media', view: html`${locationView(content, context)}${meta}` };
}

/** The map at the top of a template with a location header. */
export function locationHeader(
  { latitude, longitude, ...rest }: { latitude: number; longitude: number; name?: string; address?: string },
  context: MessageContext,
): TemplateResult {
  return locationView({ kind: 'location', coordinates: { latitude, longitude }, ...rest }, context);
}

function locationView(location: LocationContent, context: MessageContext): TemplateResult {
  return html`<wa-location-preview
    .location=${location}
    .browseQuery=${context.map.browseQuery}
    .previewQuery=${context.map.previewQuery}
    .previewWidth=${context.map.width}
    .previewHeight=${context.map.height}
    .innerTab=${context.innerTab}
    .strings=${context.strings}
  ></wa-location-preview>`;
}
