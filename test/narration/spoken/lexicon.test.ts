import { expect } from '@open-wc/testing';
import { Lexicon, parseLexicon } from '../../../src/narration/spoken/index.js';

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
});

describe('parseLexicon', () => {
  const pls = (content: string) =>
    `<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="de">${content}</lexicon>`;

  it('reads graphemes and aliases', () => {
    const lexicon = parseLexicon(
      pls(`<lexeme><grapheme>KCNA</grapheme><grapheme>
        K.C.N.A.</grapheme><alias>K C N A</alias></lexeme>
        <lexeme><grapheme>Wostotschny</grapheme><alias>Wastotschni</alias><alias>x</alias></lexeme>`),
    );
    expect(said(lexicon, 'KCNA, K.C.N.A. und Wostotschny')).to.deep.equal([
      ['KCNA', 'K C N A'],
      ['K.C.N.A.', 'K C N A'],
      ['Wostotschny', 'Wastotschni'],
    ]);
    expect([lexicon.isFor('de-AT'), lexicon.isFor('en')]).to.deep.equal([true, false]);
  });

  it('lists the words it skips because they have only phonemes', () => {
    const lexicon = parseLexicon(
      pls('<lexeme><grapheme>Xi</grapheme><phoneme>ɕi</phoneme></lexeme>'),
    );
    expect(lexicon.skipped).to.deep.equal(['Xi']);
    expect(said(lexicon, 'Xi')).to.deep.equal([]);
  });

  it('throws an error that says why a document is not a lexicon', () => {
    expect(() => parseLexicon('<lexicon>')).to.throw(/no well-formed XML/);
    expect(() => parseLexicon('<html/>')).to.throw(/not with <html>/);
    expect(() => parseLexicon('')).to.throw(/no well-formed XML/);
  });
});
