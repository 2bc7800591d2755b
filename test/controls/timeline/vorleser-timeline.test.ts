import { expect, oneEvent } from '@open-wc/testing';
import { painted } from '../../fixtures/painted.js';
import { waitUntil } from '../../fixtures/wait-until.js';
import type { VorleserTimeline } from '../../../src/controls/timeline/vorleser-timeline.js';
import {
  control,
  elementIn,
  playerFor,
  playWithControls,
  untilHeard,
} from '../../fixtures/player.js';

const ARTICLE =
  '<h1>Titel</h1><p>Eins ist hier. Zwei ist dort.</p><h2>Mitte</h2><p>Drei. Vier.</p><p>Fünf.</p>';

async function setUp() {
  const { player } = await playerFor(ARTICLE);
  await playWithControls(player);
  player.pause();
  const timeline = elementIn<VorleserTimeline>(player, 'vorleser-timeline');
  const slider = control<HTMLInputElement>(player, 'vorleser-timeline');
  const press = (key: string) => {
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return painted();
  };
  void player.cues;
  await waitUntil(() => player.cues.length === 7);
  await timeline.updateComplete;
  return { player, timeline, slider, press };
}

describe('<vorleser-timeline>', () => {
  it('is a slider with the position in words, and with the headings as marks', async () => {
    const { player, timeline, slider } = await setUp();
    expect(slider.ariaLabel).to.equal('Stelle im Artikel');
    player.seekToCue(4);
    await painted();
    await timeline.updateComplete;
    expect(slider.ariaValueText).to.match(/^Absatz 2 von 3, noch etwa \d+ Sekunden?$/);
    expect(Number(slider.max)).to.be.closeTo(player.duration, 0.01);
    expect(slider.valueAsNumber).to.be.closeTo(player.currentTime, 0.01);
    expect(timeline.shadowRoot?.querySelectorAll('.mark').length).to.equal(1);
  });

  it('moves by sentence and paragraph, and to the beginning and the end', async () => {
    const { player, press } = await setUp();
    player.seekToCue(1);
    await player.play();
    player.pause();
    await press('ArrowRight');
    expect(player.activeCue?.text).to.equal('Zwei ist dort.');
    await press('ArrowLeft');
    expect(player.activeCue?.text).to.equal('Eins ist hier.');
    await press('PageUp');
    expect(player.activeCue?.text).to.equal('Mitte');
    await press('PageDown');
    expect(player.activeCue?.text).to.equal('Eins ist hier.');
    await press('End');
    expect(player.activeCue?.text).to.equal('Fünf.');
    await press('Home');
    expect(player.activeCue?.text).to.equal('Titel');
    player.remove();
  });

  it('shows the sentence at the thumb while it is dragged, and seeks when it is released', async () => {
    const { player, timeline, slider } = await setUp();
    slider.value = String((player.cues[4]?.startTime ?? 0) + 0.1);
    slider.dispatchEvent(new Event('input'));
    await timeline.updateComplete;
    expect(timeline.shadowRoot?.querySelector('.preview')?.textContent).to.contain('Drei.');
    const seeked = oneEvent(player, 'seeked');
    slider.dispatchEvent(new Event('change'));
    await seeked;
    expect(player.currentTime).to.be.closeTo(player.cues[4]?.startTime ?? NaN, 0.01);
    await timeline.updateComplete;
    expect(timeline.shadowRoot?.querySelector('.preview')).to.equal(null);
  });

  it('keeps its value while it has the focus and the voice continues', async () => {
    const { player, slider } = await setUp();
    await player.play();
    slider.focus();
    await untilHeard(player, 'Titel');
    const [value, text] = [slider.value, slider.ariaValueText];
    await untilHeard(player, 'Zwei ist dort.');
    expect([slider.value, slider.ariaValueText]).to.deep.equal([value, text]);
    slider.blur();
    await waitUntil(() => slider.ariaValueText !== text);
    player.remove();
  });
});
