import { html, nothing, type TemplateResult } from 'lit';
import type { PendingLevel } from '../../domain/pending-response.js';
import type { ServiceWindowPhase } from '../../domain/service-window.js';
import type { Icon } from './icon.js';
import { alarmClockIcon, clockAlertIcon, hourglassIcon, lockIcon, timerIcon } from './icons.js';

interface ChipWords {
  /** What is seen: short. */
  readonly text: string;
  /** What is heard instead: in full. */
  readonly words: string;
  /** 24 px, for headers; else 20. */
  readonly large?: boolean;
}

/** How long the contact has been waiting. */
export interface PendingChipOptions extends ChipWords {
  readonly level: PendingLevel;
  /** Flashes once a second, for five seconds at most. */
  readonly flashing?: boolean;
}

/** How the 24-hour window stands. */
export interface WindowChipOptions extends ChipWords {
  readonly phase: ServiceWindowPhase;
}

const pendingIcons = { waiting: timerIcon, late: clockAlertIcon, overdue: alarmClockIcon } as const;
const windowIcons = { open: hourglassIcon, near: hourglassIcon, closed: lockIcon } as const;

/** The chip of a waiting contact, nothing where nobody waits; looks: `chipStyles`. */
export function pendingChip({ level, flashing, ...words }: PendingChipOptions): TemplateResult | typeof nothing {
  if (level === 'none') return nothing;
  return chip(`pending-${level} ${flashing ? 'flashing' : ''}`, pendingIcons[level], words);
}

/** The chip of the service window; looks: `chipStyles`. */
export function windowChip({ phase, ...words }: WindowChipOptions): TemplateResult {
  return chip(`window-${phase}`, windowIcons[phase], words);
}

function chip(state: string, icon: Icon, { text, words, large }: ChipWords): TemplateResult {
  return html`<span class="chip ${large ? 'large' : ''} ${state}" part="chip"
    >${icon({ size: large ? 'small' : 'tiny' })}<bdi aria-hidden="true">${text}</bdi
    ><span class="visually-hidden">${words}</span></span
  >`;
}
