// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `chevron-down`. */
export const chevronDownIcon: Icon = (options) => icon(svg`<path d="m6 9 6 6 6-6"/>`, options);
