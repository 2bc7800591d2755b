import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MappedText } from '../../../src/narration/spoken/mapped-text.js';

const sourceOf = (text: MappedText, source: string, word: string) => {
  const start = text.text.indexOf(word);
  const found = text.source(start, start + word.length);
  return source.slice(found.start, found.end);
};

describe('MappedText', () => {
  it('maps unchanged and replaced text back to its source', () => {
    const source = 'Am 3. Okt. z. B. hier';
    const text = MappedText.of(source).edit([
      { start: 3, end: 5, say: 'dritten' },
      { start: 6, end: 10, say: 'Oktober' },
      { start: 11, end: 16, say: 'zum Beispiel' },
    ]);
    expect(text.text).to.equal('Am dritten Oktober zum Beispiel hier');
    expect(sourceOf(text, source, 'Am')).to.equal('Am');
    expect(sourceOf(text, source, 'dritten')).to.equal('3.');
    expect(sourceOf(text, source, 'Oktober')).to.equal('Okt.');
    expect(sourceOf(text, source, 'zum')).to.equal('z. B.');
    expect(sourceOf(text, source, 'Beispiel')).to.equal('z. B.');
    expect(sourceOf(text, source, 'hier')).to.equal('hier');
    expect(sourceOf(text, source, 'Oktober zum Beispiel hi')).to.equal('Okt. z. B. hi');
  });

  it('maps back through removed and inserted text', () => {
    const source = 'Donau\u00ADdampfer 😀 fährt';
    const text = MappedText.of(source)
      .edit([{ start: 5, end: 6, say: '' }])
      .edit([
        { start: 0, end: 0, say: '1: ' },
        { start: 13, end: 16, say: '' },
      ]);
    expect(text.text).to.equal('1: Donaudampfer fährt');
    expect(sourceOf(text, source, 'Donaudampfer')).to.equal('Donau\u00ADdampfer');
    expect(sourceOf(text, source, 'dampfer')).to.equal('dampfer');
    expect(sourceOf(text, source, 'fährt')).to.equal('fährt');
    expect(text.source(0, 2)).to.deep.equal({ start: 0, end: 0 });
  });

  it('maps every span of any text back in order', () => {
    const edits = fc
      .array(fc.tuple(fc.nat(3), fc.nat(3), fc.string({ maxLength: 4 })), { maxLength: 6 })
      .map((parts) => {
        let at = 0;
        return parts.map(([gap, length, say]) => {
          const start = at + gap;
          at = start + length + 1;
          return { start, end: start + length, say };
        });
      });
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const source = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
        const text = MappedText.of(source).edit(first).edit(second);
        let last = 0;
        for (let at = 0; at < text.text.length; at++) {
          const { start, end } = text.source(at, at + 1);
          expect(start).to.be.at.least(last);
          expect(end).to.be.at.least(start).and.at.most(source.length);
          last = start;
        }
        expect(text.source(0, text.text.length).end).to.be.at.most(source.length);
      }),
      { numRuns: 1000 },
    );
  });
});
