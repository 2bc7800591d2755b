import { expect } from '@open-wc/testing';
import { segmentSentences } from '../../src/narration/index.js';

const response = await fetch(new URL('../fixtures/foreign-sentences.txt', import.meta.url));
const foreign = (await response.text()).split(/^## /m).slice(1);

const sentencesOf = (text: string, lang = 'de') =>
  segmentSentences(text, lang).map(({ start, end }) => text.slice(start, end));

describe('segmentSentences', () => {
  it('returns sentences without the white space around them', () => {
    expect(sentencesOf('  Ein Satz.  Noch einer? Ja! ')).to.deep.equal([
      'Ein Satz.',
      'Noch einer?',
      'Ja!',
    ]);
  });

  it('keeps a quotation and its closing quotation mark together', () => {
    expect(sentencesOf('„Wir sind besorgt“, sagte er. Er ging.')).to.deep.equal([
      '„Wir sind besorgt“, sagte er.',
      'Er ging.',
    ]);
  });

  it('adds text that cannot be heard to the sentence before', () => {
    expect(sentencesOf('Ende. ***')).to.deep.equal(['Ende. ***']);
  });

  it('returns no sentences for an empty text', () => {
    expect(sentencesOf('')).to.deep.equal([]);
    expect(sentencesOf(' \n ')).to.deep.equal([]);
  });

  it('splits text without punctuation at spaces, so that no sentence takes long', () => {
    for (const lang of ['de', 'en']) {
      const sentences = sentencesOf('Wort '.repeat(10_000), lang);
      expect(sentences.join(' ')).to.equal('Wort '.repeat(10_000).trim());
      for (const sentence of sentences) expect(sentence.length).to.be.at.most(3000);
    }
  });

  it('splits a long text in another language as a whole text would be split', () => {
    const text = 'This is Jane. He lives at 3.5 Main now! Really? '.repeat(400);
    const native = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
    expect(sentencesOf(text, 'en')).to.deep.equal(
      Array.from(native, ({ segment }) => segment.trim()).filter(Boolean),
    );
  });

  it('accepts unknown and malformed language tags', () => {
    expect(sentencesOf('Eins. Zwei.', 'de_DE')).to.have.length(2);
    expect(sentencesOf('Eins. Zwei.', 'x')).to.have.length(2);
  });

  for (const section of foreign) {
    const [lang = '', ...lines] = section.split('\n').filter(Boolean);
    for (const line of lines)
      it(`${line} (${lang})`, () =>
        expect(sentencesOf(line.replaceAll(' | ', ' '), lang)).to.deep.equal(line.split(' | ')));
  }

  it('loses no text at an abbreviation that ends a text', () => {
    expect(sentencesOf('Ask Dr. ', 'en')).to.deep.equal(['Ask Dr.']);
    expect(sentencesOf('Ils sont là, MM. ', 'fr')).to.deep.equal(['Ils sont là, MM.']);
  });

  it('takes linear time for 100,000 characters of abbreviations', () => {
    const texts = ['Mr. ', 'A. ', '» ', '? » ', 'p. 1 '];
    for (const text of texts)
      for (const lang of ['en', 'fr', 'de'])
        expect(sentencesOf(text.repeat(100_000 / text.length), lang).join('').length).to.be.above(
          0,
        );
  }).timeout(20_000);
});
