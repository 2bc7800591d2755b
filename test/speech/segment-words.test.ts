import { expect } from '@open-wc/testing';
import { wordAt, segmentWords } from '../../src/speech/segment-words.js';

describe('wordsOf', () => {
  const texts = (text: string) =>
    segmentWords(text).map(({ start, end }) => text.slice(start, end));

  it('returns words as readers see them', () => {
    expect(texts('Kim Jong-un, um 12.30 Uhr: „KCNA’s“ 2,5 % – ja!')).to.deep.equal([
      'Kim',
      'Jong-un',
      'um',
      '12.30',
      'Uhr',
      'KCNA’s',
      '2,5',
      'ja',
    ]);
  });

  it('counts UTF-16 code units', () => {
    expect(segmentWords('😀 ja')).to.deep.equal([{ start: 3, end: 5 }]);
  });

  it('finds the word at a position, and none between words', () => {
    const words = segmentWords('Ein Satz');
    expect(wordAt(words, 5)).to.deep.equal({ start: 4, end: 8 });
    expect(wordAt(words, 3)).to.equal(null);
  });
});
