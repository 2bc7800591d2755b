import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { VorleserPlayButton } from '../../src/controls/vorleser-play-button.js';
import { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { settings } from '../../src/settings/settings.js';
import {
  ARTICLE,
  control,
  marked,
  messageOf,
  playerFor,
  statusOf,
  untilHeard,
} from '../fixtures/player.js';

const nameOf = (button: HTMLButtonElement) => button.ariaLabel ?? button.textContent?.trim();

describe('<vorleser-player>', () => {
  let errors: unknown[];
  const onError = (event: ErrorEvent | PromiseRejectionEvent) => errors.push(event);
  const consoleError = console.error;

  beforeEach(() => {
    errors = [];
    console.error = (...args: unknown[]) => errors.push(args);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
  });
  afterEach(() => {
    console.error = consoleError;
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
  });
  // Fails the test itself, where a hook that fails would end the whole suite.
  const test = (name: string, body: () => Promise<void>) =>
    it(name, async () => {
      await body();
      await aTimeout(0);
      expect(errors).to.deep.equal([]);
    });

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

  describe('voices', () => {
    beforeEach(() => localStorage.removeItem('vorleser'));
    afterEach(() => localStorage.removeItem('vorleser'));

    test('are listed when somebody asks for them', async () => {
      const { player } = await playerFor();
      expect(player.voices).to.deep.equal([]);
      await oneEvent(player, 'voiceschange');
      expect(player.voices.map(({ engine, lang }) => [engine, lang])).to.deep.equal([
        ['embedded', 'de'],
      ]);
      expect(settings.chosen).to.deep.equal({});
    });

    test('are remembered, also where they are not there any more', async () => {
      const { player } = await playerFor();
      expect(player.voice).to.equal(null);
      player.voice = 'a voice of another day';
      const { player: another } = await playerFor('<p>Kurz.</p>', { voice: 'the publisher’s' });
      expect(another.voice).to.equal('a voice of another day');
      const ended = oneEvent(another, 'ended');
      await another.play();
      await ended;
      expect(another.voice).to.equal('a voice of another day');
      another.voice = null;
      const { player: third } = await playerFor(ARTICLE, { voice: 'the publisher’s' });
      expect(third.voice).to.equal('the publisher’s');
    });

    test('of an engine that is gone are replaced without a word, and stay chosen', async () => {
      for (const engine of ['azure', 'browser', 'recording', 'an engine of the future']) {
        const voice = { voiceURI: 'Katja', engine };
        settings.choose({ voice });
        const { player } = await playerFor('<p>Kurz.</p>', { engines: 'azure browser embedded' });
        await player.play();
        expect(player).to.include({ engine: 'embedded', voice: 'Katja', error: null });
        expect(messageOf(player)).to.not.match(/Stimme/);
        expect(settings.chosen).to.deep.equal({ voice });
        player.remove();
      }
    });

    test('can be heard without being chosen', async () => {
      const { player } = await playerFor();
      const sampled = player.sampleVoice('vorleser:espeak-ng/de');
      expect(player.paused).to.equal(true);
      await sampled;
      expect(player.voices[0]).to.deep.include({
        engine: 'embedded',
        name: 'eSpeak NG',
        lang: 'de',
      });
      expect(player).to.include({ voice: null, paused: true, engine: null });
      expect(settings.chosen).to.deep.equal({});
      const error = await player.sampleVoice('nobody').catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(DOMException).with.property('name', 'NotFoundError');
    });

    test('of a host that gets the text are not used before the listener has allowed it', async () => {
      const { player } = await playerFor('<p>Kurz.</p>', {
        engines: 'azure embedded',
        tokenurl: '/there-is-no-broker',
      });
      const fetched: string[] = [];
      const realFetch = globalThis.fetch;
      globalThis.fetch = (...args) => {
        fetched.push(new Request(...args).url);
        return realFetch(...args);
      };
      const ended = oneEvent(player, 'ended');
      await import('../../src/player/listening-elements.js');
      const asked = new Promise((resolve) =>
        new MutationObserver((_, observer) => {
          const consent = player.shadowRoot?.querySelector<LitElement>('vorleser-consent');
          if (!consent) return;
          observer.disconnect();
          resolve(consent.updateComplete);
        }).observe(player.shadowRoot as ShadowRoot, { childList: true, subtree: true }),
      );
      const played = player.play();
      const question = () => player.shadowRoot?.querySelector('vorleser-consent')?.shadowRoot;
      await asked;
      const status = question()?.querySelector('[role=status]');
      expect(status?.textContent?.trim(), 'a region is there before its text').to.equal('');
      await waitUntil(() => question()?.textContent?.includes('tts.speech.microsoft.com'));
      await expect(player).to.be.accessible();
      const [allow, refuse] = question()?.querySelectorAll('button') ?? [];
      expect([allow, refuse].map((button) => button?.textContent.trim())).to.deep.equal([
        'Einverstanden',
        'Mit einer anderen Stimme lesen',
      ]);
      refuse?.focus();
      refuse?.click();
      expect(control(player, 'vorleser-play-button').matches(':focus')).to.equal(true);
      await played;
      expect(player.engine).to.equal('embedded');
      await ended;
      globalThis.fetch = realFetch;
      expect(fetched.filter((address) => /broker|microsoft/.test(address))).to.deep.equal([]);
      expect(question()).to.equal(undefined);
      const { player: another } = await playerFor('<p>Kurz.</p>', {
        engines: 'azure embedded',
        tokenurl: '/there-is-no-broker',
      });
      await another.play();
      expect(another.engine).to.equal('embedded');
      another.remove();
    });
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

  describe('on a bad day', () => {
    test('says that an article has no text', async () => {
      const { player } = await playerFor('<p></p>');
      const error = (await player.play().catch((reason: unknown) => reason)) as DOMException;
      expect(error).to.include({ name: 'NotSupportedError' });
      await waitUntil(() => messageOf(player) === 'Hier gibt es keinen Text zum Vorlesen.');
      expect(player.paused).to.equal(true);
    });

    test('says that there is no article, and reads it once it is there', async () => {
      const { player, page, article } = await playerFor();
      article.remove();
      await player.play().catch(() => undefined);
      await waitUntil(
        () => statusOf(player).textContent === 'Hier gibt es keinen Text zum Vorlesen.',
      );
      page.append(article);
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
    });

    test('says that a selector of what is skipped is wrong, and reads everything', async () => {
      const { player } = await playerFor('<p>Ja.</p>', { skip: 'p >' });
      await player.play();
      expect(player.activeCue?.text).to.equal('Ja.');
      expect(errors.splice(0)).to.have.length(1);
      player.remove();
    });

    test('stops when the article is removed while it is read', async () => {
      const { player, article } = await playerFor();
      await player.play();
      article.remove();
      await waitUntil(() =>
        statusOf(player).textContent?.startsWith('Der Artikel ist nicht mehr auf der Seite.'),
      );
      expect(player).to.include({ paused: true, activeCue: null });
    });

    test('falls silent when it is removed itself, and goes on when it is only moved', async () => {
      const { player, page } = await playerFor();
      await player.play();
      page.append(player);
      await aTimeout(50);
      expect(player.paused).to.equal(false);
      expect(CSS.highlights.size).to.be.above(0);
      player.remove();
      await aTimeout(50);
      expect(player.paused).to.equal(true);
      expect(CSS.highlights.size).to.equal(0);
      page.append(player);
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
      await aTimeout(0);
    });

    test('speaks without speech synthesis in the browser', async () => {
      const real = Object.getOwnPropertyDescriptor(window, 'speechSynthesis') as PropertyDescriptor;
      Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });
      try {
        const { player } = await playerFor(undefined, { engines: 'browser embedded' });
        await player.play();
        expect(player.engine).to.equal('embedded');
        player.setAttribute('engines', 'browser');
        const silent = await playerFor(undefined, { engines: 'browser' });
        await silent.player.play().catch(() => undefined);
        await waitUntil(() =>
          statusOf(silent.player).textContent?.includes('lässt sich keine Stimme laden'),
        );
        expect(silent.player.error).to.be.instanceOf(Error);
        player.remove();
        await aTimeout(0);
      } finally {
        Object.defineProperty(window, 'speechSynthesis', real);
      }
    });

    test('needs no storage', async () => {
      const real = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
      const refuse = () => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true });
      try {
        const { player } = await playerFor();
        await player.play();
        expect(player.paused).to.equal(false);
        player.remove();
        await aTimeout(0);
      } finally {
        Object.defineProperty(window, 'localStorage', real);
      }
    });

    test('lets one player speak at a time', async () => {
      const one = await playerFor();
      const page = await fixture<HTMLElement>(
        html`<section>
          <vorleser-player for="other" engines="embedded"></vorleser-player>
          <div id="other">Etwas anderes.</div>
        </section>`,
      );
      const other = page.querySelector('vorleser-player') as VorleserPlayer;
      await one.player.play();
      await other.play();
      expect(one.player.paused).to.equal(true);
      expect(other.paused).to.equal(false);
      expect(nameOf(control(one.player, 'vorleser-play-button'))).to.equal('Weiter anhören');
      expect(statusOf(one.player).textContent).to.equal('');
      one.player.remove();
      other.remove();
      await aTimeout(0);
    });

    test('pauses when the page is left', async () => {
      const { player } = await playerFor();
      await player.play();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(player.paused).to.equal(true);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      player.remove();
      await aTimeout(0);
    });

    test('refuses a rate that makes no sense and keeps the one it had', async () => {
      const { player } = await playerFor(undefined, { playbackrate: '1.5' });
      expect(player.playbackRate).to.equal(1.5);
      player.setAttribute('playbackrate', 'schnell');
      await player.updateComplete;
      expect(player.playbackRate).to.equal(1.5);
      expect(errors.splice(0)).to.have.length(1);
    });
  });
});
