import { css, type CSSResultGroup } from 'lit';
import { derived } from '../../styles/index.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { textViewStyles } from '../shared/text-view.styles.js';
import { labelStyles } from './label.styles.js';

const bubbleStyles = css`
  .message {
    align-items: flex-start;
    display: flex;
    flex-direction: column;
    max-inline-size: var(--wa-desk-bubble-max);
    position: relative;
  }
  .message:is(.agent, .colleague, .internal) {
    align-items: flex-end;
    margin-inline-start: auto;
  }
  .bubble {
    --_fill: var(--_plain-fill, var(--wa-desk-bubble-contact));
    --_words: var(--wa-desk-bubble-contact-text);
    --_name: var(--wa-desk-bubble-contact-name);
    --_size: var(--wa-desk-bubble-contact-size);
    --_leading: calc(var(--_size) * 1.4);
    background: var(--_fill);
    border: var(--wa-desk-bubble-edge-contact) var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-bubble);
    color: var(--_plain-text, var(--_words, var(--wa-desk-text)));
    font-size: var(--_size, inherit);
    line-height: var(--_leading, inherit);
    max-inline-size: 100%;
    min-inline-size: 64px;
    overflow-wrap: anywhere;
    padding: 6px 10px;
    position: relative;
  }
  .agent > .bubble {
    --_fill: var(--_plain-fill, var(--wa-desk-bubble-agent));
    --_words: var(--wa-desk-bubble-agent-text);
    --_name: var(--wa-desk-bubble-agent-name);
    --_size: var(--wa-desk-bubble-agent-size);
    border: var(--wa-desk-bubble-edge-agent) var(--wa-desk-line);
  }
  .colleague > .bubble {
    --_fill: var(--_plain-fill, var(--wa-desk-bubble-colleague));
    --_words: var(--wa-desk-bubble-colleague-text);
    --_name: var(--wa-desk-bubble-colleague-name);
    --_size: var(--wa-desk-bubble-colleague-size);
    border: var(--wa-desk-bubble-edge-colleague) var(--wa-desk-line);
  }
  .internal > .bubble {
    --_fill: var(--_plain-fill, var(--wa-desk-bubble-internal));
    --_words: initial;
    --_name: initial;
    --_size: initial;
    border: 1px dashed var(--wa-desk-bubble-internal-line);
  }
  .message.first.contact > .bubble {
    border-start-start-radius: 0;
  }
  .message.first:is(.agent, .colleague) > .bubble {
    border-start-end-radius: 0;
  }
  .message.first:is(.contact, .agent, .colleague) > .bubble::before {
    background: var(--_fill);
    block-size: 10px;
    clip-path: polygon(0 0, 100% 0, 100% 100%);
    content: '';
    display: var(--wa-desk-bubble-tail);
    inline-size: 8px;
    inset-block-start: 0;
    inset-inline-start: -7px;
    position: absolute;
  }
  .message.first:is(.agent, .colleague) > .bubble::before {
    clip-path: polygon(0 0, 100% 0, 0 100%);
    inset-inline: auto -7px;
  }
  .message.first.contact > .bubble:dir(rtl)::before {
    clip-path: polygon(0 0, 100% 0, 0 100%);
  }
  .message.first:is(.agent, .colleague) > .bubble:dir(rtl)::before {
    clip-path: polygon(0 0, 100% 0, 100% 100%);
  }
  .message.fresh > .bubble {
    box-shadow: inset 3px 0 0 var(--wa-desk-accent);
  }
  .message.fresh > .bubble:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--wa-desk-accent);
  }
`;

const lineStyles = css`
  .author {
    align-items: center;
    color: var(--_plain-text, var(--_name, inherit));
    display: flex;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    gap: 6px;
    line-height: var(--wa-desk-leading-sm);
    margin-block-end: 2px;
  }
  .author small {
    color: var(--wa-desk-bubble-meta);
    font-size: inherit;
    font-weight: var(--wa-desk-weight-regular);
  }
  .bubble > .text {
    display: flow-root;
  }
  .emoji-only > p {
    font-size: var(--wa-desk-text-emoji);
    line-height: var(--wa-desk-leading-emoji);
  }
  .meta {
    align-items: center;
    color: var(--_plain-text, var(--_name, var(--wa-desk-bubble-meta)));
    display: inline-flex;
    float: inline-end;
    font-size: var(--wa-desk-text-sm);
    gap: 4px;
    line-height: 1rem;
    margin-block: 5px -3px;
    margin-inline-start: 10px;
    white-space: nowrap;
  }
  .emoji-only .meta {
    margin-block-start: 24px;
  }
  .meta i {
    font-style: normal;
  }
  .told {
    align-items: center;
    background: none;
    border: 0;
    border-radius: var(--wa-desk-radius-small);
    display: inline-flex;
    gap: 3px;
    margin-block: -4px;
    padding: 4px 0;
  }
  .tip {
    background: var(--wa-desk-surface-raised);
    border-radius: var(--wa-desk-radius-control);
    box-shadow: var(--wa-desk-elevation);
    color: var(--wa-desk-text);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
    inline-size: max-content;
    inset-block-end: 28px;
    inset-inline: 0 auto;
    line-height: var(--wa-desk-leading-sm);
    max-inline-size: min(240px, 72vw);
    padding: 6px 8px;
    position: absolute;
    text-align: start;
    visibility: hidden;
    white-space: normal;
    z-index: 3;
  }
  .message:not(.contact) .tip {
    inset-inline: auto 0;
  }
  .told:is(:hover, :focus) > .tip {
    visibility: visible;
  }
  .delayed time {
    color: var(--wa-desk-text);
    font-weight: 700;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .out-of-order {
    color: var(--wa-desk-danger);
    font-weight: var(--wa-desk-weight-bold);
  }
  .folded {
    mask-image: linear-gradient(#000 calc(100% - 2.5rem), var(--wa-desk-fade));
    max-block-size: calc(12 * var(--wa-desk-leading-md));
    overflow: hidden;
  }
  .fold-line {
    align-items: center;
    display: flex;
    justify-content: space-between;
    margin-block-start: 2px;
  }
  .fold-line > .meta {
    margin-block: 0;
  }
  .state {
    align-items: center;
    color: ${derived.tick};
    display: inline-flex;
    gap: 3px;
  }
  .state:is(.read, .played) {
    color: ${derived.tickRead};
  }
  .state:is(.read, .played) .icon {
    stroke-width: 2.75;
  }
  .state.failed {
    color: var(--wa-desk-danger);
  }
  .state.unknown {
    color: var(--wa-desk-warning);
  }
  .quote {
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-inline-start: 3px solid ${derived.quoteBarAgent};
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-bubble-meta);
    display: block;
    font-size: 0.8125rem;
    inline-size: 100%;
    line-height: 1.125rem;
    margin-block: 2px 4px;
    min-inline-size: 160px;
    padding: 4px 8px;
    text-align: start;
  }
  .quote b {
    color: var(--wa-desk-text);
    display: block;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    line-height: 1rem;
  }
  .quote > span {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  .quote.of-contact {
    border-inline-start-color: ${derived.quoteBarContact};
  }
  .quote.gone {
    border-inline-start-style: dashed;
    font-style: italic;
  }
  .reactions {
    display: flex;
    gap: 4px;
    margin-block-start: -6px;
    margin-inline: 8px;
    position: relative;
    z-index: 1;
  }
  .reaction {
    align-items: center;
    background: var(--wa-desk-surface-raised);
    block-size: 22px;
    border: 1px solid var(--wa-desk-line-strong);
    border-radius: 11px;
    display: inline-flex;
    font-size: 0.8125rem;
    gap: 2px;
    padding: 0 6px;
  }
  .under {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: var(--wa-desk-text-sm);
    gap: 8px;
    justify-content: flex-end;
    line-height: var(--wa-desk-leading-sm);
    margin-block: 4px 6px;
    max-inline-size: 100%;
  }
  .under > span {
    display: flex;
    gap: 4px;
  }
  .under.failed > span {
    color: var(--wa-desk-danger);
  }
  .under.unknown {
    background: var(--wa-desk-warning-soft);
    border: 1px solid var(--wa-desk-warning);
    border-radius: 6px;
    justify-content: flex-start;
    padding: 6px 8px;
  }
  .under.unknown > span .icon {
    color: var(--wa-desk-warning);
  }
`;

/** Looks of `renderMessage`. */
export const messageStyles: CSSResultGroup = [textViewStyles, avatarStyles, bubbleStyles, lineStyles, labelStyles];
