import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/composer/wa-composer.js';
import type { WaComposerElement } from '../../../src/elements/composer/composer-element.js';
import { markupOfHtml } from '../../../src/elements/composer/html-markup.js';
import { part, settled, type } from '../../support/elements.js';
import { FakeDesk, FakeSession } from '../../support/fake-desk.js';
import { eventually } from '../shared/user.js';

async function shown(session = new FakeSession('session-1')): Promise<WaComposerElement> {
  return fixture(html`<wa-composer .session=${session} .desk=${new FakeDesk()}></wa-composer>`);
}

const field = (element: WaComposerElement): HTMLTextAreaElement => part(element, 'textarea');

/** Pastes as a browser does; true when the composer left it to the browser. */
function paste(element: WaComposerElement, html: string, plain: string): boolean {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', plain);
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  return field(element).dispatchEvent(event);
}

describe('wa-composer: the preview of the formatting', () => {
  it('shows formatted text as the transcript does, and nothing for plain text', async () => {
    const element = await shown();
    element.focus();
    await type('Hello *Mara');
    await settled(element);
    expect(element.shadowRoot?.querySelector('.preview')).to.equal(null);
    await type('*');
    await settled(element);
    expect(part(element, '.preview strong').textContent).to.equal('Mara');
    await expect(element).to.be.accessible();
  });

  it('shows lists, quotes and code', async () => {
    const element = await shown();
    element.insertText('> asked\n- one\n`code`');
    await settled(element);
    for (const tag of ['blockquote', 'li', 'code'])
      expect(element.shadowRoot?.querySelector(`.preview ${tag}`), tag).not.to.equal(null);
  });
});

describe('wa-composer: pasted formatting', () => {
  it('becomes WhatsApp formatting at the caret, and undo takes it back', async () => {
    const element = await shown();
    element.insertText('ab');
    field(element).setSelectionRange(1, 1);
    expect(paste(element, '<p><b>bold</b> and <em>slanted</em></p>', 'bold and slanted')).to.equal(false);
    await eventually(() => field(element).value !== 'ab', 'it is pasted');
    expect(field(element).value).to.equal('a*bold* and _slanted_b');
    document.execCommand('undo');
    expect(field(element).value).to.equal('ab');
  });

  it('is left to the browser where there is none, and on Ctrl+Shift+V', async () => {
    const element = await shown();
    expect(paste(element, '<span>plain</span>', 'plain')).to.equal(true);
    const keydown = { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true };
    field(element).dispatchEvent(new KeyboardEvent('keydown', keydown));
    expect(paste(element, '<b>bold</b>', 'bold')).to.equal(true);
    field(element).dispatchEvent(new KeyboardEvent('keyup', { key: 'v', bubbles: true }));
    expect(paste(element, '<b>bold</b>', 'bold')).to.equal(false);
    await eventually(() => field(element).value === '*bold*', 'it is pasted');
  });

  it('comes as plain text where its HTML says nothing', async () => {
    const element = await shown();
    paste(element, '<b></b>', 'plain');
    await eventually(() => field(element).value === 'plain', 'it is pasted');
  });

  it('goes to the session in which it was pasted', async () => {
    const first = new FakeSession('session-1');
    const element = await shown(first);
    paste(element, '<b>bold</b>', 'bold');
    element.session = new FakeSession('session-2');
    await eventually(() => first.draft.snapshot.text === '*bold*', 'it is pasted');
    expect(field(element).value).to.equal('');
  });

  it('is taken when dropped', async () => {
    const element = await shown();
    const data = new DataTransfer();
    data.setData('text/html', '<i>slanted</i>');
    const init = { dataTransfer: data, bubbles: true, cancelable: true };
    part(element, '.surface').dispatchEvent(new DragEvent('drop', init));
    await eventually(() => field(element).value === '_slanted_', 'it is dropped');
  });
});

describe('HTML as WhatsApp formatting', () => {
  const cases: readonly (readonly [name: string, html: string, markup: string])[] = [
    ['paragraphs and lines', '<p>one<br>two</p><p>three</p>', 'one\ntwo\n\nthree'],
    ['blocks of a mail', '<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['marks within each other', '<b>one <i>two</i></b>', '*one _two_*'],
    ['blanks outside of marks', 'a<b> b </b>c', 'a *b* c'],
    ['no mark amid a word', 'un<b>believ</b>able', 'unbelievable'],
    ['no marks inside code', '<code>a <b>b</b></code>', '`a b`'],
    ['marks line by line', '<b>one<br>two</b>', '*one*\n*two*'],
    ['lists', '<ul><li>one</li><li><b>two</b></li></ul><ol start="3"><li>three</li></ol>', '- one\n- *two*\n3. three'],
    ['lists in lists', '<ul><li>one<ul><li>two</li></ul></li></ul>', '- one\n- two'],
    ['paragraphs in lists', '<ul><li><p>one</p></li><li><p>two</p></li></ul>', '- one\n- two'],
    ['a quote', '<blockquote><p>one</p>two</blockquote>three', '> one\n\n> two\n\nthree'],
    ['code of several lines', '<pre>a\n  b</pre>', '```a\n  b```'],
    ['headings', '<h2>Title</h2><p>text</p>', '*Title*\n\ntext'],
    ['links with their address', '<a href="https://a.example/x">here</a>', 'here (https://a.example/x)'],
    ['links that show it', '<a href="https://a.example/">https://a.example</a>', 'https://a.example'],
    ['no scripted links', '<a href="javascript:alert(1)">here</a>', 'here'],
    ['Google Docs', '<b style="font-weight:normal"><span style="font-weight:700">bold</span> not</b>', '*bold* not'],
    ['Word', '<p class=MsoNormal><s>old</s><o:p></o:p> <span style="font-style:italic">new</span></p>', '~old~ _new_'],
    ['neither scripts nor styles', '<style>p{}</style><script>1</script><img src=x onerror=1>text', 'text'],
    ['tables', '<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>', '*a* b\nc'],
  ];
  for (const [name, source, markup] of cases)
    it(`reads ${name}`, () => {
      expect(markupOfHtml(source)).to.equal(markup);
    });
});
