import { expect } from '@open-wc/testing';
import { nextState } from '../../src/playback/transitions.js';

describe('nextState', () => {
  it('moves from play to the end of the article', () => {
    expect(nextState('idle', 'play')).to.equal('loading');
    expect(nextState('loading', 'ready')).to.equal('starting');
    expect(nextState('starting', 'start')).to.equal('speaking');
    expect(nextState('speaking', 'end')).to.equal('starting');
    expect(nextState('speaking', 'finish')).to.equal('ended');
  });

  it('returns undefined for a transition that has no meaning in a state', () => {
    expect(nextState('idle', 'pause')).to.equal(undefined);
    expect(nextState('paused', 'start')).to.equal(undefined);
    expect(nextState('idle', 'start')).to.equal(undefined);
  });

  it('returns idle for a stop in every other state', () => {
    for (const state of ['loading', 'starting', 'speaking', 'paused', 'ended', 'failed'] as const) {
      expect(nextState(state, 'stop')).to.equal('idle');
    }
  });
});
