import { css } from 'lit';
import { derived } from '../../styles/index.js';

/** Looks of labelled lines in and between bubbles: titles, marks, warnings, what happened. */
export const labelStyles = css`
  .card-title {
    font-weight: var(--wa-desk-weight-bold);
    margin-block-end: 2px;
  }
  .card-detail {
    color: var(--wa-desk-bubble-meta);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .card-warning > .icon {
    flex: none;
  }
  .card-warning {
    color: var(--wa-desk-danger);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: 4px;
    line-height: var(--wa-desk-leading-sm);
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
    --_leading: calc(var(--wa-desk-notice-size) * 1.35);
    align-items: center;
    background: var(--_plain-fill, var(--wa-desk-notice, none));
    border-radius: var(--wa-desk-radius-control);
    color: var(--_plain-text, var(--wa-desk-notice-text, var(--wa-desk-text-muted)));
    display: flex;
    font-size: var(--wa-desk-notice-size, var(--wa-desk-text-sm));
    gap: 6px;
    justify-content: center;
    line-height: var(--_leading, var(--wa-desk-leading-sm));
    margin-inline: auto;
    max-inline-size: 65ch;
    text-align: center;
  }
  .notice > time {
    color: var(--_plain-text, var(--wa-desk-notice-name, inherit));
  }
`;
