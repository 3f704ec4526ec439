import { html, nothing, type TemplateResult } from 'lit';
import type { Amount, OrderDetails } from '../../domain/interactive.js';
import type { OrderItem } from '../../domain/message.js';
import { creditCardIcon, shoppingCartIcon } from '../shared/icons.js';
import { textBody, type Body, type BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';

/** An amount in the reader's own notation; a currency that the browser does not know is written after the number. */
function moneyText(value: number, currency: string | undefined, locale: string): string {
  if (currency === undefined) return new Intl.NumberFormat(locale).format(value);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
  } catch {
    return `${new Intl.NumberFormat(locale).format(value)} ${currency}`;
  }
}

function amountText({ value, offset }: Amount, currency: string | undefined, locale: string): string {
  return moneyText(offset > 0 ? value / offset : value, currency, locale);
}

/** An order to review and pay: its lines and what it comes to. */
export function orderDetailsView(order: OrderDetails, { strings }: MessageContext): TemplateResult {
  const words = strings.transcript;
  const money = (amount: Amount): string => amountText(amount, order.currency, strings.locale);
  const row = (label: string, amount: Amount | undefined): TemplateResult | typeof nothing =>
    amount
      ? html`<dt dir="auto">${label}</dt>
          <dd>${money(amount)}</dd>`
      : nothing;
  return html`<p class="card-note">
      ${creditCardIcon({ size: 'small' })}<bdi>${words.orderTitle(order.referenceId)}</bdi>
    </p>
    <dl class="bill">
      ${order.items.map(({ name, quantity, saleAmount, amount }) =>
        row(quantity === undefined || quantity === 1 ? name : `${String(quantity)} × ${name}`, saleAmount ?? amount),
      )}${row(words.subtotal, order.subtotal)}${row(words.shipping, order.shipping)}${row(words.tax, order.tax)}${row(
        order.discount?.programName ?? words.discount,
        order.discount && { ...order.discount, value: -order.discount.value },
      )}${
        order.total
          ? html`<dt class="sum">${words.toPay}</dt>
              <dd class="sum">${money(order.total)}</dd>`
          : nothing
      }
    </dl>`;
}

/** An order that the contact put together from the catalog. */
export function orderBody({ content, context, meta }: BodyParts<OrderContent>): Body {
  const { strings } = context;
  const words = strings.transcript;
  const currencies = new Set(content.items.map(({ currency }) => currency));
  const [currency] = currencies;
  const total = content.items.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0);
  return {
    form: 'card',
    view: html`<div class="card-text">
      <p class="card-title labelled-title">
        ${shoppingCartIcon({ size: 'small' })}${words.orderOf(content.items.length)}
      </p>
      ${content.text ? textBody(content.text, context, html``) : nothing}
      <dl class="bill">
        ${content.items.map((item) => orderRow(item, strings.locale))}${
          currencies.size === 1
            ? html`<dt class="sum">${words.total}</dt>
                <dd class="sum">${moneyText(total, currency, strings.locale)}</dd>`
            : nothing
        }
      </dl>
      ${meta}
    </div>`,
  };
}

type OrderContent = Extract<BodyParts['content'], { kind: 'order' }>;

function orderRow({ productId, quantity, price, currency }: OrderItem, locale: string): TemplateResult {
  return html`<dt>${quantity} × <bdi>${productId}</bdi></dt>
    <dd>${price === undefined ? '' : moneyText(quantity * price, currency, locale)}</dd>`;
}
