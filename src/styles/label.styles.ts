import { css } from 'lit';

/** Small labels: `.chip` (its states come from `chips.styles.ts`), `.badge` for counts, `.tag` for codes, `kbd` for keys. */
export const labelStyles = css`
  .chip {
    align-items: center;
    block-size: 20px;
    border: var(--wa-desk-border) solid transparent;
    border-radius: var(--wa-desk-radius-small);
    display: inline-flex;
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-1);
    line-height: var(--wa-desk-leading-sm);
    padding: 0 6px;
    white-space: nowrap;
  }
  .chip.large {
    block-size: 24px;
    padding: 0 var(--wa-desk-space-2);
  }
  .chip.plain {
    border-color: var(--wa-desk-line);
    color: var(--wa-desk-text-muted);
  }
  .badge {
    background: var(--wa-desk-accent);
    block-size: 18px;
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-pill);
    color: var(--wa-desk-on-accent);
    display: inline-grid;
    flex: none;
    font-size: var(--wa-desk-text-xs);
    font-weight: var(--wa-desk-weight-bold);
    line-height: 1;
    min-inline-size: 18px;
    padding: 0 5px;
    place-items: center;
  }
  .tag {
    align-items: center;
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text-muted);
    display: inline-flex;
    font-family: var(--wa-desk-font-family-mono);
    font-size: var(--wa-desk-text-xs);
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-1);
    line-height: 1rem;
    padding: 0 var(--wa-desk-space-1);
  }
  @media (forced-colors: active) {
    .badge {
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
  }
  kbd {
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text-muted);
    font: inherit;
    font-size: var(--wa-desk-text-xs);
    padding: 0 var(--wa-desk-space-1);
  }
`;
