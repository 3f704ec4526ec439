import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  knownContentSchema,
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
import { CAPABILITIES, COMMANDS, CONTENTS, EVENTS, MESSAGE, OFFER, SESSION } from './samples.js';

/** What arrives after a way as JSON. */
function sent<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}

function valueOf<T>(parsed: Parsed<T>): T {
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
  return parsed.value;
}

function problemOf(parsed: Parsed<unknown>): string {
  assert.ok(!parsed.ok, 'it must not fit');
  return parsed.problem;
}

const PLACE = { stream: 'session:s1', epoch: 'e1', seq: 1, at: 5, causeId: 'c' } as const;

describe('what crosses a transport', () => {
  for (const content of CONTENTS) {
    it(`keeps every part of ${content.kind}`, () => {
      assert.deepEqual(valueOf(parseWith(knownContentSchema, sent(content), 'content')), content);
      assert.deepEqual(valueOf(parseContent(sent(content))), content);
    });
  }

  for (const event of EVENTS) {
    it(`keeps every part of the event ${event.type}`, () => {
      assert.deepEqual(valueOf(parseEnvelope(sent({ ...PLACE, event }))), { ...PLACE, event });
    });
  }

  for (const command of COMMANDS) {
    it(`keeps every part of the command ${command.type}`, () => {
      assert.deepEqual(valueOf(parseCommand(sent(command))), command);
    });
  }

  it('keeps every part of a message', () => {
    assert.deepEqual(valueOf(parseMessage(sent(MESSAGE))), MESSAGE);
  });

  it('keeps a welcome and a sync whole', () => {
    const position = { epoch: 'e1', seq: 0 };
    const desk = { position, presence: { channels: [] }, offers: [OFFER], sessionIds: ['s1'] };
    const snapshot = {
      position,
      session: SESSION,
      capabilities: CAPABILITIES,
      messages: [MESSAGE],
      hasOlder: true,
      readUpTo: 'm1',
    };
    const welcome = {
      protocol: 1,
      agent: { id: 'a', name: 'Ana' },
      serverTime: 1,
      options: { 'wa-desk.enter-sends': false, n: 1, s: 'x' },
      notReadyReasons: ['Lunch'],
      desk,
      sessions: [snapshot],
    };
    assert.deepEqual(valueOf(parseWelcome(sent(welcome))), welcome);
    const sync = { serverTime: 1, events: [{ ...PLACE, event: EVENTS[0]! }], desk, sessions: [snapshot], gone: ['s2'] };
    assert.deepEqual(valueOf(parseSync(sent({ ...sync, events: [] }))), { ...sync, events: [] });
  });

  it('leaves out what it does not know of an object, and keeps the rest', () => {
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
    ['a number that is a text', parseEnvelope({ ...PLACE, seq: '1', event: EVENTS[0] }), /^event: seq: .*number.*"1"$/],
    ['a sequence from 0', parseEnvelope({ ...PLACE, seq: 0, event: EVENTS[0] }), /^event: seq: /],
    [
      'a strange stream',
      parseEnvelope({ ...PLACE, stream: 'desk', event: EVENTS[0] }),
      /^event: stream: .*session:<id>/,
    ],
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
