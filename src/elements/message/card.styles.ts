import { css } from 'lit';
import { derived } from '../../styles/index.js';

/** Looks of what stands in a bubble beside plain text: media, cards, labelled lines. */
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
  .bubble.bare {
    padding: 6px;
  }
  .bubble.card {
    inline-size: 300px;
    overflow: clip;
    padding: 4px 4px 0;
  }
  .first > .bubble.card {
    overflow: visible;
  }
  .bubble.card > :is(.author, .quote, .mark) {
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
  .card-title {
    font-weight: var(--wa-desk-weight-bold);
    margin-block-end: 2px;
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
  .card-detail {
    color: var(--wa-desk-bubble-meta);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .card-footer {
    margin-block-start: 4px;
  }
  .card-note {
    align-items: center;
    color: var(--wa-desk-bubble-meta);
    display: flex;
    gap: 6px;
    padding: 0 6px 6px;
  }
  .card-warning {
    color: var(--wa-desk-danger);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: 4px;
    line-height: var(--wa-desk-leading-sm);
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
  .options li small {
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
  }
  .options li.chosen,
  .list-rows li.chosen {
    background: var(--wa-desk-accent);
    color: var(--wa-desk-on-accent);
    font-weight: var(--wa-desk-weight-bold);
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
    grid-auto-columns: 180px;
    grid-auto-flow: column;
    list-style: none;
    margin: 2px 0 0;
    overflow-x: auto;
    padding: 0 4px 6px;
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
  .facts,
  .bill {
    display: grid;
    font-size: 0.8125rem;
    gap: 2px 12px;
    grid-template-columns: auto minmax(0, 1fr);
    line-height: 1.125rem;
    padding-block: 4px;
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
    margin-block-start: 2px;
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
  .contact-card > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .mark {
    align-items: center;
    color: var(--wa-desk-bubble-meta);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    font-style: italic;
    gap: 4px;
    line-height: 1rem;
    margin-block-end: 2px;
  }
  .referral {
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-control);
    margin-block-end: 4px;
    padding: 6px 8px;
  }
  .bubble a {
    border-radius: var(--wa-desk-radius-small);
    color: ${derived.link};
    text-underline-offset: 2px;
  }
  .labelled {
    display: flow-root;
  }
  .labelled > .icon {
    display: inline-block;
    margin-inline-end: 6px;
    vertical-align: -3px;
  }
  .labelled > div {
    display: inline-block;
    max-inline-size: calc(100% - 28px);
    vertical-align: top;
  }
  .labelled.quiet {
    color: var(--wa-desk-bubble-meta);
    font-style: italic;
  }
  .labelled.quiet .meta {
    font-style: normal;
  }
  .notice {
    align-items: center;
    color: var(--wa-desk-text-muted);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: 6px;
    justify-content: center;
    line-height: var(--wa-desk-leading-sm);
    margin-inline: auto;
    max-inline-size: 65ch;
    text-align: center;
  }
`;
