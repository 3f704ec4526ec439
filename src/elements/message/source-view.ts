import { html, nothing, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import { safeHref } from '../../domain/links.js';
import type { Message, Referral } from '../../domain/message.js';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { megaphoneIcon } from '../shared/icons.js';
import { productView } from './product-view.js';

/** What a message was written about: the advertisement or post that led to the conversation, or a product's page. */
export function sourceView(
  { referral, product }: Message,
  words: TranscriptStrings,
  innerTab: 0 | -1,
): TemplateResult | typeof nothing {
  if (!referral && !product) return nothing;
  return html`${
    referral
      ? referralView(referral, referral.source === 'post' ? words.fromPost : words.fromAdvertisement, innerTab)
      : nothing
  }${product ? productView(product.productId, words.askedAboutProduct) : nothing}`;
}

/** Its pictures lie on the network's own servers, expire and would tell it who looks: they are not loaded. */
function referralView({ headline, body, url }: Referral, label: string, innerTab: 0 | -1): TemplateResult {
  const link = url === undefined ? undefined : safeHref(url);
  return html`<div class="referral">
    <p class="mark">${megaphoneIcon({ size: 'small' })}${label}</p>
    ${headline === undefined ? nothing : html`<p class="card-title" dir="auto">${singleLine(headline, 240)}</p>`}
    ${body === undefined ? nothing : html`<p class="card-detail" dir="auto">${singleLine(body, 480)}</p>`}
    ${
      link?.clickable && !link.warning
        ? html`<a
            href=${link.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            referrerpolicy="no-referrer"
            tabindex=${innerTab}
            ><bdi>${link.host ?? link.href}</bdi></a
          >`
        : nothing
    }
  </div>`;
}
