import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { WaError } from '../../src/domain/errors.js';
import type { Link, Notice } from '../../src/protocol/transport.js';
import { CLOSE, HEARTBEAT_GRACE_MS } from '../../src/protocol/wire.js';
import { ManualClock } from '../../src/transports/simulator/index.js';
import type { WebSocketTransportOptions } from '../../src/transports/web-socket/index.js';
import { tokenOf, wireBench, type WireBench } from './wire-bench.js';

/** Rejects unless the promise rejects with this code. */
async function rejectsWith(code: WaError['code'], promise: Promise<unknown>): Promise<void> {
  await assert.rejects(promise, (error) => error instanceof WaError && error.code === code);
}

describe('web-socket transport', () => {
  let bench: WireBench;
  let notices: Notice[];
  let heard: (notice: Notice) => void;

  beforeEach(async () => {
    bench = await wireBench();
    notices = [];
    heard = () => undefined;
  });

  afterEach(() => bench.stop());

  function open(
    options: Partial<WebSocketTransportOptions> = {},
    credentials: () => Promise<unknown> = tokenOf('elif'),
  ) {
    const mine = notices;
    return bench.transport(options).open({
      credentials,
      signal: new AbortController().signal,
      sink: (notice) => {
        mine.push(notice);
        // The end of an earlier test's server is no news for this one.
        if (mine === notices) heard(notice);
      },
    });
  }

  /** The next notice of a type. */
  function next(type: Notice['type']): Promise<Notice> {
    return new Promise((resolve) => {
      heard = (notice) => {
        if (notice.type === type) resolve(notice);
      };
    });
  }

  it('refuses to connect without a token of the host, or with one that the gateway does not know', async () => {
    await rejectsWith(
      'unauthorized',
      open({}, () => Promise.resolve({ not: 'a token' })),
    );
    await rejectsWith(
      'unauthorized',
      open({}, () => Promise.resolve('forged')),
    );
  });

  it('takes the page of an error for a login that is refused, not for a connection that is lost', async () => {
    const page = '<!doctype html>\n<title>404 – nicht gefunden</title>\n';
    await rejectsWith(
      'unauthorized',
      open({}, () => Promise.resolve(page)),
    );
  });

  it('tells an address that is no gateway from one that cannot be reached', async () => {
    await rejectsWith('transport-fatal', open({ url: `${bench.base}/nowhere` }));
    await rejectsWith('transport-lost', open({ url: 'http://127.0.0.1:9/desk' }));
  });

  it('leaves nothing on the signal of a question that was answered or got no answer in time', async () => {
    const clock = new ManualClock(0);
    const link = await open({ timers: clock });
    const { signal } = new AbortController();
    await link.sync({ streams: {} }, { signal });
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
    const unanswered = link.sync({ streams: {} }, { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 1);
    clock.advance(20_000);
    await rejectsWith('transport-lost', unanswered);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  const closings = [
    { code: CLOSE.tokenExpired, becomes: 'lost' },
    { code: CLOSE.slowConsumer, becomes: 'lost' },
    { code: CLOSE.goingAway, becomes: 'lost' },
    { code: CLOSE.epochChanged, becomes: 'lost' },
    { code: CLOSE.forbidden, becomes: 'unauthorized' },
    { code: CLOSE.superseded, becomes: 'superseded' },
    { code: CLOSE.version, becomes: 'incompatible' },
    { code: CLOSE.badFrame, becomes: 'refused' },
  ];
  for (const { code, becomes } of closings) {
    it(`takes a close with ${code} as ${becomes}`, async () => {
      await open();
      const told = next(becomes === 'lost' ? 'lost' : 'fatal');
      bench.server.closeAll(code);
      const notice = await told;
      assert.equal(notice.type === 'fatal' ? notice.code : notice.type, becomes);
    });
  }

  it('counts a gateway that is silent for longer than its heartbeat as lost, and says so once', async () => {
    const timers = new ManualClock();
    const link = await open({ timers });
    const told = next('lost');
    timers.advance(25_000 + HEARTBEAT_GRACE_MS - 1);
    assert.equal(notices.length, 0);
    timers.advance(1);
    await told;
    const outcome = await link.execute({ type: 'presence.set', id: 'p', ready: true });
    assert.deepEqual(outcome, { type: 'unconfirmed' });
    assert.equal(notices.filter((notice) => notice.type === 'lost').length, 1);
  });

  it('takes any frame as a sign of life', async () => {
    const timers = new ManualClock();
    await open({ timers });
    timers.advance(30_000);
    const heads = next('heads');
    bench.backend.beat();
    await heads;
    timers.advance(30_000);
    assert.ok(!notices.some((notice) => notice.type === 'lost'));
  });

  it('keeps out frames that do not fit, and says what was wrong with them', async () => {
    await open();
    for (const text of ['not json', '{"type":"welcome"}', '[]', `${'['.repeat(100)}${']'.repeat(100)}`]) {
      const told = next('violation');
      bench.server.say(text);
      const notice = await told;
      assert.ok(notice.type === 'violation' && notice.what.startsWith('frame: '));
    }
    assert.ok(!notices.some((notice) => notice.type === 'lost'));
  });

  it('gives up an answer that takes too long or is not wanted any more', async () => {
    const timers = new ManualClock();
    const link = await open({ timers, answerTimeoutMs: 1000 });
    bench.backend.faults.inject('lose-outcome', 2);
    const late = link.execute({ type: 'presence.set', id: 'p', ready: true });
    timers.advance(1000);
    assert.deepEqual(await late, { type: 'unconfirmed' });
    const abort = new AbortController();
    const unwanted = link.execute({ type: 'presence.set', id: 'q', ready: true }, { signal: abort.signal });
    abort.abort();
    assert.deepEqual(await unwanted, { type: 'unconfirmed' });
  });

  it('answers a command that does not fit with a refusal that names the place', async () => {
    const link = await open();
    const outcome = await link.execute({ type: 'offer.accept', id: '', offerId: 'o' });
    assert.ok(outcome.type === 'refused' && outcome.code === 'invalid');
    assert.match(outcome.message ?? '', /command: id: /);
  });

  it('says of a query what the gateway says of it', async () => {
    const link = await open();
    const query = { type: 'history', sessionId: 'nowhere', limit: 10, scope: 'session' } as const;
    await rejectsWith('not-allowed', link.query(query));
  });

  describe('files', () => {
    let link: Link;
    const about = { sessionId: 's', name: 'Ä offer & more.pdf', kind: 'document' } as const;

    beforeEach(async () => {
      link = await open();
    });

    it('are uploaded with their name, type and size', async () => {
      const sent: number[] = [];
      const file = new Blob(['%PDF-1.4'], { type: 'application/pdf' });
      const outcome = await link.upload(file, about, { onProgress: (bytes) => sent.push(bytes) });
      assert.ok(outcome.type === 'done');
      assert.equal(outcome.value.fileName, about.name);
      assert.equal(outcome.value.mimeType, 'application/pdf');
      assert.deepEqual(sent, [8]);
    });

    it('that the gateway refuses are refused with its reason', async () => {
      const outcome = await link.upload(new Blob(['<script>'], { type: 'text/html' }), about);
      assert.ok(outcome.type === 'refused' && outcome.code === 'limit-exceeded');
      assert.equal(outcome.message, 'text/html is not accepted.');
    });

    it('that get lost on the way may be sent again', async () => {
      bench.backend.faults.inject('lose-upload');
      const outcome = await link.upload(new Blob(['x'], { type: 'text/plain' }), about);
      assert.ok(outcome.type === 'refused' && outcome.code === 'unavailable' && outcome.retryable);
    });

    it('are given up when the agent cancels', async () => {
      const abort = new AbortController();
      abort.abort();
      const outcome = await link.upload(new Blob(['x']), about, { signal: abort.signal });
      assert.equal(outcome.type, 'unconfirmed');
    });

    it('are loaded from an address of the gateway that ends at a known time', async () => {
      bench.backend.shelf.put('file-1', new Blob(['x']));
      const lease = await link.media({ source: { kind: 'stored', id: 'file-1' } }, 'full');
      assert.equal(lease.url, `${bench.base}/media/file-1?signature=x`);
      assert.ok(lease.expiresAt! > Date.now());
    });

    it('that are not there, not here yet or behind an unsafe link cannot be loaded', async () => {
      await rejectsWith('media-unavailable', link.media({ source: { kind: 'stored', id: 'file-9' } }, 'full'));
      await rejectsWith('media-unavailable', link.media({ source: { kind: 'provider', id: '123' } }, 'full'));
      await rejectsWith('media-unavailable', link.media({ source: { kind: 'link', url: 'javascript:x' } }, 'full'));
    });
  });
});
