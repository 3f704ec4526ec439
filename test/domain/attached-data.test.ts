import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ATTACHED_DATA_KEYS,
  readAttachedData,
  readOutboundChannels,
  WHATSAPP_CONSTANTS,
  writeAttachedData,
  type SessionAttributes,
} from '../../src/domain/attached-data.js';

const ATTRIBUTES: Required<SessionAttributes> = {
  ...WHATSAPP_CONSTANTS,
  submittedBy: 'DMS_1',
  channel: 'channel-whatsapp-1',
  messageId: 'wamid.X',
  originatedAt: Date.UTC(2026, 10, 24, 12, 30),
  fromAddress: '5511999990001',
  toAddress: '19251112221',
  profileNickname: 'Ana',
  plainText: 'Hi',
  phoneNumber: '+5511999990001',
  subject: 'Hi',
};

const DATA = {
  _umsInboundIxnSubmittedBy: 'DMS_1',
  _umsChannel: 'channel-whatsapp-1',
  _umsMediaType: 'whatsapp',
  _umsMediaTypeChat: 'whatsappsession',
  _umsMsgType: 'text',
  _umsMsgId: 'wamid.X',
  _umsMsgOriginTime: '2026-11-24T12:30:00.000Z',
  _umsFromAddr: '5511999990001',
  _umsToAddr: '19251112221',
  _msg_ProfileNickname: 'Ana',
  _umsMsgPlainText: 'Hi',
  PhoneNumber: '+5511999990001',
  Subject: 'Hi',
};

describe('the attributes of the driver', () => {
  it('are the thirteen of the guide', () => {
    assert.deepEqual([...ATTACHED_DATA_KEYS].sort(), Object.keys(DATA).sort());
  });

  it('are written to and read from attached data', () => {
    assert.deepEqual(writeAttachedData(ATTRIBUTES), DATA);
    assert.deepEqual(readAttachedData({ ...DATA, Other: 'x' }), ATTRIBUTES);
  });

  it('are missing where the data has nothing usable', () => {
    assert.deepEqual(
      readAttachedData({ _umsChannel: '', Subject: {}, PhoneNumber: null, _umsMsgOriginTime: 'yesterday' }),
      {},
    );
    assert.deepEqual(readAttachedData(JSON.parse('{"__proto__":{"Subject":"x"}}') as Record<string, unknown>), {});
    assert.deepEqual(writeAttachedData({ originatedAt: NaN }), {});
  });

  it('take the origin time in seconds, milliseconds and ISO 8601', () => {
    const noon = Date.UTC(2026, 10, 24, 12);
    for (const written of [
      noon,
      String(noon),
      String(noon / 1000),
      '2026-11-24T12:00:00Z',
      '2026-11-24T13:00:00.000+01:00',
    ]) {
      assert.equal(readAttachedData({ _umsMsgOriginTime: written }).originatedAt, noon, String(written));
    }
  });

  it('survive a round trip', () => {
    const text = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    const attributes = fc.record({ channel: text, subject: text, plainText: text, profileNickname: text });
    fc.assert(
      fc.property(attributes, fc.integer({ min: 0, max: 4e12 }), (texts, originatedAt) => {
        const given = Object.fromEntries(
          Object.entries({ ...texts, originatedAt }).filter(([, value]) => value !== undefined),
        );
        assert.deepEqual(readAttachedData(writeAttachedData(given)), given);
      }),
    );
  });
});

describe('readOutboundChannels', () => {
  const channel = {
    MediaType: 'whatsappsession',
    _umsServer: 'DMS',
    _umsChannel: 'one',
    _umsBusinessId: '19251112221',
  };
  const read = { server: 'DMS', channel: 'one', businessNumber: '19251112221' };

  it('reads the sample of the guide, in the order of its numbers', () => {
    const config = { '10': { ...channel, _umsChannel: 'ten' }, '2': { ...channel, _umsChannel: 'two' }, '1': channel };
    assert.deepEqual(
      readOutboundChannels({ _umsOutboundSessionConfig: config }).map((found) => found.channel),
      ['one', 'two', 'ten'],
    );
    assert.deepEqual(readOutboundChannels({ _umsOutboundSessionConfig: { '1': channel } }), [read]);
  });

  it('takes the key without its underscore, and values that are JSON text', () => {
    assert.deepEqual(readOutboundChannels({ umsOutboundSessionConfig: JSON.stringify({ '1': channel }) }), [read]);
  });

  it('passes over what is incomplete, of another medium or no object', () => {
    const config = {
      '1': { ...channel, _umsBusinessId: '' },
      '2': { ...channel, MediaType: 'email' },
      '3': 'x',
      '4': null,
    };
    assert.deepEqual(readOutboundChannels({ _umsOutboundSessionConfig: config }), []);
    for (const value of [undefined, null, 1, '{', '[]', 'null']) {
      assert.deepEqual(readOutboundChannels({ _umsOutboundSessionConfig: value }), []);
    }
  });
});
