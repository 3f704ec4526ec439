import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/desk/wa-desk.js';
import type { WaDeskElement } from '../../../src/elements/desk/desk-element.js';
import type { Transport } from '../../../src/protocol/transport.js';
import { createSimulator, missingPart } from '../../../src/transports/simulator/index.js';
import { part, settled, wordsOf } from '../../support/elements.js';

/** A transport that counts how often it is opened and closed, and keeps what it was shown. */
function counted(): Transport & { readonly opened: unknown[]; readonly closed: string[] } {
  const { transport } = createSimulator({ script: missingPart });
  const opened: unknown[] = [];
  const closed: string[] = [];
  return {
    opened,
    closed,
    async open(init) {
      opened.push(await init.credentials());
      const link = await transport.open(init);
      return new Proxy(link, {
        get(target, name) {
          if (name !== 'close') {
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          }
          return (why: 'logout' | 'unload' | 'replaced') => {
            closed.push(why);
            return target.close(why);
          };
        },
      });
    },
  };
}

const isListed = (element: WaDeskElement, name: string): boolean =>
  wordsOf(part(element, 'wa-session-list')).includes(name);

describe('wa-desk with a transport', () => {
  it('makes and starts a desk of its own, with the credentials of the host', async () => {
    const transport = counted();
    const credentials = async (): Promise<string> => 'token';
    const element = await fixture<WaDeskElement>(
      html`<wa-desk .transport=${transport} .credentials=${credentials}></wa-desk>`,
    );
    await waitUntil(() => isListed(element, 'Mara Lindqvist'), 'the session is listed', { timeout: 5000 });
    expect(transport.opened).to.deep.equal(['token']);
  });

  it('keeps its connection when it is moved in the page, and closes it when it is gone', async () => {
    const transport = counted();
    const element = await fixture<WaDeskElement>(html`<wa-desk .transport=${transport}></wa-desk>`);
    await waitUntil(() => isListed(element, 'Mara Lindqvist'), 'the session is listed', { timeout: 5000 });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(element);
    await settled(element);
    expect(isListed(element, 'Mara Lindqvist')).to.equal(true);
    expect(transport.opened).to.have.length(1);
    element.remove();
    await waitUntil(() => transport.closed.length > 0, 'the connection is closed', { timeout: 5000 });
    expect(transport.closed).to.deep.equal(['unload']);
    place.append(element);
    await waitUntil(() => transport.opened.length === 2, 'it is opened again', { timeout: 5000 });
  });
});
