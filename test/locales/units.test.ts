import { expect } from '@open-wc/testing';
import type { Language } from '../../src/locales/language.js';
import { LANGUAGES } from '../../src/locales/locales.js';
import { formatUnit } from '../../src/locales/units.js';

const NUMBERS = [0, 1, 2, 5, 21, 59, 120, 1000, 12_000];
const UNITS = {
  second: { unit: 'second', unitDisplay: 'long' },
  minute: { unit: 'minute', unitDisplay: 'long' },
  hour: { unit: 'hour', unitDisplay: 'long' },
  shortMinute: { unit: 'minute', unitDisplay: 'short' },
  shortHour: { unit: 'hour', unitDisplay: 'short' },
} as const;

describe('units of time', () => {
  for (const lang of LANGUAGES as Language[])
    for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[])
      it(`are written as Intl writes them: ${unit}, ${lang}`, () => {
        const format = new Intl.NumberFormat(lang, { style: 'unit', ...UNITS[unit] });
        expect(NUMBERS.map((value) => formatUnit(value, unit, lang))).to.deep.equal(
          NUMBERS.map((value) => format.format(value)),
        );
      });
});
