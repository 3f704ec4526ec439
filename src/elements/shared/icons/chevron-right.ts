// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `chevron-right`. */
export const chevronRightIcon: Icon = (options) => icon(svg`<path d="m9 18 6-6-6-6"/>`, { ...options, mirrored: true });
