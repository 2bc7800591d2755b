import { expect } from '@open-wc/testing';
import { excerpt } from '../../../src/controls/shared/excerpt.js';

describe('excerpt', () => {
  it('returns a short sentence unchanged', () => {
    expect(excerpt('Ein kurzer Satz.')).to.equal('Ein kurzer Satz.');
  });

  it('ends after a whole word, without its comma', () => {
    expect(excerpt('Der russische Präsident Wladimir Putin, der sich dort aufhält')).to.equal(
      'Der russische Präsident Wladimir Putin …',
    );
  });

  it('cuts a word that is longer than an excerpt', () => {
    expect(excerpt('x'.repeat(100))).to.equal(`${'x'.repeat(40)} …`);
  });
});
