import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { avatar } from '../../../src/elements/shared/avatar.js';
import { avatarStyles } from '../../../src/elements/shared/avatar.styles.js';
import { pendingChip, windowChip } from '../../../src/elements/shared/chips.js';
import { chipStyles } from '../../../src/elements/shared/chips.styles.js';
import { define } from '../../../src/elements/shared/define.js';
import { filePlate } from '../../../src/elements/shared/file-plate.js';
import { filePlateStyles } from '../../../src/elements/shared/file-plate.styles.js';
import { baseStyles } from '../../../src/styles/index.js';

class LabelProbe extends LitElement {
  static override styles = [baseStyles, avatarStyles, chipStyles, filePlateStyles];
  static override properties = { content: { attribute: false } };
  declare content: unknown;

  override render(): TemplateResult {
    return html`${this.content}`;
  }
}

define('test-label-probe', LabelProbe);

async function show(content: unknown): Promise<ShadowRoot> {
  const element = await fixture<LabelProbe>(html`<test-label-probe .content=${content}></test-label-probe>`);
  return element.shadowRoot as ShadowRoot;
}

const seen = (root: ShadowRoot): string => root.querySelector('bdi')?.textContent ?? '';
const heard = (root: ShadowRoot): string => root.querySelector('.visually-hidden')?.textContent ?? '';

describe('pendingChip', () => {
  it('shows a short time and says it in full', async () => {
    const root = await show(pendingChip({ level: 'late', text: '0:41', words: 'Waiting 41 seconds, late' }));
    expect(seen(root)).to.equal('0:41');
    expect(heard(root)).to.equal('Waiting 41 seconds, late');
    expect(root.querySelector('bdi')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('differs in its picture, not in its colour alone', async () => {
    const pictures = new Set<string | undefined>();
    for (const level of ['waiting', 'late', 'overdue'] as const) {
      pictures.add((await show(pendingChip({ level, text: '', words: '' }))).querySelector('svg')?.outerHTML);
    }
    expect(pictures.size).to.equal(3);
  });

  it('flashes at most five times, once a second', async () => {
    const root = await show(pendingChip({ level: 'overdue', text: '2:10', words: '', flashing: true }));
    const { animationIterationCount, animationDuration } = getComputedStyle(root.querySelector('.chip') as Element);
    expect(animationIterationCount).to.equal('5');
    expect(animationDuration).to.equal('1s');
  });

  it('is not there when nobody waits', async () => {
    const root = await show(pendingChip({ level: 'none', text: '', words: '' }));
    expect(root.querySelector('.chip')).to.equal(null);
  });
});

describe('windowChip', () => {
  it('has a dashed line and a lock when the window is closed', async () => {
    const open = await show(windowChip({ phase: 'open', text: '23 h', words: '' }));
    const picture = open.querySelector('svg')?.outerHTML;
    const closed = await show(windowChip({ phase: 'closed', text: 'Closed', words: '' }));
    expect(getComputedStyle(closed.querySelector('.chip') as Element).borderTopStyle).to.equal('dashed');
    expect(closed.querySelector('svg')?.outerHTML).not.to.equal(picture);
  });

  it('is accessible in every state', async () => {
    const phases = ['open', 'near', 'closed'] as const;
    const root = await show(phases.map((phase) => windowChip({ phase, text: '23 h', words: 'Open for 23 hours' })));
    await expect(root.host).to.be.accessible();
  });
});

describe('avatar', () => {
  const initials = async (name: string): Promise<string> =>
    (await show(avatar({ name }))).querySelector('.avatar')?.textContent ?? '';

  it('shows the initials of the first and the last word', async () => {
    expect(await initials('Mara Lindqvist')).to.equal('ML');
    expect(await initials('ana maria de souza')).to.equal('AS');
    expect(await initials('Jo')).to.equal('J');
    expect(await initials('🌞 mara')).to.equal('M');
    expect(await initials('علي حسن')).to.equal('عح');
  });

  it('shows a sign where there is no letter', async () => {
    expect(await initials('+49 151 5550 2204')).to.equal('#');
    expect(await initials('')).to.equal('#');
  });

  it('keeps its tint with its seed when the name changes', async () => {
    const tint = async (name: string): Promise<string> =>
      getComputedStyle((await show(avatar({ name, seed: '49151' }))).querySelector('.avatar') as Element)
        .backgroundColor;
    expect(await tint('Mara')).to.equal(await tint('Mara Lindqvist'));
  });

  it('is decoration', async () => {
    const root = await show(avatar({ name: 'Mara', picture: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }));
    expect(root.querySelector('.avatar')?.getAttribute('aria-hidden')).to.equal('true');
    expect(root.querySelector('img')?.alt).to.equal('');
  });
});

describe('filePlate', () => {
  const letters = async (name: string | undefined, mime?: string): Promise<string> =>
    (await show(filePlate(mime === undefined ? { name } : { name, mime }))).querySelector('.file-plate')?.textContent ??
    '';

  it('shows the kind of a file by its name or, without one, by its type', async () => {
    expect(await letters('Invoice.pdf')).to.equal('PDF');
    expect(await letters('letter.docx')).to.equal('DOCX');
    expect(await letters(undefined, 'application/pdf')).to.equal('PDF');
  });
});
