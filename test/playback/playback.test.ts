import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { Playback } from '../../src/playback/playback.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { continueInNewArticle } from '../../src/playback/page-recovery.js';

describe('Playback', () => {
  it('reads the article from beginning to end and fires the events of a media element', async () => {
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

  it('starts from the beginning after the end', async () => {
    const engine = new ScriptedEngine();
    const { playback } = await playbackOf([engine], '<p>Eins.</p>');
    for (let times = 0; times < 2; times++) {
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
    }
    expect(engine.log).to.deep.equal(['speak Eins.', 'speak Eins.']);
  });

  it('pauses within a sentence and resumes there', async () => {
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

  it('rejects play() if it is paused before speech is audible', async () => {
    const engine = new ScriptedEngine('scripted', 'hang');
    const { playback } = await playbackOf([engine]);
    const audible = playback.play();
    playback.pause();
    expect(await audible.catch((error: unknown) => error)).to.include({
      name: 'AbortError',
    });
    expect(playback.state).to.equal('paused');
  });

  it('loads the code that plays when it is first needed, and is loading until then', async () => {
    const { playback, log } = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
    playback.playbackRate = 2;
    playback.estimateDuration(100);
    expect(playback.transport).to.equal(null);
    const audible = playback.play();
    expect(playback).to.include({ state: 'loading', paused: false, transport: null });
    await audible;
    expect(playback).to.include({ state: 'speaking', playbackRate: 2 });
    expect(log.filter((entry) => entry === 'play')).to.have.length(1);
  });

  it('says nothing if it is stopped, or disposed of, while that code is loaded', async () => {
    for (const end of ['stop', 'dispose'] as const) {
      const engine = new ScriptedEngine('scripted', 'hold');
      const { playback } = await playbackOf([engine]);
      const audible = playback.play().catch(({ name }: Error) => name);
      playback[end]();
      expect(await audible).to.equal('AbortError');
      await playback.load();
      expect(playback.state).to.equal('idle');
      expect(engine.log).to.deep.equal([]);
    }
  });

  it('passes the next utterances to the engine, so that they are ready in time', async () => {
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

  it('silences the engine when it is stopped, and resumes from there at the next play', async () => {
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

  it('reports that there is nothing to read', async () => {
    const { playback } = await playbackOf([new ScriptedEngine()], '<p> </p>');
    expect(((await playback.play().catch((reason: unknown) => reason)) as Error).name).to.equal(
      'NotSupportedError',
    );
    expect(playback.notice).to.deep.equal({ kind: 'empty' });
    const nowhere = new Playback({ narrate: () => null, engines: () => [] });
    await nowhere.play().catch(() => undefined);
    expect(nowhere.notice).to.deep.equal({ kind: 'empty' });
  });

  it('stops when the article is removed', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, root } = await playbackOf([engine]);
    await playback.play();
    root.remove();
    await continueInNewArticle(playback);
    expect(playback).to.include({ state: 'idle', activeCue: null });
    expect(playback.notice).to.deep.equal({ kind: 'gone' });
    expect(engine.log.at(-1)).to.equal('aborted');
  });

  it('pauses when another playback of the page starts', async () => {
    const first = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
    const second = await playbackOf([new ScriptedEngine('scripted', 'hold')]);
    await first.playback.play();
    await second.playback.play();
    expect(first.playback.state).to.equal('paused');
    expect(second.playback.state).to.equal('speaking');
    await first.playback.play();
    expect(second.playback.state).to.equal('paused');
  });

  it('estimates the duration of the article, in seconds', async () => {
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

  it('passes rate and volume to the engine, and rejects values out of range', async () => {
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

  it('reports the rate that is heard if the voice does not support the chosen one', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    engine.abilities = { ...engine.abilities, rates: [0.5, 2] };
    const { playback } = await playbackOf([engine]);
    playback.playbackRate = 4;
    expect(playback.spokenRate, 'No engine speaks yet').to.equal(4);
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

  it('disposes of its engines', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    playback.dispose();
    expect(engine).to.include({ disposed: true });
    expect(playback.state).to.equal('idle');
  });
});
