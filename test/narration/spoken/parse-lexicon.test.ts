import { expect } from '@open-wc/testing';
import { type Lexicon, parseLexicon } from '../../../src/narration/spoken/index.js';

const said = (lexicon: Lexicon, text: string) =>
  [...lexicon.edits(text)].map(({ start, end, say }) => [text.slice(start, end), say]);

const pls = (content: string) =>
  `<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="de">${content}</lexicon>`;

describe('parseLexicon', () => {
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

  it('reads character references, comments, CDATA, prefixes and processing instructions', () => {
    const lexicon = parseLexicon(`<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE lexicon PUBLIC "-//W3C//DTD PLS 1.0//EN" "pls.dtd">
      <p:lexicon xmlns:p="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang='de'>
        <!-- <p:lexeme> & others -->
        <p:lexeme role="a > b"><p:grapheme>R&amp;D</p:grapheme><p:alias>R und <b>D</b></p:alias></p:lexeme>
        <p:lexeme><p:grapheme>D&#252;r<!-- -->&#xFC;m</p:grapheme><p:alias><![CDATA[a < b & c]]></p:alias></p:lexeme>
        <p:lexeme/><other><p:lexeme><p:grapheme>nicht</p:grapheme><p:alias>x</p:alias></p:lexeme></other>
      </p:lexicon>`);
    expect(said(lexicon, 'R&D, Dürüm nicht')).to.deep.equal([
      ['R&D', 'R und D'],
      ['Dürüm', 'a < b & c'],
    ]);
    expect(lexicon.isFor('de-AT')).to.equal(true);
  });

  it('reads words that are names of properties of every object', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const lexemes = names.map(
      (name) => `<lexeme><grapheme>${name}</grapheme><alias>x</alias></lexeme>`,
    );
    const lexicon = parseLexicon(pls(lexemes.join('')));
    expect(said(lexicon, `${names.join(' ')} valueOf`)).to.deep.equal(
      names.map((name) => [name, 'x']),
    );
    expect(({} as { x?: string }).x).to.equal(undefined);
  });

  for (const [title, xml, message] of [
    ['an unknown reference', pls('&nbsp;'), /no well-formed XML: & must be written/],
    ['a bare ampersand', pls('R & D'), /& must be written/],
    ['a control character', pls('a\u0001b'), /control characters/],
    ['a reference to a control character', pls('&#0;'), /control characters/],
    ['half a character', pls('&#xD800;'), /control characters/],
    ['a reference beyond Unicode', pls('&#x110000;'), /no well-formed XML/],
    ['a tag that closes another element', pls('<a></b>'), /<\/b> closes nothing/],
    ['a comment without end', pls('<!-- '), /is not closed/],
    ['two roots', '<lexicon/><lexicon/>', /one element around all/],
    ['a tag without end', '<lexicon a="', /is no tag/],
  ] as const)
    it(`throws an error about ${title}`, () => {
      expect(() => parseLexicon(xml)).to.throw(message);
    });

  describe('a hostile lexicon', () => {
    /** A document of 1 MB, which is what a player reads at most. */
    const filled = (part: (index: number) => string) => {
      let text = '';
      for (let index = 0; text.length < 1_000_000; index++) text += part(index);
      return text;
    };
    for (const [title, xml, message] of [
      [
        'entities that expand',
        `<!DOCTYPE lexicon [<!ENTITY a "${'a'.repeat(100_000)}">]>${pls('&a;'.repeat(200_000))}`,
        /must not declare entities/,
      ],
      [
        'entities of entities',
        `<!DOCTYPE lexicon [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>${pls('&b;')}`,
        /must not declare entities/,
      ],
      ['elements in elements', `<lexicon>${filled(() => '<a>')}`, /<a> is not closed/],
      [
        'namespaces',
        `<lexicon ${filled((index) => `xmlns:a${index}="b" `)}>${filled(() => '<b/>')}</lexicon>`,
        null,
      ],
      ['attributes', `<lexicon ${filled((index) => `a${index}="" `)}/>`, null],
      ['a tag without end', `<lexicon ${filled(() => ' a="')}`, /is no tag/],
      ['spaces in a tag', `<lexicon ${filled(() => ' ')}`, /is no tag/],
      ['comments without end', filled(() => '<!--'), /is not closed/],
      [
        'text in pieces',
        pls(
          `<lexeme><grapheme>${filled(() => '<![CDATA[a]]>')}</grapheme><alias>b</alias></lexeme>`,
        ),
        /100 characters/,
      ],
      ['lexemes in lexemes', pls(filled(() => '<lexeme><grapheme>')), /closes nothing/],
    ] as const)
      it(`takes time in proportion to its length only, with ${title}`, () => {
        if (message) expect(() => parseLexicon(xml)).to.throw(message);
        else expect(said(parseLexicon(xml), 'b')).to.deep.equal([]);
      });
  });
});
