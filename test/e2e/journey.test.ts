import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { npmStart, type StartedPlayground } from './support/npm-start.js';
import { Visitor } from './support/visitor.js';

const PICTURE = fileURLToPath(new URL('../../docs/images/playground.png', import.meta.url));

describe('A customer and an agent, through the processes of npm start', () => {
  let folder: string;
  let playground: StartedPlayground;
  let visitor: Visitor;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wa-desk-journey-'));
    playground = await npmStart(folder);
    visitor = await Visitor.open(playground.url);
  });

  after(async () => {
    await visitor.close();
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes from the first word to done, and is still there after the next start', async () => {
    await firstWords(visitor);
    await answer(visitor);
    await pictureAndPlace(visitor);
    await windowCloses(visitor);
    await notification(visitor);
    if (process.env['UPDATE_IMAGES'] === '1') await visitor.page.screenshot({ path: PICTURE });
    await done(visitor);
    assert.deepEqual(visitor.faults, []);

    await visitor.close();
    await playground.stop();
    playground = await npmStart(folder);
    visitor = await Visitor.open(playground.url);
    await nextDay(visitor);
  });
});

/** A message from the phone rings at the desk, and the agent takes it. */
async function firstWords(visitor: Visitor): Promise<void> {
  await visitor.finds('Your presence: Ready', 'button');
  await visitor.type('Message on the phone', 'Hello! My *rain jacket* came with a broken zip.');
  await visitor.press('Enter');
  await visitor.reads('Offers', 'Hello! My rain jacket came with a broken zip.');
  await visitor.click('Accept Amara Okafor');
  await visitor.hears('Amara Okafor: Hello! My rain jacket came with a broken zip.');
}

/** The answer reaches the phone, and its ticks rise from sent to read. */
async function answer(visitor: Visitor): Promise<void> {
  await visitor.click('Phone switched off');
  await visitor.reads('Phone', 'Amara’s phone is off.');
  await visitor.type('Message', 'I am sorry, *Amara*! Could you send a _photo_?');
  await visitor.press('Enter');
  await visitor.hears('I am sorry, Amara! Could you send a photo?', 'Sent');
  await visitor.click('Zoë’s phone');
  await visitor.click('Amara’s phone');
  await visitor.click('Switch it on');
  await visitor.reads('Phone', 'I am sorry, Amara! Could you send a photo?');
  await visitor.hears('I am sorry, Amara! Could you send a photo?', 'Read');
}

/** What the phone sends besides words is recognisable. */
async function pictureAndPlace(visitor: Visitor): Promise<void> {
  await visitor.click('Attach');
  await visitor.click('A dented parcel');
  await visitor.finds('Picture', 'image');
  await visitor.hears('Amara Okafor: Photo');
  await visitor.seesPictures('Conversation', 1);
  await visitor.click('Attach');
  await visitor.click('Fernweh Outdoor, Hamburg');
  await visitor.hears('Amara Okafor: Location: Fernweh Outdoor');
  await visitor.reads('Conversation', 'Hafenstraße 12, 20459 Hamburg');
}

/** When the clock is moved past the window, only a notification can go. */
async function windowCloses(visitor: Visitor): Promise<void> {
  await visitor.click('+25 h');
  await visitor.reads('Reply', 'Only a notification from a template can go, until Amara Okafor writes again.');
}

/** A notification reaches the phone, and the tap on its button opens the window again. */
async function notification(visitor: Visitor): Promise<void> {
  await visitor.click('Choose a template');
  await visitor.finds('Find a template', 'searchbox');
  await visitor.typeOn('appointment');
  await visitor.page.locator('::-p-text(American English)').click();
  await visitor.finds('Header {{1}}', 'combobox');
  await visitor.typeOn('Friday');
  for (const value of ['Amara', 'jacket fitting', '10:30']) {
    await visitor.press('Tab');
    await visitor.typeOn(value);
  }
  await visitor.click('Send');
  await visitor.reads('Phone', 'Hello Amara, we look forward to your jacket fitting at 10:30. Can you make it?');
  await visitor.hears('Hello Amara, we look forward to your jacket fitting at 10:30.', 'Read');
  await visitor.click('I will be there');
  await visitor.hears('Amara Okafor: I will be there');
  const [question, reply] = (await visitor.messages()).slice(-2);
  assert.match(question ?? '', /Hello Amara, we look forward/);
  assert.match(reply ?? '', /I will be there/);
  await visitor.finds('Message', 'textbox');
}

/** The session ends. */
async function done(visitor: Visitor): Promise<void> {
  await visitor.choose('Disposition', 'returned');
  await visitor.click('Wrap up');
  await visitor.reads('Agent’s desk', 'This session is in wrap-up.');
  await visitor.click('Done');
  await visitor.reads('Agent’s desk', 'No open sessions.');
}

/** The phone has kept its thread, and the contact can write again. */
async function nextDay(visitor: Visitor): Promise<void> {
  await visitor.reads('Phone', 'Your appointment on Friday');
  await visitor.type('Message on the phone', 'It is me again.');
  await visitor.press('Enter');
  await visitor.click('Accept Amara Okafor');
  await visitor.hears('Amara Okafor: It is me again.');
}
