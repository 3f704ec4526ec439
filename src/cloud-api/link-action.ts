import type { LinkAction } from '../domain/index.js';
import { flag, optional, requiredText, shape } from './codec.js';

/** A link button, read from and written to where its parameters stand. */
export const linkAction = shape<LinkAction>({
  label: requiredText('display_text'),
  url: requiredText('url'),
  paymentPreview: optional('payment_link_preview', flag),
});
