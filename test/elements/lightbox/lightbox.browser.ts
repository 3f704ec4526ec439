import { expect } from '@open-wc/testing';
import type { ShownMedium } from '../../../src/elements/attachment/shown-medium.js';
import type { WaAttachmentElement } from '../../../src/elements/attachment/wa-attachment.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import { FILM, PHOTO, stored } from '../../support/messages.js';
import { Lender, NOWHERE, picture, show } from '../attachment/lender.js';
import { button, everywhere, one, until, wordsIn } from '../message/rendered.js';
import { press } from '../shared/user.js';

const PICTURES: readonly ShownMedium[] = [
  { messageId: 'a', kind: 'image', media: PHOTO, label: 'Photo from Ana, 10:02', caption: 'All of it' },
  { messageId: 'b', kind: 'image', media: stored('second'), label: 'Photo from Ana, 10:03' },
  { messageId: 'c', kind: 'video', media: FILM, label: 'Video from Ana, 10:04' },
];
const beside = (id: string, step: 1 | -1): ShownMedium | undefined =>
  PICTURES[PICTURES.findIndex(({ messageId }) => messageId === id) + step];

const lightbox = (): HTMLElement => one(document.body, 'wa-lightbox');
const isOpen = (): boolean => everywhere(document.body, 'wa-lightbox dialog[open], dialog[open]').length === 1;
const label = (): string | null => one(lightbox(), 'dialog').getAttribute('aria-label');
const zoom = (): string => wordsIn(one(lightbox(), '.percent'));
const names = (): (string | null)[] => everywhere(lightbox(), 'button').map(({ ariaLabel }) => ariaLabel);

async function opened(lender = new Lender(picture(640, 400))): Promise<WaAttachmentElement> {
  const element = await show({ kind: 'image', media: PHOTO, lender, messageId: 'a', beside });
  await until(() => lender.asked.length > 0, 'the small picture was asked for first');
  button(element, 'Photo from Ana, 10:02. Open').focus();
  await press('Enter');
  await until(isOpen, 'the dialog is open');
  return element;
}

async function isLoaded(): Promise<void> {
  await until(() => everywhere(lightbox(), '.wait, .problem').length === 0, 'the picture is there');
}

describe('wa-lightbox', () => {
  afterEach(() => {
    for (const element of everywhere(document.body, 'wa-lightbox')) element.remove();
  });

  it('opens by a press on a picture, is named, and gives the focus back at Escape', async () => {
    const lender = new Lender();
    const element = await opened(lender);
    await isLoaded();
    expect(label()).to.equal('Photo from Ana, 10:02');
    expect(lender.asked).to.deep.equal(['thumbnail', 'full']);
    await expect(lightbox()).to.be.accessible();
    await press('Escape');
    await until(() => everywhere(document.body, 'wa-lightbox').length === 0, 'it is gone');
    expect(deepActiveElement()).to.equal(button(element, 'Photo from Ana, 10:02. Open'));
    expect(lender.out).to.equal(1);
  });

  it('closes by its cross', async () => {
    await opened();
    button(lightbox(), 'Close').click();
    await until(() => everywhere(document.body, 'wa-lightbox').length === 0, 'it is gone');
  });

  it('enlarges by keys up to eight times, and shows the whole again by 0', async () => {
    await opened();
    await isLoaded();
    expect(zoom()).to.equal('100%');
    await press('+');
    await until(() => zoom() === '150%', 'it is larger');
    await press('-');
    await until(() => zoom() === '100%', 'it is whole');
    for (let turn = 0; turn < 7; turn++) await press('+');
    await until(() => zoom() === '800%', 'it is as large as it gets');
    await press('0');
    await until(() => zoom() === '100%', 'it is whole again');
  });

  it('enlarges by the wheel, under the pointer, and moves by arrows and by dragging', async () => {
    await opened();
    await isLoaded();
    const stage = one(lightbox(), '.stage');
    const box = (): DOMRect => one(lightbox(), '.stage img').getBoundingClientRect();
    const { right, bottom } = stage.getBoundingClientRect();
    const at = { clientX: right - 10, clientY: bottom - 10, bubbles: true, cancelable: true };
    stage.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -1000 }));
    await until(() => zoom() !== '100%', 'it is larger');
    const before = box();
    await press('ArrowLeft');
    await until(() => box().x > before.x, 'what is at the left is shown');
    expect(label()).to.equal('Photo from Ana, 10:02');
    const moved = box();
    const pointer = { ...at, pointerId: 1, button: 0 };
    stage.setPointerCapture = () => undefined;
    stage.dispatchEvent(new PointerEvent('pointerdown', pointer));
    stage.dispatchEvent(new PointerEvent('pointermove', { ...pointer, clientX: pointer.clientX + 40 }));
    stage.dispatchEvent(new PointerEvent('pointerup', pointer));
    await until(() => box().x > moved.x, 'it has moved with the pointer');
  });

  it('enlarges by two fingers', async () => {
    await opened();
    await isLoaded();
    const stage = one(lightbox(), '.stage');
    stage.setPointerCapture = () => undefined;
    const finger = (type: string, pointerId: number, clientX: number): void => {
      stage.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: 200, button: 0, bubbles: true }));
    };
    finger('pointerdown', 1, 100);
    finger('pointerdown', 2, 200);
    finger('pointermove', 2, 300);
    await until(() => zoom() === '200%', 'it is twice as large');
  });

  it('goes to the next and the one before by arrows, and stops at the ends', async () => {
    await opened();
    expect(names()).not.to.include('Previous');
    await press('ArrowLeft');
    expect(label()).to.equal('Photo from Ana, 10:02');
    await press('ArrowRight');
    await until(() => label() === 'Photo from Ana, 10:03', 'the next is shown');
    button(lightbox(), 'Next').focus();
    await press('Enter');
    await until(() => label() === 'Video from Ana, 10:04', 'the film is shown');
    expect(names()).not.to.include('Next');
    expect(one(lightbox(), 'dialog').contains(deepActiveElement() ?? null)).to.equal(true);
    await press('ArrowLeft');
    await until(() => label() === 'Photo from Ana, 10:03', 'the one before is shown');
    await press('ArrowLeft');
    await until(() => wordsIn(lightbox()).includes('All of it'), 'its caption is shown too');
  });

  it('says what cannot be shown, and asks again', async () => {
    const lender = new Lender(picture(), NOWHERE, NOWHERE, picture(640, 400));
    await opened(lender);
    await until(() => wordsIn(lightbox()).includes('This browser cannot show the file.'), 'it says so');
    button(lightbox(), 'Ask again').click();
    await isLoaded();
  });
});
