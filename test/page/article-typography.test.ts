import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { playerFor } from '../fixtures/player.js';
import { openPanel } from '../fixtures/settings-panel.js';

const zoom = (element: Element) => Number(getComputedStyle(element).zoom);
const sheets = () => document.adoptedStyleSheets.length;
const topOf = (placed: Element | Range) => placed.getBoundingClientRect().top;

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, number) => `<p>Das ist Absatz ${number}, der eine ganze Zeile füllt und noch eine mehr.</p>`,
).join('');

describe('the typography of the article', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  it('is chosen in the settings, changes no element of the page, and can be reset', async () => {
    const { player, page, article } = await playerFor();
    const [before, old] = [page.outerHTML, sheets()];
    const panel = await openPanel(player);
    await panel.slide('Schriftgröße', 150);
    expect(panel.input('Schriftgröße').ariaValueText).to.equal('150\u00A0%');
    await waitUntil(() => zoom(article) === 1.5);
    await panel.choose('Zeilenlänge', 'kurz');
    const { maxInlineSize, marginInlineStart } = getComputedStyle(article);
    expect(maxInlineSize).to.match(/px$/);
    expect(marginInlineStart).to.not.equal('0px');
    expect(page.outerHTML).to.equal(before);
    expect(zoom(page)).to.equal(1);
    await panel.slide('Schriftgröße', 100);
    await panel.choose('Zeilenlänge', 'wie die Seite');
    await waitUntil(() => zoom(article) === 1);
    expect(getComputedStyle(article).maxInlineSize).to.equal('none');
    expect(sheets()).to.equal(old);
    expect(settings.chosen).to.deep.equal({});
  });

  it('is restored on the next visit before anything is played, and removed with the player', async () => {
    settings.choose({ textSize: 2 });
    const { player, article } = await playerFor();
    await waitUntil(() => zoom(article) === 2);
    player.remove();
    await waitUntil(() => zoom(article) === 1);
  });

  it('does not change the size of a player within the article', async () => {
    const page = await fixture(html`
      <main>
        <article>
          <vorleser-player engines="embedded"></vorleser-player>
          <p>Ein Satz.</p>
        </article>
      </main>
    `);
    const player = page.querySelector('vorleser-player') as VorleserPlayer;
    const size = player.getBoundingClientRect();
    settings.choose({ textSize: 2 });
    const article = page.querySelector('article') as Element;
    await waitUntil(() => zoom(article) === 2);
    expect(player.getBoundingClientRect().width).to.be.closeTo(size.width, 1);
    expect(player.getBoundingClientRect().height).to.be.closeTo(size.height, 1);
  });

  it('applies to its article only, even without an id and when siblings are added', async () => {
    const page = await fixture<HTMLElement>(html`
      <main>
        <article><p>Ein anderer.</p></article>
        <article>
          <vorleser-player engines="embedded"></vorleser-player>
          <p>Ein Satz.</p>
        </article>
        <article><p>Noch einer.</p></article>
      </main>
    `);
    const [first, second, third] = page.querySelectorAll('article');
    settings.choose({ textSize: 2 });
    await waitUntil(() => second && zoom(second) === 2);
    expect([first, third].map((article) => zoom(article as Element))).to.deep.equal([1, 1]);
    page.prepend(document.createElement('section'));
    await waitUntil(() => second && zoom(second) === 2);
    expect([first, third].map((article) => zoom(article as Element))).to.deep.equal([1, 1]);
  });

  it('applies to an article in a shadow tree', async () => {
    const host = await fixture(html`<div></div>`);
    const tree = host.attachShadow({ mode: 'open' });
    tree.innerHTML =
      '<article id="text"><p>Ein Satz.</p></article><vorleser-player for="text"></vorleser-player>';
    settings.choose({ textSize: 2 });
    await waitUntil(() => zoom(tree.querySelector('article') as Element) === 2);
    settings.choose({ textSize: undefined });
    await waitUntil(() => tree.adoptedStyleSheets.length === 0);
  });

  it('keeps the current sentence where it is on the screen', async () => {
    const { player, article } = await playerFor(PARAGRAPHS);
    player.seekToCue(20);
    await player.play();
    player.pause();
    const sentence = player.activeCue?.range as Range;
    scrollBy(0, topOf(sentence) - 200);
    expect(topOf(sentence)).to.be.closeTo(200, 1);
    settings.choose({ textSize: 1.6 });
    await waitUntil(() => zoom(article) === 1.6);
    expect(topOf(sentence)).to.be.closeTo(200, 2);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(topOf(sentence)).to.be.closeTo(200, 2);
  });
});
