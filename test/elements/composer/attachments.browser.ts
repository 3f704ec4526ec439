import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/composer/wa-composer.js';
import type { WaComposerElement } from '../../../src/elements/composer/composer-element.js';
import type { MediaRef } from '../../../src/domain/attachment.js';
import { button, hasButton, part, settled, type, wordsOf } from '../../support/elements.js';
import { capabilities, FakeDesk, FakeSession } from '../../support/fake-desk.js';

const png = new File(['png'], 'front-light.png', { type: 'image/png' });
const pdf = new File(['pdf'], 'Return label.pdf', { type: 'application/pdf' });
const mov = new File(['mov'], 'unboxing.mov', { type: 'video/quicktime' });

const media = (id: string): MediaRef => ({ source: { kind: 'stored', id }, mimeType: 'image/png', size: 3 });

async function shown(session: FakeSession, desk = new FakeDesk()): Promise<WaComposerElement> {
  return fixture(html`<wa-composer .session=${session} .desk=${desk}></wa-composer>`);
}

function transfer(...files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

async function drop(element: WaComposerElement, ...files: readonly File[]): Promise<void> {
  const init = { dataTransfer: transfer(...files), bubbles: true, cancelable: true };
  part(element, '.surface').dispatchEvent(new DragEvent('drop', init));
  await settled(element);
}

async function finish(session: FakeSession, element: WaComposerElement, index: number, ref: MediaRef): Promise<void> {
  session.uploads[index]?.finish({ type: 'done', value: ref });
  await settled(element);
}

describe('wa-composer: files', () => {
  it('uploads dropped files, shows their progress and is accessible', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png, pdf);
    expect(session.uploads.map(({ name, kind }) => [name, kind])).to.deep.equal([
      ['front-light.png', 'image'],
      ['Return label.pdf', 'document'],
    ]);
    session.uploads[0]?.progress(2);
    await settled(element);
    expect(wordsOf(part(element, '.tile'))).to.include('66 %');
    await expect(element).to.be.accessible();
  });

  it('holds Send while something is uploading and says for what it waits', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png);
    expect(button(element, 'Send').ariaDisabled).to.equal('true');
    expect(wordsOf(part(element, '#why'))).to.equal('Send waits for front-light.png.');
    button(element, 'Send').click();
    expect(session.callsOf('send')).to.deep.equal([]);
  });

  it('sends the files in their order, the text as the caption of the first', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png, pdf);
    await finish(session, element, 0, media('a'));
    await finish(session, element, 1, { ...media('b'), mimeType: 'application/pdf' });
    element.focus();
    await type('The label');
    await settled(element);
    button(element, 'Send 2').click();
    await settled(element);
    const [first, second] = session.callsOf('send');
    expect(first).to.deep.equal([
      { kind: 'image', media: { ...media('a'), fileName: 'front-light.png' }, caption: 'The label' },
      { id: 'session-1-draft-1' },
    ]);
    expect(second?.[0]).to.include({ kind: 'document', fileName: 'Return label.pdf' });
    expect(element.shadowRoot?.querySelector('.tile')).to.equal(null);
  });

  it('sends a text on its own before a file that can carry none', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, new File(['x'], 'hello.ogg', { type: 'audio/ogg' }));
    await finish(session, element, 0, { ...media('a'), mimeType: 'audio/ogg' });
    element.focus();
    await type('Listen');
    await settled(element);
    button(element, 'Send 2').click();
    expect(session.callsOf('send').map(([content]) => (content as { kind: string }).kind)).to.deep.equal([
      'text',
      'audio',
    ]);
  });

  it('refuses what WhatsApp does not take before a byte is uploaded, and says what would do', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, mov);
    expect(session.uploads).to.deep.equal([]);
    expect(wordsOf(part(element, '.tile'))).to.include('WhatsApp does not take MOV. Use MP4, 3GP.');
    button(element, 'Take out').click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('.tile')).to.equal(null);
  });

  it('refuses a file that is too large for its kind', async () => {
    const limits = capabilities().limits;
    const small = { ...limits, media: { ...limits.media, image: { ...limits.media.image, bytes: 2 } } };
    const session = new FakeSession('session-1', { capabilities: capabilities({ limits: small }) });
    const element = await shown(session);
    await drop(element, png);
    expect(wordsOf(part(element, '.tile'))).to.include('is too large: at most');
    expect(session.uploads).to.deep.equal([]);
  });

  it('cancels an upload', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png);
    button(element, 'Cancel the upload of front-light.png').click();
    await settled(element);
    expect(session.uploads[0]?.signal?.aborted).to.equal(true);
    expect(element.shadowRoot?.querySelector('.tile')).to.equal(null);
  });

  it('uploads again after the connection was lost', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png);
    session.uploads[0]?.finish({ type: 'unconfirmed' });
    await settled(element);
    expect(wordsOf(part(element, '.tile'))).to.include('The connection was lost.');
    button(element, 'Upload front-light.png again').click();
    await finish(session, element, 1, media('a'));
    expect(wordsOf(part(element, '.tile'))).to.include('ready');
  });

  it('keeps the files of a session while another one is in view', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    await drop(element, png);
    element.session = new FakeSession('session-2');
    await settled(element);
    expect(element.shadowRoot?.querySelector('.tile')).to.equal(null);
    await finish(session, element, 0, media('a'));
    element.session = session;
    await settled(element);
    expect(wordsOf(part(element, '.tile'))).to.include('ready');
  });

  it('sends at once where there is no second step, and leaves the text', async () => {
    const desk = new FakeDesk();
    desk.change({ options: { ...desk.snapshot.options, twoStepAttachmentUpload: false } });
    const session = new FakeSession('session-1');
    const element = await shown(session, desk);
    session.draft.set({ ...session.draft.snapshot, text: 'Still writing' });
    await drop(element, png);
    await finish(session, element, 0, media('a'));
    await waitUntil(() => session.callsOf('send').length > 0, 'the file is sent');
    expect(session.callsOf('send')[0]?.[0]).not.to.have.property('caption');
    expect(session.draft.snapshot.text).to.equal('Still writing');
  });

  it('takes a pasted picture', async () => {
    const session = new FakeSession('session-1');
    const element = await shown(session);
    // Not every browser lets a script make a clipboard event with files.
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: transfer(png) });
    part(element, 'textarea').dispatchEvent(paste);
    await settled(element);
    expect(session.uploads).to.have.length(1);
  });

  it('does not offer files without the permission, and a drop explains why', async () => {
    const session = new FakeSession('session-1', { capabilities: capabilities({ permissions: ['canUse'] }) });
    const element = await shown(session);
    expect(hasButton(element, 'Attach a file')).to.equal(false);
    await drop(element, png);
    expect(wordsOf(part(element, '.strip.low'))).to.include('You may not send files on Orders EU.');
    expect(session.uploads).to.deep.equal([]);
  });
});
