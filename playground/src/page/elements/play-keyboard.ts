import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PhoneDraft } from '../../stand-in/phone-types.js';
import { icon } from '../icons.js';
import {
  CONTACT_CARD,
  DOCUMENT,
  pictureFile,
  PICTURES,
  PLACES,
  VOICE_NOTE,
  type SampleFile,
  type SamplePicture,
} from '../samples/samples.js';
import { baseStyles } from './base.styles.js';
import { keyboardStyles } from './keyboard.styles.js';

/** What a person sends: a draft, or a file to upload first. */
export type KeyboardWish =
  | { readonly kind: 'draft'; readonly draft: PhoneDraft }
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'leave' };

/** What the words are for, when they are not simply a new message. */
export interface KeyboardAim {
  readonly kind: 'reply' | 'edit';
  readonly words: string;
}

/** Where a person types and chooses what to attach. Fires `wish` with a KeyboardWish. */
@customElement('play-keyboard')
export class PlayKeyboard extends LitElement {
  static override styles = [baseStyles, keyboardStyles];

  @property({ attribute: false }) aim: KeyboardAim | undefined;

  /** Why the last wish was not granted. */
  @property({ attribute: false }) problem: string | undefined;

  @state() private isOpen = false;

  @query('textarea') private field!: HTMLTextAreaElement;

  /** Drawn when the sheet is first opened. */
  #pictures: readonly { readonly sample: SamplePicture; readonly canvas: HTMLCanvasElement }[] = [];

  /** Puts the caret into the field, with `text` in it when there is one. */
  edit(text?: string): void {
    if (text !== undefined) this.field.value = text;
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`${this.#renderProblem()} ${this.#renderAim()} ${this.isOpen ? this.#renderSheet() : nothing}
      <div class="bar">
        <button
          type="button"
          class="round"
          aria-label="Attach"
          aria-expanded=${this.isOpen}
          title="Attach"
          @click=${this.#toggle}
        >
          ${icon(this.isOpen ? 'x' : 'paperclip')}
        </button>
        <textarea
          rows="1"
          aria-label="Message on the phone"
          placeholder="Message"
          @keydown=${this.#onKeydown}
        ></textarea>
        <button type="button" class="round send" aria-label="Send from the phone" title="Send" @click=${this.#send}>
          ${icon(this.aim?.kind === 'edit' ? 'check' : 'send-horizontal')}
        </button>
      </div>`;
  }

  #renderProblem(): TemplateResult {
    return html`<div role="alert">
      ${this.problem === undefined ? nothing : html`<p class="strip problem"><span>${this.problem}</span></p>`}
    </div>`;
  }

  #renderAim(): TemplateResult | typeof nothing {
    if (!this.aim) return nothing;
    const { kind, words } = this.aim;
    return html`<p class="strip">
      ${icon(kind === 'edit' ? 'pencil' : 'reply')}<span>${words}</span>
      <button type="button" class="round" aria-label="Leave it" @click=${this.#leave}>${icon('x')}</button>
    </p>`;
  }

  #renderSheet(): TemplateResult {
    return html`<div class="sheet" role="group" aria-label="Attach to the message on the phone">
      <div class="pictures">${this.#pictures.map((picture) => this.#renderPicture(picture))}</div>
      <label class="item"
        >${icon('upload')} <span>A file of your own</span><input type="file" @change=${this.#onFile}
      /></label>
      ${this.#renderFile('mic', VOICE_NOTE)} ${this.#renderFile('file-text', DOCUMENT)}
      ${PLACES.map(({ label, ...place }) => this.#renderDraft('map-pin', label, { kind: 'location', ...place }))}
      ${this.#renderDraft('contact-round', 'A contact card', { kind: 'contacts', contacts: [CONTACT_CARD] })}
    </div>`;
  }

  #renderPicture({ sample, canvas }: { sample: SamplePicture; canvas: HTMLCanvasElement }): TemplateResult {
    const choose = async (): Promise<void> => {
      this.#wish({ kind: 'file', file: await pictureFile(canvas), name: sample.fileName });
    };
    return html`<button type="button" aria-label=${sample.label} title=${sample.label} @click=${choose}>
      ${canvas}
    </button>`;
  }

  #renderFile(name: 'mic' | 'file-text', { label, path, fileName }: SampleFile): TemplateResult {
    const choose = async (): Promise<void> => {
      const file = await (await fetch(path)).blob();
      this.#wish({ kind: 'file', file, name: fileName });
    };
    return html`<button type="button" class="item" @click=${choose}>${icon(name)} ${label}</button>`;
  }

  #renderDraft(name: 'map-pin' | 'contact-round', label: string, draft: PhoneDraft): TemplateResult {
    const choose = (): void => {
      this.#wish({ kind: 'draft', draft });
    };
    return html`<button type="button" class="item" @click=${choose}>${icon(name)} ${label}</button>`;
  }

  readonly #toggle = (): void => {
    if (this.#pictures.length === 0) {
      this.#pictures = PICTURES.map((sample) => ({ sample, canvas: sample.draw() }));
    }
    this.isOpen = !this.isOpen;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onFile = ({ currentTarget }: Event): void => {
    const file = (currentTarget as HTMLInputElement).files?.[0];
    if (file) this.#wish({ kind: 'file', file, name: file.name });
  };

  readonly #leave = (): void => {
    this.field.value = '';
    this.#wish({ kind: 'leave' });
  };

  readonly #send = (): void => {
    const body = this.field.value.trim();
    if (body === '') return;
    this.field.value = '';
    this.#wish({ kind: 'draft', draft: { kind: 'text', body } });
  };

  #wish(wish: KeyboardWish): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent<KeyboardWish>('wish', { detail: wish }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-keyboard': PlayKeyboard;
  }
}
