import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { DEFAULT_OPTIONS } from '../../../src/config/default-options.js';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import '../../../src/elements/desk/wa-desk.js';
import type { WaDeskElement } from '../../../src/elements/desk/desk-element.js';
import { composedAncestors } from '../../../src/elements/shared/composed-tree.js';
import { en } from '../../../src/i18n/strings.js';
import { button, deafen, hasButton, part, settled, still, wordsOf } from '../../support/elements.js';
import { FakeDesk, FakeSession, message, NOW, offer, session as sessionOf } from '../../support/fake-desk.js';
import { press } from '../shared/user.js';

const sessionNamed = (id: string, name: string): FakeSession =>
  new FakeSession(id, { session: sessionOf({ id, contact: { id, name, phoneNumber: '+4915155501288' } }) }, [
    message(`${id}-1`, `Hello from ${name}`, { sessionId: id }),
  ]);

function busy(current: string | undefined = 'mara'): FakeDesk {
  return new FakeDesk({
    sessions: [sessionNamed('mara', 'Mara Lindqvist'), sessionNamed('tomas', 'Tomás Ferreira')],
    ...(current === undefined ? {} : { currentSessionId: current }),
  });
}

async function shown(desk: FakeDesk, width = 1200): Promise<WaDeskElement> {
  const element = document.createElement('wa-desk');
  element.desk = desk;
  element.style.inlineSize = `${String(width)}px`;
  element.style.blockSize = '640px';
  (await fixture<HTMLElement>(html`<div></div>`)).append(element);
  await resized(element);
  return element;
}

async function resized(element: WaDeskElement): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await settled(element);
}

const isShown = (element: WaDeskElement, selector: string): boolean =>
  element.shadowRoot?.querySelector(selector)?.checkVisibility() ?? false;
const sessionOfDesk = (element: WaDeskElement): HTMLElement => part(element, 'wa-session');
const widthOf = (element: WaDeskElement, selector: string): number =>
  part(element, selector).getBoundingClientRect().width;

/** Not every driver knows the key F6. */
function pressF6({ shiftKey = false } = {}): void {
  const init = { key: 'F6', shiftKey, bubbles: true, composed: true, cancelable: true };
  deepActiveElement()?.dispatchEvent(new KeyboardEvent('keydown', init));
}

/** The region of the desk that has the focus. */
function regionLabel(): string | null | undefined {
  const active = deepActiveElement();
  if (!active) return undefined;
  return [active, ...composedAncestors(active)].find((one) => one.matches('[data-region]'))?.ariaLabel;
}

describe('wa-desk: layout', () => {
  afterEach(deafen);

  it('is accessible at every width', async () => {
    const desk = busy();
    desk.change({ offers: [offer('a')] });
    const element = await shown(desk);
    for (const width of [1200, 1000, 800, 650, 375, 320]) {
      element.style.inlineSize = `${String(width)}px`;
      await resized(element);
      await still(element);
      await expect(element, `${String(width)} px`).to.be.accessible();
    }
  });

  it('shows above everything what was not sent, and gives the focus back to the conversation when all is decided', async () => {
    const desk = busy();
    const content = { kind: 'text', body: 'Good news' } as const;
    const unsent = { messageId: 'm1', content, createdAt: NOW, state: 'not-sent' } as const;
    desk.change({ unsent: [{ sessionId: 'gone', contact: { id: 'ana', name: 'Ana' }, messages: [unsent] }] });
    const element = await shown(desk, 375);
    await expect(element).to.be.accessible();
    desk.discardUnsent = () => {
      desk.change({ unsent: [] });
      return Promise.resolve();
    };
    const discard = button(part(element, 'wa-unsent'), 'Discard');
    discard.focus();
    discard.click();
    await resized(element);
    await waitUntil(() => regionLabel() === en.composer.label);
  });

  it('is accessible in the dark, with high contrast, and with a drawer open', async () => {
    const element = await shown(busy(), 800);
    button(element, 'Show details').click();
    await settled(element);
    for (const theme of ['dark', 'high-contrast', 'dark high-contrast']) {
      element.theme = theme;
      await settled(element);
      await still(element);
      await expect(element, theme).to.be.accessible();
    }
  });

  it('has list, conversation and details beside each other from 1088 px', async () => {
    const element = await shown(busy(), 1100);
    expect(widthOf(element, '.list')).to.equal(288);
    expect(widthOf(element, '.panel')).to.equal(320);
  });

  it('keeps the list a list beside the details from 900 px, both a little narrower', async () => {
    const element = await shown(busy(), 1000);
    expect([widthOf(element, '.list'), widthOf(element, '.panel')]).to.deep.equal([240, 280]);
    button(element, 'Hide details').click();
    await settled(element);
    expect(widthOf(element, '.list')).to.equal(288);
  });

  it('makes the list a rail where the conversation would be too narrow', async () => {
    const element = await shown(busy(), 700);
    expect(widthOf(element, '.list')).to.equal(72);
  });

  it('has the wrap-up right below what is known of the contact and the case', async () => {
    const element = await shown(busy(), 1200);
    const bottom = part(element, '.panel-body').lastElementChild?.getBoundingClientRect().bottom ?? NaN;
    expect(part(element, '.wrap-up').getBoundingClientRect().top).to.be.closeTo(bottom, 1);
  });

  it('opens the details over the conversation below 900 px, and Escape closes them', async () => {
    const element = await shown(busy(), 800);
    expect(isShown(element, '.panel')).to.equal(false);
    button(element, 'Show details').focus();
    await press('Enter');
    await settled(element);
    expect(deepActiveElement()).to.equal(button(element, 'Close details'));
    await press('Escape');
    await settled(element);
    expect(isShown(element, '.panel')).to.equal(false);
    expect(deepActiveElement()).to.equal(button(element, 'Show details'));
  });

  it('is one column below 600 px: list, then session, then back', async () => {
    const desk = busy('none');
    const element = await shown(desk, 375);
    expect([isShown(element, '.list'), isShown(element, '.session')]).to.deep.equal([true, false]);
    part(part(element, 'wa-session-list'), '.entry').click();
    await settled(element);
    expect([isShown(element, '.list'), isShown(element, '.session')]).to.deep.equal([false, true]);
    button(sessionOfDesk(element), 'Back to the list').click();
    await settled(element);
    expect([isShown(element, '.list'), isShown(element, '.session')]).to.deep.equal([true, false]);
    expect(regionLabel()).to.equal('Sessions');
  });

  it('never scrolls sideways at 320 px', async () => {
    const element = await shown(busy(), 320);
    const { scrollWidth, clientWidth } = part(element, '.desk');
    expect(scrollWidth).to.equal(clientWidth);
  });

  it('shows the contact and the case beside the conversation', async () => {
    const words = wordsOf(part(await shown(busy()), '.panel'));
    expect(words).to.include('Mara Lindqvist').and.include('Order LN-48213').and.include('Phone');
  });

  it('lets a host replace its parts, which find desk and session by context', async () => {
    const desk = busy();
    const element = await fixture<WaDeskElement>(html`
      <wa-desk .desk=${desk}>
        <wa-session slot="session"><wa-wrap-up></wa-wrap-up></wa-session>
        <p slot="panel">Own panel</p>
      </wa-desk>
    `);
    await resized(element);
    const wrapUp = element.querySelector('wa-wrap-up');
    expect(wrapUp?.session?.id).to.equal('mara');
    expect(wrapUp?.desk).to.equal(desk);
  });

  it('hands its words down', async () => {
    const element = await shown(busy());
    element.strings = { ...en, desk: { ...en.desk, sessions: { ...en.desk.sessions, find: 'Sitzung suchen' } } };
    await settled(element);
    await settled(element);
    expect(part<HTMLInputElement>(part(element, 'wa-session-list'), 'input').placeholder).to.equal('Sitzung suchen');
  });
});

describe('wa-desk: keyboard', () => {
  it('goes round its regions by F6, and back by Shift+F6', async () => {
    const desk = busy();
    desk.change({ offers: [offer('a')] });
    const element = await shown(desk);
    part(part(element, 'wa-session-list'), 'input').focus();
    const labels: (string | null | undefined)[] = [];
    for (let step = 0; step < 5; step += 1) {
      pressF6();
      labels.push(regionLabel());
    }
    expect(labels).to.deep.equal(['Offers', 'Conversation', 'Reply', 'Details', 'Sessions']);
    pressF6({ shiftKey: true });
    expect(regionLabel()).to.equal('Details');
  });

  it('comes back to where the focus was in a region', async () => {
    const element = await shown(busy());
    const field = part(part(element, 'wa-session-list'), 'input');
    field.focus();
    pressF6();
    pressF6({ shiftKey: true });
    expect(deepActiveElement()).to.equal(field);
  });

  it('puts the focus into the text of a session that was chosen or accepted', async () => {
    const desk = busy();
    const element = await shown(desk);
    part(part(element, 'wa-session-list'), '[data-session=tomas]').click();
    await waitUntil(() => deepActiveElement()?.localName === 'textarea', 'the text has the focus');
    (deepActiveElement() as HTMLElement).blur();
    desk.change({ offers: [offer('a', { session: sessionOf({ id: 'new' }) })] });
    await settled(element);
    button(part(element, 'wa-offers'), 'Accept Mara Lindqvist').click();
    desk.change({ offers: [], sessions: [new FakeSession('new')], currentSessionId: 'new' });
    await waitUntil(() => deepActiveElement()?.localName === 'textarea', 'the text has the focus again');
  });

  it('puts the focus into the text of the first session, when none was in view before', async () => {
    const desk = new FakeDesk({ offers: [offer('a', { session: sessionOf({ id: 'new' }) })] });
    const element = await shown(desk);
    button(part(element, 'wa-offers'), 'Accept Mara Lindqvist').focus();
    await press('Enter');
    desk.change({ offers: [], sessions: [new FakeSession('new')], currentSessionId: 'new' });
    await settled(element);
    expect(deepActiveElement()?.localName).to.equal('textarea');
  });

  it('puts the focus into the list when the session that had it ends', async () => {
    const desk = busy();
    const element = await shown(desk);
    (desk.snapshot.sessions[0] as FakeSession).changeSession({ phase: 'wrap-up' });
    await settled(element);
    button(part(element, 'wa-wrap-up'), 'Done').focus();
    await press('Enter');
    (desk.snapshot.sessions[0] as FakeSession).changeSession({ phase: 'ended' });
    desk.change({ sessions: desk.snapshot.sessions.slice(1), currentSessionId: undefined });
    await settled(element);
    expect(regionLabel()).to.equal('Sessions');
  });

  it('leaves the focus where the agent has put it when a session ends', async () => {
    const desk = busy();
    const element = await shown(desk);
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="The host's own" />`);
    part(sessionOfDesk(element), 'wa-composer').focus();
    elsewhere.focus();
    desk.change({ sessions: desk.snapshot.sessions.slice(1), currentSessionId: undefined });
    await settled(element);
    expect(deepActiveElement()).to.equal(elsewhere);
  });

  it('comes into the desk by F6 where nothing has the focus, and leaves F6 to the host elsewhere', async () => {
    await shown(busy());
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true, cancelable: true }));
    expect(regionLabel()).to.equal('Sessions');
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="The host's own" />`);
    elsewhere.focus();
    pressF6();
    expect(deepActiveElement()).to.equal(elsewhere);
  });
});

describe('wa-desk: what the agent must know', () => {
  it('says that the connection is lost, when it tries again, and lets it be tried now', async () => {
    const desk = busy();
    const element = await shown(desk);
    expect(isShown(element, '.banners > .strip')).to.equal(false);
    desk.change({ connection: { state: 'reconnecting', lostAt: NOW, nextAttemptAt: NOW + 4200 } });
    await settled(element);
    expect(wordsOf(part(element, '.banners'))).to.include('Next attempt in 5 seconds.');
    expect(part(element, '.banners [role=status]').textContent).not.to.include('5');
    await expect(element).to.be.accessible();
    button(element, 'Try now').click();
    expect(desk.callsOf('reconnect')).to.have.length(1);
  });

  it('says that the sign-in is over, and that the desk cannot connect', async () => {
    const desk = busy();
    const element = await shown(desk);
    desk.change({ connection: { state: 'unauthorized' } });
    await settled(element);
    expect(wordsOf(part(element, '.banners'))).to.include('Your sign-in is no longer valid.');
    desk.change({ connection: { state: 'failed' } });
    await settled(element);
    expect(hasButton(element, 'Try again')).to.equal(true);
  });

  it('says that nothing is kept where the browser refuses storage, until dismissed', async () => {
    const desk = busy();
    const element = await shown(desk);
    desk.change({ storage: 'memory' });
    await settled(element);
    expect(wordsOf(part(element, '.banners'))).to.include('This browser keeps nothing');
    button(element, 'Dismiss').click();
    await settled(element);
    expect(wordsOf(part(element, '.banners'))).to.equal('');
  });

  it('counts sessions that call for attention in the title of the page only if it may', async () => {
    const before = 'Agent desktop';
    document.title = before;
    const desk = new FakeDesk({ sessions: busy().snapshot.sessions });
    const element = await shown(desk);
    (desk.snapshot.sessions[1] as FakeSession).change({ attention: true });
    await settled(element);
    expect(document.title).to.equal(before);
    element.documentTitle = true;
    await settled(element);
    expect(document.title).to.equal(`(1) ${before}`);
    (desk.snapshot.sessions[1] as FakeSession).change({ attention: false });
    await settled(element);
    expect(document.title).to.equal(before);
    (desk.snapshot.sessions[1] as FakeSession).change({ attention: true });
    await settled(element);
    element.remove();
    expect(document.title).to.equal(before);
  });

  it('names the session in view in the title of the page as the options say', async () => {
    document.title = 'Agent desktop';
    const desk = busy();
    const element = await shown(desk);
    element.documentTitle = true;
    await settled(element);
    expect(document.title).to.equal('Mara Lindqvist - Agent desktop');
    desk.change({ options: { ...DEFAULT_OPTIONS, interactionWindowTitle: '$Window.Title$: $Interaction.MainParty$' } });
    await settled(element);
    expect(document.title).to.equal('Agent desktop: +49 151 55 50 1288');
    desk.change({ currentSessionId: undefined });
    await settled(element);
    expect(document.title).to.equal('Agent desktop');
    element.remove();
  });

  it('leaves nothing behind when it goes', async () => {
    const desk = busy();
    const element = await shown(desk);
    element.remove();
    expect(desk.listenerCount).to.equal(0);
    expect(desk.snapshot.sessions.map((one) => (one as FakeSession).listenerCount)).to.deep.equal([0, 0]);
  });
});
