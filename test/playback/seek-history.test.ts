import { expect } from '@open-wc/testing';
import type { Cue } from '../../src/narration/index.js';
import { WayBack } from '../../src/playback/seek-history.js';

const cue = (index: number) => ({ index, gone: false }) as Cue;

describe('WayBack', () => {
  it('leads to the sentence that a jump left, until five more were heard', () => {
    const wayBack = new WayBack();
    const from = cue(2);
    wayBack.jumped(from, cue(10));
    for (const index of [10, 11, 12, 13, 14]) wayBack.heard(cue(index));
    expect(wayBack.cue).to.equal(from);
    wayBack.heard(cue(15));
    expect(wayBack.cue).to.equal(null);
  });

  it('does not count a step to the sentence beside', () => {
    const wayBack = new WayBack();
    wayBack.jumped(cue(2), cue(3));
    wayBack.jumped(cue(3), cue(2));
    expect(wayBack.cue).to.equal(null);
  });

  it('leads nowhere when that sentence is gone', () => {
    const wayBack = new WayBack();
    wayBack.jumped({ ...cue(2), gone: true } as Cue, cue(10));
    expect(wayBack.cue).to.equal(null);
  });
});
