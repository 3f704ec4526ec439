// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `x`. */
export const xIcon: Icon = (options) => icon(svg`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`, options);
