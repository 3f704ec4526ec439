import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkMapTemplate,
  DEFAULT_BROWSE_QUERY,
  formatCoordinates,
  mapBrowseUrl,
  mapPreviewUrl,
  parseCoordinates,
} from '../../src/domain/location.js';

const SAO_PAULO = { latitude: -23.55, longitude: -46.63 };
const PREVIEW = 'https://maps.example.com/static?center={LATITUDE},{LONGITUDE}&size={WIDTH}x{HEIGHT}&key=secret';

describe('parseCoordinates', () => {
  it('reads numbers and decimal strings', () => {
    assert.deepEqual(parseCoordinates(-23.55, -46.63), SAO_PAULO);
    assert.deepEqual(parseCoordinates(' -23.55', '-46.63 '), SAO_PAULO);
    assert.deepEqual(parseCoordinates('+90', '180.'), { latitude: 90, longitude: 180 });
    assert.deepEqual(parseCoordinates(-0, '-0'), { latitude: 0, longitude: 0 });
    assert.deepEqual(parseCoordinates(`1.${'9'.repeat(50)}`, 2), { latitude: 2, longitude: 2 });
  });

  it('refuses anything that is not a place on earth', () => {
    for (const bad of [
      91,
      -91,
      NaN,
      Infinity,
      undefined,
      null,
      '',
      'x',
      '1,1',
      '1e1',
      '0x1',
      'Infinity',
      '1&key=x',
      '../../admin',
      '１２',
      [1],
      {},
      true,
      '1.2.3',
    ]) {
      assert.equal(parseCoordinates(bad, 0), undefined, JSON.stringify(bad));
      assert.equal(parseCoordinates(0, typeof bad === 'number' ? bad * 2 : bad), undefined, JSON.stringify(bad));
    }
  });
});

describe('map addresses', () => {
  it('are the template with six decimals and whole pixels', () => {
    assert.equal(
      mapPreviewUrl(PREVIEW, SAO_PAULO, { width: 320.4, height: 180 }),
      'https://maps.example.com/static?center=-23.550000,-46.630000&size=320x180&key=secret',
    );
    assert.equal(
      mapBrowseUrl(DEFAULT_BROWSE_QUERY, SAO_PAULO),
      'https://www.openstreetmap.org/?mlat=-23.550000&mlon=-46.630000#map=16/-23.550000/-46.630000',
    );
  });

  it('never have a minus before zero, an exponent or an unreasonable size', () => {
    assert.equal(formatCoordinates({ latitude: -1e-9, longitude: 1e-7 }), '0.000000, 0.000000');
    assert.match(mapPreviewUrl(PREVIEW, SAO_PAULO, { width: NaN, height: 1e9 }) ?? '', /size=1x4096&/);
  });

  it('are missing without a template that gives a web address', () => {
    for (const template of [
      '',
      ' ',
      'javascript:alert({LATITUDE})',
      '/maps?{LATITUDE}',
      'https://',
      'ftp://example.com/{LATITUDE}',
      'https:maps.example.com',
    ]) {
      assert.equal(mapBrowseUrl(template, SAO_PAULO), undefined, template);
      assert.equal(mapPreviewUrl(template, SAO_PAULO, { width: 1, height: 1 }), undefined, template);
    }
  });

  it('hold nothing but the two numbers of a place, whatever the place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (latitude, longitude) => {
          const url = mapBrowseUrl('https://maps.example.com/{LATITUDE}/{LONGITUDE}', { latitude, longitude });
          assert.match(url ?? '', /^https:\/\/maps\.example\.com\/-?\d{1,2}\.\d{6}\/-?\d{1,3}\.\d{6}$/);
        },
      ),
    );
  });
});

describe('checkMapTemplate', () => {
  it('finds nothing wrong with a right template, nor with none', () => {
    assert.deepEqual(checkMapTemplate(DEFAULT_BROWSE_QUERY, 'browse'), []);
    assert.deepEqual(checkMapTemplate(PREVIEW, 'preview'), []);
    assert.deepEqual(checkMapTemplate('', 'preview'), []);
  });

  it('tells what is wrong', () => {
    assert.deepEqual(checkMapTemplate('maps/{LATITUDE}/{lon}', 'preview'), [
      { kind: 'not-a-web-address' },
      { kind: 'missing-placeholder', placeholder: 'LONGITUDE' },
      { kind: 'unknown-placeholder', placeholder: 'lon' },
    ]);
    assert.deepEqual(checkMapTemplate('https://m.example/{LATITUDE},{LONGITUDE}?w={WIDTH}', 'browse'), [
      { kind: 'unknown-placeholder', placeholder: 'WIDTH' },
    ]);
  });
});
