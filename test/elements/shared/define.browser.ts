import { expect } from '@open-wc/testing';
import { define, VERSION } from '../../../src/elements/shared/define.js';

describe('define', () => {
  const warnings: string[] = [];
  const original = console.warn;

  beforeEach(() => {
    warnings.length = 0;
    console.warn = (text: string) => warnings.push(text);
  });

  afterEach(() => {
    console.warn = original;
  });

  it('defines an element once, and says nothing when the same class comes again', () => {
    class Probe extends HTMLElement {}
    define('test-define-once', Probe);
    define('test-define-once', Probe);
    expect(customElements.get('test-define-once')).to.equal(Probe);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves another copy of the SDK in place and names both versions', () => {
    const first = class extends HTMLElement {};
    Object.defineProperty(first, Symbol.for('wa-desk/version'), { value: '9.8.7' });
    customElements.define('test-define-copy', first);
    define('test-define-copy', class extends HTMLElement {});
    expect(customElements.get('test-define-copy')).to.equal(first);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<test-define-copy>').and.to.contain('9.8.7').and.to.contain(VERSION);
  });

  it("leaves a stranger's element in place and says so", () => {
    customElements.define('test-define-stranger', class extends HTMLElement {});
    define('test-define-stranger', class extends HTMLElement {});
    expect(warnings[0]).to.contain('not by wa-desk');
  });
});
