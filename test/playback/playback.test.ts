import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { Playback } from '../../src/playback/playback.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

describe('Playback', () => {
  it('reads from the first word to the last and tells it as a media element does', async () => {
    const engine = new ScriptedEngine();
    const { playback, log } = await playbackOf([engine]);
    expect(playback).to.include({
      paused: true,
      ended: false,
      state: 'idle',
      activeCue: null,
      engine: null,
    });
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    expect(playback).to.include({ paused: false, state: 'speaking', engine: 'scripted' });
    await ended;
    expect(engine.log).to.deep.equal(
      ['Titel', 'Eins.', 'Zwei.', 'Mitte', 'Drei.'].map((text) => `speak ${text}`),
    );
    expect(log.filter((entry) => entry !== 'durationchange')).to.deep.equal([
      'play',
      'waiting',
      ...[
        'cue Titel',
        'playing',
        'cue undefined',
        'cue Eins.',
        'cue undefined',
        'cue Zwei.',
        'cue undefined',
      ],
      ...['cue Mitte', 'cue undefined', 'cue Drei.', 'cue undefined', 'pause', 'ended'],
    ]);
    expect(playback).to.include({
      paused: true,
      ended: true,
      engine: null,
      currentTime: playback.duration,
    });
  });

  it('begins at the beginning after the end', async () => {
    const engine = new ScriptedEngine();
    const { playback } = await playbackOf([engine], '<p>Eins.</p>');
    for (let times = 0; times < 2; times++) {
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
    }
    expect(engine.log).to.deep.equal(['speak Eins.', 'speak Eins.']);
  });

  it('pauses in the middle of a sentence and resumes there', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, log } = await playbackOf([engine]);
    await playback.play();
    playback.pause();
    expect(playback).to.include({ paused: true, state: 'paused' });
    expect(playback.activeCue?.text).to.equal('Titel');
    await playback.play();
    expect(engine.log).to.deep.equal(['speak Titel', 'pause', 'resume']);
    expect(log.filter((entry) => entry === 'playing')).to.have.length(2);
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === 'Eins.');
  });

  it('rejects play() when it is paused before anything was heard', async () => {
    const engine = new ScriptedEngine('scripted', 'hang');
    const { playback } = await playbackOf([engine]);
    const audible = playback.play();
    playback.pause();
    expect(await audible.catch((error: unknown) => error)).to.include({
      name: 'AbortError',
    });
    expect(playback.state).to.equal('paused');
  });

  it('names what is heard next, so that it is ready in time', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    await waitUntil(() => engine.prepared.length > 0);
    expect(engine.prepared.map(({ text }) => text)).to.deep.equal([
      'Titel',
      'Eins.',
      'Zwei.',
      'Mitte',
      'Drei.',
    ]);
    expect(engine.prepared.map(({ pause }) => pause)).to.deep.equal([0.9, 0.3, 0.9, 0.9, 0]);
  });

  it('stops, silences the engine, and goes on from there at the next play', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    playback.seekToCue(2);
    await playback.play();
    playback.stop();
    expect(playback).to.include({
      state: 'idle',
      paused: true,
      activeCue: null,
      engine: null,
    });
    expect(playback.resumePosition?.text).to.equal('Zwei.');
    expect(engine.log.at(-1)).to.equal('aborted');
    await playback.play();
    expect(playback.activeCue?.text).to.equal('Zwei.');
  });

  it('says that there is nothing to read', async () => {
    const { playback } = await playbackOf([new ScriptedEngine()], '<p> </p>');
    expect(((await playback.play().catch((reason: unknown) => reason)) as Error).name).to.equal(
      'NotSupportedError',
    );
    expect(playback.notice).to.deep.equal({ kind: 'empty' });
    const nowhere = new Playback({ narrate: () => null, engines: () => [] });
    await nowhere.play().catch(() => undefined);
    expect(nowhere.notice).to.deep.equal({ kind: 'empty' });
  });

  it('ends when the article is gone', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, root } = await playbackOf([engine]);
    await playback.play();
    root.remove();
    await playback.onArticleRemoved();
    expect(playback).to.include({ state: 'idle', activeCue: null });
    expect(playback.notice).to.deep.equal({ kind: 'gone' });
    expect(engine.log.at(-1)).to.equal('aborted');
  });

  it('lets one speak at a time', async () => {
    const first = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
    const second = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
    await first.playback.play();
    await second.playback.play();
    expect(first.playback.state).to.equal('paused');
    expect(second.playback.state).to.equal('speaking');
    await first.playback.play();
    expect(second.playback.state).to.equal('paused');
  });

  it('knows how long the article takes, in estimated seconds', async () => {
    const { playback } = await playbackOf([new ScriptedEngine()]);
    expect(playback.estimatedDuration).to.be.NaN;
    playback.estimateDuration(100);
    expect(playback.estimatedDuration).to.be.within(4, 8);
    setTimeout(() => playback.prepare());
    await oneEvent(playback, 'durationchange');
    expect(playback.estimatedDuration).to.equal(playback.duration);
    expect(playback.duration).to.be.above(2);
    expect(playback.duration).to.equal(playback.cues.at(-1)?.endTime);
  });

  it('hands rate and loudness to the engine, and refuses what makes no sense', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, log } = await playbackOf([engine]);
    playback.playbackRate = 2;
    playback.volume = 0.5;
    await playback.play();
    expect(engine).to.include({ rate: 2, volume: 0.5 });
    playback.muted = true;
    expect(engine.volume).to.equal(0);
    expect(log).to.include.members(['ratechange', 'volumechange']);
    expect(() => (playback.playbackRate = 0)).to.throw(DOMException);
    expect(() => (playback.volume = 2)).to.throw(DOMException);
    expect(playback).to.include({ playbackRate: 2, volume: 0.5 });
  });

  it('knows the rate that is heard, where the voice cannot do the one that is wished', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    engine.abilities = { ...engine.abilities, rates: [0.5, 2] };
    const { playback } = await playbackOf([engine]);
    playback.playbackRate = 4;
    expect(playback.spokenRate, 'None speaks yet').to.equal(4);
    await playback.play();
    expect(playback).to.include({ playbackRate: 4, spokenRate: 2 });
    expect(engine.rate).to.equal(2);
    const changed = oneEvent(playback, 'statechange');
    playback.playbackRate = 0.1;
    await changed;
    expect(playback).to.include({ playbackRate: 0.1, spokenRate: 0.5 });
    playback.stop();
    expect(playback.spokenRate).to.equal(0.1);
  });

  it('gives the engines back when it is disposed of', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    playback.dispose();
    expect(engine).to.include({ disposed: true });
    expect(playback.state).to.equal('idle');
  });
});
