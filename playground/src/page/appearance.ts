import { Observable } from './observable.js';

/** Light and dark, and whether with strong lines. */
export type Scheme = 'system' | 'light' | 'dark';

const SCHEME_KEY = 'wa-desk-playground.scheme';
const CONTRAST_KEY = 'wa-desk-playground.contrast';

/** How the page looks; kept for the next visit. */
export class Appearance extends Observable {
  scheme: Scheme = readScheme();
  isHighContrast = localStorage.getItem(CONTRAST_KEY) === 'true';

  constructor() {
    super();
    this.#apply();
  }

  setScheme(scheme: Scheme): void {
    this.scheme = scheme;
    localStorage.setItem(SCHEME_KEY, scheme);
    this.#apply();
  }

  setHighContrast(isHighContrast: boolean): void {
    this.isHighContrast = isHighContrast;
    localStorage.setItem(CONTRAST_KEY, String(isHighContrast));
    this.#apply();
  }

  /** What `<wa-desk theme>` is told: without a scheme it follows the page. */
  get deskTheme(): string {
    return this.isHighContrast ? 'high-contrast' : '';
  }

  #apply(): void {
    const root = document.documentElement;
    root.dataset['scheme'] = this.scheme;
    root.dataset['contrast'] = this.isHighContrast ? 'high' : 'usual';
    this.changed();
  }
}

function readScheme(): Scheme {
  const kept = localStorage.getItem(SCHEME_KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
