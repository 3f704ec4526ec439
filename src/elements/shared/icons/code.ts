// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `code`. */
export const codeIcon: Icon = (options) => icon(svg`<path d="m16 18 6-6-6-6"/><path d="m8 6-6 6 6 6"/>`, options);
