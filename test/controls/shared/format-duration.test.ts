import { expect } from '@open-wc/testing';
import { inWords, onClock } from '../../../src/controls/shared/format-duration.js';

describe('durations', () => {
  it('are shown as on a clock', () => {
    expect([0, 7, 59.6, 187, 3765].map(onClock)).to.deep.equal([
      '0:00',
      '0:07',
      '1:00',
      '3:07',
      '1:02:45',
    ]);
  });

  it('are said in words, in each language', () => {
    expect([3, 44, 58, 119, 3600, 3700].map((seconds) => inWords(seconds, 'de'))).to.deep.equal([
      '5 Sekunden',
      '45 Sekunden',
      '1 Minute',
      '2 Minuten',
      '1 Stunde',
      '1 Stunde 2 Minuten',
    ]);
    expect(inWords(120, 'en')).to.equal('2 minutes');
    expect(inWords(60, 'fr')).to.equal('1 minute');
    expect(inWords(7200, 'it')).to.equal('2 ore');
  });
});
