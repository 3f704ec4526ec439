import type { CSSResultGroup } from 'lit';
import { focusStyles } from './focus.styles.js';
import { iconStyles } from './icon.styles.js';
import { resetStyles } from './reset.styles.js';
import { themeStyles } from './themes.styles.js';
import { visuallyHiddenStyles } from './visually-hidden.styles.js';

export { buttonStyles } from './button.styles.js';
export { fieldStyles } from './field.styles.js';
export { floatingStyles } from './floating.styles.js';
export { labelStyles } from './label.styles.js';
export { progressStyles } from './progress.styles.js';
export { scrollStyles } from './scroll.styles.js';
export { skeletonStyles } from './skeleton.styles.js';
export { stripStyles } from './strip.styles.js';
export { derived, installTokens, tokens, type TokenName } from './tokens.js';

/** What every element begins its `static styles` with: themes, reset, icons, hidden words, focus ring. */
export const baseStyles: CSSResultGroup = [themeStyles, resetStyles, iconStyles, visuallyHiddenStyles, focusStyles];
