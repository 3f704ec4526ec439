import { css } from 'lit';

export const offersStyles = css`
  .offers {
    display: grid;
    gap: var(--wa-desk-space-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .offer {
    background: var(--wa-desk-surface-raised);
    border-radius: var(--wa-desk-radius-bubble);
    box-shadow: var(--wa-desk-elevation);
    overflow: clip;
  }
  .bar {
    background: var(--wa-desk-line);
    block-size: 3px;
  }
  .bar > div {
    background: var(--wa-desk-accent);
    block-size: 100%;
    transform-origin: left;
  }
  .bar > div:dir(rtl) {
    transform-origin: right;
  }
  .top {
    align-items: flex-start;
    display: flex;
    gap: 10px;
    padding: var(--wa-desk-space-3) var(--wa-desk-space-3) var(--wa-desk-space-2);
  }
  .who {
    flex: 1;
    min-inline-size: 0;
  }
  .name,
  .line .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .about {
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: var(--wa-desk-weight-bold);
  }
  .about {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .preview {
    color: var(--wa-desk-text-muted);
    display: -webkit-box;
    font-size: 0.8125rem;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    line-height: 1.125rem;
    margin: 0 var(--wa-desk-space-3) var(--wa-desk-space-2);
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .left {
    align-items: center;
    display: inline-flex;
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    gap: var(--wa-desk-space-1);
  }
  dl {
    display: grid;
    font-size: var(--wa-desk-text-sm);
    gap: 2px 10px;
    grid-template-columns: auto minmax(0, 1fr);
    line-height: var(--wa-desk-leading-sm);
    padding: 0 var(--wa-desk-space-3) 10px;
  }
  dt {
    color: var(--wa-desk-text-muted);
    max-inline-size: 96px;
  }
  dt,
  dd {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .actions {
    display: grid;
    gap: var(--wa-desk-space-2);
    grid-template-columns: 1fr 1fr;
    padding: 0 var(--wa-desk-space-3) var(--wa-desk-space-3);
  }
  .line .top {
    align-items: center;
    gap: var(--wa-desk-space-2);
    padding-block: 6px;
    padding-inline: 10px 6px;
  }
  .line .avatar {
    block-size: 28px;
    font-size: 0.625rem;
    inline-size: 28px;
  }
  .line .left > .icon {
    display: none;
  }
  .line .actions {
    display: flex;
    flex: none;
    gap: 2px;
    padding: 0;
  }
  .gone .top {
    padding-inline: var(--wa-desk-space-3);
  }
  @media (prefers-reduced-motion: no-preference) {
    .offer {
      animation: offer-appear var(--wa-desk-duration-slow) var(--wa-desk-ease);
    }
    @keyframes offer-appear {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
  }
  @media (forced-colors: active) {
    .offer {
      border: 1px solid CanvasText;
    }
    .bar > div {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
