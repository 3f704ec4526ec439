import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles, buttonStyles, fieldStyles } from '../../styles/index.js';
import { AnnouncerController } from '../shared/announcer.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { checkIcon, circleAlertIcon } from '../shared/icons.js';
import { StoreController } from '../shared/store-controller.js';
import { timeFormat } from '../shared/time-format.js';
import { NoteKeeper } from './note-keeper.js';
import { wrapUpStyles } from './wrap-up.styles.js';

/** Which session an intent is about. */
export interface SessionIntent {
  readonly sessionId: string;
}

export type WaSessionIntentEvent = CustomEvent<SessionIntent>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-session-done': WaSessionIntentEvent;
  }
}

/**
 * Note, disposition and Done of a session. The note is saved while it is written.
 *
 * @tagname wa-wrap-up
 * @fires {WaSessionIntentEvent} wa-session-done - The agent ends the session; may be vetoed. Bubbles, composed.
 * @csspart note - The field of the note.
 * @csspart disposition - The field of the disposition.
 * @csspart done - The button that ends the session.
 */
export class WaWrapUpElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, wrapUpStyles];

  /** The session; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk, for its connection; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  /** Done was pressed and has not been answered. */
  @state() private ending = false;

  readonly #view = new StoreController(this, () => this.session);
  readonly #connection = new StoreController(
    this,
    () => this.desk,
    ({ connection }) => connection.state,
  );
  readonly #note = new NoteKeeper(this, () => this.session);
  readonly #announcer = new AnnouncerController(this);

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view || view.session.phase === 'ended') return nothing;
    return html`<form aria-label=${this.strings.desk.wrapUp.label} @submit=${this.#onSubmit}>
      ${this.#renderNote()}${
        view.capabilities.dispositions.length > 0 ? this.#renderDisposition(view) : nothing
      }${this.#renderDone(view)}
    </form>`;
  }

  #renderNote(): TemplateResult {
    return html`<div>
      <label class="label" for="note">${this.strings.desk.wrapUp.note}${this.#renderNoteState()}</label>
      <textarea
        id="note"
        class="field"
        part="note"
        dir="auto"
        rows="2"
        .value=${live(this.#note.text)}
        @input=${this.#onNote}
        @blur=${this.#onNoteLeft}
      ></textarea>
    </div>`;
  }

  #renderNoteState(): TemplateResult | typeof nothing {
    const words = this.strings.desk.wrapUp;
    switch (this.#note.state) {
      case 'saving':
        return html`<span class="saved">${words.saving}</span>`;
      case 'saved':
        return html`<span class="saved"
          >${checkIcon({ size: 'tiny' })}${words.saved(timeFormat(this.strings.locale).time(this.#note.savedAt))}</span
        >`;
      case 'failed':
        return html`<span class="saved failed">${circleAlertIcon({ size: 'tiny' })}${words.notSaved}</span>`;
      default:
        return nothing;
    }
  }

  #renderDisposition({ capabilities, session }: SessionView): TemplateResult {
    const words = this.strings.desk.wrapUp;
    const chosen = session.disposition?.code ?? '';
    return html`<div>
      <label class="label" for="disposition"
        >${words.disposition}${
          capabilities.dispositionRequired ? html`<span class="count">${words.required}</span>` : nothing
        }</label
      >
      <select
        id="disposition"
        class="field"
        part="disposition"
        aria-required=${capabilities.dispositionRequired ? 'true' : 'false'}
        .value=${live(chosen)}
        @change=${this.#onDisposition}
      >
        <option value="" disabled ?selected=${chosen === ''}>${words.chooseDisposition}</option>
        ${capabilities.dispositions.map(
          ({ code, label }) => html`<option value=${code} ?selected=${code === chosen}>${label}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderDone(view: SessionView): TemplateResult {
    const words = this.strings.desk.wrapUp;
    const reason = this.#whyNotDone(view);
    return html`<div class="end">
      <p id="why" class=${reason === undefined ? '' : 'reason'}>${reason ?? words.hint}</p>
      <button
        type="submit"
        class="button primary"
        part="done"
        aria-describedby="why"
        aria-disabled=${reason === undefined && !this.ending ? nothing : 'true'}
      >
        ${checkIcon({ size: 'small' })}${words.done}
      </button>
    </div>`;
  }

  #whyNotDone({ capabilities, session, outbox }: SessionView): string | undefined {
    const words = this.strings.desk.wrapUp;
    const connection = this.#connection.value;
    if (connection !== undefined && connection !== 'online') return words.noConnection;
    if (outbox.length > 0) return words.unsent(outbox.length);
    return capabilities.dispositionRequired && !session.disposition ? words.dispositionMissing : undefined;
  }

  readonly #onNote = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) this.#note.write(target.value);
  };

  readonly #onNoteLeft = (): void => {
    void this.#note.flush();
  };

  readonly #onDisposition = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement && target.value !== '') void this.session?.setDisposition(target.value);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { session } = this;
    const view = this.#view.value;
    if (!session || !view || this.ending) return;
    const reason = this.#whyNotDone(view);
    if (reason !== undefined) this.#announcer.announce(reason);
    else if (emit(this, 'wa-session-done', { sessionId: session.id }, { cancelable: true })) void this.#end(session);
  };

  async #end(session: SessionHandle): Promise<void> {
    this.ending = true;
    if (await this.#note.flush()) await session.done();
    this.ending = false;
  }
}
