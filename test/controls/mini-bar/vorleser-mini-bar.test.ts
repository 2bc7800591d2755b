import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../../src/player/vorleser-player.js';
import { settings } from '../../../src/settings/store.js';
import {
  control,
  playerFor,
  playWithControls,
  showMore,
  untilHeard,
} from '../../fixtures/player.js';

const LONG = `<h1>Ein Titel</h1>${Array.from({ length: 60 }, (_, i) => `<p>Satz ${i} steht hier.</p>`).join('')}`;

const tree = (player: VorleserPlayer) =>
  player.shadowRoot?.querySelector('vorleser-mini-bar')?.shadowRoot ?? null;
const barOf = (player: VorleserPlayer) => tree(player)?.querySelector<HTMLElement>('.bar') ?? null;
const button = (player: VorleserPlayer, name: string) =>
  tree(player)?.querySelector(`button[aria-label="${name}"]`) as HTMLButtonElement;
const shown = (player: VorleserPlayer) =>
  waitUntil(() => barOf(player)?.matches(':popover-open'), 'the bar is shown', { timeout: 5000 });
const gone = (player: VorleserPlayer) => waitUntil(() => !barOf(player), 'the bar is gone');
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const covered = (element: Element, bar: Element) => {
  const [one, other] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
  return one.bottom > other.top && one.top < other.bottom;
};

describe('<vorleser-mini-bar>', () => {
  let players: VorleserPlayer[];

  async function readFar(markup = LONG) {
    const made = await playerFor(markup);
    players.push(made.player);
    made.player.seekToCue(50);
    await made.player.play();
    return made;
  }

  beforeEach(() => {
    players = [];
    settings.choose({ follow: undefined });
    scrollTo(0, 0);
  });
  afterEach(() => {
    players.forEach((player) => player.remove());
    getSelection()?.empty();
  });

  it('is shown while only an edge of the player is in view, which nobody could press', async () => {
    settings.choose({ follow: false });
    const { player } = await playerFor(LONG);
    players.push(player);
    await player.play();
    await aTimeout(300);
    expect(barOf(player)).to.equal(null);
    scrollBy({ top: player.getBoundingClientRect().bottom - 10, behavior: 'instant' });
    await shown(player);
    scrollBy({ top: -40, behavior: 'instant' });
    await waitUntil(() => barOf(player) === null);
  });

  it('takes the focus when “More” of the player out of view is closed by key', async () => {
    const { player } = await playerFor(LONG);
    players.push(player);
    await playWithControls(player);
    await showMore(player);
    control(player, 'vorleser-stop-button').focus();
    player.seekToCue(50);
    await shown(player);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    focused()?.dispatchEvent(escape);
    expect(focused()?.ariaLabel).to.equal('Mehr');
    expect(barOf(player)?.contains(tree(player)?.activeElement ?? null)).to.equal(true);
  });

  it('is shown while the player reads out of view, and takes no focus', async () => {
    const { player } = await playerFor(LONG);
    players.push(player);
    await player.play();
    await aTimeout(300);
    expect(barOf(player)).to.equal(null);
    player.seekToCue(50);
    await shown(player);
    expect(document.activeElement).to.equal(document.body);
    const bar = barOf(player) as HTMLElement;
    expect(bar.getBoundingClientRect().bottom).to.equal(innerHeight);
    expect(bar.role).to.equal('group');
    expect(bar.ariaLabel).to.equal('Vorlesen, kurz');
    player.pause();
    await aTimeout(100);
    expect(barOf(player)).to.equal(bar);
    // The page may still be scrolling to the sentence.
    await waitUntil(() => {
      scrollTo(0, 0);
      return !barOf(player);
    }, 'the bar is gone');
  });

  it('has buttons of at least 44 pixels, and is accessible', async () => {
    const { player, page } = await readFar();
    await shown(player);
    await expect(page).to.be.accessible();
    const buttons = [...(tree(player)?.querySelectorAll('.bar > *') ?? [])]
      .map((control) => control.shadowRoot?.querySelector('button, select') ?? control)
      .filter((control) => control.matches('button, select'));
    expect(buttons.length).to.equal(7);
    for (const control of buttons) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('ends the reading when it is closed, and comes back with the next one', async () => {
    const { player } = await readFar();
    await shown(player);
    button(player, 'Vorlesen beenden').click();
    await gone(player);
    expect(player.paused).to.equal(true);
    expect(player.activeCue).to.equal(null);
    await player.play();
    await shown(player);
    player.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    await gone(player);
  });

  it('scrolls to the player and focuses it', async () => {
    const { player } = await readFar();
    await shown(player);
    button(player, 'Zum Player').click();
    expect(focused()?.textContent?.trim()).to.equal('Pause');
    await waitUntil(() => player.getBoundingClientRect().top >= 0);
    await gone(player);
  });

  it('stays while it has the focus, and lets the focus move on', async () => {
    const { player } = await readFar();
    await shown(player);
    await aTimeout(1000);
    button(player, 'Vorlesen beenden').focus();
    scrollTo(0, 0);
    await aTimeout(400);
    expect(focused()).to.equal(button(player, 'Vorlesen beenden'));
    control(player, 'vorleser-play-button').focus({ preventScroll: true });
    await gone(player);
  });

  it('offers to scroll to the current sentence', async () => {
    const { player } = await readFar();
    await shown(player);
    const place = tree(player)
      ?.querySelector('vorleser-place-button')
      ?.shadowRoot?.querySelector('button') as HTMLButtonElement;
    await aTimeout(1000);
    expect(place.className).to.equal('');
    scrollTo({ top: scrollY - 1000, behavior: 'instant' });
    await waitUntil(() => place.className === 'offered');
    place.click();
    await waitUntil(() => place.className === '');
    const { top, bottom } = player.activeCue?.range?.getBoundingClientRect() ?? new DOMRect();
    await aTimeout(1000);
    expect(top < innerHeight || bottom > 0).to.equal(true);
  });

  it('does not cover the focused element', async () => {
    const { player, article } = await readFar();
    await shown(player);
    const links = article.ownerDocument.createElement('div');
    links.innerHTML = Array.from({ length: 40 }, (_, i) => `<p><a href="#${i}">Link</a></p>`).join(
      '',
    );
    article.after(links);
    for (const link of links.querySelectorAll('a')) {
      link.focus();
      await aTimeout(40);
      const bar = barOf(player);
      if (bar) expect(covered(link, bar), link.href).to.equal(false);
      expect(link.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    }
  });

  it('moves to the upper edge if the focused element cannot be scrolled clear of it', async () => {
    const { player, article } = await readFar();
    await shown(player);
    const fixed = document.createElement('button');
    // It lets clicks through, so that it is not known as a bar of the page.
    const style = 'position: fixed; bottom: 0; left: 0; width: 100%; pointer-events: none';
    fixed.setAttribute('style', style);
    fixed.textContent = 'Hilfe';
    article.after(fixed);
    fixed.focus();
    await aTimeout(100);
    expect(barOf(player)?.getBoundingClientRect().top).to.equal(0);
    fixed.blur();
    await waitUntil(() => barOf(player)?.getBoundingClientRect().bottom === innerHeight);
  });

  describe('stands clear of bars of the page', () => {
    /** Adds a bar to the page, which is removed with the page. */
    const addBar = (style: string, content = 'Start') => {
      const element = document.createElement('nav');
      element.setAttribute('style', `position: fixed; inset-inline: 0; background: #ccc; ${style}`);
      element.textContent = content;
      document.body.append(element);
      added.push(element);
      return element;
    };
    const box = (player: VorleserPlayer) => barOf(player)?.getBoundingClientRect() as DOMRect;
    const above = (player: VorleserPlayer, distance: number) =>
      waitUntil(
        () => Math.abs(innerHeight - box(player).bottom - distance) < 1,
        `it is ${distance} px above the lower edge`,
        { timeout: 2000 },
      );
    let added: Element[];
    beforeEach(() => (added = []));
    afterEach(() => added.forEach((element) => element.remove()));

    it('from the moment when it is shown', async () => {
      addBar('bottom: 0; height: 56px');
      const { player } = await readFar();
      await shown(player);
      expect(box(player).bottom).to.equal(innerHeight - 56);
    });

    it('that come and go', async () => {
      const { player } = await readFar();
      await shown(player);
      player.pause();
      const banner = addBar('bottom: 0; height: 90px; transition: transform 0.1s');
      await above(player, 90);
      const another = addBar('bottom: 90px; height: 40px');
      await above(player, 130);
      another.style.display = 'none';
      await above(player, 90);
      banner.style.transform = 'translateY(100%)';
      await above(player, 0);
      banner.style.transform = '';
      await above(player, 90);
      banner.remove();
      await above(player, 0);
    });

    it('in layers, shadow trees and with their own scroll container', async () => {
      const layer = addBar('inset: 0; background: none; pointer-events: none', '');
      const host = document.createElement('div');
      layer.append(host);
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<div style="position: absolute; inset: auto 0 0; height: 80px; pointer-events: auto; background: #ccc"><div style="height: 70px; overflow: auto"><p style="height: 300px">Wir verwenden Cookies.</p></div></div>';
      const { player } = await readFar();
      await shown(player);
      expect(box(player).bottom).to.equal(innerHeight - 80);
    });

    it('but not of what fills the screen, is transparent or is scrolled', async () => {
      addBar('bottom: 0; height: 100vh; z-index: -1');
      addBar('bottom: 0; height: 60vh; opacity: 0.01');
      addBar('bottom: 0; height: 50px; opacity: 0');
      const { player } = await readFar();
      await shown(player);
      expect(box(player).bottom).to.equal(innerHeight);
    });

    it('at the upper edge', async () => {
      addBar('top: 0; height: 64px');
      const { player } = await readFar();
      await shown(player);
      const help = document.createElement('button');
      help.setAttribute('style', 'position: fixed; bottom: 0; pointer-events: none');
      document.body.append(help);
      added.push(help);
      help.focus();
      await waitUntil(() => box(player).top === 64);
    });

    it('unless the page says where it stands', async () => {
      addBar('bottom: 0; height: 56px');
      const { player } = await readFar();
      player.style.setProperty('--vorleser-inset-block-end', 'calc(2 * 60px)');
      await shown(player);
      expect(box(player).bottom).to.equal(innerHeight - 120);
    });
  });

  it('does not cover the last sentence at the end of the page', async () => {
    const { player, article } = await playerFor(LONG);
    players.push(player);
    (article.closest('main') as HTMLElement).style.marginBottom = '0';
    document.body.style.margin = '0';
    (article.lastElementChild as HTMLElement).style.margin = '0';
    player.seekToCue(60);
    await player.play();
    await shown(player);
    player.pause();
    await aTimeout(1200);
    expect(covered(article.lastElementChild as Element, barOf(player) as Element)).to.equal(false);
    document.body.removeAttribute('style');
  });

  it('is shown only for the player that speaks on a page with several', async () => {
    const first = await readFar();
    await shown(first.player);
    const second = document.createElement('vorleser-player');
    second.setAttribute('for', 'text');
    second.setAttribute('engines', 'embedded');
    first.page.prepend(second);
    players.push(second);
    second.seekToCue(55);
    await second.play();
    await shown(second);
    expect(first.player.paused).to.equal(true);
    await gone(first.player);
    await first.player.play();
    await shown(first.player);
    await gone(second);
  });

  it('does not scroll the page if following is switched off', async () => {
    settings.choose({ follow: false });
    const { player } = await readFar();
    await aTimeout(1000);
    scrollTo({ top: 0, behavior: 'instant' });
    await untilHeard(player, 'Satz 51 steht hier.');
    expect(scrollY).to.equal(0);
    const seeked = oneEvent(player, 'seeked');
    player.next('paragraph');
    await seeked;
    await aTimeout(500);
    expect(scrollY).to.equal(0);
    control(player, 'vorleser-place-button').click();
    await waitUntil(() => scrollY > 0);
    settings.choose({ follow: undefined });
  });
});
