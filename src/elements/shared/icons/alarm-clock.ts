// Made by tools/icons.mjs from lucide-static 1.62.0; do not edit.
import { svg } from 'lit';
import { icon, type Icon } from '../icon.js';

/** Lucide `alarm-clock`. */
export const alarmClockIcon: Icon = (options) =>
  icon(
    svg`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,
    options,
  );
