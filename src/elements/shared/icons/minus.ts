// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `minus`. */
export const minusIcon: Icon = (options) => icon(svg`<path d="M5 12h14"/>`, options);
