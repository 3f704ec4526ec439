import { css } from 'lit';

/**
 * `.skeleton`: a still block in the shape of what comes; inside `.skeletons` it is not seen before `delay-skeleton`, so
 * that a quick answer never flashes.
 */
export const skeletonStyles = css`
  .skeleton {
    background: var(--wa-desk-tint);
    block-size: 1em;
    border: var(--wa-desk-edge) dashed var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
  }
  .skeleton.round {
    border-radius: 50%;
  }
  .skeletons {
    animation: skeleton-appear 1ms linear var(--wa-desk-delay-skeleton) both;
  }
  @keyframes skeleton-appear {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
`;
