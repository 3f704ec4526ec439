import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formatPhoneNumber } from 'wa-desk/domain';
import type { PhoneContact, PhoneDraft, PhoneMessage } from '../../stand-in/phone-types.js';
import { icon } from '../icons.js';
import { messageWords, plainWords } from '../message-view.js';
import { Watch } from '../observable.js';
import type { PhoneService } from '../phone-service.js';
import type { PhoneState } from '../phone-state.js';
import { Ticking } from '../ticking.js';
import { baseStyles } from './base.styles.js';
import { phoneStyles } from './phone.styles.js';
import './play-keyboard.js';
import type { KeyboardAim, KeyboardWish, PlayKeyboard } from './play-keyboard.js';
import './play-thread.js';
import type { MessageWish } from './play-thread.js';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What the next words are for. */
interface Aim {
  readonly kind: 'reply' | 'edit';
  readonly message: PhoneMessage;
}

/** The phones of the people who write to the business, one at a time. */
@customElement('play-phone')
export class PlayPhone extends LitElement {
  static override styles = [baseStyles, phoneStyles];

  @property({ attribute: false }) phone!: PhoneState;

  @property({ attribute: false }) service!: PhoneService;

  @state() private aim: Aim | undefined;

  @state() private problem: string | undefined;

  @query('play-keyboard') private keyboard!: PlayKeyboard | null;

  readonly #sight = new IntersectionObserver((entries) => {
    this.phone.watch(entries.at(-1)?.isIntersecting ?? false);
  });

  constructor() {
    super();
    new Watch(this, () => this.phone);
    new Ticking(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
  }

  protected override render(): TemplateResult {
    const { contact } = this.phone;
    return html`<div class="people" role="group" aria-label="Whose phone">
        ${this.phone.contacts.map((person) => this.#renderPerson(person))}
      </div>
      <div class="device">
        <div class="screen">
          <div class="status" aria-hidden="true">
            <time>${time.format(this.phone.now())}</time>${icon('signal-high')}${icon('wifi')}${icon('battery-medium')}
          </div>
          ${contact ? this.#renderApp(contact) : nothing}
        </div>
      </div>`;
  }

  #renderPerson({ id, name }: PhoneContact): TemplateResult {
    const choose = (): void => {
      this.#aimAt(undefined);
      this.phone.show(id);
    };
    return html`<button
      type="button"
      class="person"
      aria-label="${name.split(' ')[0]}’s phone"
      aria-pressed=${id === this.phone.contactId}
      title=${name}
      @click=${choose}
    >
      <span class="avatar" data-letters=${initials(name)}></span><span class="name">${name.split(' ')[0]}</span>
      ${this.phone.unseen.has(id) ? html`<span class="unseen"><span class="visually-hidden">New</span></span>` : nothing}
    </button>`;
  }

  #renderApp(contact: PhoneContact): TemplateResult {
    const { business } = this.phone;
    const isTyping = (this.phone.typingUntil.get(contact.id) ?? 0) > this.phone.now();
    return html`<header>
        <span class="avatar" data-letters=${initials(business?.name ?? '')}></span>
        <div class="who">
          <h2>${business?.name}</h2>
          <p role="status">${isTyping ? 'typing…' : formatPhoneNumber(`+${business?.displayPhoneNumber ?? ''}`)}</p>
        </div>
        ${this.#renderSwitches(contact)}
      </header>
      ${contact.online ? this.#renderThread() : this.#renderOff(contact)}`;
  }

  #renderSwitches({ online, blocked, marketing }: PhoneContact): TemplateResult {
    return html`${this.#renderSwitch('bell-off', 'Offers stopped', marketing === 'stop', {
      marketing: marketing === 'stop' ? 'resume' : 'stop',
    })}${this.#renderSwitch('ban', 'Business blocked', blocked, { blocked: !blocked })}${this.#renderSwitch(
      'power',
      'Phone switched off',
      !online,
      { online: !online },
    )}`;
  }

  #renderSwitch(
    name: 'bell-off' | 'ban' | 'power',
    label: string,
    isOn: boolean,
    change: Parameters<PhoneService['change']>[1],
  ): TemplateResult {
    return html`<button
      type="button"
      class="switch"
      aria-label=${label}
      title=${label}
      aria-pressed=${isOn}
      @click=${() => this.#change(change)}
    >
      ${icon(name)}
    </button>`;
  }

  #renderThread(): TemplateResult {
    const { aim } = this;
    const keyboardAim: KeyboardAim | undefined = aim && { kind: aim.kind, words: plainWords(aim.message) };
    return html`<play-thread
        tabindex="0"
        .messages=${this.phone.messages}
        .urlOf=${(path: string) => this.service.urlOf(path)}
        businessName=${this.phone.business?.name ?? ''}
        @wish=${this.#onMessageWish}
      ></play-thread>
      <play-keyboard .aim=${keyboardAim} .problem=${this.problem} @wish=${this.#onKeyboardWish}></play-keyboard>`;
  }

  #renderOff({ name }: PhoneContact): TemplateResult {
    return html`<div class="off">
      <p>${name.split(' ')[0]}’s phone is off. What the desk sends waits at WhatsApp: one tick.</p>
      <button type="button" @click=${() => this.#change({ online: true })}>Switch it on</button>
    </div>`;
  }

  readonly #onKeyboardWish = ({ detail }: CustomEvent<KeyboardWish>): void => {
    const { aim } = this;
    this.#aimAt(undefined);
    if (detail.kind === 'leave') return;
    void this.#try(async () => {
      if (detail.kind === 'file') await this.#write(await this.#draftOf(detail), aim);
      else if (aim?.kind === 'edit' && detail.draft.kind === 'text')
        await this.service.edit(aim.message.id, detail.draft.body);
      else await this.#write(detail.draft, aim);
    });
  };

  async #write(draft: PhoneDraft, aim: Aim | undefined): Promise<void> {
    const { contactId } = this.phone;
    if (contactId === undefined) return;
    await this.service.write(contactId, { ...draft, ...(aim && { replyTo: aim.message.id }) });
  }

  async #draftOf({ file, name }: { readonly file: Blob; readonly name: string }): Promise<PhoneDraft> {
    const mediaId = await this.service.upload(file, name);
    const kind = file.type.split('/')[0];
    if (kind === 'image' || kind === 'video') return { kind, mediaId };
    if (kind === 'audio') return { kind, mediaId, voice: file.type.startsWith('audio/ogg') };
    return { kind: 'document', mediaId, filename: name };
  }

  readonly #onMessageWish = ({ detail }: CustomEvent<MessageWish>): void => {
    const { messageId } = detail;
    const message = this.phone.messages.find(({ id }) => id === messageId);
    if (!message) return;
    switch (detail.kind) {
      case 'reply':
      case 'edit':
        this.#aimAt({ kind: detail.kind, message });
        return;
      case 'tap':
        void this.#try(() => this.service.tap(messageId, detail.tap));
        return;
      case 'react':
        void this.#try(() => this.service.react(messageId, detail.emoji));
        return;
      case 'delete':
        void this.#try(() => this.service.revoke(messageId));
        return;
      case 'played':
        if (message.from === 'business') void this.#try(() => this.service.play(messageId));
    }
  };

  #aimAt(aim: Aim | undefined): void {
    this.aim = aim;
    this.problem = undefined;
    if (aim) this.keyboard?.edit(aim.kind === 'edit' ? messageWords(aim.message) : undefined);
  }

  readonly #change = (change: Parameters<PhoneService['change']>[1]): void => {
    const { contactId } = this.phone;
    if (contactId !== undefined) void this.#try(() => this.service.change(contactId, change));
  };

  async #try(work: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }
}

function initials(name: string): string {
  const letters = name.match(/\p{L}+/gu) ?? [];
  return letters
    .slice(0, 2)
    .map(([letter]) => letter)
    .join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'play-phone': PlayPhone;
  }
}
