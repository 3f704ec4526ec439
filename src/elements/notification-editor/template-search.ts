import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';
import type { TemplateDefinition } from '../../domain/template.js';

/** A pause in typing after which the search goes out. */
const PAUSE_MS = 150;

/** Finds the templates of a session's channel, page by page; an answer that comes too late is dropped. */
export class TemplateSearch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => SessionHandle | undefined;
  #of: SessionHandle | undefined;
  #search = '';
  #templates: readonly TemplateDefinition[] = [];
  #after: string | undefined;
  #state: 'loading' | 'failed' | 'loaded' = 'loading';
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, session: () => SessionHandle | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  get state(): 'loading' | 'failed' | 'loaded' {
    return this.#state;
  }

  get search(): string {
    return this.#search;
  }

  get templates(): readonly TemplateDefinition[] {
    return this.#templates;
  }

  /** There are more than those that are loaded. */
  get hasMore(): boolean {
    return this.#after !== undefined;
  }

  hostUpdate(): void {
    const session = this.#session();
    if (session === this.#of) return;
    this.#of = session;
    this.#search = '';
    this.load();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Looks for `search` once the typing pauses. */
  find(search: string): void {
    this.#search = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.load();
    }, PAUSE_MS);
    this.#host.requestUpdate();
  }

  /** Loads the first page anew. */
  load(): void {
    this.#state = 'loading';
    void this.#ask(undefined);
  }

  loadMore(): void {
    if (this.#after !== undefined) void this.#ask(this.#after);
  }

  async #ask(after: string | undefined): Promise<void> {
    const session = this.#of;
    if (!session) return;
    const asked = ++this.#asked;
    this.#host.requestUpdate();
    const search = this.#search.trim();
    try {
      const page = await session.templates({
        ...(search === '' ? {} : { search }),
        ...(after === undefined ? {} : { after }),
      });
      if (asked !== this.#asked) return;
      this.#templates = after === undefined ? page.templates : [...this.#templates, ...page.templates];
      this.#after = page.after;
      this.#state = 'loaded';
    } catch {
      if (asked !== this.#asked) return;
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
