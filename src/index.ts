/** Everything for a page that shows a desk: importing it defines all elements. */
export * from './desk/index.js';
export * from './elements/attachment/wa-attachment.js';
export * from './elements/composer/wa-composer.js';
export * from './elements/desk/wa-desk.js';
export * from './elements/location-preview/wa-location-preview.js';
export * from './elements/message/wa-message.js';
export * from './elements/notification-editor/wa-notification-editor.js';
export * from './elements/offers/wa-offers.js';
export * from './elements/pending-response/wa-pending-response.js';
export * from './elements/presence/wa-presence.js';
export * from './elements/service-window/wa-service-window.js';
export * from './elements/session/wa-session.js';
export * from './elements/session-list/wa-session-list.js';
export * from './elements/transcript/wa-transcript.js';
export * from './elements/unsent/wa-unsent.js';
export * from './elements/wrap-up/wa-wrap-up.js';
export { en, type Strings } from './i18n/index.js';
