// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `arrow-left`. */
export const arrowLeftIcon: Icon = (options) =>
  icon(svg`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`, { ...options, mirrored: true });
