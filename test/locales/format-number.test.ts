import { expect } from '@open-wc/testing';
import { formatNumber } from '../../src/locales/format-number.js';
import type { Language } from '../../src/locales/language.js';
import { LANGUAGES, loadMessages } from '../../src/locales/locales.js';

const NUMBERS = [0, 0.5, 0.75, 1, 1.25, 1.1000001, 2.0625, 999, 1000, 9999, 10_000, 1_234_567.5];

describe('numbers', () => {
  for (const lang of LANGUAGES as Language[]) {
    it(`are written as Intl writes them: ${lang}`, () => {
      const format = new Intl.NumberFormat(lang);
      expect(NUMBERS.map((value) => formatNumber(value, lang))).to.deep.equal(
        NUMBERS.map((value) => format.format(value)),
      );
    });

    it(`are percentages as Intl writes them: ${lang}`, async () => {
      const { percent } = await loadMessages(lang);
      const shares = [0, 0.014, 0.5, 0.999, 1];
      const format = new Intl.NumberFormat(lang, { style: 'percent' });
      expect(shares.map(percent)).to.deep.equal(shares.map((share) => format.format(share)));
    });
  }
});
