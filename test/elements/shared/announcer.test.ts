import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Announcer, type AnnouncerClock } from '../../../src/elements/shared/announcer.js';
import { speakable } from '../../../src/elements/shared/speakable.js';

class ManualClock implements AnnouncerClock {
  #now = 0;
  readonly #due: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): void {
    this.#due.push({ at: this.#now + ms, run });
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }

  #next(end: number): { at: number; run: () => void } | undefined {
    this.#due.sort((a, b) => a.at - b.at);
    return this.#due[0] && this.#due[0].at <= end ? this.#due.shift() : undefined;
  }
}

function setUp(): { announcer: Announcer; clock: ManualClock; said: string[] } {
  const said: string[] = [];
  const clock = new ManualClock();
  return { said, clock, announcer: new Announcer((text, priority) => said.push(`${priority}: ${text}`), clock) };
}

const messages = { group: 'ana', summarise: (count: number) => `${count} new messages from Ana` };

describe('Announcer', () => {
  it('says a single thing at once, politely unless asked otherwise', () => {
    const { announcer, said } = setUp();
    announcer.announce('Sent');
    announcer.announce('Not delivered', { priority: 'assertive' });
    assert.deepEqual(said, ['polite: Sent', 'assertive: Not delivered']);
  });

  it('says nothing for a text without anything to hear', () => {
    const { announcer, said } = setUp();
    announcer.announce(' \u200f ');
    assert.deepEqual(said, []);
  });

  it('says up to three messages of a group one by one, in the order they came', () => {
    const { announcer, clock, said } = setUp();
    for (const text of ['one', 'two', 'three']) announcer.announce(text, messages);
    clock.advance(100);
    assert.deepEqual(said, ['polite: one', 'polite: two', 'polite: three']);
  });

  it('says more than three at once as a number', () => {
    const { announcer, clock, said } = setUp();
    for (const text of ['1', '2', '3', '4', '5']) announcer.announce(text, messages);
    clock.advance(100);
    assert.deepEqual(said, ['polite: 5 new messages from Ana']);
  });

  it('holds what follows a burst until two seconds are over, and then counts only what was not said', () => {
    const { announcer, clock, said } = setUp();
    for (const text of ['1', '2', '3']) announcer.announce(text, messages);
    clock.advance(500);
    for (const text of ['4', '5', '6', '7']) announcer.announce(text, messages);
    clock.advance(1500);
    assert.equal(said.length, 3);
    clock.advance(200);
    assert.deepEqual(said.slice(3), ['polite: 4 new messages from Ana']);
  });

  it('says single ones again when the burst is over', () => {
    const { announcer, clock, said } = setUp();
    for (const text of ['1', '2', '3', '4']) announcer.announce(text, messages);
    clock.advance(2200);
    announcer.announce('a later one', messages);
    clock.advance(100);
    assert.equal(said.at(-1), 'polite: a later one');
  });

  it('counts each group by itself', () => {
    const { announcer, clock, said } = setUp();
    for (const text of ['1', '2', '3']) announcer.announce(text, messages);
    announcer.announce('Bo: hello', { ...messages, group: 'bo' });
    clock.advance(100);
    assert.equal(said.length, 4);
  });
});

describe('speakable', () => {
  it('leaves out direction marks', () => {
    assert.equal(speakable('photo\u202egnp.exe\u2069'), 'photognp.exe');
  });

  it('says an emoji at most five times in a row, and letters as often as they are there', () => {
    assert.equal(speakable('ok 👍👍👍👍👍👍👍👍'), 'ok 👍👍👍👍👍');
    assert.equal(speakable('👩‍💻'.repeat(9)), '👩‍💻'.repeat(5));
    assert.equal(speakable('aaaaaaaa 11111111'), 'aaaaaaaa 11111111');
  });

  it('puts lines into one', () => {
    assert.equal(speakable('one\n\n two\t'), 'one two');
  });
});
