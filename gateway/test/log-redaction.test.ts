import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import fastify from 'fastify';
import { loggerOptions } from '../src/log-redaction.js';

const SECRETS = {
  wamid: 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFjNFQjBDMUQ0RDU5OEY0QjZGRTQA',
  number: '+5511987654321',
  digits: '5511987654321',
  bearer: 'EAAGm0PX4ZCpsBAKZC',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl',
};

describe('the log', () => {
  it('has no token, phone number or message id of WhatsApp, wherever they stand', async () => {
    let written = '';
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString();
        done();
      },
    });
    const app = fastify({ logger: { ...loggerOptions('info'), stream } });
    app.get('/fails', async () => {
      throw new Error(`no answer for ${SECRETS.number} about ${SECRETS.wamid}`, { cause: SECRETS.bearer });
    });
    const { wamid, number, digits, bearer, jwt } = SECRETS;
    app.log.info(
      { contact: { phone: number }, ids: [wamid, { deep: digits }], header: `Bearer ${bearer}` },
      `sent ${wamid} to ${digits} with ${jwt}`,
    );
    app.log.error({ err: new Error(`Bearer ${bearer}`) }, 'failed for %s', number);
    await app.inject({ url: `/fails?hub.verify_token=${bearer}&x=${digits}` });
    await app.close();
    assert.ok(written.includes('sent wamid.[redacted] to [redacted number]'));
    for (const [what, secret] of Object.entries(SECRETS)) assert.equal(written.includes(secret), false, what);
  });

  it('keeps what helps to find a fault', () => {
    const { formatters } = loggerOptions('info');
    const entry = { messageId: '0192f0c1-7a3b-7cde-8f01-23456789abcd', attempt: 2, at: 1795560000000 };
    assert.deepEqual(formatters?.log?.(entry), entry);
  });
});
