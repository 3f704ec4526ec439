import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Typeahead } from '../../../src/elements/shared/typeahead.js';

const words = ['Transfer', 'Invite', 'Put on hold', 'Take back', 'Étoile'];

describe('Typeahead', () => {
  let typeahead: Typeahead;
  let time: number;

  beforeEach(() => {
    typeahead = new Typeahead();
    time = 1000;
  });

  function type(key: string, from = 0, after = 100): string | undefined {
    time += after;
    return typeahead.find({ key, timeStamp: time }, words, from, (word) => word);
  }

  it('goes to the next word with the letter', () => {
    assert.equal(type('i'), 'Invite');
  });

  it('walks through the words with the same letter', () => {
    assert.equal(type('t', 0), 'Take back');
    assert.equal(type('t', 3), 'Transfer');
  });

  it('takes letters in quick succession for one word, blanks included', () => {
    type('p');
    type('u', 2);
    type('t', 2);
    assert.equal(type(' ', 2), 'Put on hold');
  });

  it('begins anew after a pause', () => {
    type('t');
    assert.equal(type('i', 0, 600), 'Invite');
  });

  it('leaves a first blank and the keys that are no letters alone', () => {
    assert.equal(type(' '), undefined);
    assert.equal(type('Enter'), undefined);
  });

  it('does not ask for upper case', () => {
    assert.equal(type('é'), 'Étoile');
  });
});
