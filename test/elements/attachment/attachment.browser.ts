import { expect, fixture, html } from '@open-wc/testing';
import type { MediaKind, MediaRef } from '../../../src/domain/attachment.js';
import type { WaAttachmentElement } from '../../../src/elements/attachment/wa-attachment.js';
import '../../../src/elements/attachment/wa-attachment.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import type { MediaLease } from '../../../src/protocol/transport.js';
import { FILM, LABEL, PHOTO, stored, VOICE } from '../../support/messages.js';
import { press } from '../shared/user.js';
import { button, everywhere, one, until, wordsIn } from '../message/rendered.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Lends media out, and counts what is out and what came back. */
class Lender {
  readonly asked: string[] = [];
  out = 0;
  fails = false;
  url = PIXEL;

  readonly lease = (_: MediaRef, want: 'thumbnail' | 'full'): Promise<MediaLease> => {
    this.asked.push(want);
    if (this.fails) return Promise.reject(new Error('gone'));
    this.out += 1;
    return Promise.resolve({
      url: this.url,
      release: () => {
        this.out -= 1;
      },
    });
  };
}

interface Shown {
  readonly kind: MediaKind;
  readonly media: MediaRef;
  readonly lender?: Lender;
  readonly fileName?: string;
  readonly voice?: boolean;
}

const show = ({ kind, media, lender, fileName, voice = false }: Shown): Promise<WaAttachmentElement> =>
  fixture(
    html`<wa-attachment
      .kind=${kind}
      .media=${media}
      .fileName=${fileName}
      .voice=${voice}
      .lease=${lender?.lease}
      label="Photo from Ana, 10:02"
    ></wa-attachment>`,
  );

/** A second of silence that every browser can play. */
function silence(seconds: number): string {
  const rate = 8000;
  const data = rate * seconds;
  const wav = new DataView(new ArrayBuffer(44 + data));
  const word = (at: number, letters: string): void =>
    [...letters].forEach((letter, index) => wav.setUint8(at + index, letter.charCodeAt(0)));
  word(0, 'RIFF');
  wav.setUint32(4, 36 + data, true);
  word(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, rate, true);
  wav.setUint32(28, rate, true);
  wav.setUint16(32, 1, true);
  wav.setUint16(34, 8, true);
  word(36, 'data');
  wav.setUint32(40, data, true);
  for (let at = 44; at < wav.byteLength; at++) wav.setUint8(at, 128);
  return URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
}

describe('wa-attachment', () => {
  const KINDS: Readonly<Record<string, Shown>> = {
    'a picture': { kind: 'image', media: PHOTO },
    'a video': { kind: 'video', media: FILM },
    'a voice message': { kind: 'audio', media: VOICE, voice: true },
    'a document': { kind: 'document', media: LABEL },
    'a sticker': { kind: 'sticker', media: stored('s', { width: 512, height: 512 }) },
    'what is being fetched': { kind: 'image', media: stored('x', { state: 'fetching' }) },
    'what WhatsApp no longer holds': { kind: 'document', media: stored('x', { state: 'expired' }) },
  };
  for (const [name, shown] of Object.entries(KINDS))
    it(`is accessible as ${name}`, async () => {
      await expect(await show({ ...shown, lender: new Lender() })).to.be.accessible();
    });

  it('loads a picture when it is near the view, small, once', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => everywhere(element, 'img').length === 1, 'the picture is shown');
    expect(lender.asked).to.deep.equal(['thumbnail']);
  });

  it('keeps the room of a picture of known size before it is there', async () => {
    const element = await show({ kind: 'image', media: PHOTO, lender: new Lender() });
    await until(() => everywhere(element, 'img').length === 1, 'the picture is shown');
    expect(one(element, 'img').getAttribute('height')).to.equal('400');
  });

  it('loads no film, sound or document before somebody wants it', async () => {
    const lender = new Lender();
    await show({ kind: 'video', media: FILM, lender });
    await show({ kind: 'audio', media: VOICE, lender });
    await show({ kind: 'document', media: LABEL, lender });
    await new Promise(requestAnimationFrame);
    expect(lender.asked).to.be.empty;
  });

  it('gives back what it had when it leaves the page, and has it again when it is back', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => lender.out === 1, 'the picture is lent');
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect(lender.out).to.equal(0);
    parent.append(element);
    await until(() => lender.out === 1 && everywhere(element, 'img').length === 1, 'the picture is there again');
  });

  it('gives back what comes after it has left', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'document', media: LABEL, lender });
    button(element, 'Save Return-label-LN-48213.pdf').addEventListener('click', () => element.remove());
    button(element, 'Save Return-label-LN-48213.pdf').click();
    await until(() => lender.asked.length === 1, 'it was asked for');
    await until(() => lender.out === 0, 'it was given back');
  });

  it('says that a medium could not be had, and tries again', async () => {
    const lender = new Lender();
    lender.fails = true;
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => wordsIn(element).includes('The file could not be fetched.'), 'it says so');
    lender.fails = false;
    button(element, 'Try again').click();
    await until(() => everywhere(element, 'img').length === 1, 'the picture is shown');
  });

  it('waits for a picture that the server still fetches, and shows it when it is there', async () => {
    const lender = new Lender();
    const atWhatsApp: MediaRef = { source: { kind: 'provider', id: '1' } };
    const element = await show({ kind: 'image', media: atWhatsApp, lender });
    const beside = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => everywhere(beside, 'img').length === 1, 'the one beside it has come into view');
    expect(lender.asked).to.deep.equal(['thumbnail']);
    element.media = PHOTO;
    await until(() => everywhere(element, 'img').length === 1, 'the picture is shown');
  });

  it('says so when the bytes are no picture', async () => {
    const element = await show({ kind: 'image', media: PHOTO, lender: new Lender() });
    await until(() => everywhere(element, 'img').length === 1, 'the picture is shown');
    one(element, 'img').dispatchEvent(new Event('error'));
    await until(() => wordsIn(element).includes('The file could not be fetched.'), 'it says so');
  });

  it('warns of a name that says another kind than the content', async () => {
    const media = stored('x', { mimeType: 'application/pdf' });
    const element = await show({ kind: 'document', media, fileName: 'invoice.zip' });
    expect(wordsIn(one(element, '.warning'))).to.contain('It would open as ZIP.');
  });
});

describe('wa-attachment, the picture alone on the screen', () => {
  it('opens by its button, is named, and gives the focus back at Escape', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'image', media: PHOTO, lender });
    const open = button(element, 'Photo from Ana, 10:02. Open');
    open.focus();
    await press('Enter');
    await until(() => everywhere(element, 'dialog[open]').length === 1, 'the dialog is open');
    expect(one(element, 'dialog').ariaLabel).to.equal('Photo from Ana, 10:02');
    expect(lender.asked).to.contain('full');
    await expect(element).to.be.accessible();
    await press('Escape');
    await until(() => everywhere(element, 'dialog').length === 0, 'the dialog is closed');
    expect(deepActiveElement()).to.equal(open);
  });

  it('closes by its cross', async () => {
    const element = await show({ kind: 'image', media: PHOTO, lender: new Lender() });
    button(element, 'Photo from Ana, 10:02. Open').click();
    await until(() => everywhere(element, 'dialog[open]').length === 1, 'the dialog is open');
    button(element, 'Close').click();
    await until(() => everywhere(element, 'dialog').length === 0, 'the dialog is closed');
  });
});

describe('wa-attachment, sound', () => {
  const position = (element: Element): HTMLInputElement => one(element, 'input[type=range]') as HTMLInputElement;

  async function player(): Promise<WaAttachmentElement> {
    const lender = new Lender();
    lender.url = silence(30);
    const media = stored('v', { mimeType: 'audio/wav', durationMs: 30_000 });
    return show({ kind: 'audio', media, voice: true, lender });
  }

  it('tells its position in words', async () => {
    expect(position(await player()).getAttribute('aria-valuetext')).to.equal('0:00 of 0:30');
  });

  it('goes five seconds by an arrow key, and not beyond its ends', async () => {
    const element = await player();
    position(element).focus();
    await press('ArrowRight');
    await until(() => position(element).getAttribute('aria-valuetext') === '0:05 of 0:30', 'it went on');
    await press('ArrowRight');
    await until(() => position(element).getAttribute('aria-valuetext') === '0:10 of 0:30', 'it went on again');
    for (let step = 0; step < 3; step++) await press('ArrowLeft');
    await until(() => position(element).getAttribute('aria-valuetext') === '0:00 of 0:30', 'it went back');
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
});
