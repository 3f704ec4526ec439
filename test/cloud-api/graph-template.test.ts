import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromGraphTemplate, toGraphTemplate } from '../../src/cloud-api/index.js';
import type { TemplateDefinition } from '../../src/domain/index.js';

const ORDER_READY = {
  id: '77',
  name: 'order_ready',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  parameter_format: 'NAMED',
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::abc'] } },
    {
      type: 'BODY',
      text: 'Hi {{first_name}}, it is ready.',
      example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ada' }] },
    },
    { type: 'FOOTER', text: 'Reply STOP' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Thanks' },
        { type: 'URL', text: 'Track', url: 'https://example.com/{{1}}', example: ['a7'] },
        { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100000' },
        { type: 'COPY_CODE', example: '25OFF' },
      ],
    },
  ],
};

const READY: TemplateDefinition = {
  id: '77',
  name: 'order_ready',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameters: 'named',
  header: { kind: 'image', example: '4::abc' },
  body: { text: 'Hi {{first_name}}, it is ready.', examples: { first_name: 'Ada' } },
  footer: 'Reply STOP',
  buttons: [
    { kind: 'quick-reply', text: 'Thanks' },
    { kind: 'url', text: 'Track', url: 'https://example.com/{{1}}', example: 'a7' },
    { kind: 'phone', text: 'Call', phoneNumber: '+15550100000' },
    { kind: 'copy-code', text: '', example: '25OFF' },
  ],
};

describe('a template definition', () => {
  it("is read from WhatsApp's list", () => assert.deepEqual(fromGraphTemplate(ORDER_READY), READY));

  it('is written in the order and spelling of the documentation', () =>
    assert.deepEqual(toGraphTemplate(READY), ORDER_READY));

  it('is the same in lower case, in camel case and in another order', () => {
    const components = [...ORDER_READY.components]
      .reverse()
      .map((component) => ({ ...component, type: component.type.toLowerCase() }));
    const { parameter_format, ...rest } = ORDER_READY;
    assert.deepEqual(
      fromGraphTemplate({ ...rest, parameterFormat: parameter_format.toLowerCase(), components }),
      READY,
    );
  });

  it('counts its samples from one when its placeholders are numbers', () => {
    const read = fromGraphTemplate({
      name: 't',
      components: [{ type: 'BODY', text: '{{1}} and {{2}}', example: { body_text: [['a', 'b']] } }],
    });
    assert.deepEqual(read?.body?.examples, { '1': 'a', '2': 'b' });
    assert.equal(read.parameters, 'positional');
  });

  it('is named when its text says so and nothing else does', () => {
    assert.equal(
      fromGraphTemplate({ name: 't', components: [{ type: 'BODY', text: 'Hi {{who}}' }] })?.parameters,
      'named',
    );
  });

  it('keeps a category and a status that are not known here', () => {
    const read = fromGraphTemplate({ name: 't', language: 'en', category: 'TRANSACTIONAL', status: 'FLAGGED' });
    assert.deepEqual(
      [read?.category, read?.otherCategory, read?.status, read?.otherStatus],
      ['other', 'TRANSACTIONAL', 'unknown', 'FLAGGED'],
    );
    assert.deepEqual(read && toGraphTemplate(read), {
      name: 't',
      language: 'en',
      category: 'TRANSACTIONAL',
      status: 'FLAGGED',
    });
  });

  it('keeps a button that is not known here', () => {
    const buttons = [{ type: 'TELEPORT', text: 'Go' }];
    const read = fromGraphTemplate({ name: 't', components: [{ type: 'BUTTONS', buttons }] });
    assert.deepEqual(read?.buttons, [{ kind: 'other', text: 'Go', type: 'TELEPORT' }]);
    assert.deepEqual(read && toGraphTemplate(read)['components'], [{ type: 'BUTTONS', buttons }]);
  });

  it('has the two properties of an authentication template instead of a text', () => {
    const json = {
      name: 'code',
      language: 'en',
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        {
          type: 'BUTTONS',
          buttons: [
            {
              type: 'OTP',
              otp_type: 'ONE_TAP',
              autofill_text: 'Fill',
              supported_apps: [{ package_name: 'a.b', signature_hash: 'h' }],
            },
          ],
        },
      ],
    };
    const read = fromGraphTemplate(json);
    assert.deepEqual(read?.authentication, { securityRecommendation: true, expiresAfterMinutes: 10 });
    assert.deepEqual(read && toGraphTemplate(read), json);
  });

  it('comes back with its carousel, its offer and its request to call', () => {
    const json = {
      name: 'sale',
      language: 'en',
      category: 'MARKETING',
      components: [
        { type: 'BODY', text: 'Look' },
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon', has_expiration: true } },
        {
          type: 'CAROUSEL',
          cards: [
            {
              components: [
                { type: 'HEADER', format: 'PRODUCT' },
                { type: 'BODY', text: 'One {{1}}', example: { body_text: [['x']] } },
                { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
              ],
            },
          ],
        },
        { type: 'CALL_PERMISSION_REQUEST' },
      ],
    };
    const read = fromGraphTemplate(json);
    assert.deepEqual(read && toGraphTemplate(read), json);
  });

  it('is read without throwing, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => fromGraphTemplate({ components: json }) !== undefined));
  });
});
