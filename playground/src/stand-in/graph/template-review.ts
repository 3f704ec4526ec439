import type { Clock } from '../clock.js';
import type { TemplateStore, Template } from '../store/template-store.js';
import { templateStatusChange } from '../webhooks/payloads.js';
import type { WebhookQueue } from '../webhooks/webhook-queue.js';

const REVIEW_MS = 3000;

/** WhatsApp's review of new templates: after a moment everything well formed is approved. */
export class TemplateReview {
  readonly #parts: { readonly clock: Clock; readonly templates: TemplateStore; readonly queue: WebhookQueue };

  constructor(parts: { readonly clock: Clock; readonly templates: TemplateStore; readonly queue: WebhookQueue }) {
    this.#parts = parts;
  }

  /** Goes on with the reviews of an earlier run. */
  resume(): void {
    for (const template of this.#parts.templates.all()) if (template.status === 'PENDING') this.begin(template);
  }

  begin({ id }: Template): void {
    const { clock, templates, queue } = this.#parts;
    clock.at(clock.now() + REVIEW_MS, () => {
      const template = templates.get(id);
      if (template?.status !== 'PENDING') return;
      const approved = { ...template, status: 'APPROVED' };
      templates.save(approved);
      queue.add(templateStatusChange(approved));
    });
  }
}
