import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import '../../src/define.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import {
  control,
  elementIn,
  marked,
  messageOf,
  playerFor,
  untilHeard,
} from '../fixtures/player.js';

const BIRDS =
  '<h1>Mauersegler</h1><p>Sie jagen um die Dächer. Manche bleiben lange in der Luft.</p><p>Sie schlafen im Flug. Eine Hälfte bleibt wach.</p>';
const BEES =
  '<h1>Bienen</h1><p>Bienen sammeln Honig im Sommer. Im Winter ruhen sie.</p><p>Dort ist es warm. Sie summen leise.</p>';

const remaining = (player: VorleserPlayer) =>
  player.shadowRoot?.querySelector('[part=time] .hidden')?.textContent ??
  elementIn(player, 'vorleser-time[show=remaining]')?.shadowRoot?.textContent?.trim() ??
  '';
const playLabel = (player: VorleserPlayer) =>
  control(player, 'vorleser-play-button').textContent.trim();

async function twoArticles() {
  const page = await fixture<HTMLElement>(html`
    <main lang="de">
      <vorleser-player for="birds" engines="embedded"></vorleser-player>
      <article id="birds" .innerHTML=${BIRDS}></article>
      <section class="bees" .innerHTML=${BEES}></section>
    </main>
  `);
  return { page, player: page.querySelector('vorleser-player') as VorleserPlayer };
}

describe('The article that is offered', () => {
  beforeEach(() => forgetSettings());

  it('may be named by a CSS selector', async () => {
    const { player } = await twoArticles();
    player.setAttribute('for', 'section.bees');
    await player.play();
    expect(player.activeCue?.text).to.equal('Bienen');
  });

  it('changes with `for` while it is read: the old one stops, the new one is offered', async () => {
    const { player } = await twoArticles();
    await player.play();
    player.next();
    await untilHeard(player, 'Sie jagen um die Dächer.');
    player.setAttribute('for', '.bees');
    await player.updateComplete;
    expect(player.paused).to.equal(true);
    expect(marked()).to.deep.equal([]);
    expect(messageOf(player)).to.equal('');
    expect(playLabel(player)).to.equal('Artikel anhören');
    await waitUntil(() => remaining(player) !== '');
    await player.play();
    expect(player.activeCue?.text).to.equal('Bienen');
  });

  it('changes with `article`, also to one in a shadow tree', async () => {
    const { page, player } = await twoArticles();
    const host = document.createElement('div');
    page.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = `<div>${BEES}</div>`;
    await player.play();
    player.article = host.shadowRoot?.firstElementChild ?? null;
    await player.updateComplete;
    expect(player.paused).to.equal(true);
    await player.play();
    expect(player.activeCue?.text).to.equal('Bienen');
    player.article = null;
    await player.updateComplete;
    await player.play();
    expect(player.activeCue?.text).to.equal('Mauersegler');
  });

  it('goes on when it is only named differently', async () => {
    const { page, player } = await twoArticles();
    await player.play();
    player.article = page.querySelector('article');
    await player.updateComplete;
    expect(player.paused).to.equal(false);
  });

  it('is noticed when it arrives late, without a press', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <vorleser-player></vorleser-player>
        <div id="slot"></div>
      </div>`,
    );
    const player = page.querySelector('vorleser-player') as VorleserPlayer;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(remaining(player)).to.equal('');
    page.lastElementChild?.append(document.createElement('article'));
    const article = page.querySelector('article') as HTMLElement;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(remaining(player)).to.equal('');
    article.innerHTML = BIRDS.repeat(20);
    await waitUntil(() => /etwa/.test(remaining(player)), '', { timeout: 4000 });
    const before = remaining(player);
    article.innerHTML = BIRDS.repeat(90);
    await waitUntil(() => remaining(player) !== before, '', { timeout: 4000 });
  });

  it('gets its mark back at once when a framework renders equal text', async () => {
    const { player, article } = await playerFor(BIRDS);
    await player.play();
    player.next();
    await untilHeard(player, 'Sie jagen um die Dächer.');
    const paragraph = article.querySelector('p') as HTMLElement;
    paragraph.innerHTML = paragraph.innerHTML.replace('jagen', '<b>jagen</b>');
    await waitUntil(() => marked()[0] === 'Sie jagen um die Dächer.', '', { interval: 10 });
    expect(player.activeCue?.text).to.equal('Sie jagen um die Dächer.');
    player.pause();
    paragraph.replaceChildren(paragraph.textContent);
    await waitUntil(() => marked()[0] === 'Sie jagen um die Dächer.', '', { interval: 10 });
  });

  it('resumes only in the text that was heard', async () => {
    const { player, article } = await playerFor(BIRDS);
    player.seekToCue(3);
    await oneEvent(player, 'seeked');
    await waitUntil(() => localStorage.getItem('vorleser')?.includes('Sie schlafen'));
    const again = async (markup: string) => {
      player.remove();
      await new Promise((resolve) => setTimeout(resolve));
      article.innerHTML = markup;
      article.before(player);
    };
    await again(BEES);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(playLabel(player)).to.equal('Artikel anhören');
    await again(`<p>Neu davor.</p>${BIRDS}`);
    await waitUntil(() => playLabel(player) === 'Weiter anhören');
    await player.play();
    expect(player.activeCue?.text).to.equal('Sie schlafen im Flug.');
  });

  describe('without `for`', () => {
    const P = `<p>${'Bienen sammeln Honig im Sommer, und im Winter ruhen sie in ihrem warmen Stock. '.repeat(3)}</p>`;
    const TEASERS = ['a', 'b', 'c', 'd']
      .map((name) => `<article><h3><a href="/${name}">Titel ${name}</a></h3><p>Kurz.</p></article>`)
      .join('');

    async function pageWith(markup: string) {
      const page = await fixture<HTMLElement>(html`
        <div lang="de">
          <vorleser-player engines="embedded"></vorleser-player>
          <div .innerHTML=${markup}></div>
        </div>
      `);
      return { page, player: page.querySelector('vorleser-player') as VorleserPlayer };
    }

    it('is the main text of the page, once the pointer comes near', async () => {
      const { player } = await pageWith(`${TEASERS}<section><h1>Bienen</h1>${P}${P}</section>`);
      player.dispatchEvent(new PointerEvent('pointerenter'));
      await waitUntil(() => remaining(player) !== '');
      await player.play();
      expect(player.cues[0]?.text).to.equal('Bienen');
      expect(player.cues.map(({ text }) => text).join()).to.not.contain('Titel');
    });

    it('is the article around the player', async () => {
      const { page, player } = await pageWith(`<article><h1>Bienen</h1></article>${P}${P}`);
      page.querySelector('article')?.append(player);
      await player.play();
      expect(player.cues.map(({ text }) => text)).to.deep.equal(['Bienen']);
    });

    for (const [lang, message] of [
      ['de', 'Auf dieser Seite gibt es keinen einzelnen Artikel.'],
      ['en', 'There is no single article on this page.'],
      ['fr', 'Il n’y a pas d’article unique sur cette page.'],
      ['it', 'In questa pagina non c’è un singolo articolo.'],
    ] as const)
      it(`is none on a list of articles, which is said (${lang})`, async () => {
        const { player } = await pageWith(`<main>${TEASERS}</main>`);
        player.lang = lang;
        const error = (await player.play().catch((reason: unknown) => reason)) as DOMException;
        expect(error).to.include({ name: 'NotSupportedError' });
        await waitUntil(() => messageOf(player) === message);
      });
  });
});
