import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { ClockController } from '../../../src/elements/shared/clock-controller.js';
import { define } from '../../../src/elements/shared/define.js';
import type { Beat } from '../../../src/elements/shared/ticker.js';
import { WidthController } from '../../../src/elements/shared/width-controller.js';
import { eventually } from './user.js';

class ClockProbe extends LitElement {
  renders = 0;
  beat: Beat | undefined = 'second';
  readonly clock = new ClockController(this, { now: () => Date.now(), every: () => this.beat });

  override render(): TemplateResult {
    this.renders += 1;
    return html`${this.clock.now}`;
  }
}

class WidthProbe extends LitElement {
  renders = 0;
  readonly width = new WidthController(this, [600, 720]);

  override render(): TemplateResult {
    this.renders += 1;
    return html`${this.width.step}`;
  }
}

define('test-clock-probe', ClockProbe);
define('test-width-probe', WidthProbe);

/** The next beat as an element in view hears it. */
async function nextBeat(): Promise<void> {
  const other = await fixture<ClockProbe>(html`<test-clock-probe></test-clock-probe>`);
  await eventually(() => other.renders >= 2, 'it comes into view');
  const { renders } = other;
  await eventually(() => other.renders > renders, 'a second passes');
}

describe('ClockController', () => {
  it('draws its host again every second', async () => {
    const element = await fixture<ClockProbe>(html`<test-clock-probe></test-clock-probe>`);
    const shown = element.shadowRoot?.textContent;
    await eventually(() => element.shadowRoot?.textContent !== shown && element.renders >= 3, 'a second passes');
  });

  it('rests while its host shows no time that passes, and out of view', async () => {
    const still = await fixture<ClockProbe>(html`<test-clock-probe .beat=${undefined}></test-clock-probe>`);
    const far = await fixture<ClockProbe>(html`<test-clock-probe class="far"></test-clock-probe>`);
    Object.assign(far.style, { position: 'absolute', top: '9000px' });
    await nextBeat();
    const [stillRenders, farRenders] = [still.renders, far.renders];
    await nextBeat();
    expect(still.renders).to.equal(stillRenders);
    expect(far.renders).to.equal(farRenders);
  });

  it('rests when its host is gone', async () => {
    const element = await fixture<ClockProbe>(html`<test-clock-probe></test-clock-probe>`);
    await eventually(() => element.renders >= 2, 'it comes into view');
    element.remove();
    const { renders } = element;
    await nextBeat();
    expect(element.renders).to.equal(renders);
  });
});

describe('WidthController', () => {
  it('tells the step of the host, and renders only when it changes', async () => {
    const element = await fixture<WidthProbe>(html`<test-width-probe></test-width-probe>`);
    Object.assign(element.style, { display: 'block', inlineSize: '500px' });
    await eventually(() => element.shadowRoot?.textContent === '0', 'below the first');
    element.style.inlineSize = '600px';
    await eventually(() => element.shadowRoot?.textContent === '1', 'from the first on');
    element.style.inlineSize = '720px';
    await eventually(() => element.shadowRoot?.textContent === '2', 'from the second on');
    const { renders } = element;
    element.style.inlineSize = '900px';
    await nextFrame();
    await nextFrame();
    expect(element.renders).to.equal(renders);
  });
});
