import { css } from 'lit';

/** What is inside a bubble. */
export const bubbleStyles = css`
  .small {
    font-size: 12px;
    line-height: 16px;
    opacity: 0.85;
  }
  .title {
    font-weight: 600;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .gone {
    font-style: italic;
    opacity: 0.8;
  }
  .quote {
    width: 100%;
    margin: 0 0 4px;
    padding: 4px 8px;
    border-inline-start: 3px solid currentColor;
    border-radius: 6px;
    background: color-mix(in srgb, currentColor 10%, transparent);
    font-size: 12px;
    line-height: 16px;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .markup ul,
  .markup ol {
    padding-inline-start: 18px;
    list-style: disc;
  }
  .markup ol {
    list-style: decimal;
  }
  .markup blockquote {
    margin: 2px 0;
    padding-inline-start: 8px;
    border-inline-start: 3px solid color-mix(in srgb, currentColor 40%, transparent);
  }
  .markup pre,
  .markup code {
    font: 12px/18px var(--wa-desk-font-family-mono);
  }
  .markup pre {
    margin: 4px 0;
    padding: 6px 8px;
    border-radius: 6px;
    background: color-mix(in srgb, currentColor 10%, transparent);
    white-space: pre-wrap;
  }
  .markup p:empty::before {
    content: '\\200b';
  }
  .bubble a {
    color: inherit;
    text-underline-offset: 2px;
  }
  .media {
    display: block;
    width: calc(100% + 16px);
    max-width: 272px;
    max-height: 320px;
    margin: -2px -8px 4px;
    border-radius: 12px;
    object-fit: cover;
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  audio {
    display: block;
    width: 232px;
    max-width: 100%;
    height: 40px;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 0;
    font-weight: 500;
  }
  .place {
    display: grid;
    gap: 2px;
    width: 232px;
    max-width: 100%;
    text-decoration: none;
  }
  .map {
    display: grid;
    place-items: center;
    height: 96px;
    margin: -2px -6px 4px;
    border-radius: 12px;
    color: #b3261e;
    background:
      linear-gradient(118deg, transparent 46%, #fff 46% 50%, transparent 50%),
      linear-gradient(28deg, transparent 60%, #fff 60% 63%, transparent 63%),
      linear-gradient(90deg, transparent 28%, #fff 28% 30%, transparent 30%),
      radial-gradient(circle at 84% 100%, #b9d8ea 0 44%, transparent 45%),
      radial-gradient(circle at 12% 8%, #cfe3c4 0 36%, transparent 37%), #e9e7df;
  }
  .map .icon {
    width: 28px;
    height: 28px;
    fill: #fff;
  }
  .actions {
    display: grid;
    gap: 4px;
    margin: 6px -4px 2px;
  }
  .actions:empty {
    display: none;
  }
  .action,
  .row {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    width: 100%;
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid color-mix(in srgb, var(--phone-accent) 40%, transparent);
    border-radius: 12px;
    background: transparent;
    color: var(--phone-accent);
    font-size: 13px;
    font-weight: 500;
    text-decoration: none;
    cursor: pointer;
  }
  .bubble a.action {
    color: var(--phone-accent);
  }
  .action:hover,
  .row:hover {
    background: color-mix(in srgb, var(--phone-accent) 12%, transparent);
  }
  .action.still {
    cursor: default;
  }
  .action .icon {
    width: 16px;
    height: 16px;
  }
  .row {
    flex-direction: column;
    gap: 0;
    align-items: flex-start;
    margin-top: 4px;
    text-align: start;
  }
  summary {
    list-style: none;
  }
  .cards {
    display: flex;
    gap: 8px;
    overflow-x: auto;
    margin: 6px -4px 0;
    padding: 4px;
  }
  .card {
    flex: 0 0 190px;
    padding: 8px;
    border-radius: 12px;
    background: color-mix(in srgb, currentColor 7%, transparent);
  }
`;
