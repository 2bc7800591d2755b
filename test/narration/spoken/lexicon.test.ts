import { expect } from '@open-wc/testing';
import { Lexicon } from '../../../src/narration/spoken/index.js';

const said = (lexicon: Lexicon, text: string) =>
  [...lexicon.edits(text)].map(({ start, end, say }) => [text.slice(start, end), say]);

describe('Lexicon', () => {
  it('finds whole words in the same case', () => {
    const lexicon = new Lexicon({ Xi: 'Schi', Köln: 'Kölle' });
    expect(said(lexicon, 'Xi, Xis, xi, XI, „Xi“-Reise: Köln!')).to.deep.equal([
      ['Xi', 'Schi'],
      ['Xi', 'Schi'],
      ['Köln', 'Kölle'],
    ]);
  });

  it('finds names of several words, the longest first, with any kind of space', () => {
    const lexicon = new Lexicon({ Kim: 'Gim', 'Kim Jong-un': 'Gim Dschong Un', 'Kim Jong': 'x' });
    expect(said(lexicon, 'Kim Jong-un, Kim\u00A0Jong-un, Kim Jong-unter, Kim')).to.deep.equal([
      ['Kim Jong-un', 'Gim Dschong Un'],
      ['Kim\u00A0Jong-un', 'Gim Dschong Un'],
      ['Kim Jong', 'x'],
      ['Kim', 'Gim'],
    ]);
  });

  it('finds names that begin or end with a symbol', () => {
    const lexicon = new Lexicon({ '.NET': 'Dott Nett', 'C++': 'C plus plus', 'Yahoo!': 'Jahu' });
    expect(said(lexicon, 'C++ und .NET bei Yahoo! und C+')).to.deep.equal([
      ['C++', 'C plus plus'],
      ['.NET', 'Dott Nett'],
      ['Yahoo!', 'Jahu'],
    ]);
  });

  it('is for its language and for more specific tags of it', () => {
    const lexicon = new Lexicon({ Xi: 'Schi' }, 'de-CH');
    expect(['de-CH', 'de_ch', 'de-CH-1996'].every((lang) => lexicon.isFor(lang))).to.equal(true);
    expect(['de', 'de-AT', 'en'].some((lang) => lexicon.isFor(lang))).to.equal(false);
    expect(new Lexicon({}).isFor('en')).to.equal(true);
  });

  it('accepts empty words, and the names of properties that every object has', () => {
    const lexicon = new Lexicon({ '': 'x', '  ': 'y', constructor: 'Bauer' });
    expect(said(lexicon, 'constructor toString  ')).to.deep.equal([['constructor', 'Bauer']]);
  });

  it('throws an error that says what to do if it is too large', () => {
    const many: Record<string, string> = {};
    for (let index = 0; index < 1_000_000; index++) many[`Wort${index}`] = 'x';
    const of = (words: Record<string, string>) => () => new Lexicon(words);
    expect(of(many)).to.throw(RangeError, /50000 words: keep/);
    expect(of({ ['a '.repeat(51)]: 'x' })).to.throw(RangeError, /100 characters: shorten “a a /);
    expect(of({ Xi: 'x'.repeat(101) })).to.throw(RangeError, /100 characters: shorten “Xi/);
  });

  it('finds the words of a text in which every one could begin many entries', () => {
    const words: Record<string, string> = { b: 'Ende' };
    for (let count = 1; count < 50; count++) words[`${'a '.repeat(count)}x`] = 'y';
    const lexicon = new Lexicon(words);
    expect(said(lexicon, `${'a '.repeat(5000)}b`)).to.deep.equal([['b', 'Ende']]);
  });
});
