import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { type Cue } from '../../src/narration/index.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { savePosition, savedPosition } from '../../src/page/saved-position.js';
import { Playback } from '../../src/playback/playback.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { ScriptedEngine, type Script } from '../fixtures/scripted-engine.js';

const cue = (text: string, index: number) => ({ text, index }) as Cue;

describe('saved positions', () => {
  beforeEach(() => forgetSettings());
  after(() => forgetSettings());

  it('are stored by article, and can be removed', () => {
    savePosition('/a', cue('Ein Satz.', 3));
    savePosition('/b', cue('Ein anderer.', 5));
    expect(savedPosition('/a')).to.deep.equal({ text: 'Ein Satz.', index: 3 });
    savePosition('/a', null);
    expect(savedPosition('/a')).to.equal(null);
    expect(savedPosition('/b')).to.deep.equal({ text: 'Ein anderer.', index: 5 });
  });

  it('are kept for the last 50 articles', () => {
    savePosition('/first', cue('Satz.', 1));
    savePosition('/second', cue('Satz.', 1));
    savePosition('/first', cue('Satz.', 2));
    for (let number = 0; number < 49; number++) savePosition(`/${number}`, cue('Satz.', 1));
    expect(savedPosition('/second')).to.equal(null);
    expect(savedPosition('/first')?.index).to.equal(2);
  });

  it('do not name the article, whose address may contain a secret', () => {
    savePosition('/mail?token=geheim', cue('Satz.', 1));
    expect(localStorage.getItem('vorleser')).not.to.contain('geheim').and.not.to.contain('mail');
  });

  it('that an earlier version stored by address are found, and stored without it', () => {
    settings.keep({ places: { '/mail?token=geheim': { text: 'Satz.', index: 1 }, '/b': 7 } });
    expect(savedPosition('/mail?token=geheim')).to.deep.equal({ text: 'Satz.', index: 1 });
    savePosition('/c', cue('Satz.', 1));
    expect(localStorage.getItem('vorleser')).not.to.contain('geheim');
    expect(savedPosition('/mail?token=geheim')?.index).to.equal(1);
  });

  it('do not affect the listener’s choices, and are not one of them', () => {
    settings.choose({ rate: 2 });
    savePosition('/a', cue('Satz.', 1));
    expect(settings.chosen).to.deep.equal({ rate: 2 });
  });

  it('are ignored if the stored value is invalid', () => {
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

describe('the saved position of a playback', () => {
  /** An article with an engine, and the sentences whose positions were saved. */
  async function setUp(script: Script) {
    const root = await fixture(html`<article><p>Eins. Zwei. Drei.</p></article>`);
    const saved: (string | undefined)[] = [];
    const engine = new ScriptedEngine('scripted', script);
    const playback = new Playback({
      narrate: () => new NavigableNarration(root),
      engines: () => [() => Promise.resolve(engine)],
      savePosition: (cue) => saved.push(cue?.text),
    });
    return { playback, saved };
  }

  it('is saved when a sentence is heard, and removed at the end', async () => {
    const { playback, saved } = await setUp('speak');
    const ended = new Promise((resolve) => playback.addEventListener('ended', resolve));
    await playback.play();
    await ended;
    expect(saved).to.deep.equal(['Eins.', 'Zwei.', 'Drei.', undefined]);
  });

  it('is saved after a seek while nothing is read', async () => {
    const { playback, saved } = await setUp('hold');
    playback.seekToCue(1);
    await waitUntil(() => !playback.seeking && saved.length > 0);
    expect(saved).to.deep.equal(['Zwei.']);
  });

  for (const end of ['pause', 'stop'] as const) {
    it(`is saved if ${end} follows a seek before speech is audible`, async () => {
      const { playback, saved } = await setUp('hang');
      playback.play().catch(() => undefined);
      playback.seekToCue(2);
      playback[end]();
      await waitUntil(() => saved.length > 0);
      expect(saved).to.deep.equal(['Drei.']);
      playback.dispose();
    });
  }
});
