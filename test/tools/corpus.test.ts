import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { fromGraphMessage, fromGraphTemplate, toGraphMessage, toGraphTemplate } from '../../src/cloud-api/index.js';
import { classify } from '../../tools/corpus/classify.js';
import { expectedOf } from '../../tools/corpus/expect.js';
import { addressedTo, businessNumber, signatureOf } from '../../tools/corpus/gateway/routing.js';
import { normalForm } from '../../tools/corpus/normal-form.js';
import { parserStage } from '../../tools/corpus/parser-stage.js';
import { checkMapper, checkRoundTrip, type Mapper } from '../../tools/corpus/round-trip.js';
import type { PayloadKind } from '../../tools/corpus/classify.js';

const TEXT = { messaging_product: 'whatsapp', to: '1', type: 'text', text: { body: 'Hi', preview_url: true } };

const WEBHOOK = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550100000', phone_number_id: '1060' },
            contacts: [{ profile: { name: 'Ada' }, wa_id: '2' }],
            messages: [{ from: '2', id: 'wamid.1', timestamp: '1750000000', type: 'text', text: { body: 'Hi' } }],
          },
        },
      ],
    },
  ],
};

const mapper: Mapper = {
  read: fromGraphMessage,
  write: ({ content, ...to }: NonNullable<ReturnType<typeof fromGraphMessage>>) => toGraphMessage(content, to),
};

function request(json: unknown) {
  return { name: 'a.json', kind: 'outbound-request', json } as const;
}

describe('the round trip of the corpus run', () => {
  it('passes what comes back whole', () => assert.equal(checkRoundTrip(request(TEXT)).outcome, 'passed'));

  it('reports what is lost on the way', () => {
    const lossy: Mapper = {
      ...mapper,
      read: (json) => fromGraphMessage({ ...(json as object), text: { body: 'Hi' } }),
    };
    const { outcome, reasons } = checkMapper(lossy, request(TEXT));
    assert.equal(outcome, 'failed');
    assert.ok(
      reasons.some((reason) => reason.startsWith('lost: text.preview_url')),
      reasons.join('\n'),
    );
  });

  it('reports a value that comes back by luck, whatever it is', () => {
    const lucky: Mapper = { ...mapper, read: (json) => fromGraphMessage({ ...(json as object), text: TEXT.text }) };
    const { reasons } = checkMapper(lucky, request(TEXT));
    assert.deepEqual(
      reasons.map((reason) => reason.split(' ')[2]),
      ['text.body', 'text.preview_url'],
    );
  });

  it('reports raw JSON that hides in the domain', () => {
    const cheat: Mapper = { read: (json) => ({ raw: json }), write: ({ raw }: { readonly raw: unknown }) => raw };
    assert.match(
      checkMapper(cheat, request(TEXT)).reasons.join('\n'),
      /raw JSON is carried through the domain at raw.messaging_product/,
    );
  });

  it('reports what is added', () => {
    const chatty: Mapper = {
      ...mapper,
      write: (domain) => ({ ...(mapper.write(domain) as object), context: { message_id: 'x' } }),
    };
    assert.match(checkMapper(chatty, request(TEXT)).reasons.join('\n'), /added: context.message_id/);
  });

  it('skips what a placeholder hides, with the reason', () => {
    const hidden = {
      ...TEXT,
      type: 'interactive',
      interactive: { type: 'address_message', action: { name: 'address_message', parameters: '<JSON>' } },
    };
    const { outcome, reasons } = checkRoundTrip(request(hidden));
    assert.equal(outcome, 'skipped');
    assert.deepEqual(reasons, ['"<JSON>" stands for the parameters at interactive.action.parameters']);
  });

  it('judges the rest where a placeholder stands for one number', () => {
    const { outcome, notes } = checkRoundTrip(
      request({ type: 'location', to: '1', location: { latitude: '<LAT>', longitude: '<LON>', name: 'N' } }),
    );
    assert.equal(outcome, 'passed');
    assert.equal(notes.length, 2);
  });

  it('notes properties that WhatsApp does not document', () => {
    const { outcome, notes } = checkRoundTrip(request({ ...TEXT, ourOwnTag: 'x' }));
    assert.equal(outcome, 'passed');
    assert.deepEqual(notes, ['not judged: our_own_tag "x" (the documentation knows no our_own_tag)']);
  });

  it('fails on a documented property that the mapper does not know', () => {
    const forgetful: Mapper = {
      read: fromGraphTemplate,
      write: ({ quality: _, ...definition }: NonNullable<ReturnType<typeof fromGraphTemplate>>) =>
        toGraphTemplate(definition),
    };
    const json = { name: 't', language: 'en', category: 'UTILITY', quality_score: { score: 'GREEN' } };
    assert.equal(checkMapper(forgetful, { name: 'a', kind: 'template-definition', json }).outcome, 'failed');
  });
});

describe('the normal form', () => {
  const same: readonly (readonly [string, unknown, unknown])[] = [
    ['key spelling', { phoneNumber: '1' }, { phone_number: '1' }],
    ['nothing said', { name: 'a', text: '', components: [], context: null }, { name: 'a' }],
    ['numbers', { location: { latitude: '1.50' } }, { location: { latitude: 1.5 } }],
    ['letter case', { components: [{ type: 'BODY' }] }, { components: [{ type: 'body' }] }],
    [
      'the order of components',
      {
        components: [
          { type: 'footer', text: 'f' },
          { type: 'body', text: 'b' },
        ],
      },
      {
        components: [
          { type: 'body', text: 'b' },
          { type: 'footer', text: 'f' },
        ],
      },
    ],
    ['preview_url', { text: { body: 'a' }, preview_url: true }, { text: { body: 'a', preview_url: true } }],
    [
      'samples',
      { components: [{ type: 'body', example: { body_text: 'a' } }] },
      { components: [{ type: 'body', example: { body_text: [['a']] } }] },
    ],
    ['quality', { quality_score_category: 'GREEN' }, { quality_score: { score: 'GREEN' } }],
  ];
  for (const [name, one, other] of same) {
    it(`does not tell apart: ${name}`, () => assert.deepEqual(normalForm(one), normalForm(other)));
  }

  it('tells apart texts that differ in case, and the keys of customers', () => {
    assert.notDeepEqual(normalForm({ text: { body: 'A' } }), normalForm({ text: { body: 'a' } }));
    const data = (key: string) => ({
      interactive: { action: { parameters: { flow_action_payload: { data: { [key]: 1 } } } } },
    });
    assert.notDeepEqual(normalForm(data('myKey')), normalForm(data('my_key')));
  });
});

describe('the kind of a payload', () => {
  const kinds: readonly (readonly [PayloadKind | undefined, unknown])[] = [
    ['inbound-webhook', WEBHOOK],
    ['inbound-webhook', [WEBHOOK]],
    ['outbound-request', TEXT],
    ['outbound-request', { messaging_product: 'whatsapp', status: 'read', message_id: 'x' }],
    ['outbound-request', { to: '1', action: 'connect', session: {} }],
    ['template-definition', { name: 't', category: 'UTILITY', components: [] }],
    ['api-response', { messaging_product: 'whatsapp', contacts: [{ input: '1' }], messages: [{ id: 'x' }] }],
    ['api-response', { data: [{ name: 't', category: 'UTILITY' }] }],
    ['error', { error: { message: 'Oops', code: 1 } }],
    [undefined, { name: 'wa-desk', version: '1' }],
    [undefined, 'text'],
  ];
  for (const [kind, json] of kinds) {
    it(`is ${kind ?? 'none'} for ${JSON.stringify(json).slice(0, 50)}`, () => assert.equal(classify(json), kind));
  }
});

describe('what must come out of a webhook', () => {
  it('is told from the raw JSON', () => {
    const [expected, ...others] = expectedOf(WEBHOOK);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [expected?.kind, expected?.id, expected?.phoneNumberId, expected?.shown],
      ['message', 'wamid.1', '1060', ['Hi']],
    );
    assert.equal(expected?.claims['contact.profileName'], 'Ada');
    assert.equal(expected.claims['content.body'], 'Hi');
  });

  it('is met by the reader', async () => {
    assert.deepEqual(
      await parserStage.check({ name: 'a', kind: 'inbound-webhook', json: WEBHOOK }, expectedOf(WEBHOOK)),
      [],
    );
  });

  it('is reported where something else comes out', async () => {
    const expected = expectedOf(WEBHOOK).map((each) => ({
      ...each,
      claims: { ...each.claims, 'content.body': 'Bye' },
    }));
    const reasons = await parserStage.check({ name: 'a', kind: 'inbound-webhook', json: WEBHOOK }, expected);
    assert.deepEqual(reasons, ['message wamid.1: content.body should be "Bye", is "Hi"']);
  });
});

describe('a webhook on its way into the gateway under test', () => {
  const number = businessNumber(7);

  it('is addressed to a number of the gateway and otherwise as it was', () => {
    const sent = addressedTo(WEBHOOK, number) as typeof WEBHOOK;
    const value = sent.entry[0]?.changes[0]?.value;
    assert.equal(sent.entry[0]?.id, number.wabaId);
    assert.deepEqual(value?.metadata, { display_phone_number: '15550100000', phone_number_id: number.phoneNumberId });
    assert.deepEqual(value.messages, WEBHOOK.entry[0]?.changes[0]?.value.messages);
  });

  it('gets an envelope when it comes without', () => {
    const sent = addressedTo({ messages: [] }, number) as { readonly entry: unknown };
    assert.deepEqual(sent.entry, [{ id: number.wabaId, changes: [{ field: 'messages', value: { messages: [] } }] }]);
  });

  it('is signed over its bytes', () => {
    const body = '{"object":"whatsapp_business_account","entry":[]}';
    assert.equal(
      signatureOf(body, 'test_app_secret'),
      'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
    );
  });
});

describe('npm run corpus', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'payloads-'));
    await mkdir(join(folder, 'several'));
    await writeFile(join(folder, 'text.json'), JSON.stringify(TEXT));
    await writeFile(join(folder, 'several', 'requests.json'), JSON.stringify({ one: TEXT, two: TEXT }));
    await writeFile(join(folder, 'package.json'), '{"name":"x"}');
    await writeFile(join(folder, 'broken.json'), '{');
  });
  after(() => rm(folder, { recursive: true }));

  it('counts what passed, failed and was skipped in its last line, and lists what was skipped', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/corpus/run.ts', folder]);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.at(-1), '3 passed, 0 failed, 2 skipped');
    assert.ok(lines.some((line) => line.includes('the file is no JSON')));
  });

  it('says what it wants when the folder is not there', async () => {
    const run = promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'tools/corpus/run.ts',
      join(folder, 'nowhere'),
    ]);
    await assert.rejects(run, { code: 2, stderr: /There is no folder/ });
  });
});
