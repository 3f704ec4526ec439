import type { ReactiveControllerHost } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { SendRules } from '../../domain/send-rules.js';
import type { TemplateDefinition, TemplateMessage } from '../../domain/template.js';
import { AttachmentTray, type TrayItem } from '../composer/attachment-tray.js';
import { fieldsOf, type Field } from './fields.js';
import { messageOf, type Filling } from './filling.js';
import { choicesOf, knownTexts, type KnownValues } from './known-values.js';
import { problemOf, type FieldProblem } from './problems.js';

/** With what a form begins. */
export interface FormBeginning {
  readonly session: SessionHandle | undefined;
  readonly known?: KnownValues;
  /** What was filled in before, in place of what is known. */
  readonly before?: Filling;
}

/** What an agent has filled in of one template. */
export class TemplateForm {
  readonly definition: TemplateDefinition;
  readonly fields: readonly Field[];
  readonly tray: AttachmentTray | undefined;
  /** What is known of contact and case, to choose from. */
  readonly choices: readonly string[];
  readonly #host: ReactiveControllerHost;
  readonly #touched = new Set<string>();
  readonly #chosen = new Map<string, number>();
  readonly #filesBefore: Map<string, MediaRef>;
  #texts: Filling['texts'];
  #isTried = false;

  constructor(
    host: ReactiveControllerHost,
    definition: TemplateDefinition,
    { session, known = {}, before }: FormBeginning,
  ) {
    this.#host = host;
    this.definition = definition;
    this.fields = fieldsOf(definition);
    this.#texts = before?.texts ?? knownTexts(this.fields, known);
    this.#filesBefore = new Map(Object.entries(before?.files ?? {}));
    this.choices = choicesOf(known);
    this.tray = session && new AttachmentTray(session, this.#changed);
  }

  /** What stands in the fields now; a file counts once it is uploaded. */
  get filling(): Filling {
    const files = [...this.#chosen.keys()].flatMap((fieldId) => {
      const media = this.itemOf(fieldId)?.media;
      return media ? [[fieldId, media] as const] : [];
    });
    return { texts: this.#texts, files: Object.fromEntries([...this.#filesBefore, ...files]) };
  }

  get message(): TemplateMessage {
    return messageOf(this.definition, this.filling);
  }

  /** What is wrong, by field, in the order of the fields; `now` is epoch milliseconds. */
  problems(now: number): ReadonlyMap<string, FieldProblem> {
    const { filling } = this;
    return new Map(
      this.fields.flatMap((field) => {
        const problem = problemOf(field, this.definition, filling, now);
        return problem ? [[field.id, problem] as const] : [];
      }),
    );
  }

  /** Whether the agent has been at a field, so that it may say what is wrong. */
  isTouched(fieldId: string): boolean {
    return this.#touched.has(fieldId);
  }

  /** Sending was tried, so that all that is wrong is to be told. */
  get isTried(): boolean {
    return this.#isTried;
  }

  /** Tells at every field what is wrong. */
  try(): void {
    this.#isTried = true;
    this.touch(...this.fields.map(({ id }) => id));
  }

  get texts(): Filling['texts'] {
    return this.#texts;
  }

  /** The file that was chosen for a field. */
  itemOf(fieldId: string): TrayItem | undefined {
    const id = this.#chosen.get(fieldId);
    return this.tray?.items.find((item) => item.id === id);
  }

  /** The file that was there from the beginning, until another takes its place. */
  fileBefore(fieldId: string): MediaRef | undefined {
    return this.#filesBefore.get(fieldId);
  }

  write(fieldId: string, text: string): void {
    this.#texts = { ...this.#texts, [fieldId]: text };
    this.#changed();
  }

  touch(...fieldIds: readonly string[]): void {
    for (const id of fieldIds) this.#touched.add(id);
    this.#changed();
  }

  /** Puts a file in the place of the one before. */
  attach(fieldId: string, file: File, rules: SendRules): void {
    const before = this.#chosen.get(fieldId);
    if (before !== undefined) this.tray?.remove(before);
    this.#filesBefore.delete(fieldId);
    void this.tray?.add([file], rules);
    const added = this.tray?.items.at(-1);
    if (added) this.#chosen.set(fieldId, added.id);
    this.touch(fieldId);
  }

  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };
}
