import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FAILURE_REASON_KEYS, failureReason, type FailureReason } from '../../src/domain/failure-reason.js';

describe('failureReason', () => {
  it('says what an agent can do about an error of WhatsApp', () => {
    const cases: readonly FailureReason[] = [
      { code: 131047, retry: 'never', action: 'send-notification', reasonKey: 'windowClosed' },
      { code: 131026, retry: 'never', reasonKey: 'undeliverable' },
      { code: 131049, retry: 'next-day', action: 'choose-other-template', reasonKey: 'marketingHeldBack' },
      { code: 131056, retry: 'soon', action: 'resend', reasonKey: 'tooFastForContact' },
      { code: 131053, retry: 'after-fix', action: 'choose-other-file', reasonKey: 'fileNotAccepted' },
      { code: 132000, retry: 'after-fix', action: 'edit-template', reasonKey: 'templateFieldsMissing' },
      { code: 132001, retry: 'after-fix', action: 'choose-other-template', reasonKey: 'templateNotAvailable' },
      { code: 190, retry: 'after-fix', action: 'ask-admin', reasonKey: 'connectionExpired' },
      { code: 138006, retry: 'after-fix', action: 'request-call-permission', reasonKey: 'callPermissionNeeded' },
    ];
    for (const reason of cases) assert.deepEqual(failureReason(reason.code), reason);
  });

  it('knows every code of the documentation', () => {
    const documented = [
      0, 1, 2, 3, 4, 10, 100, 190, 200, 250, 299, 368, 1026, 80007, 130429, 130472, 130497, 131000, 131005, 131008,
      131009, 131016, 131021, 131026, 131030, 131031, 131035, 131036, 131037, 131042, 131045, 131047, 131048, 131049,
      131050, 131051, 131052, 131053, 131056, 131057, 131060, 131062, 131201, 131209, 132000, 132001, 132005, 132007,
      132012, 132015, 132016, 132018, 132068, 132069, 133004, 133010, 134011, 135000, 138000, 138001, 138003, 138006,
      138009, 138012,
    ];
    for (const code of documented) assert.notEqual(failureReason(code).reasonKey, 'other', String(code));
  });

  it('has a reason for any number', () => {
    for (const code of [-1, 470, 63016, NaN, Infinity]) assert.equal(failureReason(code).reasonKey, 'other');
    fc.assert(fc.property(fc.integer(), (code) => FAILURE_REASON_KEYS.includes(failureReason(code).reasonKey)));
  });

  it('gives each code one reason alone', () => {
    const reasons = new Map<number, string>();
    for (let code = 0; code < 140_000; code++) {
      const { reasonKey } = failureReason(code);
      if (reasonKey !== 'other') reasons.set(code, reasonKey);
    }
    assert.equal(new Set(reasons.values()).size, FAILURE_REASON_KEYS.length - 1);
  });
});
