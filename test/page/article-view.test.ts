import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { control, playerFor, playWithControls, untilHeard } from '../fixtures/player.js';

describe('ArticleView', () => {
  it('restores the page once the player is removed', async () => {
    const { player, page } = await playerFor();
    const styles = () => document.adoptedStyleSheets.length;
    expect(styles()).to.equal(0);
    await player.play();
    expect(styles()).to.equal(1);
    page.append(player);
    await Promise.resolve();
    expect(styles()).to.equal(1);
    player.remove();
    await waitUntil(() => styles() === 0);
    expect(CSS.highlights.size).to.equal(0);
  });

  for (const uses of [true, false])
    it(`${uses ? 'does not scroll' : 'scrolls'} to a sentence ${uses ? 'after the listener has just changed a value' : 'that is out of view'}`, async () => {
      const { player, page } = await playerFor(
        '<p style="margin-block-end: 3000px">Eins.</p><p>Zwei ist weit unten.</p>',
      );
      player.playbackRate = 4;
      await playWithControls(player);
      const input = new Event('input', { bubbles: true, composed: true });
      if (uses) control(player, 'vorleser-rate-select').dispatchEvent(input);
      await untilHeard(player, 'Zwei ist weit unten.');
      player.pause();
      await aTimeout(600);
      if (uses) expect(scrollY).to.equal(0);
      else expect(scrollY).to.be.above(1000);
      page.remove();
      scrollTo({ top: 0, behavior: 'instant' });
    });
});
