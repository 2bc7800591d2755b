import { expect } from '@open-wc/testing';
import { isReading, nextState } from '../../src/playback/state.js';

describe('nextState', () => {
  it('leads from the press of play to the end', () => {
    expect(nextState('idle', 'play')).to.equal('loading');
    expect(nextState('loading', 'ready')).to.equal('starting');
    expect(nextState('starting', 'start')).to.equal('speaking');
    expect(nextState('speaking', 'end')).to.equal('starting');
    expect(nextState('speaking', 'finish')).to.equal('ended');
  });

  it('ignores what means nothing in a state', () => {
    expect(nextState('idle', 'pause')).to.equal(undefined);
    expect(nextState('paused', 'start')).to.equal(undefined);
    expect(nextState('idle', 'start')).to.equal(undefined);
  });

  it('can be stopped from everywhere but idle', () => {
    for (const state of ['loading', 'starting', 'speaking', 'paused', 'ended', 'failed'] as const) {
      expect(nextState(state, 'stop')).to.equal('idle');
    }
  });

  it('knows when it reads', () => {
    expect(
      ['loading', 'starting', 'speaking'].every((state) => isReading(state as 'loading')),
    ).to.equal(true);
    expect(isReading('paused')).to.equal(false);
  });
});
