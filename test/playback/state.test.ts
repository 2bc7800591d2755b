import { expect } from '@open-wc/testing';
import { isReading } from '../../src/playback/state.js';

describe('isReading', () => {
  it('distinguishes reading states from the others', () => {
    expect(
      ['loading', 'starting', 'speaking'].every((state) => isReading(state as 'loading')),
    ).to.equal(true);
    expect(isReading('paused')).to.equal(false);
  });
});
