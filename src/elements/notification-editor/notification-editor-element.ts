import { consume } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import type { SendRules } from '../../domain/send-rules.js';
import { WHATSAPP_LIMITS } from '../../domain/session.js';
import type { TemplateDefinition, TemplateMessage } from '../../domain/template.js';
import { en, type Strings } from '../../i18n/strings.js';
import { AnnouncerController } from '../shared/announcer.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { linkReader } from '../shared/link-reader.js';
import { LatePartsController } from '../shared/late-part.js';
import { StoreController } from '../shared/store-controller.js';
import { chooserView } from './chooser-view.js';
import { fullLabelOf, problemWords } from './field-words.js';
import type { Filling } from './filling.js';
import { fillingOf } from './filling-of.js';
import { formView } from './form-view.js';
import { knownValuesOf } from './known-values.js';
import { notificationEditorStyles } from './notification-editor.styles.js';
import { TemplateForm } from './template-form.js';
import { whyNotSendable } from './template-list.js';
import { TemplateSearch } from './template-search.js';

/** A filled-in template that the agent wants to send. */
export interface NotificationDetail {
  readonly template: TemplateMessage;
}

export type WaNotificationEvent = CustomEvent<NotificationDetail>;
export type WaNotificationCancelEvent = CustomEvent<undefined>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-notification-send': WaNotificationEvent;
    'wa-notification-sent': WaNotificationEvent;
    'wa-notification-cancel': WaNotificationCancelEvent;
  }
}

/**
 * Fills in a template that WhatsApp approved and sends it: a choice of templates, a field for each of its parameters, and
 * beside them the message as the transcript will show it. In a form its value is the filled-in template as JSON.
 *
 * @tagname wa-notification-editor
 * @fires {WaNotificationEvent} wa-notification-send - The agent sends; may be vetoed. Bubbles, composed.
 * @fires {WaNotificationEvent} wa-notification-sent - It is on its way. Bubbles, composed.
 * @fires {WaNotificationCancelEvent} wa-notification-cancel - The agent gave up; nothing was changed. Bubbles, composed.
 * @csspart form - The fields.
 * @csspart preview - The preview.
 */
export class WaNotificationEditorElement extends LitElement {
  static override styles = notificationEditorStyles;

  /** Takes part in forms. */
  static readonly formAssociated = true;

  /** The session; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk, for its options; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The template to fill in; without it the agent chooses one. */
  @property({ attribute: false }) template: TemplateDefinition | undefined;

  /** Nothing can be changed or sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Its name in a form. */
  @property({ reflect: true }) name = '';

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  readonly #internals = this.attachInternals();
  readonly #view = new StoreController(this, () => this.session);
  readonly #search = new TemplateSearch(this, () => (this.#form ? undefined : this.session));
  readonly #announcer = new AnnouncerController(this);
  #form: TemplateForm | undefined;
  #formDisabled = false;

  constructor() {
    super();
    new LatePartsController(this, [linkReader]);
  }

  /** The filled-in template; nothing while something is missing or wrong. */
  get value(): TemplateMessage | undefined {
    const form = this.#form;
    return form && this.#whyNot(form) === undefined ? form.message : undefined;
  }

  /** Focuses the search, or the first field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot
      .querySelector<HTMLElement>('input[type=search], [data-field], [data-choose], .send')
      ?.focus(options);
  }

  /** Takes up a notification again as it was filled in; the agent chooses a template where this one's is not known. */
  edit(message: TemplateMessage): void {
    this.#begin(message.definition, fillingOf(message));
  }

  /** Called by the form: everything is empty again. */
  formResetCallback(): void {
    this.#begin(this.template);
  }

  /** Called by the form or a fieldset around. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  /** Called by the browser when it restores a page. */
  formStateRestoreCallback(state: string): void {
    const texts = JSON.parse(state) as Readonly<Record<string, string>>;
    for (const [id, text] of Object.entries(texts)) this.#form?.write(id, text);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('template') || (changed.has('session') && this.template)) this.#begin(this.template);
    else if (changed.has('session')) this.#begin(undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const form = this.#form;
    const why = form ? this.#whyNot(form) : this.strings.composer.editor.chooseFirst;
    const state = JSON.stringify(form?.texts ?? {});
    this.#internals.setFormValue(form && why === undefined ? JSON.stringify(form.message) : null, state);
    const anchor = this.renderRoot.querySelector<HTMLElement>('[aria-invalid], [data-field], button') ?? undefined;
    if (why === undefined) this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, why, anchor);
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const contact = this.#contactName;
    if (!form)
      return chooserView(this.#search, {
        strings: this.strings,
        marketingAllowed: this.#marketingAllowed,
        choose: this.#choose,
        cancel: this.#cancel,
      });
    return formView(form, {
      strings: this.strings,
      limits: this.#rules.limits,
      options: this.desk?.snapshot.options ?? DEFAULT_OPTIONS,
      session: this.session,
      contactName: contact,
      now: this.#now,
      disabled: this.disabled || this.#formDisabled,
      mayChooseFiles: this.#rules.permissions.includes('canChangeAttachmentsInNotification'),
      why: this.#whyNot(form),
      canGoBack: this.template === undefined,
      back: this.#back,
      attach: (fieldId, file) => {
        form.attach(fieldId, file, this.#rules);
      },
      show: this.#showField,
      send: this.#send,
      cancel: this.#cancel,
    });
  }

  get #now(): number {
    return this.session?.now() ?? Date.now();
  }

  get #contactName(): string {
    const { unknownContact } = this.strings.desk;
    const view = this.#view.value;
    return view ? contactName(view.session.contact, unknownContact) : unknownContact;
  }

  get #marketingAllowed(): boolean {
    return this.#view.value?.session.contact.marketingAllowed ?? true;
  }

  /** A file of a notification goes outside the window too, and needs a permission of its own. */
  get #rules(): SendRules {
    const { limits = WHATSAPP_LIMITS, permissions = [] } = this.#view.value?.capabilities ?? {};
    return {
      limits,
      permissions: [...permissions, 'canSendFiles'],
      features: ['attachments', 'templates'],
      phase: 'engaged',
      window: 'open',
    };
  }

  /** The first reason why the notification cannot go, in words. */
  #whyNot(form: TemplateForm): string | undefined {
    const words = this.strings.composer.editor;
    const look = { strings: this.strings, marketingAllowed: this.#marketingAllowed };
    const problems = form.problems(this.#now);
    const [first] = problems.keys();
    if (first === undefined) return whyNotSendable(form.definition, look);
    if (form.itemOf(first)?.state === 'uploading') return words.problems.fileWaits;
    const field = form.fields.find(({ id }) => id === first);
    return words.summary(problems.size, field ? fullLabelOf(field, this.strings) : '');
  }

  #begin(definition: TemplateDefinition | undefined, before?: Filling): void {
    const { session } = this;
    const known = session && knownValuesOf(session.snapshot.session);
    this.#form =
      definition && new TemplateForm(this, definition, { session, ...(known && { known }), ...(before && { before }) });
    this.requestUpdate();
  }

  readonly #choose = (definition: TemplateDefinition): void => {
    this.#begin(definition);
    this.#focusLater();
  };

  readonly #back = (): void => {
    this.#begin(undefined);
    this.#focusLater();
  };

  #focusLater(): void {
    void this.updateComplete.then(() => {
      this.focus();
    });
  }

  readonly #cancel = (): void => {
    this.#begin(this.template);
    emit(this, 'wa-notification-cancel', undefined);
  };

  readonly #send = (): void => {
    const form = this.#form;
    if (!form || this.disabled || this.#formDisabled) return;
    const why = this.#whyNot(form);
    if (why !== undefined) this.#showProblems(form, why);
    else void this.#sendNow(form.message);
  };

  #showProblems(form: TemplateForm, why: string): void {
    form.try();
    const [first] = form.problems(this.#now);
    this.#announcer.announce(first ? `${why}. ${problemWords(first[1], this.strings)}` : why);
    if (first) this.#showField(first[0]);
  }

  readonly #showField = (fieldId: string): void => {
    const id = CSS.escape(fieldId);
    this.renderRoot.querySelector<HTMLElement>(`[data-field="${id}"], [data-choose="${id}"]`)?.focus();
  };

  async #sendNow(template: TemplateMessage): Promise<void> {
    if (!emit(this, 'wa-notification-send', { template }, { cancelable: true })) return;
    const { session } = this;
    if (!session) {
      this.#internals.form?.requestSubmit();
      return;
    }
    try {
      await session.send({ kind: 'template', template });
      this.#begin(this.template);
      emit(this, 'wa-notification-sent', { template });
    } catch {
      this.#announcer.announce(this.strings.composer.notQueued, { priority: 'assertive' });
    }
  }
}
