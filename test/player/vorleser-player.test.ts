import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { VorleserPlayButton } from '../../src/controls/vorleser-play-button.js';
import { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { control, marked, messageOf, playerFor, statusOf, untilHeard } from '../fixtures/player.js';
import { withoutErrors } from '../fixtures/without-errors.js';

const nameOf = (button: HTMLButtonElement) => button.ariaLabel ?? button.textContent?.trim();

describe('<vorleser-player>', () => {
  const { test } = withoutErrors();

  test('reads the article, marks what is heard, and leaves the page as it was', async () => {
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

  test('marks the words, whose times the embedded voice knows', async () => {
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

  test('speaks words as a lexicon teaches them, and marks them where they stand', async () => {
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

  describe('controls', () => {
    test('have names that change with what they do, and stay the same nodes', async () => {
      const { player } = await playerFor();
      const button = control(player, 'vorleser-play-button');
      expect(nameOf(button)).to.equal('Artikel anhören');
      expect(button.hasAttribute('aria-pressed')).to.equal(false);
      button.focus();
      button.click();
      await oneEvent(player, 'playing');
      await waitUntil(() => nameOf(button) === 'Pause');
      button.click();
      await waitUntil(() => nameOf(button) === 'Weiter anhören');
      expect(player.paused).to.equal(true);
      expect(control(player, 'vorleser-play-button')).to.equal(button);
      expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(button);
      control(player, 'vorleser-stop-button').click();
      await waitUntil(() => nameOf(button) === 'Artikel anhören');
    });

    test('jump by sentence and paragraph', async () => {
      const { player } = await playerFor();
      const press = (direction: string, unit: string) =>
        control(player, `vorleser-skip-button[direction=${direction}][unit=${unit}]`).click();
      await player.play();
      press('next', 'paragraph');
      await untilHeard(player, 'Der erste Satz.');
      press('next', 'sentence');
      await untilHeard(player, 'Der zweite schöne Satz.');
      press('previous', 'sentence');
      await untilHeard(player, 'Der erste Satz.');
      press('previous', 'paragraph');
      await untilHeard(player, 'Ein Titel');
      player.remove();
    });

    test('say when they are of no use, and keep their places', async () => {
      const { player } = await playerFor();
      const next = control(player, 'vorleser-skip-button[direction=next][unit=sentence]');
      expect(next.ariaDisabled).to.equal('true');
      expect(next.disabled).to.equal(false);
      next.click();
      expect(player.activeCue).to.equal(null);
    });

    test('can be replaced by the publisher’s own', async () => {
      const { player } = await playerFor();
      const button = document.createElement('vorleser-play-button') as VorleserPlayButton;
      player.append(button);
      await button.updateComplete;
      expect(player.shadowRoot?.querySelector('slot')?.assignedElements()).to.deep.equal([button]);
      button.shadowRoot?.querySelector('button')?.click();
      await oneEvent(player, 'playing');
      player.remove();
    });

    test('of a bar of one’s own are defined, also those that the default bar does without', async () => {
      const bar = ['link-button', 'mute-button', 'voice-select', 'volume'].map(
        (name) => `<vorleser-${name}></vorleser-${name}>`,
      );
      const page = await fixture(
        html`<div .innerHTML=${`<vorleser-player><p>${bar.join('')}</p></vorleser-player>`}></div>`,
      );
      await waitUntil(() => !page.querySelector(':not(:defined)'));
    });

    test('can be passed by with the keyboard', async () => {
      const { player } = await playerFor();
      const skip = player.shadowRoot?.querySelector<HTMLElement>('[part=skip-link]');
      expect(skip?.getBoundingClientRect().width).to.equal(1);
      skip?.focus();
      expect(skip?.textContent).to.equal('Vorlesen überspringen');
      expect(skip?.getBoundingClientRect().height).to.be.at.least(44);
      const { href } = location;
      skip?.click();
      const { activeElement } = player.shadowRoot as ShadowRoot;
      expect(activeElement?.nextElementSibling).to.equal(null);
      for (const control of player.shadowRoot?.querySelectorAll('vorleser-skip-button') ?? [])
        expect(activeElement?.compareDocumentPosition(control)).to.equal(
          Node.DOCUMENT_POSITION_PRECEDING,
        );
      expect(location.href).to.equal(href);
    });

    test('are 44 pixels at least, and pass axe in every state', async () => {
      const { player, page } = await playerFor();
      await expect(page).to.be.accessible();
      for (const button of [
        'vorleser-play-button',
        'vorleser-skip-button',
        'vorleser-stop-button',
      ]) {
        const { width, height } = control(player, button).getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
      await player.play();
      await expect(page).to.be.accessible();
      player.pause();
      await expect(page).to.be.accessible();
      player.remove();
    });
  });

  test('is stopped by Escape, in the player and nowhere else', async () => {
    const { player } = await playerFor();
    await player.play();
    const press = (target: EventTarget) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Escape',
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press(document.body)).to.equal(false);
    expect(player.paused).to.equal(false);
    expect(press(control(player, 'vorleser-play-button'))).to.equal(true);
    expect(player).to.include({ paused: true, activeCue: null });
    expect(press(control(player, 'vorleser-play-button'))).to.equal(false);
  });

  test('reads on from a sentence that is clicked while it is on, and only then', async () => {
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

  test('announces nothing while the voice speaks, and moves no focus', async () => {
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

  test('says that the sound is off, for whoever waits for a voice', async () => {
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

  test('says how fast the voice can read, as long as that is not as fast as wished', async () => {
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

  test('is a named region, and puts nothing on its own element', async () => {
    const { player } = await playerFor();
    expect(player.getAttributeNames()).to.deep.equal(['for', 'engines']);
    await expect(player).to.be.accessible();
  });

  test('tells its events without letting them bubble', async () => {
    const { player, page } = await playerFor();
    let bubbled = 0;
    for (const type of ['play', 'playing', 'cuechange', 'pause'])
      page.addEventListener(type, () => bubbled++);
    await player.play();
    player.pause();
    expect(bubbled).to.equal(0);
    player.remove();
  });

  test('says how long the article takes', async () => {
    const { player } = await playerFor();
    const time = player.shadowRoot?.querySelector('vorleser-time[show=remaining]');
    await waitUntil(() => time?.shadowRoot?.textContent?.includes('noch etwa 5 Sekunden'));
  });

  test('keeps what the page set before the element was defined', async () => {
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

  describe('finds the article', () => {
    const rootOf = async (markup: string) => {
      const page = await fixture<HTMLElement>(html`<div .innerHTML=${markup}></div>`);
      const player = page.querySelector('vorleser-player') as VorleserPlayer;
      await player.updateComplete;
      await waitUntil(() => player.cues.length > 0);
      return player.cues.map(({ text }) => text).join(' ');
    };

    test('around it, where no id is given', async () => {
      expect(
        await rootOf(
          '<article>Falsch.</article><article><vorleser-player></vorleser-player>Ja.</article>',
        ),
      ).to.equal('Ja.');
    });

    test('anywhere on the page', async () => {
      expect(
        await rootOf(
          '<vorleser-player></vorleser-player><main>Nein. <article>Ja.</article></main>',
        ),
      ).to.equal('Ja.');
    });

    test('in its main, where there is no article', async () => {
      expect(await rootOf('<vorleser-player></vorleser-player><main>Nur das.</main>')).to.equal(
        'Nur das.',
      );
    });

    test('leaves out what skip names', async () => {
      const markup =
        '<vorleser-player for="a" skip=".x"></vorleser-player><div id="a">Ja. <b class="x">Nein.</b></div>';
      expect(await rootOf(markup)).to.equal('Ja.');
    });
  });
});
