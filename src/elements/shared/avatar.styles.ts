import { css } from 'lit';

/** Looks of `avatar`. */
export const avatarStyles = css`
  .avatar {
    block-size: 36px;
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: 50%;
    color: var(--wa-desk-on-avatar);
    display: inline-grid;
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    inline-size: 36px;
    line-height: 1;
    overflow: hidden;
    place-items: center;
    user-select: none;
  }
  .avatar > * {
    grid-area: 1 / 1;
  }
  .avatar.tiny {
    block-size: 24px;
    font-size: 0.625rem;
    inline-size: 24px;
  }
  .avatar.large {
    block-size: 48px;
    font-size: var(--wa-desk-text-lg);
    inline-size: 48px;
  }
  .avatar.tint-1 {
    background: var(--wa-desk-avatar-1);
  }
  .avatar.tint-2 {
    background: var(--wa-desk-avatar-2);
  }
  .avatar.tint-3 {
    background: var(--wa-desk-avatar-3);
  }
  .avatar.tint-4 {
    background: var(--wa-desk-avatar-4);
  }
  .avatar > img {
    block-size: 100%;
    inline-size: 100%;
    object-fit: cover;
  }
`;
