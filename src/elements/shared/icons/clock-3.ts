// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `clock-3`. */
export const clock3Icon: Icon = (options) => icon(svg`<circle cx="12" cy="12" r="10"/><path d="M12 6v6h4"/>`, options);
