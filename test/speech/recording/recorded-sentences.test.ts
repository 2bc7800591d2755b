import { expect } from '@open-wc/testing';
import { RecordedSentences } from '../../../src/speech/recording/recorded-sentences.js';
import type { Utterance } from '../../../src/speech/engine.js';
import { sentencesOf, type Take } from '../../fixtures/recorded-audio.js';

const utterance = (text: string, index?: number): Utterance => ({
  text,
  lang: 'de',
  pause: 0,
  index,
});

/** Which of the recorded sentences, by their number, stand for those of an article now. */
function matched(recorded: string, article: string): (number | null)[] {
  const takes = [...recorded].map((text): Take => ({ text, duration: 1, pause: 0 }));
  const sentences = new RecordedSentences(sentencesOf(takes));
  return [...article].map((text, index) => sentences.get(utterance(text, index))?.start ?? null);
}

describe('RecordedSentences', () => {
  it('finds sentences where others were changed, added or removed', () => {
    expect(matched('abcde', 'abcde')).to.deep.equal([0, 1, 2, 3, 4]);
    expect(matched('abcde', 'abXde')).to.deep.equal([0, 1, null, 3, 4]);
    expect(matched('abcde', 'XaYbcde')).to.deep.equal([null, 0, null, 1, 2, 3, 4]);
    expect(matched('abcde', 'ade')).to.deep.equal([0, 3, 4]);
    expect(matched('abcde', 'cab')).to.deep.equal([2, 0, 1]);
  });

  it('finds repeated sentences in order', () => {
    expect(matched('arbrcr', 'arbrcr')).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect(matched('arbrcr', 'XXarbrcr')).to.deep.equal([null, null, 0, 1, 2, 3, 4, 5]);
    expect(matched('arbrcr', 'arcr')).to.deep.equal([0, 1, 4, 5]);
    expect(matched('aaaa', 'aaaa')).to.deep.equal([0, 1, 2, 3]);
    expect(matched('aaXaa', 'aaaa')).to.deep.equal([0, 1, 3, 4]);
  });

  it('finds an utterance again, whatever was looked up in between', () => {
    const sentences = new RecordedSentences(
      sentencesOf([{ text: 'a' }, { text: 'r' }, { text: 'r' }]),
    );
    const late = sentences.get(utterance('r', 2));
    expect(sentences.get(utterance('r', 1))?.start).to.equal(1.3);
    expect(sentences.get(utterance('r', 2))).to.equal(late);
    expect(sentences.has(utterance('r'))).to.equal(true);
    expect(sentences.has(utterance('x', 0))).to.equal(false);
  });

  it('makes sense of times that overlap, are not in order, or empty', () => {
    const [a, b, c] = sentencesOf([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
    if (!a || !b || !c) throw new Error();
    const sentences = new RecordedSentences([
      { ...c, end: 99 },
      { ...a, end: b.start + 0.5 },
      b,
      { ...b, hash: 'x', start: b.start, end: b.start },
      { ...b, hash: 'y', start: -1, end: 0.5 },
      { ...b, hash: 'z', start: NaN },
    ]);
    const spans = [...sentences.values()];
    for (const [at, span] of spans.entries()) {
      expect(span.end).to.be.above(span.start);
      if (at > 0) expect(span.start).to.be.at.least(spans[at - 1]?.end ?? NaN);
    }
    expect(sentences.get(utterance('b', 1))).to.include({ start: b.start, end: b.end });
    expect(sentences.get(utterance('a', 0))?.end).to.equal(b.start);
  });

  it('keeps words in their sentence and in order', () => {
    const [sentence] = sentencesOf([{ text: 'Ein Satz hier.' }]);
    if (!sentence) throw new Error();
    const sentences = new RecordedSentences([
      {
        ...sentence,
        words: [
          [4, 8, 0.5],
          [0, 3, 0.1],
          [9, 13, 7],
          [9, 13, -1],
        ],
      },
    ]);
    expect(
      sentences.get(utterance('Ein Satz hier.'))?.words.map(({ start }) => start),
    ).to.deep.equal([0, 4]);
  });

  it('knows the silence after a sentence', () => {
    const takes = [{ text: 'a', pause: 0.7 }, { text: 'b' }];
    const sentences = new RecordedSentences(sentencesOf(takes));
    expect(sentences.timing(utterance('a', 0))?.pause).to.be.closeTo(0.7, 1e-9);
    expect(sentences.timing(utterance('b', 1))?.pause).to.equal(0);
    expect(sentences.timing(utterance('x', 1))).to.equal(null);
  });
});
