import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement, type TemplateResult } from 'lit';
import { define } from '../../../src/elements/shared/define.js';
import { baseStyles, buttonStyles, derived, installTokens } from '../../../src/styles/index.js';
import { emulateMedia } from './user.js';

class TokenProbe extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      p {
        background: var(--wa-desk-surface);
        border: var(--wa-desk-bubble-edge-agent) black;
        color: ${derived.link};
        transition: opacity var(--wa-desk-duration);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<p>words</p>
      <span class="contrast-words">Delivered</span>
      <button type="button" class="button">Send</button>`;
  }
}

class TokenProbeAround extends LitElement {
  static override styles = [baseStyles];

  override render(): TemplateResult {
    return html`<test-token-probe></test-token-probe>`;
  }
}

define('test-token-probe', TokenProbe);
define('test-token-probe-around', TokenProbeAround);

function looks(element: Element, selector = 'p'): CSSStyleDeclaration {
  const inner = element.shadowRoot?.querySelector(selector);
  if (!inner) throw new Error(`${selector} is not rendered`);
  return getComputedStyle(inner);
}

async function probe(template: TemplateResult, inside = 'test-token-probe'): Promise<Element> {
  const root = await fixture(template);
  const around = root.matches('test-token-probe-around') ? root : root.querySelector('test-token-probe-around');
  const scope = around?.shadowRoot ?? root.parentElement;
  const element = scope?.querySelector(inside);
  if (!element) throw new Error(`${inside} is not rendered`);
  await (element as LitElement).updateComplete;
  return element;
}

describe('the design tokens', () => {
  it('have their defaults without a style sheet in the page', async () => {
    const sheets = document.adoptedStyleSheets.length + document.styleSheets.length;
    const element = await probe(html`<test-token-probe></test-token-probe>`);
    expect(looks(element).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(document.adoptedStyleSheets.length + document.styleSheets.length).to.equal(sheets);
  });

  it('may be installed again', () => {
    expect(() => {
      installTokens();
    }).not.to.throw();
  });

  it('do nothing where there is no registration of properties, as on a server', () => {
    expect(() => {
      installTokens({});
    }).not.to.throw();
  });

  it('follow the colour scheme around the element', async () => {
    const element = await probe(html`<div class="dark"><test-token-probe></test-token-probe></div>`);
    (element.parentElement as HTMLElement).style.colorScheme = 'dark';
    expect(looks(element).backgroundColor).to.equal('rgb(21, 24, 30)');
  });

  it('give way to what the host sets on any element around, even in a cascade layer', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@layer host { .brand { --wa-desk-surface: rgb(1, 2, 3); } }');
    document.adoptedStyleSheets.push(sheet);
    const element = await probe(html`<div class="brand"><test-token-probe-around></test-token-probe-around></div>`);
    expect(looks(element).backgroundColor).to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  it('make what is derived follow a token that is set on the element alone', async () => {
    const element = await probe(html`<test-token-probe></test-token-probe>`);
    (element as HTMLElement).style.setProperty('--wa-desk-accent', 'rgb(4, 5, 6)');
    expect(looks(element).color).to.equal('rgb(4, 5, 6)');
  });

  it('change for everything inside an element with theme="high-contrast"', async () => {
    const plain = await probe(html`<test-token-probe-around></test-token-probe-around>`);
    expect(looks(plain).borderTopWidth).to.equal('0px');
    expect(looks(plain, '.contrast-words').display).to.equal('none');
    const contrast = await probe(html`<test-token-probe-around theme="high-contrast dark"></test-token-probe-around>`);
    expect(looks(contrast).backgroundColor).to.equal('rgb(0, 0, 0)');
    expect(looks(contrast).borderTopWidth).to.equal('2px');
    expect(looks(contrast, '.contrast-words').display).to.equal('inline');
  });

  it('are smaller with density="compact"', async () => {
    const element = await probe(html`<test-token-probe density="compact"></test-token-probe>`);
    expect(looks(element, 'button').minHeight).to.equal('28px');
  });

  it('know no duration for a person who wants less motion, whatever the host sets', async () => {
    if (!(await emulateMedia({ 'prefers-reduced-motion': 'reduce' }))) return;
    const element = await probe(html`<test-token-probe class="slow"></test-token-probe>`);
    (element as HTMLElement).style.setProperty('--wa-desk-duration', '9s');
    expect(looks(element).transitionDuration).to.equal('0s');
    await emulateMedia({ 'prefers-reduced-motion': '' });
  });

  it('draw lines and say words under forced colours', async () => {
    if (!(await emulateMedia({ 'forced-colors': 'active' }))) return;
    const element = await probe(html`<test-token-probe></test-token-probe>`);
    expect(looks(element).borderTopWidth).to.equal('2px');
    expect(looks(element, '.contrast-words').display).to.equal('inline');
    await emulateMedia({ 'forced-colors': '' });
  });
});
