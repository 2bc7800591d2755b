import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import { waitUntil } from '../fixtures/wait-until.js';
import { openPanel } from '../fixtures/settings-panel.js';
import { settings } from '../../src/settings/store.js';
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

const nameOf = (button: HTMLButtonElement) => button.ariaLabel ?? button.textContent?.trim();

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

  describe('controls', () => {
    test('change their names with their function, and stay the same nodes', async () => {
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
      await showMore(player);
      const stop = control(player, 'vorleser-stop-button');
      stop.focus();
      stop.click();
      await waitUntil(() => nameOf(button) === 'Artikel anhören');
      expect(player.shadowRoot?.activeElement?.shadowRoot?.activeElement).to.equal(button);
    });

    test('seek by sentence and paragraph', async () => {
      const { player } = await playerFor();
      const press = (direction: string, unit: string) =>
        control(player, `vorleser-skip-button[direction=${direction}][unit=${unit}]`).click();
      await playWithControls(player);
      await showMore(player);
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

    test('are disabled without losing the focus if they have nothing to do', async () => {
      const { player } = await playerFor();
      await playWithControls(player);
      await showMore(player);
      const link = control(player, 'vorleser-place-button:not([autohide])');
      player.currentTime = Infinity;
      await oneEvent(player, 'ended');
      await waitUntil(() => link.ariaDisabled === 'true');
      expect(link.disabled).to.equal(false);
      link.focus();
      link.click();
      expect(link.matches(':focus')).to.equal(true);
      player.remove();
    });

    test('are few before anybody listens, and take the place of the time when a reading begins', async () => {
      const { player } = await playerFor();
      await waitUntil(() => player.shadowRoot?.querySelector('[part=time]'));
      const names = () =>
        [...(player.shadowRoot?.querySelectorAll('[part=controls] > *') ?? [])].map(
          ({ localName, part }) =>
            localName === 'span' ? part.value : localName.replace('vorleser-', ''),
        );
      expect(names()).to.deep.equal(['play-button', 'status', 'time', 'reader', 'settings-button']);
      await playWithControls(player);
      expect(names()).to.deep.equal([
        'play-button',
        'status',
        'skip-button',
        'skip-button',
        'div',
        'rate-select',
        'more-button',
      ]);
      player.remove();
    });

    test('that undo a seek are hidden until there is one, and stay while they have the focus', async () => {
      const { player } = await playerFor();
      await playWithControls(player);
      const back = elementIn(player, 'vorleser-back-button');
      expect(back.hidden).to.equal(true);
      player.pause();
      player.seekToCue(3);
      await waitUntil(() => !back.hidden);
      const button = control(player, 'vorleser-back-button');
      button.focus();
      button.click();
      await waitUntil(() => button.ariaDisabled === 'true');
      expect(back.hidden).to.equal(false);
      control(player, 'vorleser-play-button').focus();
      await waitUntil(() => back.hidden);
      player.remove();
    });

    test('are chosen and ordered by `controls`; “More” holds the others', async () => {
      const reported = sinon.stub(console, 'error');
      const { player } = await playerFor(undefined, { controls: 'rate next-paragraph unknown' });
      await playWithControls(player);
      const inRow = [...(player.shadowRoot?.querySelectorAll('[part=controls] > *') ?? [])];
      expect(
        inRow.map(({ localName }) => localName.replace('vorleser-', '')).slice(2),
      ).to.deep.equal(['rate-select', 'skip-button', 'div', 'more-button']);
      expect(player.shadowRoot?.querySelector('vorleser-timeline')).to.equal(null);
      expect(reported.args.flat().join()).to.include('there is no control "unknown"');
      reported.restore();
      await showMore(player);
      expect(elementIn(player, 'vorleser-skip-button[unit=heading]')).to.exist;
      player.setAttribute('controls', 'timeline');
      await waitUntil(() => player.shadowRoot?.querySelector('vorleser-timeline'));
      player.remove();
    });

    test('can be pinned to the row by the listener, for all players and visits', async () => {
      const { player } = await playerFor();
      await playWithControls(player);
      await showMore(player);
      const more = elementIn(player, 'vorleser-more-button').shadowRoot!;
      const pinOf = () =>
        [...more.querySelectorAll<HTMLButtonElement>('.pin')].find(
          ({ ariaLabel }) => ariaLabel === 'Nächster Absatz: in der Leiste zeigen',
        )!;
      expect(pinOf()).to.equal(undefined);
      more.querySelector<HTMLButtonElement>('.arrange')?.click();
      await waitUntil(() => pinOf());
      const pinned = () =>
        player.shadowRoot?.querySelector('vorleser-skip-button[direction=next][unit=paragraph]');
      expect(pinOf().ariaPressed).to.equal('false');
      pinOf().click();
      await waitUntil(() => pinned());
      expect(pinOf().ariaPressed).to.equal('true');
      expect(settings.chosen.pinned).to.deep.equal(['next-paragraph']);
      pinOf().click();
      await waitUntil(() => !pinned());
      player.remove();
    });

    test('of the settings stay when a reading begins while they are shown', async () => {
      const { player } = await playerFor();
      const panel = await openPanel(player);
      await playWithControls(player);
      expect(panel.element.isConnected).to.equal(true);
      control(player, 'vorleser-settings-button').click();
      await waitUntil(() => !player.shadowRoot?.querySelector('vorleser-settings-button'));
      player.remove();
    });

    test('can be replaced by slotted ones', async () => {
      const { player } = await playerFor();
      const button = document.createElement('vorleser-play-button');
      player.append(button);
      await button.updateComplete;
      expect(player.shadowRoot?.querySelector('slot')?.assignedElements()).to.deep.equal([button]);
      button.shadowRoot?.querySelector('button')?.click();
      await oneEvent(player, 'playing');
      player.remove();
    });

    test('in a page’s own bar are defined, including those that the default bar does not have', async () => {
      const bar = ['link-button', 'mute-button', 'voice-select', 'volume'].map(
        (name) => `<vorleser-${name}></vorleser-${name}>`,
      );
      const page = await fixture(
        html`<div .innerHTML=${`<vorleser-player><p>${bar.join('')}</p></vorleser-player>`}></div>`,
      );
      await waitUntil(() => !page.querySelector(':not(:defined)'));
    });

    test('can be skipped with the keyboard', async () => {
      const { player } = await playerFor();
      await playWithControls(player);
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
      player.remove();
    });

    test('have at least 44 pixels, and pass axe in every state', async () => {
      const { player, page } = await playerFor();
      await expect(page).to.be.accessible();
      await playWithControls(player);
      await showMore(player);
      for (const button of [
        'vorleser-play-button',
        'vorleser-skip-button',
        'vorleser-rate-select',
        'vorleser-more-button',
        'vorleser-stop-button',
      ]) {
        const { width, height } = control(player, button).getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
      await expect(page).to.be.accessible();
      player.pause();
      await expect(page).to.be.accessible();
      player.remove();
    });
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
    expect(player.shadowRoot?.activeElement).to.equal(elementIn(player, 'vorleser-more-button'));
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
