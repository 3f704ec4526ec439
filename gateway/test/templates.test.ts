import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { TemplatePage } from 'wa-desk/protocol';
import type { DeskClient } from './support/desk-client.js';
import { TestGateway } from './support/test-gateway.js';

const template = (name: string, body: string) => ({
  id: '1',
  name,
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components: [{ type: 'BODY', text: body, example: { body_text: [['Maria']] } }],
});

const templateChanged = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      time: 1_795_560_000,
      changes: [
        {
          field: 'message_template_status_update',
          value: {
            event: 'APPROVED',
            message_template_id: 1,
            message_template_name: 'hello',
            message_template_language: 'en-US',
            reason: null,
          },
        },
      ],
    },
  ],
};

async function names(client: DeskClient & { readonly sessionId: string }): Promise<readonly string[]> {
  const frame = await client.query({ type: 'templates', sessionId: client.sessionId, limit: 10 });
  assert.ok(frame.type === 'answer');
  return (frame.answer as TemplatePage).templates.map(({ name }) => name);
}

describe('templates', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  it('are fetched again when WhatsApp tells that one changed', async () => {
    const ana = await gateway.engage();
    assert.deepEqual(await names(ana), []);
    gateway.graph.templates = [template('hello', 'Hello {{1}}')];
    const asked = gateway.graph.requests.next(({ path }) => path.includes('/message_templates'));
    await gateway.deliver(templateChanged);
    assert.match((await asked).path, /^\/v26\.0\/102290129340398\/message_templates\?/);
    while ((await names(ana)).length === 0);
    assert.deepEqual(await names(ana), ['hello']);
  });

  it('go out by their name and values, and stand in the transcript with their text', async () => {
    const ana = await gateway.engage();
    gateway.graph.templates = [template('hello', 'Hello {{1}}')];
    await gateway.deliver(templateChanged);
    while ((await names(ana)).length === 0);
    const content = {
      kind: 'template',
      template: { name: 'hello', language: 'en_US', body: [{ kind: 'text', text: 'Maria' }] },
    } as const;
    const outcome = await ana.execute({ type: 'message.send', id: 't-1', sessionId: ana.sessionId, content });
    assert.equal(outcome.type, 'done');
    const { message } = await ana.event('message.added', ({ message: one }) => one.id === 't-1');
    assert.ok(message.content.kind === 'template');
    assert.equal(message.content.template.definition?.body?.text, 'Hello {{1}}');
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    assert.deepEqual(gateway.graph.messages[0]?.json['template'], {
      name: 'hello',
      language: { code: 'en_US' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Maria' }] }],
    });
  });
});
