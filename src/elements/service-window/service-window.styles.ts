import { css } from 'lit';

export const serviceWindowStyles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
`;
