import { css } from 'lit';

/** Looks of what `icon()` renders: 20, 16 and 12 px, turned round from right to left where the picture has a direction. */
export const iconStyles = css`
  .icon {
    block-size: var(--wa-desk-icon);
    display: block;
    fill: none;
    flex: none;
    inline-size: var(--wa-desk-icon);
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }
  .icon.small {
    block-size: var(--wa-desk-icon-small);
    inline-size: var(--wa-desk-icon-small);
    stroke-width: 2;
  }
  .icon.tiny {
    block-size: 12px;
    inline-size: 12px;
    stroke-width: 2.25;
  }
  .icon.solid {
    fill: currentColor;
  }
  .icon.mirrored:dir(rtl) {
    transform: scaleX(-1);
  }
`;
