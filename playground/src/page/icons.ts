import { html, svg, type TemplateResult } from 'lit';

/** Drawings from Lucide (ISC licence). */
const DRAWINGS = {
  smartphone: svg`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"></rect> <path d="M12 18h.01"></path>`,
  headset: svg`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"></path> <path d="M21 16v2a4 4 0 0 1-4 4h-5"></path>`,
  activity: svg`<path d="M22 12h-2.48a2 2 0 0 0-1.93 1.46l-2.35 8.36a.25.25 0 0 1-.48 0L9.24 2.18a.25.25 0 0 0-.48 0l-2.35 8.36A2 2 0 0 1 4.49 12H2"></path>`,
  clock: svg`<circle cx="12" cy="12" r="10"></circle> <path d="M12 6v6l4 2"></path>`,
  sun: svg`<circle cx="12" cy="12" r="4"></circle> <path d="M12 2v2"></path> <path d="M12 20v2"></path> <path d="m4.93 4.93 1.41 1.41"></path> <path d="m17.66 17.66 1.41 1.41"></path> <path d="M2 12h2"></path> <path d="M20 12h2"></path> <path d="m6.34 17.66-1.41 1.41"></path> <path d="m19.07 4.93-1.41 1.41"></path>`,
  moon: svg`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"></path>`,
  monitor: svg`<rect width="20" height="14" x="2" y="3" rx="2"></rect> <line x1="8" x2="16" y1="21" y2="21"></line> <line x1="12" x2="12" y1="17" y2="21"></line>`,
  contrast: svg`<circle cx="12" cy="12" r="10"></circle> <path d="M12 18a6 6 0 0 0 0-12v12z"></path>`,
  shuffle: svg`<path d="m18 14 4 4-4 4"></path> <path d="m18 2 4 4-4 4"></path> <path d="M2 18h1.973a4 4 0 0 0 3.3-1.7l5.454-8.6a4 4 0 0 1 3.3-1.7H22"></path> <path d="M2 6h1.972a4 4 0 0 1 3.6 2.2"></path> <path d="M22 18h-6.041a4 4 0 0 1-3.3-1.8l-.359-.45"></path>`,
  paperclip: svg`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"></path>`,
  'send-horizontal': svg`<path d="M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904z"></path> <path d="M6 12h16"></path>`,
  x: svg`<path d="M18 6 6 18"></path> <path d="m6 6 12 12"></path>`,
  image: svg`<rect width="18" height="18" x="3" y="3" rx="2" ry="2"></rect> <circle cx="9" cy="9" r="2"></circle> <path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"></path>`,
  'file-text': svg`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"></path> <path d="M14 2v5a1 1 0 0 0 1 1h5"></path> <path d="M10 9H8"></path> <path d="M16 13H8"></path> <path d="M16 17H8"></path>`,
  'map-pin': svg`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"></path> <circle cx="12" cy="10" r="3"></circle>`,
  'contact-round': svg`<path d="M16 2v2"></path> <path d="M17.915 21a6 6 0 10-12 0"></path> <path d="M8 2v2"></path> <circle cx="12" cy="11" r="4"></circle> <rect x="3" y="3" width="18" height="18" rx="2"></rect>`,
  mic: svg`<path d="M12 19v3"></path> <path d="M19 10v2a7 7 0 0 1-14 0v-2"></path> <rect x="9" y="2" width="6" height="13" rx="3"></rect>`,
  ellipsis: svg`<circle cx="12" cy="12" r="1"></circle> <circle cx="19" cy="12" r="1"></circle> <circle cx="5" cy="12" r="1"></circle>`,
  reply: svg`<path d="M20 18v-2a4 4 0 0 0-4-4H4"></path> <path d="m9 17-5-5 5-5"></path>`,
  pencil: svg`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"></path> <path d="m15 5 4 4"></path>`,
  'trash-2': svg`<path d="M10 11v6"></path> <path d="M14 11v6"></path> <path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"></path> <path d="M3 6h18"></path> <path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"></path>`,
  power: svg`<path d="M12 2v10"></path> <path d="M18.4 6.6a9 9 0 1 1-12.77.04"></path>`,
  check: svg`<path d="M20 6 9 17l-5-5"></path>`,
  'check-check': svg`<path d="M18 6 7 17l-5-5"></path> <path d="m22 10-7.5 7.5L13 16"></path>`,
  'chevron-down': svg`<path d="m6 9 6 6 6-6"></path>`,
  'chevron-right': svg`<path d="m9 18 6-6-6-6"></path>`,
  'arrow-right': svg`<path d="M5 12h14"></path> <path d="m12 5 7 7-7 7"></path>`,
  'arrow-left': svg`<path d="m12 19-7-7 7-7"></path> <path d="M19 12H5"></path>`,
  'external-link': svg`<path d="M15 3h6v6"></path> <path d="M10 14 21 3"></path> <path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"></path>`,
  phone: svg`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"></path>`,
  copy: svg`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"></rect> <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"></path>`,
  list: svg`<path d="M3 5h.01"></path> <path d="M3 12h.01"></path> <path d="M3 19h.01"></path> <path d="M8 5h13"></path> <path d="M8 12h13"></path> <path d="M8 19h13"></path>`,
  upload: svg`<path d="M12 3v12"></path> <path d="m17 8-5-5-5 5"></path> <path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"></path>`,
  'bell-off': svg`<path d="M10.268 21a2 2 0 0 0 3.464 0"></path> <path d="M17 17H4a1 1 0 0 1-.74-1.673C4.59 13.956 6 12.499 6 8a6 6 0 0 1 .258-1.742"></path> <path d="m2 2 20 20"></path> <path d="M8.668 3.01A6 6 0 0 1 18 8c0 2.687.77 4.653 1.707 6.05"></path>`,
  'battery-medium': svg`<path d="M10 14v-4"></path> <path d="M22 14v-4"></path> <path d="M6 14v-4"></path> <rect x="2" y="6" width="16" height="12" rx="2"></rect>`,
  'signal-high': svg`<path d="M2 20h.01"></path> <path d="M7 20v-4"></path> <path d="M12 20v-8"></path> <path d="M17 20V8"></path>`,
  wifi: svg`<path d="M12 20h.01"></path> <path d="M2 8.82a15 15 0 0 1 20 0"></path> <path d="M5 12.859a10 10 0 0 1 14 0"></path> <path d="M8.5 16.429a5 5 0 0 1 7 0"></path>`,
  'panel-left-close': svg`<rect width="18" height="18" x="3" y="3" rx="2"></rect> <path d="M9 3v18"></path> <path d="m16 15-3-3 3-3"></path>`,
  'panel-left-open': svg`<rect width="18" height="18" x="3" y="3" rx="2"></rect> <path d="M9 3v18"></path> <path d="m14 9 3 3-3 3"></path>`,
  ban: svg`<circle cx="12" cy="12" r="10"></circle> <path d="M4.929 4.929 19.07 19.071"></path>`,
  'sliders-horizontal': svg`<path d="M10 5H3"></path> <path d="M12 19H3"></path> <path d="M14 3v4"></path> <path d="M16 17v4"></path> <path d="M21 12h-9"></path> <path d="M21 19h-5"></path> <path d="M21 5h-7"></path> <path d="M8 10v4"></path> <path d="M8 12H3"></path>`,
  'shopping-cart': svg`<path d="m2.05 2.05 1.099-.028a1 1 0 0 1 1.008.815l2.69 14.347A1 1 0 0 0 7.83 18H18"></path> <path d="M4.563 5h16.435a1 1 0 0 1 .981 1.204l-1.026 6.226A2 2 0 0 1 18.962 14H6.25"></path> <circle cx="18" cy="20" r="2"></circle> <circle cx="8" cy="20" r="2"></circle>`,
  'clipboard-list': svg`<rect width="8" height="4" x="8" y="2" rx="1" ry="1"></rect> <path d="M16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2"></path> <path d="M12 11h4"></path> <path d="M12 16h4"></path> <path d="M8 11h.01"></path> <path d="M8 16h.01"></path>`,
};

/** The name of a drawing. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing in the colour of the text around it; it says nothing to a screen reader. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[name]}</svg>`;
}
