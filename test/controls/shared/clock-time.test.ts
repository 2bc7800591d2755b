import { expect } from '@open-wc/testing';
import { clockTime } from '../../../src/controls/shared/clock-time.js';

describe('clockTime', () => {
  it('formats seconds as on a clock', () => {
    expect([0, 7, 59.6, 187, 3765].map(clockTime)).to.deep.equal([
      '0:00',
      '0:07',
      '1:00',
      '3:07',
      '1:02:45',
    ]);
  });
});
