import { expect } from '@open-wc/testing';
import type { Content, Message } from '../../../src/domain/message.js';
import { inbound, outbound, samples, stored, text } from '../../support/messages.js';
import { drawn, everywhere, one, show, wordsIn } from './rendered.js';

const PAYLOAD = '"><img src=x onerror="document.title=\'hit\'"><script>document.title="hit"</script><b>x';

/** A copy of `value` in which every text that a contact or WhatsApp could have written is `payload`. */
function filledWith(payload: string, value: unknown, key = ''): unknown {
  const fixed = new Set([
    'kind',
    'id',
    'messageId',
    'providerId',
    'status',
    'code',
    'source',
    'state',
    'of',
    'language',
  ]);
  if (typeof value === 'string') return fixed.has(key) ? value : payload;
  if (Array.isArray(value)) return value.map((item) => filledWith(payload, item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filledWith(payload, part, name)]));
}

const elementsOf = (element: Element): string[] =>
  everywhere(element, '*').map((inner) => `${inner.localName} ${inner.getAttributeNames().sort().join(' ')}`);

describe('wa-message, hostile content', () => {
  for (const [name, messages] of Object.entries(samples())) {
    it(`makes no element of its text and runs nothing: ${name}`, async () => {
      for (const message of messages) {
        const fill = (payload: string): Message => ({
          ...message,
          content: filledWith(payload, message.content) as Content,
        });
        const hostile = await show(fill(PAYLOAD));
        const harmless = await show(fill('harmless'));
        await drawn(hostile);
        expect(elementsOf(hostile)).to.deep.equal(elementsOf(harmless));
        expect(document.title).not.to.equal('hit');
      }
    });
  }

  it('shows what looks like HTML as the characters that were sent', async () => {
    const element = await show(inbound(text(PAYLOAD)));
    expect(wordsIn(one(element, '.text'))).to.contain(PAYLOAD);
  });

  it('shows the true end of a file’s name last, and warns of what it is', async () => {
    const [, document] = samples()['hostile'] as [Message, Message];
    const element = await show(document);
    expect(everywhere(element, '.file-name bdi').map(wordsIn)).to.deep.equal(['invoicefdp', '.exe']);
  });

  it('shows a name without characters that turn the line around', async () => {
    const author = { kind: 'contact', contactId: 'm', name: 'Ana\u202EtnegA' } as const;
    expect(wordsIn(one(await show(inbound(text('x'), { author })), '.author'))).to.equal('AnatnegA');
  });

  it('does not let a failure’s details become elements', async () => {
    const problem = { code: 131009, details: PAYLOAD };
    const element = await show(outbound(text('x'), { delivery: { status: 'failed', at: 0, problem } }));
    expect(everywhere(element, 'img, script, b')).to.be.empty;
    expect(wordsIn(one(element, '.under'))).to.contain(PAYLOAD);
  });

  it('links nothing that runs', async () => {
    const cards = [{ urls: [{ url: 'javascript:alert(1)' }], emails: [{ email: 'a@b.example?body=x' }] }];
    const location = { kind: 'location', name: 'x', url: 'javascript:alert(1)' } as const;
    for (const content of [{ kind: 'contacts', cards } as const, location, text('javascript:alert(1)')]) {
      const links = everywhere(await show(inbound(content)), 'a').map((link) => (link as HTMLAnchorElement).protocol);
      expect(links.filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))).to.be.empty;
    }
  });

  it('loads nothing of what only names an address', async () => {
    const media = stored('x');
    const element = await show(inbound({ kind: 'image', media }));
    expect(everywhere(element, 'img[src]')).to.be.empty;
  });
});
