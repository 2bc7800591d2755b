import { expect } from '@open-wc/testing';
import {
  Lexicon,
  loadTransliteration,
  pronounce,
  ruleNames,
} from '../../../src/narration/spoken/index.js';
import { casesOf } from '../../fixtures/spoken-forms.mjs';

const response = await fetch(new URL('../../fixtures/spoken-forms.txt', import.meta.url));
const cases = casesOf(await response.text());
await loadTransliteration('Я');

function spoken(text: string, edits: ReturnType<typeof pronounce>) {
  return [...edits]
    .reverse()
    .reduce((said, { start, end, say }) => said.slice(0, start) + say + said.slice(end), text);
}

describe('pronounce', () => {
  for (const subject of new Set(cases.map((each) => each.subject)))
    describe(subject, () => {
      for (const { text, lang, edits } of cases.filter((each) => each.subject === subject))
        it(`${text} (${lang})`, () => expect(pronounce(text, lang)).to.deep.equal(edits));
    });

  it('has a table of many cases', () => expect(cases.length).to.be.above(300));

  it('speaks a text the same with no-break spaces', () => {
    const between = /(?<=\d|\p{L}\.|§|€|Fr\.|CHF) (?=\p{L}|\d|[€%°])/gu;
    for (const { text, lang } of cases)
      for (const space of ['\u00A0', '\u202F']) {
        const varied = text.replaceAll(between, space);
        expect(spoken(varied, pronounce(varied, lang)).replaceAll(space, ' ')).to.equal(
          spoken(text, pronounce(text, lang)),
        );
      }
  });

  it('changes only German, with any country in the language tag', () => {
    for (const lang of ['de', 'de-DE', 'DE_at', 'de-Latn-CH'])
      expect(pronounce('am 3. Mai', lang), lang).to.have.length(1);
    for (const lang of ['en', 'den', 'nds', '', 'x-de'])
      expect(pronounce('am 3. Mai', lang), lang).to.deep.equal([]);
  });

  it('does not apply rules that are switched off', () => {
    expect(
      pronounce('am 3. Mai mit 5 km/h', 'de', { without: new Set(['ordinals']) }),
    ).to.deep.equal([{ start: 16, end: 20, say: 'Kilometern pro Stunde' }]);
    const used = cases.map(({ text, lang }) => ({ text, lang, all: pronounce(text, lang) }));
    for (const name of ruleNames) {
      const without = new Set([name]);
      expect(
        used.some(
          ({ text, lang, all }) =>
            spoken(text, pronounce(text, lang, { without })) !== spoken(text, all),
        ),
        name,
      ).to.equal(true);
    }
    for (const { text, lang } of cases)
      expect(pronounce(text, lang, { without: new Set(ruleNames) })).to.deep.equal([]);
  });

  it('gives a lexicon precedence over all rules', () => {
    const lexicon = new Lexicon({ NATO: 'Nordatlantikpakt', 'Dr. No': 'Doktor No' });
    expect(pronounce('Dr. No und Dr. Ja in der NATO', 'de', { lexicon })).to.deep.equal([
      { start: 0, end: 6, say: 'Doktor No' },
      { start: 11, end: 14, say: 'Doktor' },
      { start: 25, end: 29, say: 'Nordatlantikpakt' },
    ]);
  });

  it('does not change spans that are taken', () => {
    expect(pronounce('3. Mai, 3. Mai', 'de', { taken: [{ start: 0, end: 6 }] })).to.deep.equal([
      { start: 8, end: 10, say: 'dritter' },
    ]);
  });

  it('copes with very long texts of any kind', () => {
    const pieces = [
      ...[
        '1',
        '.',
        ' ',
        '-',
        '–',
        ':',
        '/',
        '@',
        'a',
        'A',
        'I',
        '*',
        '€',
        '²',
        '👍',
        '\u200D',
        '(',
        '+',
      ],
      ...[
        '1.',
        '1 ',
        'A.',
        'a.',
        'a ',
        'A ',
        '1,',
        '1:',
        '1/',
        '1–',
        'a@',
        'a.b',
        'IV. ',
        'Fr. ',
        '0 ',
        '1. ',
        '000 ',
      ],
      ...[
        '1.000',
        'www.',
        'A1',
        'Aa',
        'AaA',
        'z. B. ',
        'am 3. ',
        'Mo.–',
        '5 km/',
        '🇩🇪',
        'e:',
        'ab-',
      ],
    ];
    for (const piece of pieces) {
      const text = piece.repeat(100_000 / piece.length);
      const edits = pronounce(text, 'de');
      for (const { start, end } of edits) expect(end).to.be.above(start);
    }
  }).timeout(30_000);
});
