// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `check`. */
export const checkIcon: Icon = (options) => icon(svg`<path d="M20 6 9 17l-5-5"/>`, options);
