import { expect, fixture, html } from '@open-wc/testing';
import type { MediaRef } from '../../../src/domain/attachment.js';
import type { WaAttachmentElement } from '../../../src/elements/attachment/wa-attachment.js';
import { FILM, LABEL, PHOTO, stored, VOICE } from '../../support/messages.js';
import { button, everywhere, one, until, wordsIn } from '../message/rendered.js';
import { emulateMedia } from '../shared/user.js';
import { Lender, NOWHERE, picture, show, sound, type Shown } from './lender.js';

const UNSIZED = stored('unsized', { mimeType: 'image/png' });

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
const imageIn = (element: Element): HTMLImageElement => one(element, 'img') as HTMLImageElement;
const isShown = (element: Element): boolean =>
  everywhere(element, 'img').some((image) => (image as HTMLImageElement).naturalWidth > 0);

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
    await until(() => isShown(element), 'the picture is shown');
    expect(lender.asked).to.deep.equal(['thumbnail']);
  });

  for (const [name, media, url] of [
    ['known size', PHOTO, picture(640, 400)],
    ['unknown size, wide', UNSIZED, picture(300, 40)],
    ['unknown size, tall', UNSIZED, picture(40, 300)],
  ] as const)
    it(`keeps the room of a picture before it is there: ${name}`, async () => {
      const element = await show({ kind: 'image', media, lender: new Lender(url) });
      const before = boxOf(element);
      await until(() => isShown(element), 'the picture is shown');
      expect(before.height).to.be.greaterThan(100);
      expect(boxOf(element).height).to.equal(before.height);
      expect(boxOf(imageIn(element)).height).to.equal(before.height);
    });

  it('loads nothing of what is far from the view of its scroller, and loads it when it comes near', async () => {
    const lender = new Lender();
    const scroller = await fixture(
      html`<div part="scroller" .style=${'block-size: 200px; overflow: auto'}>
        <div .style=${'block-size: 2000px'}></div>
        <wa-attachment kind="image" .media=${PHOTO} .lease=${lender.lease} label="Photo"></wa-attachment>
        <wa-attachment kind="audio" .media=${stored('v')} .lease=${lender.lease}></wa-attachment>
        <wa-attachment kind="video" .media=${FILM} .lease=${lender.lease} label="Video"></wa-attachment>
      </div>`,
    );
    const beside = await show({ kind: 'image', media: PHOTO, lender: new Lender() });
    await until(() => isShown(beside), 'the one beside it has come into view');
    expect(lender.asked).to.be.empty;
    scroller.scrollTop = 1900;
    await until(
      () => ['thumbnail', 'full'].every((want) => lender.asked.some((asked) => asked === want)),
      'they are asked for',
    );
  });

  it('watches all media of a scroller with one observer', async () => {
    const made: IntersectionObserverInit[] = [];
    const Native = window.IntersectionObserver;
    window.IntersectionObserver = class extends Native {
      constructor(...args: ConstructorParameters<typeof IntersectionObserver>) {
        super(...args);
        made.push(args[1] ?? {});
      }
    };
    const lender = new Lender();
    const scroller = await fixture(
      html`<div part="scroller">
        ${Array.from({ length: 5 }, () => html`<wa-attachment kind="image" .media=${PHOTO} .lease=${lender.lease} label="Photo"></wa-attachment>`)}
      </div>`,
    );
    window.IntersectionObserver = Native;
    await until(() => lender.asked.length === 5, 'all are asked for');
    expect(made.map(({ root }) => root)).to.deep.equal([scroller]);
  });

  it('gives back what it had when it leaves the page, and has it again when it is back', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => lender.out === 1, 'the picture is lent');
    const parent = element.parentElement as HTMLElement;
    element.remove();
    await until(() => lender.out === 0, 'it is given back');
    parent.append(element);
    await until(() => lender.out === 1 && isShown(element), 'the picture is there again');
  });

  it('keeps what it has when it only changes its place', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => isShown(element), 'the picture is shown');
    const image = imageIn(element);
    element.parentElement?.prepend(element);
    await element.updateComplete;
    expect(imageIn(element)).to.equal(image);
    expect([lender.out, lender.asked.length]).to.deep.equal([1, 1]);
  });

  it('waits for a picture that the server still fetches, and shows it when it is there', async () => {
    const lender = new Lender();
    const atWhatsApp: MediaRef = { source: { kind: 'provider', id: '1' } };
    const element = await show({ kind: 'image', media: atWhatsApp, lender });
    const beside = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => isShown(beside), 'the one beside it has come into view');
    expect(lender.asked).to.deep.equal(['thumbnail']);
    element.media = PHOTO;
    await until(() => isShown(element), 'the picture is shown');
  });

  it('warns of a name that says another kind than the content', async () => {
    const media = stored('x', { mimeType: 'application/pdf' });
    const element = await show({ kind: 'document', media, fileName: 'invoice.zip' });
    expect(wordsIn(one(element, '.warning'))).to.contain('It would open as ZIP.');
  });

  it('lets an animated sticker stand still where motion is not wanted, until it is', async () => {
    if (!(await emulateMedia({ 'prefers-reduced-motion': 'reduce' }))) return;
    const element = await show({ kind: 'sticker', media: stored('s'), animated: true, lender: new Lender() });
    await until(() => (everywhere(element, 'canvas')[0] as HTMLCanvasElement | undefined)?.width === 64, 'it stands');
    button(element, 'Photo from Ana, 10:02. Play').click();
    await until(() => everywhere(element, 'canvas').length === 0, 'it moves');
    button(element, 'Photo from Ana, 10:02. Pause').click();
    await until(() => everywhere(element, 'canvas').length === 1, 'it stands again');
    await emulateMedia({ 'prefers-reduced-motion': '' });
  });
});

describe('wa-attachment, what cannot be shown', () => {
  const FAILURES = {
    gone: 'The file is not on the server any more.',
    unreachable: 'The file could not be loaded. Is there a connection?',
  } as const;
  for (const [why, words] of Object.entries(FAILURES))
    it(`says so in words and asks again when wanted: ${why}`, async () => {
      const lender = new Lender();
      lender.fails = why as keyof typeof FAILURES;
      const element = await show({ kind: 'image', media: PHOTO, lender });
      await until(() => wordsIn(element).includes(words), 'it says so');
      lender.fails = undefined;
      button(element, 'Ask again').click();
      await until(() => isShown(element), 'the picture is shown');
    });

  it('asks once more by itself when what was lent has run out before it was loaded', async () => {
    const lender = new Lender(NOWHERE, picture());
    const element = await show({ kind: 'image', media: PHOTO, lender });
    await until(() => isShown(element), 'the picture is shown');
    expect(lender.asked).to.deep.equal(['thumbnail', 'thumbnail']);
    expect(lender.out).to.equal(1);
  });

  it('gives up after the second time, and offers to save what cannot be shown', async () => {
    const lender = new Lender(NOWHERE);
    const element = await show({ kind: 'image', media: PHOTO, fileName: 'scan.heic', lender });
    await until(() => wordsIn(element).includes('This browser cannot show the file.'), 'it says so');
    expect(lender.asked).to.have.length(2);
    expect(button(element, 'Save scan.heic')).to.exist;
  });

  it('asks the server for what WhatsApp gave no more', async () => {
    const element = await show({ kind: 'image', media: { ...PHOTO, state: 'expired' }, lender: new Lender() });
    let asked = 0;
    element.addEventListener('wa-media-retry', () => asked++);
    button(element, 'Ask again').click();
    expect(asked).to.equal(1);
  });
});

describe('wa-attachment, a file to save', () => {
  /** What the browser would save, and under which name. */
  async function saved(act: () => void): Promise<HTMLAnchorElement> {
    return new Promise((resolve) => {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        HTMLAnchorElement.prototype.click = click;
        resolve(this);
      };
      act();
    });
  }

  const press = (element: WaAttachmentElement, name: string): Promise<HTMLAnchorElement> =>
    saved(() => {
      button(element, name).click();
    });

  it('is asked for when somebody wants it, and saved under the name that is shown', async () => {
    const lender = new Lender();
    const element = await show({ kind: 'document', media: LABEL, fileName: '../a\u202Efdp.exe', lender });
    expect(lender.asked).to.be.empty;
    const link = await press(element, 'Save afdp.exe');
    expect([link.download, link.href, link.target]).to.deep.equal(['afdp.exe', lender.urls[0], '']);
    expect(lender.asked).to.deep.equal(['save']);
  });

  it('from another origin never takes the place of the page', async () => {
    const lender = new Lender('https://gateway.invalid/media/1?save');
    const element = await show({ kind: 'audio', media: { ...VOICE, fileName: 'note.ogg' }, lender });
    const link = await press(element, 'Save note.ogg');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('that is not there any more is told', async () => {
    const lender = new Lender();
    lender.fails = 'gone';
    const element = await show({ kind: 'document', media: LABEL, lender });
    button(element, 'Save Return-label-LN-48213.pdf').click();
    await until(() => wordsIn(element).includes('The file is not on the server any more.'), 'it says so');
  });
});

describe('wa-attachment, a film', () => {
  it('says its length and size, and shows its first picture without playing', async () => {
    const lender = new Lender(sound(2));
    const element = await show({ kind: 'video', media: FILM, lender });
    expect(button(element, 'Photo from Ana, 10:02. 0:42, 2.4 MB. Play')).to.exist;
    await until(() => everywhere(element, 'video').length === 1, 'its first picture is loaded');
    const film = one(element, 'video') as HTMLVideoElement;
    expect([film.preload, film.controls, film.paused]).to.deep.equal(['metadata', false, true]);
  });

  it('that cannot be played is offered to be saved', async () => {
    const element = await show({ kind: 'video', media: FILM, fileName: 'walk.mov', lender: new Lender(NOWHERE) });
    await until(() => wordsIn(element).includes('This browser cannot show the file.'), 'it says so');
    expect(button(element, 'Save walk.mov')).to.exist;
  });
});
