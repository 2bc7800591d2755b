import { expect } from '@open-wc/testing';
import { segmentSentences } from '../../src/narration/index.js';
import { casesOf } from '../fixtures/german-sentences.mjs';

const response = await fetch(new URL('../fixtures/german-sentences.txt', import.meta.url));
const cases = casesOf(await response.text());

const cut = (text: string) =>
  segmentSentences(text, 'de').map(({ start, end }) => text.slice(start, end));

/** The same text in other typography. Each character is replaced by exactly one other, so all positions stay the same. */
const variants: [name: string, vary: (text: string) => string][] = [
  ['»…«', (text) => text.replaceAll('„', '»').replaceAll('“', '«')],
  ['«…»', (text) => text.replaceAll('„', '«').replaceAll('“', '»')],
  ['"…"', (text) => text.replaceAll(/[„“]/g, '"')],
  ['“…”', (text) => text.replaceAll('“', '”').replaceAll('„', '“')],
  [
    'no-break spaces',
    (text) => text.replaceAll(/(?<=\b(?:\p{L}|\d{1,2}|Dr|Nr|Abs|Mio)\.) /gu, '\u00A0'),
  ],
  [
    'narrow no-break spaces',
    (text) => text.replaceAll(/(?<=\b(?:\p{L}|\d{1,2}|Dr|Nr|Abs|Mio)\.) /gu, '\u202F'),
  ],
];

describe('German sentences', () => {
  for (const { text, sentences } of cases)
    it(text, () => expect(cut(text)).to.deep.equal(sentences));

  for (const [name, vary] of variants)
    it(`are split the same with ${name}`, () => {
      for (const { text, sentences } of cases)
        expect(cut(vary(text))).to.deep.equal(cut(text).map((_, i) => vary(sentences[i] ?? '')));
    });

  it('end at an empty line, and before a line that begins with a bullet', () => {
    expect(cut('Titel\n\nEin Satz\nauf zwei Zeilen.')).to.deep.equal([
      'Titel',
      'Ein Satz\nauf zwei Zeilen.',
    ]);
    expect(cut('Wir brauchen\n• Brot\n• Wein')).to.deep.equal(['Wir brauchen', '• Brot', '• Wein']);
  });

  it('are split by the same rules in every country, and in unknown languages', () => {
    for (const lang of ['de-CH', 'de-AT', 'de_DE', 'DE', 'x-unbekannt'])
      expect(segmentSentences('Am 3. Oktober. Danach.', lang)).to.have.length(2);
  });

  it('leave other languages to Intl.Segmenter', () => {
    expect(segmentSentences('It was Mr. 5. Then no.', 'en').length).to.be.above(1);
    expect(segmentSentences('これは文です。これも。', 'ja')).to.have.length(2);
  });
});
