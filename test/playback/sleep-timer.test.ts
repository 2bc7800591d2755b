import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import { SleepTimer } from '../../src/playback/sleep-timer.js';
import type { SpeechEngine } from '../../src/speech/engine.js';
import { EspeakEngine } from '../../src/speech/espeak/espeak-engine.js';
import { bundledFiles } from '../fixtures/voice-files.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

const TEXT = '<h1>Titel</h1><h2>Teil</h2><p>Eins. Zwei.</p><h2>Mitte</h2><p>Drei.</p><p>Vier.</p>';

async function setUp(engine: SpeechEngine, markup = TEXT) {
  const root = await fixture<HTMLElement>(html`<article .innerHTML=${markup}></article>`);
  const source = () => Promise.resolve(engine);
  const playback = new Playback({
    narrate: () => new NavigableNarration(root),
    engines: () => [source],
  });
  new SleepTimer(playback);
  return playback;
}

describe('the sleep timer', () => {
  afterEach(() => sinon.restore());

  it('pauses at the end of the section, before its next heading', async () => {
    const playback = await setUp(new ScriptedEngine());
    playback.sleep = 'section';
    await playback.play();
    await oneEvent(playback, 'pause');
    expect(playback).to.include({ state: 'paused', sleep: null });
    expect(playback.activeCue?.text).to.equal('Mitte');
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
  });

  it('fires sleepchange when it is set and when it goes off', async () => {
    const playback = await setUp(new ScriptedEngine());
    const changes: unknown[] = [];
    playback.addEventListener('sleepchange', () => changes.push(playback.sleep));
    playback.sleep = 'section';
    await playback.play();
    await oneEvent(playback, 'pause');
    expect(changes).to.deep.equal(['section', null]);
  });

  it('is cleared if the article ends with the section', async () => {
    const playback = await setUp(new ScriptedEngine());
    playback.seekToCue(5);
    playback.sleep = 'section';
    await playback.play();
    await oneEvent(playback, 'ended');
    expect(playback).to.include({ state: 'ended', sleep: null });
  });

  it('pauses after the current sentence when the minutes are over', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const playback = await setUp(engine);
    await playback.play();
    playback.sleep = 0.001;
    await aTimeout(150);
    expect(playback.state).to.equal('speaking');
    expect(playback.sleep).to.equal(0.001);
    engine.finish();
    await oneEvent(playback, 'pause');
    expect(playback.sleep).to.equal(null);
    expect(playback.activeCue?.text).to.equal('Teil');
    expect(engine.log.filter((entry) => entry.startsWith('speak'))).to.have.length(1);
  });

  it('does not pause again if its time runs out during a pause or it is cancelled', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const playback = await setUp(engine);
    await playback.play();
    playback.sleep = 0.001;
    playback.pause();
    await waitUntil(() => playback.sleep === null);
    await playback.play();
    playback.sleep = 0.001;
    playback.sleep = null;
    await aTimeout(150);
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === 'Teil');
    expect(playback.state).to.equal('speaking');
    playback.stop();
  });

  it('is cleared if the listener pauses after its time but before the end of the sentence', async () => {
    const playback = await setUp(new ScriptedEngine('scripted', 'hold'));
    await playback.play();
    playback.sleep = 0.001;
    await aTimeout(150);
    playback.pause();
    expect(playback.sleep).to.equal(null);
    playback.stop();
  });

  it('can be set before reading begins, and is cancelled by a stop', async () => {
    const playback = await setUp(new ScriptedEngine('scripted', 'hold'));
    playback.sleep = 30;
    playback.estimateDuration(100);
    expect(playback.sleep).to.equal(30);
    await playback.play();
    playback.stop();
    expect(playback.sleep).to.equal(null);
  });

  it('keeps the next sentence silent even if it is part of the same sound', async () => {
    const played = sinon.spy(HTMLMediaElement.prototype, 'play');
    const engine = new EspeakEngine(bundledFiles);
    const playback = await setUp(
      engine,
      '<p>Eins. Zwei. Drei.</p><h2>Mitte</h2><p>Vier ist lang.</p>',
    );
    await engine.load(() => undefined);
    await playback.play();
    playback.sleep = 'section';
    await oneEvent(playback, 'pause');
    await aTimeout(1200);
    const sounds = played.thisValues as HTMLMediaElement[];
    expect(sounds).not.to.deep.equal([]);
    for (const sound of sounds) expect(sound.paused).to.equal(true);
    await playback.play();
    expect(playback.activeCue?.text).to.equal('Mitte');
    playback.dispose();
  });
});
