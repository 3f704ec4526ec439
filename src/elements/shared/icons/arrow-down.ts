// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `arrow-down`. */
export const arrowDownIcon: Icon = (options) => icon(svg`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`, options);
