import { expect } from '@open-wc/testing';
import type { WaAttachmentElement } from '../../../src/elements/attachment/wa-attachment.js';
import { stored } from '../../support/messages.js';
import { button, everywhere, one, until, wordsIn } from '../message/rendered.js';
import { press } from '../shared/user.js';
import { amr, Lender, NOWHERE, show, sound } from './lender.js';

const position = (element: Element): HTMLElement => one(element, 'input[type=range]');
const said = (element: Element): string | null => position(element).getAttribute('aria-valuetext');
const shows = (element: Element, name: 'Play' | 'Pause'): boolean =>
  everywhere(element, 'button').some(({ ariaLabel }) => ariaLabel === name);
const isPlaying = (element: WaAttachmentElement): boolean => element.playing && shows(element, 'Pause');

async function player(part: { readonly seconds?: number; readonly durationMs?: number } = {}) {
  const { seconds = 30, ...known } = part;
  const media = stored('v', { mimeType: 'audio/wav', ...known });
  return show({ kind: 'audio', media, voice: true, lender: new Lender(sound(seconds)) });
}

describe('wa-attachment, sound', () => {
  it('tells its position in words', async () => {
    expect(said(await player({ durationMs: 30_000 }))).to.equal('0:00 of 0:30');
  });

  it('loads nothing before it is wanted when its length is known', async () => {
    const lender = new Lender(sound(1));
    const element = await show({ kind: 'audio', media: stored('v', { durationMs: 1000 }), lender });
    await until(() => wordsIn(element).includes('0:01'), 'its length is shown');
    expect(lender.asked).to.be.empty;
  });

  it('shows its length before it is played, though nobody told it', async () => {
    const element = await player({ seconds: 12 });
    await until(() => wordsIn(element).includes('0:12'), 'its length is shown');
    expect(element.playing).to.equal(false);
  });

  it('draws how loud a small voice message is, and a plain bar for another', async () => {
    const small = stored('small', { mimeType: 'audio/wav', size: 16_000 });
    const voice = await show({ kind: 'audio', media: small, voice: true, lender: new Lender(sound(4)) });
    await until(() => everywhere(voice, '.waveform rect').length === 44, 'its loudness is drawn');
    const heights = everywhere(voice, '.waveform rect').map((bar) => Number(bar.getAttribute('height')));
    expect([heights[0], heights[43]]).to.deep.equal([2, 28]);
    expect(everywhere(await player(), '.waveform rect')).to.have.length(2);
  });

  it('goes five seconds by an arrow key, and not beyond its ends', async () => {
    const element = await player({ durationMs: 30_000 });
    position(element).focus();
    await press('ArrowRight');
    await until(() => said(element) === '0:05 of 0:30', 'it went on');
    await press('ArrowRight');
    await until(() => said(element) === '0:10 of 0:30', 'it went on again');
    for (let step = 0; step < 3; step++) await press('ArrowLeft');
    await until(() => said(element) === '0:00 of 0:30', 'it went back');
    await press('End');
    await until(() => said(element) === '0:30 of 0:30', 'it is at its end');
    await press('Home');
    await until(() => said(element) === '0:00 of 0:30', 'it is at its beginning');
  });

  it('changes its speed by a button that says the speed', async () => {
    const element = await player();
    const speeds: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      one(element, '.speed').click();
      await element.updateComplete;
      speeds.push(one(element, '.speed').ariaLabel ?? '');
    }
    expect(speeds).to.deep.equal(['Speed 1.5×', 'Speed 2×', 'Speed 1×']);
  });

  it('plays one at a time in the whole page', async () => {
    const first = await player();
    const second = await player();
    button(first, 'Play').focus();
    await press('Enter');
    await until(() => isPlaying(first), 'the first plays');
    button(second, 'Play').focus();
    await press('Enter');
    await until(() => isPlaying(second) && !isPlaying(first), 'only the second plays');
    button(second, 'Pause').click();
    await until(() => !isPlaying(second), 'none plays');
  });

  it('goes on playing when it changes its place, and stops when it leaves', async () => {
    const element = await player();
    button(element, 'Play').focus();
    await press('Enter');
    await until(() => isPlaying(element), 'it plays');
    const parent = element.parentElement as HTMLElement;
    parent.prepend(element);
    await element.updateComplete;
    expect(isPlaying(element)).to.equal(true);
    element.remove();
    await until(() => !element.playing, 'it is silent');
  });

  it('plays on from another lease when the first has run out', async () => {
    const lender = new Lender(NOWHERE, sound(20));
    const element = await show({ kind: 'audio', media: stored('v', { mimeType: 'audio/wav' }), lender });
    await until(() => wordsIn(element).includes('0:20'), 'its length is shown');
    expect(lender.asked).to.deep.equal(['full', 'full']);
  });

  it('says so when it cannot be played, and can be saved', async () => {
    const media = stored('v', { mimeType: 'audio/wav', fileName: 'note.wav' });
    const element = await show({ kind: 'audio', media, lender: new Lender(NOWHERE) });
    await until(
      () => wordsIn(element).includes('This browser cannot play this sound. Save it to listen.'),
      'it says so',
    );
    expect(button(element, 'Save note.wav')).to.exist;
  });
});

describe('wa-attachment, a sound in AMR', () => {
  it('is decoded when somebody first plays it', async () => {
    const lender = new Lender(amr(3));
    const element = await show({ kind: 'audio', media: stored('v', { mimeType: 'audio/amr' }), voice: true, lender });
    expect(lender.asked).to.be.empty;
    button(element, 'Play').focus();
    await press('Enter');
    await until(() => isPlaying(element) && wordsIn(element).includes('0:03'), 'it plays');
    expect(everywhere(element, '.waveform rect')).to.have.length(44);
  });

  it('that is none is offered to be saved', async () => {
    const lender = new Lender('data:audio/amr,rubbish');
    const element = await show({ kind: 'audio', media: stored('v', { mimeType: 'audio/amr' }), lender });
    button(element, 'Play').click();
    await until(
      () => wordsIn(element).includes('This browser cannot play this sound. Save it to listen.'),
      'it says so',
    );
  });
});
