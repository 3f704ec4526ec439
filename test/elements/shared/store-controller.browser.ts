import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import type { Observable } from '../../../src/desk/handles.js';
import { define } from '../../../src/elements/shared/define.js';
import { StoreController } from '../../../src/elements/shared/store-controller.js';

interface Snapshot {
  readonly name: string;
  readonly other: number;
}

class Source implements Observable<Snapshot> {
  readonly listeners = new Set<() => void>();

  constructor(public snapshot: Snapshot) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

class StoreProbe extends LitElement {
  static override properties = { source: { attribute: false } };
  declare source: Source | undefined;
  renders = 0;
  readonly #name = new StoreController(
    this,
    () => this.source,
    ({ name }) => name,
  );

  override render(): TemplateResult {
    this.renders += 1;
    return html`${this.#name.value ?? 'nobody'}`;
  }
}

define('test-store-probe', StoreProbe);

async function probe(source?: Source): Promise<StoreProbe> {
  return fixture<StoreProbe>(html`<test-store-probe .source=${source}></test-store-probe>`);
}

const words = (element: Element): string => element.shadowRoot?.textContent.trim() ?? '';

describe('StoreController', () => {
  it('shows the snapshot and what becomes of it', async () => {
    const source = new Source({ name: 'Ana', other: 1 });
    const element = await probe(source);
    expect(words(element)).to.equal('Ana');
    source.set({ name: 'Bo', other: 1 });
    await element.updateComplete;
    expect(words(element)).to.equal('Bo');
  });

  it('does not render for a change that it did not ask for', async () => {
    const source = new Source({ name: 'Ana', other: 1 });
    const element = await probe(source);
    await element.updateComplete;
    const { renders } = element;
    source.set({ name: 'Ana', other: 2 });
    await element.updateComplete;
    expect(element.renders).to.equal(renders);
  });

  it('follows another source, and none', async () => {
    const first = new Source({ name: 'Ana', other: 1 });
    const second = new Source({ name: 'Bo', other: 1 });
    const element = await probe(first);
    element.source = second;
    await element.updateComplete;
    expect(words(element)).to.equal('Bo');
    expect(first.listeners.size).to.equal(0);
    element.source = undefined;
    await element.updateComplete;
    expect(words(element)).to.equal('nobody');
    expect(second.listeners.size).to.equal(0);
  });

  it('listens only while the element is connected, and shows what it missed when it comes back', async () => {
    const source = new Source({ name: 'Ana', other: 1 });
    const element = await probe(source);
    const parent = element.parentElement as HTMLElement;
    for (let round = 0; round < 10; round += 1) {
      element.remove();
      expect(source.listeners.size).to.equal(0);
      source.set({ name: `name ${String(round)}`, other: 1 });
      parent.append(element);
      expect(source.listeners.size).to.equal(1);
    }
    await element.updateComplete;
    expect(words(element)).to.equal('name 9');
  });
});
