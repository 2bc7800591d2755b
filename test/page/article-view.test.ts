import { expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { playerFor } from '../fixtures/player.js';

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
});
