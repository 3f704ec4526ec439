import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Crossings } from '../../src/page/crossings.js';
import { gistOfCall, gistOfFrame, gistOfWebhook } from '../../src/page/gists.js';
import type { LogEntry } from '../../src/stand-in/phone-types.js';

const entry = (id: number, at: number): LogEntry => ({
  id,
  at,
  kind: 'webhook',
  method: 'POST',
  target: 'http://127.0.0.1:4701/webhook?hub.mode=subscribe',
  durationMs: 3,
  status: 200,
});

const webhook = (...values: readonly object[]): object => ({
  entry: [{ changes: values.map((value) => ({ field: 'messages', value })) }],
});

describe('The log of what crosses', () => {
  it('has the newest first, and each once', () => {
    const crossings = new Crossings();
    crossings.addEntries([entry(1, 100), entry(2, 300)]);
    crossings.addFrame({ direction: 'sent', text: '{"type":"execute"}' }, 200);
    crossings.addEntries([entry(1, 100)]);
    assert.deepEqual(
      crossings.all.map(({ id }) => id),
      ['http-2', 'wire-1', 'http-1'],
    );
  });

  it('leaves heartbeats out', () => {
    const crossings = new Crossings();
    crossings.addFrame({ direction: 'received', text: '{"type":"ping"}' }, 1);
    crossings.addFrame({ direction: 'sent', text: '{"type":"pong"}' }, 2);
    assert.deepEqual(crossings.all, []);
  });

  it('names a webhook by its path, and says when there was no answer', () => {
    const crossings = new Crossings();
    const { status: _status, ...unanswered } = entry(1, 1);
    crossings.addEntries([{ ...unanswered, failure: 'connect ECONNREFUSED' }]);
    const [crossing] = crossings.all;
    assert.equal(crossing?.title, 'POST /webhook');
    assert.equal(crossing.status, 'none');
    assert.equal(crossing.response, 'connect ECONNREFUSED');
  });
});

describe('The gist', () => {
  it('of a webhook names messages and statuses', () => {
    const text = { type: 'text', text: { body: 'Hello' } };
    assert.equal(gistOfWebhook(webhook({ messages: [text] })), 'text: Hello');
    assert.equal(gistOfWebhook(webhook({ statuses: [{ status: 'read' }] })), 'status: read');
    assert.equal(
      gistOfWebhook(webhook({ messages: [text, text, text, text, text] })),
      'text: Hello, text: Hello, text: Hello and 2 more',
    );
    assert.equal(gistOfWebhook(webhook({})), 'messages');
  });

  it('of a call names the message, or what is marked', () => {
    assert.equal(gistOfCall({ type: 'template', template: { name: 'order_shipped' } }), 'template: order_shipped');
    assert.equal(gistOfCall({ status: 'read', typing_indicator: { type: 'text' } }), 'read, typing');
    assert.equal(gistOfCall('a form'), '');
  });

  it('of a frame names what is inside', () => {
    const content = { kind: 'text', body: 'Hello' };
    assert.equal(gistOfFrame({ type: 'execute', command: { type: 'message.send', content } }), 'message.send: Hello');
    const event = { type: 'message.added', message: { content } };
    assert.equal(gistOfFrame({ type: 'event', envelope: { event } }), 'message.added: Hello');
    assert.equal(gistOfFrame({ type: 'outcome', outcome: { type: 'done' } }), 'done');
  });
});
