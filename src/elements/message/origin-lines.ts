import { html, nothing, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import { safeHref } from '../../domain/links.js';
import type { Message, Referral } from '../../domain/message.js';
import { forwardIcon, megaphoneIcon, smartphoneIcon } from '../shared/icons.js';
import type { MessageContext } from './message-context.js';
import { productView } from './product-view.js';

/** Where a message came from, above its text: another channel, forwarded, an advertisement, a product's page. */
export function originLines(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  const { forwarded, referral, product } = message;
  const { strings, innerTab } = context;
  const channel = context.foreignChannel(message);
  if (!forwarded && !referral && !product && channel === undefined) return nothing;
  const words = strings.transcript;
  return html`${channel === undefined ? nothing : html`<p class="mark channel">${smartphoneIcon({ size: 'small' })}<bdi>${words.history.channel(channel)}</bdi></p>`}${
    forwarded ? html`<p class="mark">${forwardIcon({ size: 'small' })}${words.forwarded[forwarded]}</p>` : nothing
  }${referral ? referralView(referral, referral.source === 'post' ? words.fromPost : words.fromAdvertisement, innerTab) : nothing}${product ? productView(product.productId, words.askedAboutProduct) : nothing}`;
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
