import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  MAX_DEPTH,
  parseCommand,
  parseContent,
  parseEnvelope,
  parseMessage,
  parseQuery,
  parseSync,
  parseWelcome,
  parseWith,
  capabilitiesSchema,
  outcomeSchema,
  type Parsed,
} from '../../src/protocol/index.js';
import { COMPLETE_ENVELOPE, COMPLETE_EVENTS } from './complete-facts.js';

const { message: MESSAGE } = COMPLETE_EVENTS['message.added'];
const { capabilities: CAPABILITIES } = COMPLETE_EVENTS['capabilities.changed'];
const { event: EVENT, ...PLACE } = COMPLETE_ENVELOPE;

function valueOf<T>(parsed: Parsed<T>): T {
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
  return parsed.value;
}

function problemOf(parsed: Parsed<unknown>): string {
  assert.ok(!parsed.ok, 'it must not fit');
  return parsed.problem;
}

describe('an object with more than this version knows', () => {
  it('is read without it', () => {
    assert.deepEqual(valueOf(parseMessage({ ...MESSAGE, hologram: true })), MESSAGE);
  });
});

describe('content of a newer backend', () => {
  it('of an unknown kind is kept whole as unsupported', () => {
    assert.deepEqual(valueOf(parseContent({ kind: 'hologram', size: [1, 2] })), {
      kind: 'unsupported',
      type: 'hologram',
      data: { size: [1, 2] },
    });
  });

  it('of a known kind with a wrong part is kept too, so that the agent sees that something was said', () => {
    assert.deepEqual(valueOf(parseContent({ kind: 'text', body: 7 })), {
      kind: 'unsupported',
      type: 'text',
      data: { body: 7 },
    });
    const message = valueOf(parseMessage({ ...MESSAGE, content: { kind: 'hologram' } }));
    assert.equal(message.content.kind, 'unsupported');
  });

  it('is refused in what an agent sends', () => {
    const command = { type: 'message.send', id: '1', sessionId: 's', content: { kind: 'hologram' } };
    assert.match(problemOf(parseCommand(command)), /^command: content\.kind: /);
  });

  it('names more features and permissions than this version knows: those are left out', () => {
    const given = {
      ...CAPABILITIES,
      features: ['history', 'holograms', 'templates'],
      permissions: ['canUse', 'canFly'],
    };
    assert.deepEqual(valueOf(parseWith(capabilitiesSchema, given, 'capabilities')), CAPABILITIES);
  });

  it('refuses with a code that this version does not know: it reads as not-supported', () => {
    const outcome = { type: 'refused', code: 'moon-phase', retryable: false };
    assert.deepEqual(valueOf(parseWith(outcomeSchema, outcome, 'outcome')), { ...outcome, code: 'not-supported' });
  });
});

describe('a problem', () => {
  const cases: readonly [string, Parsed<unknown>, RegExp][] = [
    [
      'an unknown event',
      parseEnvelope({ ...PLACE, event: { type: 'moon.rose' } }),
      /^event: event\.type: .*"moon\.rose"$/,
    ],
    ['a number that is a text', parseEnvelope({ ...PLACE, seq: '1', event: EVENT }), /^event: seq: .*number.*"1"$/],
    ['a sequence from 0', parseEnvelope({ ...PLACE, seq: 0, event: EVENT }), /^event: seq: /],
    ['a strange stream', parseEnvelope({ ...PLACE, stream: 'desk', event: EVENT }), /^event: stream: .*session:<id>/],
    ['a command without an id', parseCommand({ type: 'session.done', sessionId: 's' }), /^command: id: /],
    [
      'a query for too much',
      parseQuery({ type: 'history', sessionId: 's', limit: 501, scope: 'session' }),
      /^query: limit: /,
    ],
    ['no object at all', parseCommand(null), /^command: /],
  ];
  for (const [what, parsed, says] of cases) {
    it(`names the place and what was expected: ${what}`, () => {
      assert.match(problemOf(parsed), says);
    });
  }

  it('is told for data that is nested too deeply, without a crash', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    assert.equal(
      problemOf(parseContent({ kind: 'unsupported', data: deep })),
      `content: nested deeper than ${MAX_DEPTH}`,
    );
  });
});

describe('hostile data', () => {
  it('never makes a parser throw, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          for (const parse of [
            parseEnvelope,
            parseCommand,
            parseQuery,
            parseMessage,
            parseContent,
            parseWelcome,
            parseSync,
          ]) {
            assert.equal(typeof parse(input).ok, 'boolean');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cannot reach the prototype of anything', () => {
    const command: unknown = JSON.parse(
      '{"type":"session.done","id":"1","sessionId":"s","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    const parsed = valueOf(parseCommand(command));
    assert.deepEqual(Object.keys(parsed).sort(), ['id', 'sessionId', 'type']);
    const caseData: unknown = JSON.parse('{"__proto__":"x","Order":"LN-1"}');
    const event = valueOf(parseEnvelope({ ...PLACE, event: { type: 'case-data.changed', caseData } })).event;
    assert.ok(event.type === 'case-data.changed');
    assert.equal(Object.getPrototypeOf(event.caseData), Object.prototype);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });
});
