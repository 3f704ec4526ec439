import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { check } from 'prettier';
import { chart, labelPlaces } from '../../bench/lib/chart.js';
import { replacePart } from '../../bench/lib/document.js';
import { DOCUMENT } from '../../bench/lib/paths.js';
import { allTables, cell, table } from '../../bench/lib/tables.js';
import { job, results } from './results.js';

const MEASURED = results([
  job('limit-a', { openTask: 10, appendTask: 2 }),
  job('wa-transcript', { openTask: 14, appendTask: 2.1 }, { failures: ['no message was in view'] }),
  job('limit-a', { openTask: 10, appendTask: 2 }, { n: 1000 }),
  job('wa-transcript', { openTask: 15, appendTask: 2.2 }, { n: 1000 }),
]);

describe('the tables of the benchmark', () => {
  it('have their columns in line, as Prettier wants them', async () => {
    const text = `${table(
      ['', 'N = 100', 'N = 1,000'],
      [
        ['limit-a', '10.0', '9.0'],
        ['wa-transcript', '14.0 (1.40×)', '–'],
      ],
    )}\n`;
    assert.equal(await check(text, { parser: 'markdown' }), true, text);
  });

  it('put the ratio or the difference behind the number, and say when a message left the view', () => {
    assert.equal(cell('openTask', { value: 14, against: 1.4 }), '14.0 (1.40×)');
    assert.equal(cell('burstDropped', { value: 1, against: -2 }), '1 (−2)');
    assert.equal(cell('prependTop', { value: Infinity }), 'out of view');
    assert.equal(cell('openTask', undefined), '–');
  });

  it('leave out what was not measured, and end with what could not be done', () => {
    const text = allTables(MEASURED);
    assert.match(text, /\| wa-transcript +\| +14\.0 \(1\.40×\) \| +15\.0 \(1\.50×\) \|/);
    assert.doesNotMatch(text, /Burst|Transfer|letter/);
    assert.match(text, /Not done:\n\n- wa-transcript at 100: no message was in view$/);
  });

  it('compare the busy desk with the idle one of the same round', () => {
    const desk = [{ round: 0, idle: [10, 10], busy: [11, 11], messages: 2000 }];
    assert.match(allTables(results([], { desk })), /\| median +\| 10\.00 \| +11\.00 \| +1\.10× \|/);
  });
});

describe('the chart of the benchmark', () => {
  it('draws a named line for everybody who was measured, in light and in dark', () => {
    const svg = chart(MEASURED);
    assert.equal(svg.match(/class="line s1 own"/g)?.length, 2);
    assert.match(svg, />wa-transcript<\/text>/);
    assert.match(svg, /prefers-color-scheme: dark/);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  });

  it('says so where nothing was measured', () => {
    assert.match(chart(results([])), /not measured yet/);
  });

  it('keeps names apart that would lie on each other, in the order of their lines', () => {
    assert.deepEqual(labelPlaces([100, 95, 200]), [110, 95, 200]);
  });
});

describe('the document of the benchmark', () => {
  it('has the place where the figures go', () => {
    const document = replacePart(readFileSync(DOCUMENT, 'utf8'), 'figures', 'the new figures');
    assert.match(document, /-->\n\nthe new figures\n\n<!-- figures: end -->/);
  });

  it('is refused when it has none', () => {
    assert.throws(() => replacePart('# Nothing', 'figures', ''), /The document has no "<!-- figures: /);
  });
});
