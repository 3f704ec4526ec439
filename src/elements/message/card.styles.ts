import { css } from 'lit';

/** Looks of bodies that are more than words: media and cards. */
export const cardStyles = css`
  .bubble.media {
    inline-size: var(--wa-desk-card-max);
    padding: 4px 4px 6px;
  }
  .bubble.media.sound {
    inline-size: auto;
  }
  .bubble.media > :is(.author, .text, .meta, .mark, .quote) {
    margin-inline: 6px;
  }
  .bubble.media > .author {
    margin-block-start: 2px;
  }
  .bubble.media > .quote {
    inline-size: calc(100% - 12px);
  }
  .bubble.media > .text {
    margin-block-start: 4px;
  }
  .message > .bubble.bare {
    background: none;
    border-color: transparent;
    padding: 0;
  }
  .message > .bubble.bare::before {
    display: none;
  }
  .bubble.bare > :is(.author, .quote, .mark, .product, .referral),
  .bubble.bare > .meta {
    background: var(--_fill);
    border-radius: var(--wa-desk-radius-control);
    inline-size: fit-content;
    padding: 2px 8px;
  }
  .bubble.bare > .meta {
    margin-block: 2px 0;
  }
  .bubble.card {
    inline-size: 300px;
    padding: 4px 4px 0;
  }
  .bubble.card > :is(.author, .quote, .answered, .mark) {
    margin-inline: 6px;
  }
  .bubble.card > .quote {
    inline-size: calc(100% - 12px);
  }
  .card-text {
    display: flow-root;
    padding: 4px 6px 6px;
  }
  .card-text .text {
    overflow-wrap: anywhere;
  }
  .card-title small {
    color: var(--wa-desk-bubble-meta);
    display: block;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
    line-height: var(--wa-desk-leading-sm);
  }
  .card-title.labelled-title {
    align-items: center;
    display: flex;
    gap: 6px;
  }
  .card-kind {
    align-items: center;
    color: var(--wa-desk-bubble-meta);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    font-style: italic;
    gap: 4px;
    line-height: 1rem;
    padding: 2px 6px 0;
  }
  .card-footer,
  .card-footer {
    margin-block-start: 4px;
  }
  .card-footer > .meta {
    margin-block: 0 -1px;
  }
  .card-note {
    align-items: center;
    color: var(--wa-desk-bubble-meta);
    display: flex;
    gap: 6px;
    padding: 0 6px 6px;
  }
  .bubble.media > .card-warning {
    padding-inline: 6px;
  }
  .missing-value {
    background: var(--wa-desk-danger-soft);
    border: 1px dashed var(--wa-desk-danger);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-danger);
    padding: 0 4px;
  }
  .missing-media {
    border: 1px dashed var(--wa-desk-danger);
    border-radius: var(--wa-desk-radius-control);
    color: var(--wa-desk-danger);
    display: grid;
    min-block-size: 96px;
    place-items: center;
  }
  .options,
  .list-rows {
    border-block-start: 1px solid color-mix(in srgb, var(--wa-desk-line-strong) 45%, transparent);
    list-style: none;
    margin: 2px -4px 0;
    padding: 0;
  }
  .options li {
    align-items: center;
    color: var(--wa-desk-accent);
    display: flex;
    font-weight: var(--wa-desk-weight-medium);
    gap: 8px;
    justify-content: center;
    min-block-size: 36px;
    padding: 6px 12px;
    text-align: center;
  }
  .options li + li {
    border-block-start: 1px solid color-mix(in srgb, var(--wa-desk-line-strong) 45%, transparent);
  }
  .options li:last-child {
    border-end-end-radius: var(--wa-desk-radius-bubble);
    border-end-start-radius: var(--wa-desk-radius-bubble);
  }
  .options li > span {
    min-inline-size: 0;
  }
  .options li small {
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
    max-inline-size: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .options li.chosen,
  .list-rows li.chosen {
    background: var(--wa-desk-accent);
    color: var(--wa-desk-on-accent);
    font-weight: var(--wa-desk-weight-bold);
  }
  :is(.options, .list-rows, .answered) li.chosen {
    forced-color-adjust: none;
  }
  .options li.chosen-before,
  .list-rows li.chosen-before {
    box-shadow: inset 0 0 0 1px var(--wa-desk-accent);
  }
  .list-rows {
    padding-block: 4px;
  }
  .list-rows ul {
    list-style: none;
    padding: 0;
  }
  .list-section {
    color: var(--wa-desk-bubble-meta);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    line-height: 1rem;
    padding: 4px 12px 0;
  }
  .list-rows.products li {
    grid-template-columns: 20px minmax(0, 1fr);
  }
  .products bdi {
    text-align: match-parent;
  }
  .products .icon {
    color: var(--wa-desk-bubble-meta);
  }
  .list-rows li {
    align-items: center;
    display: grid;
    gap: 0 8px;
    grid-template-columns: minmax(0, 1fr) 20px;
    padding: 4px 12px;
  }
  .list-rows li small {
    color: var(--wa-desk-bubble-meta);
    font-size: var(--wa-desk-text-sm);
    grid-column: 1;
    line-height: 1rem;
  }
  .list-rows li.chosen small {
    color: inherit;
    font-weight: var(--wa-desk-weight-regular);
  }
  .pick {
    block-size: 18px;
    border: 1.5px solid var(--wa-desk-line-strong);
    border-radius: 50%;
    display: grid;
    grid-column: 2;
    grid-row: 1 / span 2;
    inline-size: 18px;
    place-items: center;
  }
  .chosen > .pick {
    border-color: currentcolor;
  }
  .carousel {
    display: grid;
    gap: 8px;
    grid-auto-columns: min(180px, 78%);
    grid-auto-flow: column;
    list-style: none;
    margin: 2px 0 0;
    overflow: auto hidden;
    padding: 0 4px 6px;
    scroll-padding-inline: 4px;
    scroll-snap-type: x proximity;
  }
  .carousel-card {
    background: var(--wa-desk-surface);
    border: 1px solid color-mix(in srgb, var(--wa-desk-line-strong) 45%, transparent);
    border-radius: var(--wa-desk-radius-control);
    display: flex;
    flex-direction: column;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    overflow: clip;
    scroll-snap-align: start;
  }
  .carousel-card .options {
    margin: auto 0 0;
  }
  .carousel-card .options li {
    flex-wrap: wrap;
    gap: 0 6px;
  }
  .carousel-card .options li small {
    max-inline-size: 100%;
  }
  .carousel-card > .product {
    padding: 8px;
  }
  .facts,
  .bill {
    display: grid;
    font-size: 0.8125rem;
    gap: 2px 0;
    grid-template-columns: auto minmax(0, 1fr);
    line-height: 1.125rem;
    padding-block: 4px;
  }
  .facts dt,
  .bill dt {
    overflow-wrap: anywhere;
    padding-inline-end: 12px;
  }
  .facts {
    grid-template-columns: minmax(auto, 45%) minmax(0, 1fr);
  }
  .bubble.card > .facts,
  .bubble.card > .bill {
    padding-inline: 6px;
  }
  .facts dt {
    color: var(--wa-desk-bubble-meta);
  }
  .facts dd,
  .bill dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .bill {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .bill dd {
    text-align: end;
  }
  .sum {
    border-block-start: 1px solid var(--wa-desk-line-strong);
    font-weight: var(--wa-desk-weight-bold);
    padding-block-start: 4px;
  }
  .one-time-code {
    font: var(--wa-desk-weight-bold) 1.25rem/1.75rem var(--wa-desk-font-family-mono);
    letter-spacing: 0.12em;
  }
  .contact-card {
    display: flex;
    gap: 10px;
    padding-block: 4px;
  }
  .contact-card + .contact-card {
    border-block-start: 1px solid color-mix(in srgb, var(--wa-desk-line-strong) 45%, transparent);
    margin-block-start: 4px;
    padding-block-start: 8px;
  }
  .product,
  .offer {
    align-items: center;
    display: flex;
    gap: 10px;
    padding: 2px 0 6px;
  }
  .bubble.card > :is(.product, .list-rows + .product) {
    padding: 2px 6px 8px;
  }
  .product > div,
  .offer > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .product .card-title,
  .offer .card-title {
    margin: 0;
  }
  .product-plate {
    align-items: center;
    background: var(--wa-desk-tint);
    block-size: 40px;
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-control);
    color: var(--wa-desk-bubble-meta);
    display: flex;
    flex: none;
    inline-size: 40px;
    justify-content: center;
  }
  .unsupported {
    align-items: start;
    max-inline-size: 300px;
    padding-block: 4px 0;
  }
  .offer {
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-control);
    margin-block-end: 4px;
    padding: 6px 10px;
  }
  .answered {
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-small);
    display: grid;
    font-size: var(--wa-desk-text-sm);
    gap: 2px;
    line-height: var(--wa-desk-leading-sm);
    margin-block: -2px 4px;
    padding: 4px;
  }
  .answered li {
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-bubble-meta);
    padding: 2px 8px;
  }
  .answered .chosen {
    background: var(--wa-desk-accent);
    color: var(--wa-desk-on-accent);
    font-weight: var(--wa-desk-weight-bold);
  }
  .answered .icon {
    display: inline-block;
    margin-inline-end: 4px;
    vertical-align: -2px;
  }
  .contact-card > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
