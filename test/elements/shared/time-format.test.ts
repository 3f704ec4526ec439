import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeFormat } from '../../../src/elements/shared/time-format.js';

const NOW = Date.UTC(2026, 10, 24, 8, 31);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const berlin = timeFormat('en-GB', { timeZone: 'Europe/Berlin' });

describe('TimeFormat', () => {
  it('gives the time of day in the zone of the reader', () => {
    assert.equal(berlin.time(NOW), '09:31');
    assert.equal(timeFormat('en-GB', { timeZone: 'Asia/Tokyo' }).time(NOW), '17:31');
  });

  it('lets the reader choose twelve or twenty-four hours', () => {
    const midnight = Date.UTC(2026, 10, 24, 0, 5);
    assert.equal(timeFormat('en-US', { timeZone: 'UTC', hour12: false }).time(midnight), '00:05');
    assert.match(timeFormat('en-GB', { timeZone: 'UTC', hour12: true }).time(midnight), /^12:05\sam$/i);
  });

  it('names today and yesterday by calendar days of the zone, other days in full', () => {
    const lateYesterday = Date.UTC(2026, 10, 23, 22, 59);
    const firstMinuteOfToday = Date.UTC(2026, 10, 23, 23, 0);
    assert.equal(berlin.day(firstMinuteOfToday, NOW), 'Today');
    assert.equal(berlin.day(lateYesterday, NOW), 'Yesterday');
    assert.equal(berlin.day(NOW - 5 * DAY, NOW), 'Thursday, 19 November 2026');
    assert.equal(timeFormat('de', { timeZone: 'Europe/Berlin' }).day(NOW, NOW), 'Heute');
  });

  it('is as short as it can be without doubt', () => {
    assert.equal(berlin.short(NOW - HOUR, NOW), '08:31');
    assert.equal(berlin.short(NOW - 2 * DAY, NOW), 'Sun');
    assert.equal(berlin.short(NOW - 6 * DAY, NOW), 'Wed');
    assert.equal(berlin.short(NOW - 7 * DAY, NOW), '17 Nov');
    assert.equal(berlin.short(NOW - 400 * DAY, NOW), '20 Oct 2025');
    assert.equal(berlin.short(NOW + DAY, NOW), '25 Nov');
  });

  it('keeps one key for one day, through the change of the clocks', () => {
    assert.equal(berlin.dayKey(Date.UTC(2026, 9, 24, 22, 0)), '2026-10-25');
    assert.equal(berlin.dayKey(Date.UTC(2026, 9, 25, 22, 59)), '2026-10-25');
    assert.equal(berlin.dayKey(Date.UTC(2026, 9, 25, 23, 0)), '2026-10-26');
  });

  it('shows a duration as a clock', () => {
    assert.equal(berlin.clock(0), '0:00');
    assert.equal(berlin.clock(41_900), '0:41');
    assert.equal(berlin.clock(130_000), '2:10');
    assert.equal(berlin.clock(3_730_000), '1:02:10');
    assert.equal(berlin.clock(-5), '0:00');
  });

  it('says a duration in its largest units, rounded down', () => {
    const duration = (...about: Parameters<typeof berlin.duration>): string => timeFormat('en').duration(...about);
    assert.equal(duration(23 * HOUR + 59 * MINUTE + 59_000), '23 hr 59 min');
    assert.equal(duration(23 * HOUR + 59 * MINUTE, 'narrow'), '23h 59m');
    assert.equal(duration(130_000, 'long'), '2 minutes 10 seconds');
    assert.equal(duration(23 * HOUR + 59 * MINUTE, 'short', 1), '23 hr');
    assert.equal(duration(DAY + 5000), '1 day');
    assert.equal(duration(0, 'long'), '0 seconds');
    assert.equal(duration(-1, 'long'), '0 seconds');
  });

  it('gives sizes with at most one decimal, in the words of the locale', () => {
    assert.equal(berlin.size(840), '840 byte');
    assert.equal(berlin.size(18_234), '18.2 kB');
    assert.equal(berlin.size(1_234_567), '1.2 MB');
    assert.equal(berlin.size(104_857_600), '105 MB');
    assert.equal(timeFormat('de').size(1_234_567), '1,2 MB');
  });

  it('is made once for the same settings', () => {
    assert.equal(timeFormat('de', { timeZone: 'UTC' }), timeFormat('de', { timeZone: 'UTC' }));
    assert.notEqual(timeFormat('de', { timeZone: 'UTC' }), timeFormat('de'));
  });
});
