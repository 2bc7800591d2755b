import { expect } from '@open-wc/testing';
import { durationInWords, clockTime } from '../../../src/controls/shared/format-duration.js';

describe('durations', () => {
  it('are formatted as on a clock', () => {
    expect([0, 7, 59.6, 187, 3765].map(clockTime)).to.deep.equal([
      '0:00',
      '0:07',
      '1:00',
      '3:07',
      '1:02:45',
    ]);
  });

  it('are formatted in words, in every language', () => {
    expect(
      [3, 44, 58, 119, 3600, 3700].map((seconds) => durationInWords(seconds, 'de')),
    ).to.deep.equal([
      '5 Sekunden',
      '45 Sekunden',
      '1 Minute',
      '2 Minuten',
      '1 Stunde',
      '1 Stunde 2 Minuten',
    ]);
    expect(durationInWords(120, 'en')).to.equal('2 minutes');
    expect(durationInWords(60, 'fr')).to.equal('1 minute');
    expect(durationInWords(7200, 'it')).to.equal('2 ore');
  });
});
