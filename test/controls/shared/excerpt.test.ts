import { expect } from '@open-wc/testing';
import { excerpt, quotableExcerpt } from '../../../src/controls/shared/excerpt.js';

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

describe('quotableExcerpt', () => {
  it('replaces the quotation marks of each language by those within a quotation', () => {
    expect(quotableExcerpt('„So“, “she”, «che», »das« – Peter’s "x"')).to.equal(
      '‚So‘, ‘she’, ‹che›, ›das‹ – Peter’s "x"',
    );
  });

  it('cuts the sentence', () => {
    expect(quotableExcerpt('Die „Zeit“ schreibt von Präsidenten und Machthabern')).to.equal(
      'Die ‚Zeit‘ schreibt von Präsidenten und …',
    );
  });
});
