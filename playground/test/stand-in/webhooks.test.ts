import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { ChaosSettings } from '../../src/stand-in/settings.js';
import { planDelivery } from '../../src/stand-in/webhooks/chaos.js';
import { signatureOf, webhookJson } from '../../src/stand-in/webhooks/signature.js';
import { retryDelay } from '../../src/stand-in/webhooks/webhook-queue.js';
import { type Bench, openBench, OPTIONS, Receiver, valuesOf } from './support.js';

const bodies = (bench: Bench): unknown[] =>
  bench.receiver.messagesSeen.map((message) => (message['text'] as { body: string }).body);

describe('the signature of webhooks', () => {
  it('agrees with the known vector', () => {
    assert.equal(
      signatureOf('{"object":"whatsapp_business_account","entry":[]}', 'test_app_secret'),
      'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
    );
  });

  it('is over the very bytes, in which all but ASCII is escaped', async (context) => {
    const bench = await openBench(context);
    await bench.write('zoe', { kind: 'text', body: 'Grüße 🌻 a/b' });
    await bench.settle();
    const [post] = bench.receiver.posts;
    assert.ok(post);
    assert.match(post.body, /Gr\\u00fc\\u00dfe \\ud83c\\udf3b a\\\/b/);
    assert.match(post.body, /^[\x20-\x7e]*$/);
    const expected = createHmac('sha256', OPTIONS.appSecret).update(Buffer.from(post.body)).digest('hex');
    assert.equal(post.headers.get('x-hub-signature-256'), `sha256=${expected}`);
    assert.deepEqual(bodies(bench), ['Grüße 🌻 a/b']);
  });

  it('escapes nothing that JSON would read differently', () => {
    const value = { text: 'ä " \\ / \n \u2028 😀', list: [1, null] };
    assert.deepEqual(JSON.parse(webhookJson(value)), value);
  });
});

describe('the verification of a webhook', () => {
  it('comes before the first delivery, once', async (context) => {
    const bench = await openBench(context);
    for (const body of ['a', 'b']) await bench.write('amara', { kind: 'text', body });
    await bench.settle();
    assert.equal(bench.receiver.verifications.length, 1);
    const query = bench.receiver.verifications[0]?.searchParams;
    assert.deepEqual([query?.get('hub.mode'), query?.get('hub.verify_token')], ['subscribe', OPTIONS.verifyToken]);
    assert.deepEqual(bodies(bench), ['a', 'b']);
  });

  const WRONG: readonly (readonly [string, () => Response])[] = [
    ['another text', () => new Response('other')],
    ['a refusal', () => new Response('', { status: 403 })],
  ];
  for (const [title, answer] of WRONG) {
    it(`holds everything back while the answer is ${title}, and is tried again`, async (context) => {
      const receiver = new Receiver();
      const { challengeAnswer } = receiver;
      receiver.challengeAnswer = answer;
      const bench = await openBench(context, { receiver });
      await bench.write('amara', { kind: 'text', body: 'a' });
      await bench.settle();
      assert.equal(receiver.posts.length, 0);
      receiver.challengeAnswer = challengeAnswer;
      await bench.advance(500);
      assert.deepEqual(bodies(bench), ['a']);
    });
  }
});

describe('a webhook that is not taken', () => {
  it('is delivered again after a time that doubles, until it is taken', async (context) => {
    const bench = await openBench(context);
    bench.receiver.statuses = [500, 404, 201];
    await bench.write('amara', { kind: 'text', body: 'a' });
    await bench.settle();
    const counts = [bench.receiver.posts.length];
    for (const wait of [999, 1, 1999, 1, 3999, 1, 3_600_000]) {
      await bench.advance(wait);
      counts.push(bench.receiver.posts.length);
    }
    assert.deepEqual(counts, [1, 1, 2, 2, 3, 3, 4, 4]);
    assert.equal((await bench.page('GET', '/webhooks')).json['waiting'], 0);
  });

  it('does not keep later ones from being delivered', async (context) => {
    const bench = await openBench(context);
    bench.receiver.statuses = [500];
    await bench.write('amara', { kind: 'text', body: 'a' });
    await bench.write('amara', { kind: 'text', body: 'b' });
    await bench.settle();
    await bench.advance(1000);
    assert.deepEqual(bodies(bench), ['a', 'b', 'a']);
  });

  it('is given up after seven days', async (context) => {
    const bench = await openBench(context);
    bench.receiver.statuses = Array.from({ length: 1000 }, () => 500);
    await bench.write('amara', { kind: 'text', body: 'a' });
    await bench.settle();
    await bench.advance(7 * 86_400_000);
    assert.equal((await bench.page('GET', '/webhooks')).json['waiting'], 1);
    await bench.advance(3_600_000);
    assert.equal((await bench.page('GET', '/webhooks')).json['waiting'], 0);
  });

  it('waits an hour at most', () => {
    assert.deepEqual([0, 1, 2, 11, 12, 100].map(retryDelay), [1000, 2000, 4000, 2_048_000, 3_600_000, 3_600_000]);
  });
});

const WORDS = Array.from({ length: 20 }, (_, index) => `word ${index}`);

async function run(context: TestContext, chaos: ChaosSettings): Promise<Bench> {
  const bench = await openBench(context, { settings: { chaos } });
  for (const body of WORDS) await bench.write('amara', { kind: 'text', body });
  for (let step = 0; step < 30; step += 1) await bench.advance(400);
  return bench;
}

describe('chaos', () => {
  const off: ChaosSettings = { seed: 1, batch: 0, repeat: 0, reorder: 0, omitDelivered: 0 };
  const shapeOf = (bench: Bench): unknown =>
    bench.receiver.posts.map(({ json }) =>
      valuesOf(json).map((value) => (value['messages'] as { text: { body: string } }[]).map(({ text }) => text.body)),
    );

  it('off delivers each update once, in order, in a POST of its own', async (context) => {
    const bench = await run(context, off);
    assert.deepEqual(
      shapeOf(bench),
      WORDS.map((word) => [[word]]),
    );
  });

  it('of batches alone loses, repeats and reorders nothing', async (context) => {
    const bench = await run(context, { ...off, batch: 1 });
    assert.ok(bench.receiver.posts.length < WORDS.length);
    assert.deepEqual(bodies(bench), WORDS);
  });

  it('of repetition alone delivers each update exactly twice', async (context) => {
    const bench = await run(context, { ...off, repeat: 1 });
    assert.deepEqual(bodies(bench).sort(), [...WORDS, ...WORDS].sort());
  });

  it('of reordering alone delivers each update once, in another order', async (context) => {
    const bench = await run(context, { ...off, reorder: 1 });
    assert.notDeepEqual(bodies(bench), WORDS);
    assert.deepEqual(bodies(bench).sort(), [...WORDS].sort());
  });

  it('on is the same for the same seed, and another for another', async (context) => {
    const on = { seed: 7, batch: 0.5, repeat: 0.5, reorder: 0.5, omitDelivered: 0.5 };
    const [first, second, other] = [
      await run(context, on),
      await run(context, on),
      await run(context, { ...on, seed: 8 }),
    ];
    assert.deepEqual(shapeOf(first), shapeOf(second));
    assert.notDeepEqual(shapeOf(first), shapeOf(other));
  });

  it('draws about as often as it was told to', () => {
    const plans = Array.from({ length: 2000 }, (_, ordinal) => planDelivery({ ...off, batch: 0.3 }, ordinal));
    const share = plans.filter(({ batched }) => batched).length / plans.length;
    assert.ok(Math.abs(share - 0.3) < 0.05, `${share}`);
  });

  it('may leave out `delivered`, never `sent` or `read`', async (context) => {
    const bench = await openBench(context, { settings: { chaos: { ...off, omitDelivered: 1 } } });
    await bench.write('amara', { kind: 'text', body: 'Hello' });
    await bench.sent({ type: 'text', text: { body: 'Hi' } });
    await bench.settle();
    await bench.page('POST', '/phone/contacts/amara/read');
    await bench.settle();
    assert.deepEqual(
      bench.receiver.statusesSeen.map(({ status }) => status),
      ['sent', 'read'],
    );
  });

  it('is set by name, and refuses what it does not know', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.page('PATCH', '/settings', { chaos: 'on' });
    assert.deepEqual(json['chaos'], { seed: 1, batch: 1, repeat: 1, reorder: 1, omitDelivered: 1 });
    for (const change of [{ chaos: 'wild' }, { chaos: { batch: 2 } }, { chaos: { bathc: 1 } }, { colour: 'red' }]) {
      assert.equal((await bench.page('PATCH', '/settings', change)).status, 400, JSON.stringify(change));
    }
  });
});
