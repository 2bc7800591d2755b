import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type Cue, createNarration } from '../../src/narration/index.js';
import { keepPlace, placeIn } from '../../src/settings/saved-position.js';
import { Playback } from '../../src/playback/playback.js';
import { settings } from '../../src/settings/settings.js';
import { ScriptedEngine, type Script } from '../fixtures/scripted-engine.js';

const cue = (text: string, index: number) => ({ text, index }) as Cue;

describe('places', () => {
  beforeEach(() => settings.forget());
  after(() => settings.forget());

  it('are kept by article, and forgotten', () => {
    keepPlace('/a', cue('Ein Satz.', 3));
    keepPlace('/b', cue('Ein anderer.', 5));
    expect(placeIn('/a')).to.deep.equal({ text: 'Ein Satz.', index: 3 });
    keepPlace('/a', null);
    expect(placeIn('/a')).to.equal(null);
    expect(placeIn('/b')).to.deep.equal({ text: 'Ein anderer.', index: 5 });
  });

  it('are those of the last 50 articles', () => {
    keepPlace('/first', cue('Satz.', 1));
    keepPlace('/second', cue('Satz.', 1));
    keepPlace('/first', cue('Satz.', 2));
    for (let number = 0; number < 49; number++) keepPlace(`/${number}`, cue('Satz.', 1));
    expect(placeIn('/second')).to.equal(null);
    expect(placeIn('/first')?.index).to.equal(2);
  });

  it('leave the choices of a listener alone, and are no choice', () => {
    settings.choose({ rate: 2 });
    keepPlace('/a', cue('Satz.', 1));
    expect(settings.chosen).to.deep.equal({ rate: 2 });
  });

  it('take no harm from what others have stored', () => {
    for (const places of [
      7,
      [],
      { '/a': 1 },
      { '/a': { text: 1, index: 1 } },
      { '/a': { text: '', index: -1 } },
    ]) {
      settings.keep({ places });
      expect(placeIn('/a')).to.equal(null);
    }
  });
});

describe('the place of a playback', () => {
  /** Reads an article with an engine, and writes down the sentences that are kept. */
  async function keeping(script: Script) {
    const root = await fixture(html`<article><p>Eins. Zwei. Drei.</p></article>`);
    const kept: (string | undefined)[] = [];
    const engine = new ScriptedEngine('scripted', script);
    const playback = new Playback({
      narrate: () => createNarration(root),
      engines: () => [() => Promise.resolve(engine)],
      keepPlace: (cue) => kept.push(cue?.text),
    });
    return { playback, kept };
  }

  it('is kept when a sentence is heard, and forgotten at the end', async () => {
    const { playback, kept } = await keeping('speak');
    const ended = new Promise((resolve) => playback.addEventListener('ended', resolve));
    await playback.play();
    await ended;
    expect(kept).to.deep.equal(['Eins.', 'Zwei.', 'Drei.', undefined]);
  });

  it('is kept after a jump in silence', async () => {
    const { playback, kept } = await keeping('hold');
    playback.seekToCue(1);
    await waitUntil(() => !playback.seeking && kept.length > 0);
    expect(kept).to.deep.equal(['Zwei.']);
  });

  for (const end of ['pause', 'stop'] as const) {
    it(`is kept after a jump that is not heard before ${end}`, async () => {
      const { playback, kept } = await keeping('hang');
      playback.play().catch(() => undefined);
      playback.seekToCue(2);
      playback[end]();
      await waitUntil(() => kept.length > 0);
      expect(kept).to.deep.equal(['Drei.']);
      playback.dispose();
    });
  }
});
