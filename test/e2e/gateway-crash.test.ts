import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OwnPlayground } from './support/own-playground.js';
import { Visitor } from './support/visitor.js';

const NO_CONNECTION = 'No connection. What you send waits on this device.';

describe('A conversation whose gateway is killed', () => {
  let folder: string;
  let playground: OwnPlayground;
  let visitor: Visitor;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wa-desk-crash-'));
    playground = await OwnPlayground.start(folder);
    visitor = await Visitor.open(playground.url);
    await visitor.finds('Your presence: Ready', 'button');
    await fromPhone('Is anybody there?');
    await visitor.click('Accept Amara Okafor');
    await fromDesk('Good morning, Amara.');
    await visitor.hears('Good morning, Amara.', 'Read');
  });

  after(async () => {
    await visitor.close();
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const fromPhone = async (text: string): Promise<void> => {
    await visitor.type('Message on the phone', text);
    await visitor.press('Enter');
    await visitor.reads('Phone', text);
  };

  const fromDesk = async (text: string): Promise<void> => {
    await visitor.type('Message', text);
    await visitor.press('Enter');
    await visitor.hears(text);
  };

  it('goes on by itself: what either side wrote meanwhile arrives once', async () => {
    await playground.killGateway();
    await visitor.reads('Agent’s desk', NO_CONNECTION);
    await fromPhone('My zip is broken.');
    await fromDesk('Which jacket is it?');
    await visitor.hears('Which jacket is it?', 'Waiting to be sent');
    await fromPhone('It is the blue one.');

    await playground.startGateway();
    await visitor.hears('Amara Okafor: My zip is broken.');
    await visitor.hears('Amara Okafor: It is the blue one.');
    await visitor.hears('Which jacket is it?', 'Read');
    await visitor.reads('Phone', 'Which jacket is it?');
    await visitor.reads('Agent’s desk', NO_CONNECTION, 0);
    assertOnce(await visitor.messages(), [
      'Is anybody there?',
      'Good morning, Amara.',
      'My zip is broken.',
      'Which jacket is it?',
      'It is the blue one.',
    ]);
  });

  it('loses and doubles nothing when it is killed the moment that both sides write', async () => {
    for (const round of ['first', 'second', 'third']) {
      const [question, answer] = [`A ${round} question.`, `A ${round} answer.`];
      await visitor.type('Message on the phone', question);
      await visitor.press('Enter');
      await visitor.type('Message', answer);
      await visitor.press('Enter');
      await playground.killGateway();
      await playground.startGateway();
      await visitor.hears(`Amara Okafor: ${question}`);
      await settled(visitor, answer);
      assertOnce(await visitor.messages(), [question, answer]);
    }
  });
});

/**
 * The message has reached the phone, once; or nobody can know whether WhatsApp took it, the agent is asked, and the phone
 * has it once at most.
 */
async function settled(visitor: Visitor, text: string): Promise<void> {
  await visitor.hears(text, [', Read', ', Not known whether it was sent']);
  const copies = (await visitor.textOf('Phone')).split(text).length - 1;
  const isUnknown = (await visitor.messages()).some((name) => name.includes(text) && name.includes('Not known'));
  assert.ok(isUnknown ? copies <= 1 : copies === 1, `The phone has "${text}" ${copies} times.`);
}

function assertOnce(messages: readonly string[], texts: readonly string[]): void {
  for (const text of texts) {
    assert.deepEqual(
      messages.filter((name) => name.includes(`: ${text}`)).length,
      1,
      `"${text}" stands once in:\n${messages.join('\n')}`,
    );
  }
}
