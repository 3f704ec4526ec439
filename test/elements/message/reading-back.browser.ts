import { expect } from '@open-wc/testing';
import { readsBack } from '../../../tools/hostile/page/text-read.js';
import { inbound, text } from '../../support/messages.js';
import { one, show } from './rendered.js';

const SOURCES: readonly string[] = [
  'plain words',
  '*bold* _italic_ ~struck~ `code` ```code```',
  '*bold _and italic_*',
  '- one\n* two\n3. three\n> said\n> again',
  'before\n```block\n\n  of code\n```\nafter',
  'amid ```two\nlines``` of it',
  'https://shop.example/a_b and https://аpple.com/x',
  '\n\n',
  'half \ud83d and nul \u0000',
];

const shownAs = async (source: string): Promise<HTMLElement> => one(await show(inbound(text(source))), '.text');

describe('a message as it is shown', () => {
  for (const source of SOURCES)
    it(`can be read back, and is not mistaken for another: ${JSON.stringify(source)}`, async () => {
      const shown = await shownAs(source);
      expect(readsBack(shown, source)).to.equal(true);
      for (const other of [`${source}x`, `x${source}`, source.slice(1), source.slice(0, -1), source.replace('o', '0')])
        if (other !== source) expect(readsBack(shown, other), JSON.stringify(other)).to.equal(false);
    });

  it('is told apart from one in which an element stands for its characters', async () => {
    const shown = await shownAs('one *two* three');
    shown.querySelector('strong')?.replaceWith('two');
    expect(readsBack(shown, 'one *two* three')).to.equal(false);
  });
});
