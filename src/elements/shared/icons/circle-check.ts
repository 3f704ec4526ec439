// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `circle-check`. */
export const circleCheckIcon: Icon = (options) =>
  icon(svg`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`, options);
