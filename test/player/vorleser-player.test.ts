import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { openPanel } from '../fixtures/settings-panel.js';
import { VorleserPlayer } from '../../src/player/vorleser-player.js';
import {
  control,
  elementIn,
  marked,
  messageOf,
  playerFor,
  playWithControls,
  showMore,
  statusOf,
  untilHeard,
} from '../fixtures/player.js';
import { withoutErrors } from '../fixtures/without-errors.js';

describe('<vorleser-player>', () => {
  const { test } = withoutErrors();

  test('reads the article, highlights each sentence, and restores the page', async () => {
    const { player, page } = await playerFor();
    const before = page.outerHTML;
    const heard: string[] = [];
    player.addEventListener('cuechange', () => {
      expect(page.outerHTML).to.equal(before);
      if (!player.activeCue) return;
      heard.push(player.activeCue.text);
      expect(marked()).to.deep.equal([player.activeCue.text]);
    });
    player.playbackRate = 4;
    const ended = oneEvent(player, 'ended');
    await player.play();
    expect(player).to.include({ paused: false, engine: 'embedded' });
    await ended;
    expect(heard).to.deep.equal([
      'Ein Titel',
      'Der erste Satz.',
      'Der zweite schöne Satz.',
      'Der letzte.',
    ]);
    expect(page.outerHTML).to.equal(before);
  });

  test('highlights each word with the embedded voice, which reports word boundaries', async () => {
    const { player } = await playerFor();
    const words: string[] = [];
    player.addEventListener('boundary', (event) => {
      const { start, end } = (event as CustomEvent<{ start: number; end: number }>).detail;
      words.push(player.activeCue?.text.slice(start, end) ?? '');
      expect(marked('vorleser-word')).to.deep.equal([words.at(-1)]);
    });
    player.seekToCue(2);
    await player.play();
    await untilHeard(player, 'Der letzte.');
    expect(words.slice(0, 4)).to.deep.equal(['Der', 'zweite', 'schöne', 'Satz']);
    player.remove();
  });

  test('pronounces words by a lexicon, and highlights them in the text', async () => {
    const lexicon = new Blob([
      '<lexicon><lexeme><grapheme>Xi</grapheme><alias>Schi der Große</alias></lexeme></lexicon>',
    ]);
    const { player } = await playerFor('<p>Am 3. Mai kam Xi.</p>', {
      lexicon: URL.createObjectURL(lexicon),
    });
    const words: string[] = [];
    player.addEventListener('boundary', (event) => {
      const { start, end } = (event as CustomEvent<{ start: number; end: number }>).detail;
      words.push(player.activeCue?.text.slice(start, end) ?? '');
    });
    const ended = oneEvent(player, 'ended');
    await player.play();
    await ended;
    expect(words).to.deep.equal(['Am', '3.', 'Mai', 'kam', 'Xi', 'Xi', 'Xi']);
  });

  /** @returns whether a press of Escape had an effect */
  const pressEscape = (target: EventTarget) => {
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };

  test('closes what a button has opened by Escape on that button, and reads on', async () => {
    const { player } = await playerFor();
    await openPanel(player);
    const button = control(player, 'vorleser-settings-button');
    expect(pressEscape(button)).to.equal(true);
    await waitUntil(() => button.ariaExpanded === 'false');
    await playWithControls(player);
    await showMore(player);
    expect(pressEscape(control(player, 'vorleser-more-button'))).to.equal(true);
    await waitUntil(() => !control(player, 'vorleser-stop-button'));
    expect(player.paused).to.equal(false);
    player.remove();
  });

  test('moves the focus through “More” by the arrow keys, and reads on where it was', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    player.pause();
    await showMore(player);
    const more = elementIn(player, 'vorleser-more-button').shadowRoot!;
    const focused = () => more.activeElement?.shadowRoot?.activeElement ?? more.activeElement;
    const press = (key: string) =>
      focused()?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    const { index } = player.activeCue!;
    const controls = [...more.querySelectorAll('.item > :first-child')];
    control(player, 'vorleser-more-button').focus();
    press('ArrowDown');
    expect(more.activeElement).to.equal(controls[0]);
    press('ArrowDown');
    expect(more.activeElement).to.equal(controls[1]);
    press('ArrowUp');
    press('ArrowUp');
    expect(more.activeElement).to.equal(controls.at(-1));
    expect(focused()).to.be.instanceOf(HTMLButtonElement);
    expect(player.activeCue?.index).to.equal(index);
    player.remove();
  });

  test('closes one layer with each Escape, without scrolling, after the page has followed the voice', async () => {
    const { player } = await playerFor('<p>Ein Satz. Noch einer.</p>'.repeat(60));
    await playWithControls(player);
    player.pause();
    await showMore(player);
    const more = elementIn(player, 'vorleser-more-button').shadowRoot!;
    const moreButton = control(player, 'vorleser-more-button');
    const opener = more
      .querySelector('vorleser-settings-button')!
      .shadowRoot!.querySelector('button')!;
    opener.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }));
    await waitUntil(() => more.querySelector('[open]'));
    opener.focus();
    scrollTo(0, 600);
    await waitUntil(() => moreButton.getBoundingClientRect().bottom < 0);
    expect(pressEscape(opener)).to.equal(true);
    await waitUntil(() => !more.querySelector('[open]'));
    scrollTo(0, 640);
    await aTimeout(100);
    expect(more.querySelector('.overlay')).to.exist;
    expect(pressEscape(opener)).to.equal(true);
    await waitUntil(() => !more.querySelector('.overlay'));
    // Where that of the row is out of view, the same button of the bar at the edge has the focus.
    expect(player.shadowRoot?.activeElement).to.equal(elementIn(player, 'vorleser-mini-bar'));
    await aTimeout(50);
    expect(scrollY).to.equal(640);
    player.remove();
  });

  test('is stopped by Escape within the player only', async () => {
    const { player } = await playerFor();
    await player.play();
    expect(pressEscape(document.body)).to.equal(false);
    expect(player.paused).to.equal(false);
    expect(pressEscape(control(player, 'vorleser-play-button'))).to.equal(true);
    expect(player).to.include({ paused: true, activeCue: null });
    expect(pressEscape(control(player, 'vorleser-play-button'))).to.equal(false);
  });

  test('seeks to a clicked sentence once reading has begun, and not before', async () => {
    const { player, article } = await playerFor();
    const click = (element: Element, init: MouseEventInit = {}) => {
      const { left, top, height } = element.getBoundingClientRect();
      const at = {
        clientX: left + 4,
        clientY: top + height / 2,
        bubbles: true,
        composed: true,
        cancelable: true,
      };
      element.dispatchEvent(new MouseEvent('click', { ...at, ...init }));
    };
    const last = article.lastElementChild as Element;
    click(last);
    expect(player.activeCue).to.equal(null);
    await player.play();
    click(last, { ctrlKey: true });
    expect(player.seeking).to.equal(false);
    click(article.querySelector('em') as Element);
    await untilHeard(player, 'Der zweite schöne Satz.');
    click(last);
    await untilHeard(player, 'Der letzte.');
    player.remove();
  });

  test('announces nothing and moves no focus while the voice speaks', async () => {
    const { player } = await playerFor();
    await player.play();
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(statusOf(player).textContent ?? ''));
    observer.observe(statusOf(player), { childList: true, characterData: true, subtree: true });
    const focused = document.activeElement;
    player.playbackRate = 6;
    await oneEvent(player, 'ended');
    await aTimeout(50);
    expect(changes).to.deep.equal(['Ende des Artikels']);
    expect(document.activeElement).to.equal(focused);
  });

  test('reports that the sound is off', async () => {
    const { player } = await playerFor();
    player.muted = true;
    await player.play();
    await waitUntil(() => statusOf(player).textContent === 'Der Ton ist aus');
    player.muted = false;
    await waitUntil(() => statusOf(player).textContent === '');
    player.volume = 0;
    await waitUntil(() => statusOf(player).textContent === 'Der Ton ist aus');
    player.pause();
    await waitUntil(() => statusOf(player).textContent === 'Angehalten');
  });

  test('shows the limit of the voice’s rate while the chosen rate is beyond it', async () => {
    const { player } = await playerFor();
    await player.play();
    player.playbackRate = 6;
    await waitUntil(() => messageOf(player) === 'Diese Stimme liest höchstens 4×.');
    player.playbackRate = 0.2;
    await waitUntil(() => messageOf(player) === 'Diese Stimme liest mindestens 0,25×.');
    expect(statusOf(player).textContent, 'It is not announced').to.equal('');
    player.playbackRate = 3;
    await waitUntil(() => messageOf(player) === '');
  });

  test('is a named region, and sets no attributes on its host element', async () => {
    const { player } = await playerFor();
    expect(player.getAttributeNames()).to.deep.equal(['for', 'engines']);
    await expect(player).to.be.accessible();
  });

  test('fires events that do not bubble', async () => {
    const { player, page } = await playerFor();
    let bubbled = 0;
    for (const type of ['play', 'playing', 'cuechange', 'pause'])
      page.addEventListener(type, () => bubbled++);
    await player.play();
    player.pause();
    expect(bubbled).to.equal(0);
    player.remove();
  });

  test('shows how long the article takes', async () => {
    const { player } = await playerFor();
    const shown = () => player.shadowRoot?.querySelector('[part=time]')?.textContent;
    await waitUntil(() => shown() === 'etwa 1 Min.etwa 5 Sekunden');
  });

  test('keeps properties that were set before the element was defined', async () => {
    const early = Object.assign(document.createElement('vorleser-early'), {
      playbackRate: 2,
      muted: true,
    });
    document.body.append(early);
    customElements.define('vorleser-early', class extends VorleserPlayer {});
    await (early as unknown as VorleserPlayer).updateComplete;
    expect(early).to.include({ playbackRate: 2, muted: true });
    (early as unknown as VorleserPlayer).playbackRate = 3;
    expect(early.playbackRate).to.equal(3);
    early.remove();
  });

  describe('the article', () => {
    const rootOf = async (markup: string) => {
      const page = await fixture<HTMLElement>(html`<div .innerHTML=${markup}></div>`);
      const player = page.querySelector('vorleser-player') as VorleserPlayer;
      await player.updateComplete;
      await waitUntil(() => player.cues.length > 0);
      return player.cues.map(({ text }) => text).join(' ');
    };

    test('is the one around the player if no id is given', async () => {
      expect(
        await rootOf(
          '<article>Falsch.</article><article><vorleser-player></vorleser-player>Ja.</article>',
        ),
      ).to.equal('Ja.');
    });

    test('is the first one of the page if there is none around the player', async () => {
      expect(
        await rootOf(
          '<vorleser-player></vorleser-player><main>Nein. <article>Ja.</article></main>',
        ),
      ).to.equal('Ja.');
    });

    test('is the main element if the page has no article', async () => {
      expect(await rootOf('<vorleser-player></vorleser-player><main>Nur das.</main>')).to.equal(
        'Nur das.',
      );
    });

    test('is read without the content that `skip` selects', async () => {
      const markup =
        '<vorleser-player for="a" skip=".x"></vorleser-player><div id="a">Ja. <b class="x">Nein.</b></div>';
      expect(await rootOf(markup)).to.equal('Ja.');
    });
  });
});
