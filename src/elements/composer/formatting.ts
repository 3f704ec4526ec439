import { html, type TemplateResult } from 'lit';
import type { ToggleMark } from '../../domain/mark-toggle.js';
import type { Strings } from '../../i18n/strings.js';
import type { Icon } from '../shared/icon.js';
import { boldIcon, codeIcon, italicIcon, strikethroughIcon } from '../shared/icons.js';
import type { RovingFocusController } from '../shared/roving-focus.js';

interface MarkKey {
  readonly mark: ToggleMark;
  readonly key: string;
  readonly shift?: true;
  readonly icon: Icon;
}

const MARK_KEYS: readonly MarkKey[] = [
  { mark: 'bold', key: 'b', icon: boldIcon },
  { mark: 'italic', key: 'i', icon: italicIcon },
  { mark: 'strike', key: 'x', shift: true, icon: strikethroughIcon },
  { mark: 'code', key: 'e', icon: codeIcon },
];

/** The mark that a combination of keys puts on the selection: Ctrl (or Cmd) with B, I, Shift+X, E. */
export function markOfKeys(event: KeyboardEvent): ToggleMark | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const pressed = event.key.toLowerCase();
  return MARK_KEYS.find(({ key, shift = false }) => key === pressed && shift === event.shiftKey)?.mark;
}

/** A button for each mark; one tab stop. */
export function formattingBar(
  { composer }: Strings,
  roving: RovingFocusController,
  toggle: (mark: ToggleMark) => void,
): TemplateResult {
  return html`<div
    class="formatting"
    role="toolbar"
    aria-label=${composer.formatting}
    @keydown=${roving.onKeydown}
    @focusin=${roving.onFocusin}
  >
    ${MARK_KEYS.map(
      ({ mark, key, shift, icon }) =>
        html`<button
          type="button"
          class="icon-button mark"
          aria-label=${composer.marks[mark]}
          aria-keyshortcuts=${`Control+${shift ? 'Shift+' : ''}${key.toUpperCase()}`}
          title=${`${composer.marks[mark]} (Ctrl+${shift ? 'Shift+' : ''}${key.toUpperCase()})`}
          @click=${() => {
            toggle(mark);
          }}
        >
          ${icon({ size: 'small' })}
        </button>`,
    )}
  </div>`;
}
