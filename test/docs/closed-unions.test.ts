import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { typeCheck } from './type-check.js';

const MESSAGE = 'src/domain/message.ts';
const ROOTS = [
  'src/index.ts',
  'src/service-desk/index.ts',
  'src/cloud-api/index.ts',
  'test/protocol/complete-contents.ts',
];

/** The names of files in the paragraph on a new kind of message. */
function namedInDocs(): readonly string[] {
  const docs = readFileSync('docs/architecture.md', 'utf8');
  const paragraph = /\*\*A new kind of message\*\*[\s\S]*?The compiler names([\s\S]*?)\./.exec(
    docs.replaceAll('.ts`', '`'),
  )?.[1];
  return [...(paragraph ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => `${name}.ts`);
}

describe('A new kind of message', () => {
  it('is an error of the compiler at each place that the architecture names, and at no other', () => {
    const source = readFileSync(MESSAGE, 'utf8');
    const withPoll = source.replace(
      'export type Content =\n',
      "export type Content =\n  | { readonly kind: 'poll' }\n",
    );
    assert.notEqual(withPoll, source);
    const files = new Set(typeCheck(ROOTS, { [MESSAGE]: withPoll }).map(({ file }) => file));
    assert.deepEqual([...files].sort(), [...namedInDocs()].sort());
  });
});
