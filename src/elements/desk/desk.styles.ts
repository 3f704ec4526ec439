import { css } from 'lit';
import { baseStyles, buttonStyles, derived, scrollStyles, stripStyles } from '../../styles/index.js';
import { avatarStyles } from '../shared/avatar.styles.js';

const columnStyles = css`
  :host {
    background: var(--wa-desk-canvas);
    block-size: 100%;
    min-block-size: 320px;
    overflow: clip;
    position: relative;
  }
  .desk {
    block-size: 100%;
    display: flex;
    flex-direction: column;
  }
  .banners,
  wa-unsent {
    flex: none;
  }
  .banners > .strip {
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
  }
  .columns {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) auto / var(--wa-desk-list) minmax(0, 1fr);
    min-block-size: 0;
    position: relative;
  }
  .columns:has(> .panel):not(.drawer) {
    grid-template-columns: var(--wa-desk-list) minmax(0, 1fr) var(--wa-desk-panel);
  }
  .list,
  .offers {
    background: var(--wa-desk-surface);
    border-inline-end: var(--wa-desk-border) solid var(--wa-desk-line);
    grid-column: 1;
    min-inline-size: 0;
  }
  .list {
    display: flex;
    flex-direction: column;
    grid-row: 1;
    min-block-size: 0;
  }
  .offers {
    grid-row: 2;
    max-block-size: 60cqb;
    overflow: auto;
    padding: var(--wa-desk-space-2) var(--wa-desk-space-2) var(--wa-desk-space-3);
  }
  .list:has(~ .offers[hidden]) {
    grid-row: 1 / -1;
  }
  .header {
    align-items: center;
    block-size: var(--wa-desk-header);
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    display: flex;
    flex: none;
    gap: var(--wa-desk-space-3);
    padding-inline: var(--wa-desk-space-4) var(--wa-desk-space-3);
  }
  .list-body {
    flex: 1;
    min-block-size: 0;
  }
  .session {
    grid-column: 2;
    grid-row: 1 / -1;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .rail {
    grid-template-columns: var(--wa-desk-rail) minmax(0, 1fr);
  }
  .columns.snug:has(> .panel) {
    grid-template-columns: min(var(--wa-desk-list), 240px) minmax(0, 1fr) min(var(--wa-desk-panel), 280px);
  }
  .rail > .list > .header {
    padding: 0;
  }
  .rail > .list,
  .one-column > .list {
    grid-row: 1 / -1;
  }
  .rail > .offers,
  .one-column.in-session > .offers {
    background: none;
    border: 0;
    grid-area: auto;
    inline-size: 304px;
    inset-block-start: calc(var(--wa-desk-header) + 8px);
    inset-inline-start: calc(var(--wa-desk-rail) + 8px);
    max-block-size: calc(100% - var(--wa-desk-header) - 16px);
    overflow: visible;
    padding: 0;
    position: absolute;
    z-index: 2;
  }
  .one-column {
    grid-template-columns: minmax(0, 1fr);
  }
  .one-column > .list {
    border: 0;
    grid-row: 1;
  }
  .one-column > .session {
    grid-column: 1;
  }
  .one-column.in-session > .list,
  .one-column:not(.in-session) > .session {
    display: none;
  }
  .one-column > .offers {
    border: 0;
  }
  .one-column.in-session > .offers {
    inline-size: auto;
    inset-inline: 8px;
  }
`;

const panelStyles = css`
  .panel {
    background: var(--wa-desk-surface);
    border-inline-start: var(--wa-desk-border) solid var(--wa-desk-line);
    display: flex;
    flex-direction: column;
    grid-column: 3;
    grid-row: 1 / -1;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .drawer > .panel {
    border: 0;
    box-shadow: var(--wa-desk-elevation);
    grid-area: auto;
    inline-size: min(var(--wa-desk-panel), 100%);
    inset-block: 0;
    inset-inline-end: 0;
    position: absolute;
    z-index: 3;
  }
  .panel .header > h2 {
    flex: 1;
  }
  .panel-body {
    flex: 0 1 auto;
  }
  .panel .wrap-up {
    border-block-start: var(--wa-desk-border) solid var(--wa-desk-line);
    flex: none;
    max-block-size: 60%;
    overflow: auto;
  }
  .person {
    align-items: center;
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    display: flex;
    gap: var(--wa-desk-space-2);
    padding: var(--wa-desk-space-4);
  }
  .who {
    display: grid;
    min-inline-size: 0;
  }
  .who > * {
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: var(--wa-desk-weight-bold);
  }
  .quiet {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .section {
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    padding: 0 var(--wa-desk-space-4);
  }
  .section > :last-child {
    padding-block-end: var(--wa-desk-space-3);
  }
  summary {
    align-items: center;
    border-radius: var(--wa-desk-radius-small);
    cursor: pointer;
    display: flex;
    font-weight: var(--wa-desk-weight-bold);
    gap: var(--wa-desk-space-2);
    list-style: none;
    min-block-size: max(40px, ${derived.controlSmall});
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .section[open] > summary > .icon {
    transform: rotate(90deg);
  }
  summary:dir(rtl) > .icon {
    transform: scaleX(-1);
  }
  dl {
    display: grid;
    font-size: 0.8125rem;
    gap: 6px var(--wa-desk-space-3);
    grid-template-columns: 96px minmax(0, 1fr);
    line-height: 1.25rem;
  }
  dt {
    color: var(--wa-desk-text-muted);
    overflow-wrap: anywhere;
  }
  dd {
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .drawer > .panel {
      border-inline-start: 1px solid CanvasText;
    }
  }
`;

export const deskStyles = [
  baseStyles,
  buttonStyles,
  scrollStyles,
  stripStyles,
  avatarStyles,
  columnStyles,
  panelStyles,
];
