// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `panel-right`. */
export const panelRightIcon: Icon = (options) =>
  icon(svg`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`, { ...options, mirrored: true });
