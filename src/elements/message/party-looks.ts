import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskOptions, PartyName } from '../../config/options.js';
import type { DeskHandle } from '../../desk/handles.js';

/** An element that shows messages. */
interface LooksHost extends ReactiveControllerHost, HTMLElement {
  readonly desk: DeskHandle | undefined;
}

/** What the options call them, and what the tokens do. */
const PARTIES: Readonly<Record<PartyName, string>> = {
  agent: 'bubble-agent',
  otherAgent: 'bubble-colleague',
  client: 'bubble-contact',
  system: 'notice',
};

/** Gives an element the colours and sizes that the options set for each party (SPEC B9), as tokens on the element itself. */
export class PartyLooks implements ReactiveController {
  readonly #host: LooksHost;
  #shown: DeskOptions | undefined;
  /** The tokens that stand on the element because of the options. */
  readonly #own = new Set<string>();

  constructor(host: LooksHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const options = this.#host.desk?.snapshot.options;
    if (options === this.#shown) return;
    this.#shown = options;
    for (const party of Object.keys(PARTIES) as PartyName[]) this.#dress(party, options);
  }

  #dress(party: PartyName, options: DeskOptions | undefined): void {
    const name = PARTIES[party];
    const size = options?.[`${party}FontSize`] ?? 0;
    this.#set(name, options?.[`${party}BackgroundColor`]);
    this.#set(`${name}-text`, options?.[`${party}TextColor`]);
    this.#set(`${name}-name`, options?.[`${party}PromptColor`]);
    this.#set(`${name}-size`, size > 0 ? `${String(size)}px` : '');
  }

  /** An empty value takes back what was set here before, and leaves alone what the page has set. */
  #set(token: string, value = ''): void {
    if (value !== '') this.#own.add(token);
    else if (!this.#own.delete(token)) return;
    this.#host.style.setProperty(`--wa-desk-${token}`, value);
  }
}
