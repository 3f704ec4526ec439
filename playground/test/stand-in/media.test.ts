import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Answer, type Bench, openBench, OPTIONS, refusal } from './support.js';

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const MB = 1024 * 1024;
const DAY_MS = 86_400_000;

async function download(
  bench: Bench,
  url: string,
  token: string = OPTIONS.accessToken,
): Promise<{ status: number; type: string; data: Buffer }> {
  const { pathname, search } = new URL(url);
  const answer = await bench.standIn.app.inject({
    url: pathname + search,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type']), data: answer.rawPayload };
}

const idOf = ({ json }: Answer): string => String(json['id']);

describe('an upload', () => {
  it('comes back by its id: type, size, hexadecimal hash and an address', async (context) => {
    const bench = await openBench(context);
    const id = idOf(await bench.upload('image/jpeg', JPEG));
    const { json } = await bench.graph('GET', id);
    const { url, ...rest } = json;
    const sha256 = createHash('sha256').update(JPEG).digest('hex');
    assert.deepEqual(rest, {
      messaging_product: 'whatsapp',
      mime_type: 'image/jpeg',
      sha256,
      file_size: JPEG.length,
      id,
    });
    const file = await download(bench, String(url));
    assert.deepEqual([file.status, file.type, file.data.equals(JPEG)], [200, 'image/jpeg', true]);
  });

  const WRONG: readonly (readonly [string, string, Buffer, number, RegExp])[] = [
    ['of a type that WhatsApp does not take', 'image/gif', JPEG, 100, /Received file of type 'image\/gif'/],
    ['of an image above 5 MB', 'image/png', Buffer.alloc(5 * MB + 1), 131053, /image file size/],
    ['of a sticker above 100 KB', 'image/webp', Buffer.alloc(101 * 1024), 131053, /sticker file size/],
    ['of audio above 16 MB', 'audio/ogg', Buffer.alloc(16 * MB + 1), 131053, /audio file size/],
    ['of nothing', 'image/png', Buffer.alloc(0), 131053, /empty/],
  ];
  for (const [title, type, data, code, says] of WRONG) {
    it(`${title} is refused with ${code}`, async (context) => {
      const bench = await openBench(context);
      const { code: actual, text } = refusal(await bench.upload(type, data));
      assert.equal(actual, code, text);
      assert.match(text, says);
    });
  }

  it('of an animated sticker may have 500 KB', async (context) => {
    const bench = await openBench(context);
    const data = Buffer.alloc(400 * 1024);
    data.write('RIFF', 0);
    data.write('WEBPVP8X', 8);
    data[20] = 0x02;
    assert.equal((await bench.upload('image/webp', data)).status, 200);
  });

  it('that is no form is refused', async (context) => {
    const bench = await openBench(context);
    assert.equal(refusal(await bench.graph('POST', `${OPTIONS.phoneNumberId}/media`, {})).code, 100);
  });

  it('is gone after its deletion', async (context) => {
    const bench = await openBench(context);
    const id = idOf(await bench.upload('image/jpeg', JPEG));
    assert.deepEqual((await bench.graph('DELETE', id)).json, { success: true });
    assert.equal((await bench.graph('GET', id)).status, 400);
    assert.equal((await bench.graph('DELETE', id)).status, 400);
  });

  it('lives thirty days', async (context) => {
    const bench = await openBench(context);
    const id = idOf(await bench.upload('image/jpeg', JPEG));
    await bench.advance(30 * DAY_MS - 1);
    assert.equal((await bench.graph('GET', id)).status, 200);
    await bench.advance(1);
    assert.equal((await bench.graph('GET', id)).status, 400);
  });
});

describe('a media address', () => {
  it('needs the access token', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.graph('GET', idOf(await bench.upload('image/jpeg', JPEG)));
    assert.equal((await download(bench, String(json['url']), 'other')).status, 401);
  });

  it('is not found after five minutes, and when it was changed', async (context) => {
    const bench = await openBench(context);
    const url = String((await bench.graph('GET', idOf(await bench.upload('image/jpeg', JPEG)))).json['url']);
    assert.equal((await download(bench, url.replace('ext=', 'ext=9'))).status, 404);
    await bench.advance(5 * 60_000);
    assert.equal((await download(bench, url)).status, 404);
  });
});

describe('media from a phone', () => {
  it('come in a webhook with a base64 hash, an address and an id that lives seven days', async (context) => {
    const bench = await openBench(context);
    const mediaId = await bench.phoneFile('audio/ogg', JPEG);
    await bench.write('amara', { kind: 'audio', mediaId, voice: true });
    await bench.settle();
    const audio = bench.receiver.messagesSeen[0]?.['audio'] as Record<string, unknown>;
    const { url, ...rest } = audio;
    const sha256 = createHash('sha256').update(JPEG).digest('base64');
    assert.deepEqual(rest, { id: mediaId, mime_type: 'audio/ogg; codecs=opus', sha256, voice: true });
    assert.equal((await download(bench, String(url))).status, 200);
    await bench.advance(7 * DAY_MS);
    assert.equal((await bench.graph('GET', mediaId)).status, 400);
  });
});

describe('media that cannot be sent', () => {
  const CASES: readonly (readonly [string, string, object])[] = [
    ['a document id as an image', 'application/pdf', { type: 'image' }],
    ['a voice message that is not ogg', 'audio/mpeg', { type: 'audio', voice: true }],
  ];
  for (const [title, type, { type: kind, ...more }] of CASES as readonly (readonly [
    string,
    string,
    { type: string },
  ])[]) {
    it(`fail with 131053: ${title}`, async (context) => {
      const bench = await openBench(context);
      await bench.write('amara', { kind: 'text', body: 'Hello' });
      const id = idOf(await bench.upload(type, JPEG));
      await bench.sent({ type: kind, [kind]: { id, ...more } });
      await bench.settle();
      const [status] = bench.receiver.statusesSeen;
      assert.equal((status?.['errors'] as { code: number }[])[0]?.code, 131053);
    });
  }

  it('fail with 131053 when the link gives no such file, and arrive when it does', async (context) => {
    const bench = await openBench(context);
    await bench.write('amara', { kind: 'text', body: 'Hello' });
    bench.receiver.files.set(
      'https://files.test/a.jpg',
      new Response(JPEG, { headers: { 'content-type': 'image/jpeg' } }),
    );
    const bad = await bench.sent({ type: 'image', image: { link: 'https://files.test/none.jpg' } });
    const good = await bench.sent({ type: 'image', image: { link: 'https://files.test/a.jpg' } });
    await bench.settle();
    const statuses = bench.receiver.statusesSeen.map(({ id, status }) => [id, status]);
    assert.deepEqual(
      statuses.filter(([id]) => id === bad),
      [[bad, 'failed']],
    );
    assert.deepEqual(
      statuses.filter(([id]) => id === good),
      [
        [good, 'sent'],
        [good, 'delivered'],
      ],
    );
    const [, message] = await bench.thread('amara');
    const path = message?.files['https://files.test/a.jpg'] ?? '';
    const file = await bench.standIn.app.inject({ url: path });
    assert.ok(file.rawPayload.equals(JPEG));
  });
});
