import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type Cue, createNarration } from '../../src/narration/index.js';
import { savePosition, savedPosition } from '../../src/settings/saved-position.js';
import { Playback } from '../../src/playback/playback.js';
import { settings } from '../../src/settings/store.js';
import { ScriptedEngine, type Script } from '../fixtures/scripted-engine.js';

const cue = (text: string, index: number) => ({ text, index }) as Cue;

describe('places', () => {
  beforeEach(() => settings.forget());
  after(() => settings.forget());

  it('are kept by article, and forgotten', () => {
    savePosition('/a', cue('Ein Satz.', 3));
    savePosition('/b', cue('Ein anderer.', 5));
    expect(savedPosition('/a')).to.deep.equal({ text: 'Ein Satz.', index: 3 });
    savePosition('/a', null);
    expect(savedPosition('/a')).to.equal(null);
    expect(savedPosition('/b')).to.deep.equal({ text: 'Ein anderer.', index: 5 });
  });

  it('are those of the last 50 articles', () => {
    savePosition('/first', cue('Satz.', 1));
    savePosition('/second', cue('Satz.', 1));
    savePosition('/first', cue('Satz.', 2));
    for (let number = 0; number < 49; number++) savePosition(`/${number}`, cue('Satz.', 1));
    expect(savedPosition('/second')).to.equal(null);
    expect(savedPosition('/first')?.index).to.equal(2);
  });

  it('leave the choices of a listener alone, and are no choice', () => {
    settings.choose({ rate: 2 });
    savePosition('/a', cue('Satz.', 1));
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
      expect(savedPosition('/a')).to.equal(null);
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
      savePosition: (cue) => kept.push(cue?.text),
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
