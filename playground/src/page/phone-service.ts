import type {
  ClockState,
  PhoneContact,
  PhoneContactChange,
  PhoneDraft,
  PhoneMessage,
  PhoneTap,
} from '../stand-in/phone-types.js';

/** What a person's phone is asked to do, at the stand-in; each call rejects with what the stand-in says against it. */
export class PhoneService {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  /** Address of something that the stand-in names relative to itself. */
  urlOf(path: string): string {
    return this.#base + path;
  }

  async messages(contactId: string): Promise<readonly PhoneMessage[]> {
    const page = await this.#ask<{ messages: readonly PhoneMessage[] }>(`/phone/contacts/${contactId}/messages`);
    return page.messages;
  }

  write(contactId: string, draft: PhoneDraft): Promise<PhoneMessage> {
    return this.#ask(`/phone/contacts/${contactId}/messages`, { method: 'POST', json: draft });
  }

  /** Keeps a file, so that a draft can name it by the id in the answer. */
  async upload(file: Blob, name: string): Promise<string> {
    const { id } = await this.#ask<{ id: string }>(`/phone/media?filename=${encodeURIComponent(name)}`, {
      method: 'POST',
      file,
    });
    return id;
  }

  change(contactId: string, change: PhoneContactChange): Promise<PhoneContact> {
    return this.#ask(`/phone/contacts/${contactId}`, { method: 'PATCH', json: change });
  }

  tap(messageId: string, tap: PhoneTap): Promise<PhoneMessage> {
    return this.#ask(`/phone/messages/${encodeURIComponent(messageId)}/taps`, { method: 'POST', json: tap });
  }

  /** Without an emoji the reaction is taken back. */
  react(messageId: string, emoji: string | undefined): Promise<PhoneMessage> {
    return this.#ask(`/phone/messages/${encodeURIComponent(messageId)}/reaction`, { method: 'PUT', json: { emoji } });
  }

  edit(messageId: string, text: string): Promise<PhoneMessage> {
    return this.#ask(`/phone/messages/${encodeURIComponent(messageId)}/text`, { method: 'PUT', json: { text } });
  }

  revoke(messageId: string): Promise<PhoneMessage> {
    return this.#ask(`/phone/messages/${encodeURIComponent(messageId)}`, { method: 'DELETE' });
  }

  /** The person has listened to a voice message. */
  play(messageId: string): Promise<void> {
    return this.#ask(`/phone/messages/${encodeURIComponent(messageId)}/play`, { method: 'POST' });
  }

  moveClock(advanceMs: number): Promise<ClockState> {
    return this.#ask('/clock', { method: 'POST', json: { advanceMs } });
  }

  /** Whether webhooks come batched, repeated, late and out of order. */
  async isUnruly(): Promise<boolean> {
    const { chaos } = await this.#ask<{ chaos: { repeat: number } }>('/settings');
    return chaos.repeat > 0;
  }

  async setUnruly(unruly: boolean): Promise<void> {
    await this.#ask('/settings', { method: 'PATCH', json: { chaos: unruly ? 'some' : 'off' } });
  }

  async #ask<T>(path: string, request: { method?: string; json?: object; file?: Blob } = {}): Promise<T> {
    const { method = 'GET', json, file } = request;
    const response = await fetch(this.urlOf(path), {
      method,
      ...(json && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
      ...(file && { body: file, headers: { 'content-type': file.type || 'application/octet-stream' } }),
    });
    const text = await response.text();
    const body = (text === '' ? undefined : JSON.parse(text)) as unknown;
    if (response.ok) return body as T;
    throw new Error((body as { error?: string } | undefined)?.error ?? `The stand-in answered ${response.status}.`);
  }
}
