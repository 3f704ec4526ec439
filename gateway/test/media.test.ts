import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JsonObject, MediaRef } from 'wa-desk/domain';
import type { HttpProblem, LeaseAnswer, MediaWant, UploadAnswer } from 'wa-desk/protocol';
import { readRange } from '../src/media/byte-range.js';
import { inlineTypeOf } from '../src/media/file-signature.js';
import { ORIGIN } from './support/config.js';
import type { DeskClient } from './support/desk-client.js';
import { TestGateway } from './support/test-gateway.js';
import { inbound, webhook } from './support/webhooks.js';

/** The beginning of a PNG of 3 by 2 pixels. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000003000000020802000000', 'hex');

const image = (id: string): JsonObject => ({
  type: 'image',
  image: { id, mime_type: 'image/png', sha256: 'x', caption: 'Look' },
});

async function mediaOf(client: DeskClient): Promise<MediaRef> {
  const { content } = await client.event('message.media');
  assert.ok('media' in content);
  return content.media;
}

describe('media', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  const as = async (agentId: string) => ({ authorization: `Bearer ${await gateway.token(agentId)}`, origin: ORIGIN });
  const lease = async (agentId: string, id: string, want: MediaWant = 'full') =>
    gateway.app.inject({
      method: 'POST',
      url: `/media/${id}/leases`,
      headers: await as(agentId),
      payload: { want },
    });
  const receive = async (ana: DeskClient, bytes: Buffer, mimeType: string, message: JsonObject): Promise<MediaRef> => {
    gateway.graph.media.set('123456', { bytes, mimeType });
    await gateway.deliver(webhook(inbound('wamid.media', message)));
    return mediaOf(ana);
  };
  const storedId = (media: MediaRef): string => {
    assert.ok(media.source.kind === 'stored');
    return media.source.id;
  };
  const open = async (ref: MediaRef, headers: Record<string, string> = {}) => {
    const { url } = (await lease('ana', storedId(ref))).json<LeaseAnswer>();
    assert.ok(url.startsWith('https://gateway.example.com/media/'));
    return gateway.app.inject({ method: 'GET', url: url.replace('https://gateway.example.com', ''), headers });
  };

  it('of contacts are stored on arrival, with their size in pixels', async () => {
    const ana = await gateway.engage();
    const media = await receive(ana, PNG, 'image/png', image('123456'));
    assert.deepEqual(
      { width: media.width, height: media.height, size: media.size },
      { width: 3, height: 2, size: PNG.length },
    );
    const response = await open(media);
    assert.deepEqual(response.rawPayload, PNG);
    assert.equal(response.headers['content-type'], 'image/png');
  });

  it('that WhatsApp does not have any more are told as expired', async () => {
    const ana = await gateway.engage();
    gateway.graph.fallback = { status: 400, json: { error: { code: 100, message: 'Object does not exist' } } };
    await gateway.deliver(webhook(inbound('wamid.media', image('123456'))));
    assert.equal((await mediaOf(ana)).state, 'expired');
  });

  it('are never fetched from where a webhook or an unknown host says', async () => {
    let hits = 0;
    const canary = createServer((_request, response) => {
      hits += 1;
      response.end('secret');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => canary.once('listening', resolve));
    const trap = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
    const ana = await gateway.engage();
    gateway.graph.media.set('1', { bytes: PNG, mimeType: 'image/png', url: `${trap}/from-graph` });
    gateway.graph.media.set('2', { bytes: PNG, mimeType: 'image/png', redirect: `${trap}/redirected` });
    const hostile = ['1', '2', `../../${trap}`, `${trap}/x`, '@127.0.0.1', '3?x=1', ''];
    for (const [index, id] of hostile.entries()) {
      const message = {
        type: 'image',
        image: { id, url: `${trap}/url`, link: `${trap}/link`, mime_type: 'image/png', sha256: 'x' },
      };
      await gateway.deliver(
        webhook(inbound(`wamid.trap${index}`, { ...message, referral: { image_url: `${trap}/referral` } })),
      );
    }
    const location = { latitude: 1, longitude: 2, url: `${trap}/location`, name: `${trap}/name` };
    await gateway.deliver(webhook(inbound('wamid.location', { type: 'location', location })));
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.location');
    const failed = () => ana.events.filter(({ event }) => event.type === 'message.media').length;
    while (failed() < hostile.length) await ana.frames.next();
    assert.equal(hits, 0);
    canary.close();
  });

  it('are given only to the agent on whose desk they are, and for a while', async () => {
    const ana = await gateway.engage();
    const id = storedId(await receive(ana, PNG, 'image/png', image('123456')));
    const refused = await lease('ben', id);
    assert.equal(refused.statusCode, 404);
    assert.equal(refused.json<HttpProblem>().error.code, 'not-found');
    const { url } = (await lease('ana', id)).json<LeaseAnswer>();
    const path = url.replace('https://gateway.example.com', '');
    const get = async (address: string) => (await gateway.app.inject({ method: 'GET', url: address })).statusCode;
    assert.equal(await get(path), 200);
    assert.equal(await get(path.replace(/signature=./, 'signature=!')), 403);
    assert.equal(await get(path.replace(/expires=\d/, 'expires=9')), 403);
    assert.equal(await get(`/media/${id}`), 403);
    gateway.ahead += 5 * 60 * 1000;
    assert.equal(await get(path), 403);
  });

  it('that are to be saved come as a file with their name, though they could be shown', async () => {
    const ana = await gateway.engage();
    const document = { id: '123456', mime_type: 'image/png', sha256: 'x', filename: 'plan.png' };
    const id = storedId(await receive(ana, PNG, 'image/png', { type: 'document', document }));
    const { url } = (await lease('ana', id, 'save')).json<LeaseAnswer>();
    const path = url.replace('https://gateway.example.com', '');
    const { headers } = await gateway.app.inject({ method: 'GET', url: path });
    assert.equal(headers['content-disposition'], "attachment; filename*=UTF-8''plan.png");
  });

  it('can be read in parts', async () => {
    const ana = await gateway.engage();
    const media = await receive(ana, PNG, 'image/png', image('123456'));
    const part = await open(media, { range: 'bytes=1-3' });
    assert.equal(part.statusCode, 206);
    assert.equal(part.body, 'PNG');
    assert.equal(part.headers['content-range'], `bytes 1-3/${PNG.length}`);
    assert.equal((await open(media, { range: 'bytes=9999-' })).statusCode, 416);
  });

  const shown: readonly (readonly [what: string, bytes: Buffer, claimed: string, type: string])[] = [
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/html', 'application/octet-stream'],
    [
      'a page that claims to be a picture',
      Buffer.from('<html><script>alert(1)</script>'),
      'image/png',
      'application/octet-stream',
    ],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'image/svg+xml',
      'application/octet-stream',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf', 'application/octet-stream'],
    ['a picture that is also a page', Buffer.from('GIF89a/*<script>alert(1)</script>*/=1;'), 'text/html', 'image/gif'],
  ];
  for (const [what, bytes, claimed, type] of shown) {
    it(`are harmless in a browser: ${what}`, async () => {
      const ana = await gateway.engage();
      const document = { id: '123456', mime_type: claimed, sha256: 'x', filename: 'r\u202egnp.exe"; x=1\r\n.html' };
      const response = await open(await receive(ana, bytes, claimed, { type: 'document', document }));
      assert.equal(response.headers['content-type'], type);
      assert.equal(response.headers['x-content-type-options'], 'nosniff');
      assert.equal(response.headers['content-security-policy'], "sandbox; default-src 'none'");
      const disposition = String(response.headers['content-disposition']);
      assert.match(disposition, type === 'image/gif' ? /^inline; / : /^attachment; /);
      assert.match(disposition, /; filename\*=UTF-8''[\w.%~!#$&+^`|-]+$/);
      assert.equal(disposition.includes('%E2%80%AE'), false);
    });
  }

  const upload = async (agentId: string, sessionId: string, bytes: Buffer, type: string, kind = 'image') =>
    gateway.app.inject({
      method: 'POST',
      url: `/media?${new URLSearchParams({ sessionId, kind, name: 'photo.png' })}`,
      headers: { ...(await as(agentId)), 'content-type': type },
      payload: bytes,
    });

  it('of agents go to WhatsApp first, and then the message that names them', async () => {
    const ana = await gateway.engage();
    const response = await upload('ana', ana.sessionId, PNG, 'image/png');
    assert.equal(response.statusCode, 201);
    const { media } = response.json<UploadAnswer>();
    assert.deepEqual([media.width, media.height, media.fileName], [3, 2, 'photo.png']);
    await ana.execute({
      type: 'message.send',
      id: 'm-1',
      sessionId: ana.sessionId,
      content: { kind: 'image', media, caption: 'Here' },
    });
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    const paths = gateway.graph.requests.all.filter(({ method }) => method === 'POST').map(({ path }) => path);
    assert.deepEqual(paths, ['/v26.0/106540352242922/media', '/v26.0/106540352242922/messages']);
    assert.deepEqual(gateway.graph.messages[0]?.json['image'], { id: '990000000000001', caption: 'Here' });
    const form = gateway.graph.requests.all.find(({ path }) => path.endsWith('/media'))!.body;
    assert.ok(form.includes(PNG) && form.includes('Content-Type: image/png') && form.includes('filename="photo.png"'));
  });

  it('of agents are refused when they are not theirs to send, too large, or of a kind that WhatsApp does not take', async () => {
    const ana = await gateway.engage();
    const { sessionId } = ana;
    const expectProblem = async (response: Awaited<ReturnType<typeof upload>>, status: number, code: string) => {
      assert.equal(response.statusCode, status);
      assert.equal(response.json<HttpProblem>().error.code, code);
    };
    await expectProblem(await upload('ben', sessionId, PNG, 'image/png'), 403, 'not-yours');
    await expectProblem(await upload('ana', sessionId, PNG, 'image/svg+xml'), 415, 'limit-exceeded');
    await expectProblem(await upload('ana', sessionId, Buffer.from('<svg/>'), 'image/png'), 415, 'limit-exceeded');
    await expectProblem(
      await upload('ana', sessionId, Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]), 'image/png'),
      413,
      'limit-exceeded',
    );
    await expectProblem(await upload('ana', sessionId, PNG, 'image/png', 'nonsense'), 400, 'invalid');
    const anonymous = await gateway.app.inject({
      method: 'POST',
      url: `/media?sessionId=${sessionId}&kind=image&name=x`,
      payload: PNG,
      headers: { 'content-type': 'image/png' },
    });
    assert.equal(anonymous.statusCode, 401);
  });
});

describe('the first bytes of a file', () => {
  const table: readonly (readonly [head: Buffer, type: string | undefined])[] = [
    [PNG, 'image/png'],
    [Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    [Buffer.from('GIF89a'), 'image/gif'],
    [Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    [Buffer.from('RIFF\x10\0\0\0WAVEfmt '), undefined],
    [Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0'), 'video/mp4'],
    [Buffer.from('\0\0\0\x18ftypisom\0\0\0\0'), 'video/mp4'],
    [Buffer.from('\0\0\0\x18ftyp3gp4\0\0\0\0'), 'video/3gpp'],
    [Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0'), 'audio/mp4'],
    [Buffer.from('\0\0\0\x18ftypevil\0\0\0\0'), undefined],
    [Buffer.from('OggS\0'), 'audio/ogg'],
    [Buffer.from('ID3\x03'), 'audio/mpeg'],
    [Buffer.from('fffb9064', 'hex'), 'audio/mpeg'],
    [Buffer.from('fff15080', 'hex'), 'audio/aac'],
    [Buffer.from('#!AMR\n'), 'audio/amr'],
    [Buffer.from('<svg xmlns="http'), undefined],
    [Buffer.from('<!doctype html>'), undefined],
    [Buffer.from('%PDF-1.7'), undefined],
    [Buffer.from('PK\x03\x04'), undefined],
    [Buffer.alloc(0), undefined],
  ];
  for (const [head, type] of table) {
    it(`${JSON.stringify(head.subarray(0, 16).toString('latin1'))} are ${type ?? 'nothing to show in place'}`, () =>
      assert.equal(inlineTypeOf(head), type));
  }
});

describe('a Range header', () => {
  const table: readonly (readonly [header: string | undefined, range: ReturnType<typeof readRange>])[] = [
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['bytes=2-99', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['items=0-1', undefined],
    ['bytes=-', undefined],
  ];
  for (const [header, range] of table)
    it(`${header} of ten bytes`, () => assert.deepEqual(readRange(header, 10), range));
});
