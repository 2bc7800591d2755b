import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { playerFor, statusOf, untilHeard } from '../fixtures/player.js';

/** What a screen reader that keeps to the specifications says to all in an element, which it does not leave. */
async function readThrough(container: HTMLElement): Promise<string[]> {
  await virtual.start({ container });
  const phrases: string[] = [];
  do {
    phrases.push(await virtual.lastSpokenPhrase());
    await virtual.next();
  } while (phrases.length < 50 && (await virtual.lastSpokenPhrase()) !== phrases[0]);
  await virtual.stop();
  return phrases;
}

/** It does not enter shadow roots by itself: it is led to the player's controls, one after the other. */
async function readControls(player: HTMLElement): Promise<string[]> {
  const phrases: string[] = [];
  for (const { shadowRoot } of player.shadowRoot?.querySelectorAll('*') ?? []) {
    const native = shadowRoot?.querySelector<HTMLElement>('button, select, input');
    if (native) phrases.push((await readThrough(native))[0] ?? '');
  }
  return phrases;
}

describe('with a virtual screen reader', () => {
  afterEach(() => virtual.stop());

  it('every control has a name, a role and a state', async () => {
    const { player } = await playerFor();
    const idle = (await readControls(player)).map((phrase) =>
      phrase.replace(/max value .*/, 'and its value'),
    );
    expect(idle).to.deep.equal([
      'button, Artikel anhören',
      'button, Vorheriger Absatz, disabled',
      'button, Vorheriger Satz, disabled',
      'button, Nächster Satz, disabled',
      'button, Nächster Absatz, disabled',
      'button, Letzten Sprung zurücknehmen, disabled',
      'button, Zur Lesestelle, disabled',
      'combobox, Geschwindigkeit, 1, has popup listbox, not expanded',
      'button, Vorlesen beenden, disabled',
      'button, Einstellungen, not expanded',
      'button, Vorherige Überschrift, disabled',
      'slider, Stelle im Artikel, orientated horizontally, and its value',
      'button, Nächste Überschrift, disabled',
    ]);
    await player.play();
    const speaking = await readControls(player);
    expect(speaking[0]).to.equal('button, Pause');
    expect(speaking[4]).to.equal('button, Nächster Absatz, not disabled');
    player.remove();
  });

  it('a slider’s value is said in words', async () => {
    const { player } = await playerFor();
    await player.play();
    await untilHeard(player, 'Der erste Satz.');
    player.pause();
    await waitUntil(async () =>
      (await readControls(player)).some((phrase) =>
        /current value Absatz 1 von 2, noch etwa \d Sekunden$/.test(phrase),
      ),
    );
    player.remove();
  });

  it('the article is the same before, during and after it is read', async () => {
    const { player, article } = await playerFor();
    const before = await readThrough(article);
    expect(before.slice(0, 4)).to.deep.equal([
      'article',
      'heading, Ein Titel, level 1',
      'paragraph',
      'Der erste Satz. Der zweite',
    ]);
    const ended = oneEvent(player, 'ended');
    await player.play();
    await untilHeard(player, 'Der zweite schöne Satz.');
    expect(await readThrough(article)).to.deep.equal(before);
    player.playbackRate = 4;
    await ended;
    expect(await readThrough(article)).to.deep.equal(before);
  });

  it('nothing is said while the voice speaks, and its end is', async () => {
    const { player } = await playerFor();
    await player.play();
    await aTimeout(100);
    await virtual.start({ container: statusOf(player) });
    await virtual.clearSpokenPhraseLog();
    player.playbackRate = 6;
    let whileSpeaking: string[] = ['not asked'];
    player.addEventListener('cuechange', () => {
      if (player.activeCue)
        void virtual.spokenPhraseLog().then((log) => (whileSpeaking = [...log]));
    });
    await oneEvent(player, 'ended');
    await aTimeout(100);
    expect(whileSpeaking).to.deep.equal([]);
    expect([...new Set(await virtual.spokenPhraseLog())]).to.deep.equal([
      'polite: Ende des Artikels',
    ]);
  });
});
