import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { typeCheck } from './type-check.js';

interface Snippet {
  readonly path: string;
  readonly text: string;
}

/** The code in README.md, each block as a module in a folder of its own; of HTML its scripts. */
function snippets(): readonly Snippet[] {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/^```(html|js|ts)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, language, code = ''], index) => {
    const script = language === 'html' ? (/<script type="module">([\s\S]*?)<\/script>/.exec(code)?.[1] ?? '') : code;
    return {
      path: `test/docs/snippet-${String(index + 1)}.ts`,
      text: script.replace('./wa-desk/dist/cdn/wa-desk.js', '../../src/cdn.js'),
    };
  });
}

describe('README.md', () => {
  it('has code for each way to embed and to connect', () => {
    const all = snippets().map(({ text }) => text);
    for (const name of ['webSocketTransport', 'createSimulator', 'createDesk', 'Transport =>', 'conformanceTests'])
      assert.ok(
        all.some((text) => text.includes(name)),
        `no snippet shows ${name}`,
      );
  });

  it('has only code that a strict compiler takes as it is printed', () => {
    const all = snippets();
    const texts = Object.fromEntries(all.map(({ path, text }) => [path, text]));
    const errors = typeCheck(Object.keys(texts), texts).filter(({ file }) => file in texts);
    assert.deepEqual(
      errors.map(({ file, message }) => `${file}: ${message}`),
      [],
    );
  });
});
