import { expect } from '@open-wc/testing';
import { durationInWords, shortDuration } from '../../../src/controls/shared/format-duration.js';
import type { Language } from '../../../src/locales/language.js';
import { LANGUAGES } from '../../../src/locales/locales.js';

const MINUTES = [...Array(121).keys(), 179, 180, 181, 600, 1439];

/** Minutes from 1 as `Intl` writes hours and minutes. */
function hoursAndMinutes(total: number, lang: string, unitDisplay: 'long' | 'short') {
  const parts = [
    [Math.floor(total / 60), 'hour'],
    [total % 60, 'minute'],
  ] as const;
  return parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) =>
      new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay }).format(value),
    )
    .join(' ');
}

describe('durationInWords', () => {
  it('rounds to five seconds, and from 55 seconds on to minutes', () => {
    expect(
      [0, 3, 44, 54.9, 55, 58, 89, 90, 119, 3569, 3570, 3600, 3700].map((seconds) =>
        durationInWords(seconds, 'de'),
      ),
    ).to.deep.equal([
      '1 Sekunde',
      '5 Sekunden',
      '45 Sekunden',
      '55 Sekunden',
      '1 Minute',
      '1 Minute',
      '1 Minute',
      '2 Minuten',
      '2 Minuten',
      '59 Minuten',
      '1 Stunde',
      '1 Stunde',
      '1 Stunde 2 Minuten',
    ]);
  });

  for (const lang of LANGUAGES as Language[]) {
    it(`writes seconds as Intl does: ${lang}`, () => {
      const format = new Intl.NumberFormat(lang, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'long',
      });
      for (let seconds = 5; seconds < 55; seconds += 5)
        expect(durationInWords(seconds, lang)).to.equal(format.format(seconds));
    });

    it(`writes minutes and hours as Intl does: ${lang}`, () => {
      for (const minutes of MINUTES.slice(1))
        expect(durationInWords(60 * minutes, lang)).to.equal(
          hoursAndMinutes(minutes, lang, 'long'),
        );
    });
  }
});

describe('shortDuration', () => {
  it('rounds to minutes, and is at least one', () => {
    expect(
      [0, 20, 89, 90, 180, 3570, 3600, 4800].map((seconds) => shortDuration(seconds, 'de')),
    ).to.deep.equal([
      '1 Min.',
      '1 Min.',
      '1 Min.',
      '2 Min.',
      '3 Min.',
      '1 Std.',
      '1 Std.',
      '1 Std. 20 Min.',
    ]);
  });

  for (const lang of LANGUAGES as Language[])
    it(`writes minutes and hours as Intl does: ${lang}`, () => {
      for (const minutes of MINUTES)
        expect(shortDuration(60 * minutes, lang)).to.equal(
          hoursAndMinutes(Math.max(1, minutes), lang, 'short'),
        );
    });
});
