import { expect } from '@open-wc/testing';
import type { Cue } from '../../src/narration/index.js';
import { SeekHistory } from '../../src/playback/seek-history.js';

const cue = (index: number) => ({ index, gone: false }) as Cue;

describe('SeekHistory', () => {
  it('leads to the sentence that a jump left, until five more were heard', () => {
    const history = new SeekHistory();
    const from = cue(2);
    history.add(from, cue(10));
    for (const index of [10, 11, 12, 13, 14]) history.heard(cue(index));
    expect(history.cue).to.equal(from);
    history.heard(cue(15));
    expect(history.cue).to.equal(null);
  });

  it('does not count a step to the sentence beside', () => {
    const history = new SeekHistory();
    history.add(cue(2), cue(3));
    history.add(cue(3), cue(2));
    expect(history.cue).to.equal(null);
  });

  it('leads nowhere when that sentence is gone', () => {
    const history = new SeekHistory();
    history.add({ ...cue(2), gone: true } as Cue, cue(10));
    expect(history.cue).to.equal(null);
  });
});
