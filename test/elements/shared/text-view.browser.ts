import { expect, fixture, html } from '@open-wc/testing';
import { customEmoji } from '../../../src/domain/emoji.js';
import { linkReader } from '../../../src/domain/find-links.js';
import { parseMarkup } from '../../../src/domain/text-markup.js';
import { plainTextView, textView, type TextViewOptions } from '../../../src/elements/shared/text-view.js';

async function show(source: string, options?: TextViewOptions): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div class="text">${textView(parseMarkup(source, linkReader), options)}</div>`);
}

describe('textView', () => {
  it('shows formatting as elements', async () => {
    const text = await show('*bold* _italic_ ~struck~ `code`');
    expect(text.querySelector('strong')?.textContent).to.equal('bold');
    expect(text.querySelector('em')?.textContent).to.equal('italic');
    expect(text.querySelector('s')?.textContent).to.equal('struck');
    expect(text.querySelector('code')?.textContent).to.equal('code');
  });

  it('shows lists with the numbers that were typed, quotes and blocks of code', async () => {
    const text = await show('- one\n- two\n3. three\n> said\n```a\n  b```');
    expect([...text.querySelectorAll('ul > li')].map((item) => item.textContent)).to.deep.equal(['one', 'two']);
    expect(text.querySelector('ol > li')?.getAttribute('value')).to.equal('3');
    expect(text.querySelector('blockquote')?.textContent).to.equal('said');
    expect(text.querySelector('pre')?.textContent).to.equal('a\n  b');
  });

  it('keeps the lines of a paragraph', async () => {
    const text = await show('one\n\ntwo');
    expect(text.querySelector('p')?.textContent).to.equal('one\n\ntwo');
  });

  it('shows what looks like HTML as the characters that were sent', async () => {
    const text = await show('<img src=x onerror=alert(1)><b>x</b>');
    expect(text.querySelector('img, b')).to.equal(null);
    expect(text.textContent).to.contain('<img src=x onerror=alert(1)><b>x</b>');
  });

  it('opens a link elsewhere and tells its target nothing about the desk', async () => {
    const link = (await show('see https://shop.example/a?b=1')).querySelector('a');
    expect(link?.href).to.equal('https://shop.example/a?b=1');
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener noreferrer nofollow ugc');
    expect(link?.referrerPolicy).to.equal('no-referrer');
  });

  it('shows an address that hides its target as plain text', async () => {
    const text = await show('https://bank.example@evil.example/');
    expect(text.querySelector('a')).to.equal(null);
    expect(text.textContent).to.contain('https://bank.example@evil.example/');
  });

  it('names the true host beside a link with letters that deceive', async () => {
    const text = await show('https://аpple.com/');
    expect(text.querySelector('a')).not.to.equal(null);
    expect(text.querySelector('.link-host')?.textContent).to.contain('xn--');
  });

  it('gives each block the direction of its own words', async () => {
    const text = await show('مرحبا\n> hello');
    const [arabic, english] = [text.querySelector('p'), text.querySelector('blockquote')];
    expect(getComputedStyle(arabic as Element).direction).to.equal('rtl');
    expect(getComputedStyle(english as Element).direction).to.equal('ltr');
  });

  it("draws the operator's own emojis in place of their characters", async () => {
    const emoji = customEmoji('1f6ce', 'bell.png');
    const text = await show('ring 🛎 now', {
      customEmojis: emoji ? [emoji] : [],
      emojiImage: ({ image }) => `data:image/gif;base64,${image.length.toString()}`,
    });
    const image = text.querySelector('img');
    expect(image?.alt).to.equal('🛎');
    expect(image?.getAttribute('src')).to.equal('data:image/gif;base64,8');
    expect(text.textContent).to.equal('ring  now');
  });

  it('marks what was searched for, through formatting', async () => {
    const text = await show('The *light* goes out', { highlight: 'light goes' });
    expect([...text.querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal(['light', ' goes']);
    expect(text.textContent).to.equal('The light goes out');
  });

  it('puts what trails into the last paragraph, or behind a last block of another kind', async () => {
    const trailing = html`<time>09:31</time>`;
    expect((await show('hello', { trailing })).querySelector('p > time')).not.to.equal(null);
    expect((await show('- one', { trailing })).querySelector(':scope > ul + time')).not.to.equal(null);
  });
});

describe('plainTextView', () => {
  it('shows marks of formatting as they are, and marks what was searched for', async () => {
    const text = await fixture<HTMLElement>(html`<p>${plainTextView('*not bold*', { highlight: 'bold' })}</p>`);
    expect(text.textContent).to.equal('*not bold*');
    expect(text.querySelector('mark')?.textContent).to.equal('bold');
  });
});
