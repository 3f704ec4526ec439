import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import {
  CLOSE,
  closeMeaning,
  httpProblemSchema,
  leasePath,
  MAX_CLIENT_FRAME,
  parseClientFrame,
  parseServerFrame,
  parseWith,
  ticketSchema,
  uploadPath,
  uploadQuerySchema,
  type ClientFrame,
  type ServerFrame,
} from '../../src/protocol/index.js';

const client: readonly ClientFrame[] = [
  { type: 'hello', v: 1, ticket: 't', resume: { streams: { 'agent:a': { epoch: 'e', seq: 4 } } } },
  { type: 'execute', ref: 1, command: { type: 'session.done', id: '1', sessionId: 's' } },
  { type: 'query', ref: 2, query: { type: 'templates', sessionId: 's', limit: 10 } },
  { type: 'sync', ref: 3, from: { streams: {} } },
  { type: 'pong' },
];

const server: readonly ServerFrame[] = [
  {
    type: 'outcome',
    ref: 1,
    outcome: { type: 'refused', code: 'not-yours', message: 'm', retryable: true, retryAfterMs: 5 },
  },
  { type: 'outcome', ref: 1, outcome: { type: 'unconfirmed' } },
  { type: 'answer', ref: 2, answer: { messages: [] } },
  { type: 'synced', ref: 3, sync: {} },
  { type: 'failed', ref: 4, code: 'not-allowed', message: 'm' },
  { type: 'event', envelope: { any: 'thing' } },
  { type: 'news', news: { type: 'contact.typing', sessionId: 's' } },
  { type: 'ping', streams: { 'agent:a': { epoch: 'e', seq: 4 } }, serverTime: 5 },
];

describe('frames', () => {
  for (const frame of client) {
    it(`carry ${frame.type} to the gateway unchanged`, () => {
      assert.deepEqual(parseClientFrame(JSON.stringify(frame)), { ok: true, value: frame });
    });
  }

  for (const frame of server) {
    it(`carry ${frame.type} to the desk unchanged`, () => {
      assert.deepEqual(parseServerFrame(JSON.stringify(frame)), { ok: true, value: frame });
    });
  }

  it('need no value in a done outcome, since JSON cannot write undefined', () => {
    const outcome = { type: 'done', value: undefined } as const;
    const text = JSON.stringify({ type: 'outcome', ref: 1, outcome });
    assert.deepEqual(parseServerFrame(text), { ok: true, value: { type: 'outcome', ref: 1, outcome } });
  });

  it('of a desk that are too long are not even read', () => {
    const parsed = parseClientFrame(`"${'x'.repeat(MAX_CLIENT_FRAME)}"`);
    assert.deepEqual(parsed, { ok: false, problem: `frame: longer than ${MAX_CLIENT_FRAME}` });
  });

  it('that are no frames say why', () => {
    for (const text of ['', '{', '7', 'null', '{"type":"shout"}', '{"type":"execute","ref":-1,"command":{}}']) {
      const parsed = parseClientFrame(text);
      assert.ok(!parsed.ok && parsed.problem.startsWith('frame: '), text);
    }
  });
});

describe('close codes', () => {
  const fatal = new Set<number>([CLOSE.forbidden, CLOSE.superseded, CLOSE.version, CLOSE.badFrame]);
  for (const [name, code] of Object.entries(CLOSE)) {
    it(`say whether trying again can help after ${name}`, () => {
      assert.equal(closeMeaning(code).type, fatal.has(code) ? 'fatal' : 'lost');
    });
  }

  it('that nobody knows mean that the connection is lost', () => {
    assert.equal(closeMeaning(1006).type, 'lost');
    assert.equal(closeMeaning(4999).type, 'lost');
  });
});

describe('the HTTP surface', () => {
  it('names an upload in the query as it can be read from it', () => {
    const about = { sessionId: 's/1', name: 'Ä & ä.pdf', kind: 'document' } as const;
    const query = Object.fromEntries(new URL(uploadPath(about), 'https://gw.example').searchParams);
    assert.deepEqual(parseWith(uploadQuerySchema, query, 'query'), { ok: true, value: about });
  });

  it('escapes the id of a medium', () => {
    assert.equal(leasePath('../x'), '/media/..%2Fx/leases');
  });

  it('takes no ticket that is too short to be a secret', () => {
    assert.equal(parseWith(ticketSchema, { ticket: 'short', expiresAt: 1 }, 'ticket').ok, false);
  });

  it('reads a problem with its code and its advice', () => {
    const problem = { error: { code: 'limit-exceeded', message: 'm', retryable: false } };
    assert.deepEqual(parseWith(httpProblemSchema, problem, 'problem'), { ok: true, value: problem });
  });
});
