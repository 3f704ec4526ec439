import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement, type TemplateResult } from 'lit';
import { define } from '../../../src/elements/shared/define.js';
import { checkIcon, lockIcon, sendHorizontalIcon } from '../../../src/elements/shared/icons.js';
import { baseStyles } from '../../../src/styles/index.js';

class IconProbe extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        color: rgb(1, 2, 3);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<button type="button" aria-label="Send">${sendHorizontalIcon()}</button>${checkIcon({
        size: 'small',
      })}${lockIcon({ label: 'Internal' })}`;
  }
}

define('test-icon-probe', IconProbe);

async function icons(direction: 'ltr' | 'rtl' = 'ltr'): Promise<readonly SVGElement[]> {
  const wrapper = await fixture<HTMLElement>(html`<div dir=${direction}><test-icon-probe></test-icon-probe></div>`);
  return [...(wrapper.querySelector('test-icon-probe')?.shadowRoot?.querySelectorAll('svg') ?? [])];
}

describe('icons', () => {
  it('are drawn in the colour of the text and in the sizes of the set', async () => {
    const [send, check] = await icons();
    expect(send?.querySelector('path')).to.be.instanceOf(SVGPathElement);
    expect(getComputedStyle(send as SVGElement).stroke).to.equal('rgb(1, 2, 3)');
    expect(send?.getBoundingClientRect().width).to.equal(20);
    expect(check?.getBoundingClientRect().width).to.equal(16);
  });

  it('are not there for assistive technology unless they have a name of their own', async () => {
    const [send, , lock] = await icons();
    expect(send?.getAttribute('aria-hidden')).to.equal('true');
    expect(lock?.hasAttribute('aria-hidden')).to.equal(false);
    expect(lock?.getAttribute('role')).to.equal('img');
    expect(lock?.getAttribute('aria-label')).to.equal('Internal');
  });

  it('turn round from right to left where the picture has a direction, and a check never does', async () => {
    const [sendLtr] = await icons('ltr');
    expect(getComputedStyle(sendLtr as SVGElement).transform).to.equal('none');
    const [send, check] = await icons('rtl');
    expect(getComputedStyle(send as SVGElement).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(getComputedStyle(check as SVGElement).transform).to.equal('none');
  });
});
