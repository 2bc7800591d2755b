import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { press } from '../fixtures/keyboard.js';
import { control, playerFor } from '../fixtures/player.js';

const LONG = `<p>Ein ${'sehr '.repeat(40)}langer Satz. <a href="#nirgends">Ein Verweis</a> und mehr.</p>`;

async function reading() {
  const made = await playerFor(LONG);
  control(made.player, 'vorleser-play-button').focus();
  await made.player.play();
  await aTimeout(300);
  return made;
}

const link = (article: HTMLElement) => article.querySelector('a') as HTMLAnchorElement;

async function isPausedBy(player: VorleserPlayer, move: () => unknown) {
  await player.play();
  await move();
  await aTimeout(50);
  return player.paused;
}

/** Moves the focus to the link, also if it is there already: the code that notices that may have been loaded since. */
function moveFocus(article: HTMLElement): void {
  link(article).blur();
  link(article).focus();
}

describe('pausing on navigation', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => {
    getSelection()?.removeAllRanges();
    forgetSettings();
  });

  it('is off by default', async () => {
    const { player, article } = await reading();
    expect(await isPausedBy(player, () => link(article).focus())).to.equal(false);
    expect(await isPausedBy(player, () => press('ArrowDown'))).to.equal(false);
    player.remove();
  });

  it('happens when the focus or the caret moves, or a navigation key is pressed', async () => {
    settings.choose({ yields: true });
    const { player, article } = await reading();
    await waitUntil(() => isPausedBy(player, () => moveFocus(article)));
    expect(await isPausedBy(player, () => press('ArrowDown'))).to.equal(true);
    const caret = () => getSelection()?.collapse(link(article).firstChild, 3);
    expect(await isPausedBy(player, caret)).to.equal(true);
    player.remove();
  });

  it('does not resume by itself', async () => {
    settings.choose({ yields: true });
    const { player, article } = await reading();
    await waitUntil(() => isPausedBy(player, () => moveFocus(article)));
    await aTimeout(1500);
    expect(player.paused).to.equal(true);
    player.remove();
  });

  it('ignores the pointer, other keys, and events in the player', async () => {
    settings.choose({ yields: true });
    const { player, article } = await reading();
    await waitUntil(() => isPausedBy(player, () => moveFocus(article)));
    const play = control(player, 'vorleser-play-button');
    play.focus();
    expect(await isPausedBy(player, () => press('Tab'))).to.equal(false);
    expect(await isPausedBy(player, () => press('x'))).to.equal(false);
    const point = () => {
      article.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      link(article).focus();
      getSelection()?.selectAllChildren(article);
    };
    expect(await isPausedBy(player, point)).to.equal(false);
    player.remove();
  });

  it('ends when it is switched off, or when the player is removed', async () => {
    settings.choose({ yields: true });
    const { player, article } = await reading();
    await waitUntil(() => isPausedBy(player, () => moveFocus(article)));
    settings.choose({ yields: false });
    expect(await isPausedBy(player, () => press('ArrowDown'))).to.equal(false);
    player.remove();
    await aTimeout(0);
    await press('ArrowDown');
    expect(player.paused).to.equal(true);
  });
});
