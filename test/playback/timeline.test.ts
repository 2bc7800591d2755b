import { expect, fixture, html } from '@open-wc/testing';
import { type Cue } from '../../src/narration/index.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { pauseBetween } from '../../src/narration/pause-between.js';
import { Timeline } from '../../src/playback/timeline.js';

async function narrate(markup: string) {
  const root = await fixture(html`<div .innerHTML=${markup}></div>`);
  const narration = new NavigableNarration(root);
  await narration.cutAll();
  const timeline = new Timeline(narration);
  const stamped = () => narration.cues.map((cue) => timeline.stamp(cue));
  return { root, narration, timeline, stamped };
}

const length = (cue: Cue | undefined) => (cue?.endTime ?? NaN) - (cue?.startTime ?? NaN);

describe('Timeline', () => {
  it('estimates times from the length of the text and the silences in between', async () => {
    const { timeline, stamped } = await narrate(
      '<h1>Titel</h1><p>Kurz. Ein längerer Satz.</p><p>Ende.</p>',
    );
    const cues = stamped();
    expect(cues[0]?.startTime).to.equal(0);
    cues.slice(1).forEach((cue, i) => {
      const before = cues[i] as Cue;
      expect(cue.startTime).to.be.closeTo(before.endTime + pauseBetween(before, cue), 1e-9);
    });
    expect(length(cues[2])).to.be.above(length(cues[1]));
    expect(timeline.end).to.be.closeTo(cues[3]?.endTime ?? NaN, 1e-9);
  });

  it('accepts known durations, and moves the cues that follow', async () => {
    const { timeline, stamped } = await narrate('<p>Eins. Zwei. Drei.</p><p>Vier.</p>');
    const cue = stamped()[1] as Cue;
    expect(timeline.setDuration(cue, 10)).to.equal(true);
    const cues = stamped();
    expect(length(cue)).to.be.closeTo(10, 1e-9);
    expect(cues[2]?.startTime).to.be.closeTo(cue.endTime + 0.3, 1e-9);
    expect(cues[3]?.startTime).to.be.closeTo((cues[2]?.endTime ?? NaN) + 0.6, 1e-9);
    expect(timeline.setDuration(cue, 10)).to.equal(false);
  });

  it('finds the cue at a time', async () => {
    const { timeline, stamped } = await narrate('<p>Eins. Zwei.</p><p>Drei.</p>');
    for (const cue of stamped()) expect(timeline.indexAt(cue.startTime + 0.1)).to.equal(cue.index);
    expect(timeline.indexAt(0)).to.equal(0);
    expect(timeline.indexAt(1000)).to.equal(2);
  });

  it('keeps known durations when the page changes', async () => {
    const { root, narration, timeline, stamped } = await narrate('<p>Eins. Zwei.</p><p>Drei.</p>');
    const cue = stamped()[2] as Cue;
    timeline.setDuration(cue, 10);
    root.insertAdjacentHTML('afterbegin', '<p>Davor.</p>');
    await new Promise((resolve) => narration.addEventListener('change', resolve, { once: true }));
    expect(stamped()[3]).to.equal(cue);
    expect(length(cue)).to.be.closeTo(10, 1e-9);
  });

  it('pauses longer at a paragraph, and longest at a heading', async () => {
    const { narration } = await narrate('<h1>Titel</h1><p>Eins. Zwei.</p><p>Drei.</p>');
    const [title, first, second, next] = narration.cues;
    if (!title || !first || !second || !next) throw new Error('Expected four sentences');
    const pauses = [
      pauseBetween(first, second),
      pauseBetween(second, next),
      pauseBetween(title, first),
    ];
    expect(pauses).to.deep.equal([0.3, 0.6, 0.9]);
    expect(pauseBetween(next, undefined)).to.equal(0);
  });
});
