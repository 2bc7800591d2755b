import { expect } from '@open-wc/testing';
import type { Cue } from '../../src/narration/index.js';
import { SeekHistory } from '../../src/playback/seek-history.js';

const cue = (index: number) => ({ index, gone: false }) as Cue;

describe('SeekHistory', () => {
  it('returns the sentence before the last seek, until five more have been heard', () => {
    const history = new SeekHistory();
    const from = cue(2);
    history.add(from, cue(10));
    for (const index of [10, 11, 12, 13, 14]) history.heard(cue(index));
    expect(history.cue).to.equal(from);
    history.heard(cue(15));
    expect(history.cue).to.equal(null);
  });

  it('ignores a seek to a neighbouring sentence', () => {
    const history = new SeekHistory();
    history.add(cue(2), cue(3));
    history.add(cue(3), cue(2));
    expect(history.cue).to.equal(null);
  });

  it('returns null if that sentence was removed', () => {
    const history = new SeekHistory();
    history.add({ ...cue(2), gone: true } as Cue, cue(10));
    expect(history.cue).to.equal(null);
  });
});
