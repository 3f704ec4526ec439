import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import type { Strings } from '../../i18n/strings.js';
import type { DialogController } from '../shared/dialog.js';

/** What the editor is given. */
export interface EditorParts {
  readonly session: SessionHandle | undefined;
  readonly desk: DeskHandle | undefined;
  readonly strings: Strings;
}

/** The editor for notifications, over everything; it is made anew each time it opens. */
export function editorDialog({ session, desk, strings }: EditorParts, dialog: DialogController): TemplateResult {
  const close = (): void => {
    dialog.close();
  };
  return html`<dialog class="dialog editor" aria-label=${strings.composer.editor.title}>
    ${
      dialog.open
        ? html`<wa-notification-editor
            .session=${session}
            .desk=${desk}
            .strings=${strings}
            @wa-notification-cancel=${close}
            @wa-notification-sent=${close}
          ></wa-notification-editor>`
        : nothing
    }
  </dialog>`;
}
