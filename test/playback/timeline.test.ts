import { expect, fixture, html } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { pauseBetween, Timeline } from '../../src/playback/timeline.js';

async function cuesOf(markup: string) {
  const narration = createNarration(await fixture(html`<div .innerHTML=${markup}></div>`));
  await narration.cutAll(new AbortController().signal);
  return narration.cues;
}

describe('Timeline', () => {
  it('estimates times from the length of the text, with the silences between', async () => {
    const cues = await cuesOf('<h1>Titel</h1><p>Kurz. Ein längerer Satz.</p><p>Ende.</p>');
    new Timeline().update(cues);
    expect(cues[0]?.startTime).to.equal(0);
    cues.slice(1).forEach((cue, i) => {
      const before = cues[i] as (typeof cues)[0];
      expect(cue.startTime).to.be.closeTo(before.endTime + pauseBetween(before, cue), 1e-9);
    });
    const length = (i: number) => (cues[i]?.endTime ?? 0) - (cues[i]?.startTime ?? 0);
    expect(length(2)).to.be.above(length(1));
  });

  it('takes known durations, and moves what comes after', async () => {
    const cues = await cuesOf('<p>Eins. Zwei. Drei.</p>');
    const timeline = new Timeline();
    timeline.update(cues);
    const cue = cues[1] as (typeof cues)[0];
    expect(timeline.setDuration(cue, 10)).to.equal(true);
    timeline.update(cues);
    expect(cue.endTime - cue.startTime).to.be.closeTo(10, 1e-9);
    expect(cues[2]?.startTime).to.be.closeTo(cue.endTime + 0.3, 1e-9);
    expect(timeline.setDuration(cue, 10)).to.equal(false);
  });

  it('pauses longer at a paragraph, and longest at a heading', async () => {
    const [title, first, second, next] = await cuesOf(
      '<h1>Titel</h1><p>Eins. Zwei.</p><p>Drei.</p>',
    );
    if (!title || !first || !second || !next) throw new Error('There are four sentences');
    const pauses = [
      pauseBetween(first, second),
      pauseBetween(second, next),
      pauseBetween(title, first),
    ];
    expect(pauses).to.deep.equal([0.3, 0.6, 0.9]);
    expect(pauseBetween(next, undefined)).to.equal(0);
  });
});
