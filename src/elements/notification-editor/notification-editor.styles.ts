import { css } from 'lit';
import { baseStyles, buttonStyles, fieldStyles, scrollStyles, skeletonStyles } from '../../styles/index.js';
import { tileStyles } from '../composer/tile.styles.js';
import { cardStyles } from '../message/card.styles.js';
import { messageStyles } from '../message/message.styles.js';

export const notificationEditorStyles = [
  baseStyles,
  buttonStyles,
  fieldStyles,
  scrollStyles,
  skeletonStyles,
  messageStyles,
  cardStyles,
  tileStyles,
  css`
    :host {
      background: var(--wa-desk-surface-raised);
      border-radius: var(--wa-desk-radius-bubble);
      container: wa-notification-editor / inline-size;
    }
    .editor {
      display: flex;
      flex-direction: column;
      max-block-size: min(720px, calc(100dvb - 32px));
    }
    .head {
      align-items: center;
      border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
      display: flex;
      flex: none;
      gap: var(--wa-desk-space-3);
      min-block-size: 52px;
      padding-inline: var(--wa-desk-space-4) var(--wa-desk-space-2);
    }
    h2 {
      font-size: var(--wa-desk-text-lg);
      line-height: var(--wa-desk-leading-lg);
    }
    .about {
      flex: 1;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .quiet,
    .about {
      color: var(--wa-desk-text-muted);
      font-size: var(--wa-desk-text-sm);
      line-height: var(--wa-desk-leading-sm);
    }
    .columns {
      display: grid;
      flex: 1;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) 320px;
      min-block-size: 0;
      overflow: auto;
    }
    .form {
      align-content: start;
      display: grid;
      gap: 14px;
      min-inline-size: 0;
      padding: var(--wa-desk-space-4);
    }
    fieldset.group {
      border: var(--wa-desk-border) solid var(--wa-desk-line);
      border-radius: var(--wa-desk-radius-control);
      display: grid;
      gap: var(--wa-desk-space-3);
      padding: var(--wa-desk-space-3);
    }
    legend {
      font-size: var(--wa-desk-text-sm);
      font-weight: var(--wa-desk-weight-bold);
      margin-inline-start: -4px;
      padding: 0 4px;
    }
    .summary {
      border: var(--wa-desk-border) solid var(--wa-desk-danger);
      border-radius: var(--wa-desk-radius-control);
      font-size: var(--wa-desk-text-sm);
      padding: var(--wa-desk-space-3);
    }
    .summary h3 {
      align-items: center;
      color: var(--wa-desk-danger);
      display: flex;
      font-size: inherit;
      gap: 6px;
      margin: 0;
    }
    .summary ul {
      list-style: none;
      margin: var(--wa-desk-space-1) 0 0;
      padding: 0;
    }
    .summary li {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--wa-desk-space-2);
    }
    .file-before {
      margin-block-end: var(--wa-desk-space-2);
      overflow-wrap: anywhere;
    }
    .optional {
      display: grid;
      gap: var(--wa-desk-space-3);
      margin-block-start: var(--wa-desk-space-2);
    }
    summary {
      border-radius: var(--wa-desk-radius-control);
      color: var(--wa-desk-text-muted);
      cursor: pointer;
      font-size: var(--wa-desk-text-sm);
      line-height: 24px;
    }
    .with-prefix {
      display: flex;
    }
    .prefix {
      background: var(--wa-desk-surface-sunken);
      border-end-end-radius: 0;
      border-inline-end: 0;
      border-start-end-radius: 0;
      color: var(--wa-desk-text-muted);
      flex: none;
      inline-size: auto;
      max-inline-size: 50%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .with-prefix > input {
      border-end-start-radius: 0;
      border-start-start-radius: 0;
      flex: 1;
      min-inline-size: 0;
    }
    .help:empty {
      display: none;
    }
    .file-input {
      display: none;
    }
    .tile + .file-input + .choose-file {
      margin-block-start: var(--wa-desk-space-2);
    }
    .preview {
      background: var(--wa-desk-canvas);
      border-inline-start: var(--wa-desk-border) solid var(--wa-desk-line);
      min-inline-size: 0;
      overflow: auto;
      padding: var(--wa-desk-space-3) var(--wa-desk-space-5) var(--wa-desk-space-5);
    }
    .preview > p {
      align-items: center;
      color: var(--wa-desk-text-muted);
      display: flex;
      font-size: var(--wa-desk-text-sm);
      gap: 6px;
      margin-block-end: var(--wa-desk-space-3);
    }
    .preview .message {
      inline-size: fit-content;
      max-inline-size: 100%;
    }
    .preview .bubble.card {
      inline-size: min(300px, 100%);
    }
    .foot {
      align-items: center;
      border-block-start: var(--wa-desk-border) solid var(--wa-desk-line);
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: var(--wa-desk-space-2);
      justify-content: flex-end;
      padding: 10px var(--wa-desk-space-4);
    }
    .foot > .why-not {
      flex: 1;
      margin: 0;
      min-inline-size: 160px;
    }

    .search {
      border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
      flex: none;
      padding: var(--wa-desk-space-3) var(--wa-desk-space-4);
      position: relative;
    }
    .search > .icon {
      color: var(--wa-desk-text-muted);
      inset-block-start: 50%;
      inset-inline-start: 26px;
      pointer-events: none;
      position: absolute;
      translate: 0 -50%;
    }
    .search > .field {
      padding-inline-start: 36px;
    }
    .choices {
      block-size: 420px;
    }
    .template {
      background: none;
      border: 0;
      border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
      display: grid;
      gap: 2px;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 10px var(--wa-desk-space-4);
      text-align: start;
    }
    .template:hover {
      background: var(--wa-desk-hover);
    }
    .template:focus-visible {
      box-shadow: inset 0 0 0 var(--wa-desk-focus-width) var(--wa-desk-focus);
      outline-offset: calc(-1 * var(--wa-desk-focus-width));
    }
    .template[aria-disabled='true'] {
      cursor: not-allowed;
    }
    .template[aria-disabled='true']:hover {
      background: none;
    }
    .template-head {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--wa-desk-space-2);
      justify-content: space-between;
    }
    .template-name {
      font-weight: var(--wa-desk-weight-bold);
      overflow-wrap: anywhere;
    }
    .template[aria-disabled='true'] .template-name {
      color: var(--wa-desk-text-muted);
      font-weight: var(--wa-desk-weight-medium);
    }
    .excerpt {
      color: var(--wa-desk-text-muted);
      font-size: 0.8125rem;
      line-height: 1.125rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .why {
      align-items: center;
      color: var(--wa-desk-text);
      display: flex;
      font-size: var(--wa-desk-text-sm);
      gap: var(--wa-desk-space-1);
    }
    .none {
      color: var(--wa-desk-text-muted);
      display: grid;
      gap: var(--wa-desk-space-3);
      justify-items: center;
      padding: var(--wa-desk-space-8) var(--wa-desk-space-4);
      text-align: center;
    }
    .more {
      margin: var(--wa-desk-space-3) auto;
    }
    .skeletons {
      display: grid;
      gap: var(--wa-desk-space-3);
      padding: var(--wa-desk-space-4);
    }
    .skeletons > .skeleton {
      block-size: 36px;
    }

    @container wa-notification-editor (width < 640px) {
      .columns {
        grid-template: auto auto / minmax(0, 1fr);
      }
      .preview {
        border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
        border-inline-start: 0;
        order: -1;
        overflow: visible;
        padding: var(--wa-desk-space-3) var(--wa-desk-space-4);
      }
      .foot > .why-not {
        min-inline-size: 100%;
      }
      .foot > .why-not:empty {
        display: none;
      }
    }
  `,
];
