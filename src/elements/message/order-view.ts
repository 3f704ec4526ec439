import { html, nothing, type TemplateResult } from 'lit';
import type { Amount, OrderDetails, OrderProgress } from '../../domain/interactive.js';
import type { OrderItem } from '../../domain/message.js';
import { creditCardIcon, shoppingBagIcon, shoppingCartIcon } from '../shared/icons.js';
import { textBody, type Body, type BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';
import { own } from './own.js';

const formats = new Map<string, (value: number) => string>();

/** An amount in the reader's own notation; a currency that the browser does not know is written after the number. */
function moneyText(value: number, currency: string | undefined, locale: string): string {
  const key = `${locale} ${currency ?? ''}`;
  const known = formats.get(key) ?? moneyFormat(currency, locale);
  formats.set(key, known);
  return known(value);
}

function moneyFormat(currency: string | undefined, locale: string): (value: number) => string {
  const plain = new Intl.NumberFormat(locale).format;
  if (currency === undefined) return plain;
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format;
  } catch {
    return (value) => `${plain(value)} ${currency}`;
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

/** How far an order has come. */
export function orderStatusView(
  { referenceId, status, description }: OrderProgress,
  { strings }: MessageContext,
): TemplateResult {
  const words = strings.transcript;
  return html`<div class="product order-status">
    <span class="product-plate">${shoppingBagIcon({})}</span>
    <div>
      <p class="card-title"><bdi>${words.orderTitle(referenceId)}</bdi></p>
      <p class="card-detail">${words.orderStatus(own(words.orderStatuses, status) ?? status)}</p>
      ${description === undefined ? nothing : html`<p class="card-detail" dir="auto">${description}</p>`}
    </div>
  </div>`;
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
