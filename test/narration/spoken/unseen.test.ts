import { expect } from '@open-wc/testing';
import { pronounce } from '../../../src/narration/spoken/index.js';
import { cardinal } from '../../../src/narration/spoken/number-words.js';
import { casesOf } from '../../fixtures/spoken-forms.mjs';

/** How many sets there are. */
const SETS = 15;

/** A spoken text as it is heard: numbers in words, without the differences that a voice does not make. */
function heard(text: string): string {
  return text
    .replace(/(?<!\d)(?!0\d)\d{1,6}(?!\d)/g, (digits) => ` ${cardinal(Number(digits))} `)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/(?<=\p{L}\s?)-(?=\s?\p{L})/gu, ' ')
    .replace(/[^\p{L}\p{N}\s%&€$+/:°²³*=★→–-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function spoken(text: string, lang: string): string {
  return pronounce(text, lang).reduceRight(
    (said, { start, end, say }) => said.slice(0, start) + say + said.slice(end),
    text,
  );
}

describe('Sentences of news that were written before the rules', () => {
  for (let set = 1; set <= SETS; set++)
    it(`are spoken as a newsreader would (set ${set})`, async () => {
      const file = set === 1 ? 'spoken-unseen' : `spoken-unseen-${set}`;
      const response = await fetch(new URL(`../../fixtures/${file}.txt`, import.meta.url));
      const cases = casesOf(await response.text());
      const wrong = cases.filter(
        (each) => heard(spoken(each.text, each.lang)) !== heard(each.spoken),
      );
      expect(cases.length).to.be.at.least(90);
      expect(
        1 - wrong.length / cases.length,
        wrong.map(({ text, lang }) => spoken(text, lang)).join('\n'),
      ).to.be.at.least(0.97);
    });
});
