import { css } from 'lit';

export const pendingResponseStyles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
`;
