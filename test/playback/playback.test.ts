import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { createNarration } from '../../src/narration/index.js';
import { Playback, type PlaybackOptions } from '../../src/playback/playback.js';
import { type Script, ScriptedEngine } from '../fixtures/scripted-engine.js';

const TEXT = '<h1>Titel</h1><p>Eins. Zwei.</p><h2>Mitte</h2><p>Drei.</p>';
const EVENTS =
  'play playing waiting pause seeking seeked durationchange ratechange volumechange cuechange ended error';

async function setUp(
  engines: ScriptedEngine[],
  markup = TEXT,
  options: Partial<PlaybackOptions> = {},
) {
  const root = await fixture<HTMLElement>(html`<article .innerHTML=${markup}></article>`);
  const sources = engines.map((engine) => () => Promise.resolve(engine));
  const playback = new Playback({
    narrate: () => createNarration(root),
    engines: () => sources,
    ...options,
  });
  const log: string[] = [];
  for (const type of EVENTS.split(' ')) {
    playback.addEventListener(type, () =>
      log.push(type === 'cuechange' ? `cue ${playback.activeCue?.text}` : type),
    );
  }
  return { playback, log, root };
}

describe('Playback', () => {
  it('reads from the first word to the last and tells it as a media element does', async () => {
    const engine = new ScriptedEngine();
    const { playback, log } = await setUp([engine]);
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
    const { playback } = await setUp([engine], '<p>Eins.</p>');
    for (let times = 0; times < 2; times++) {
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
    }
    expect(engine.log).to.deep.equal(['speak Eins.', 'speak Eins.']);
  });

  it('pauses in the middle of a sentence and resumes there', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, log } = await setUp([engine]);
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
    const { playback } = await setUp([engine]);
    const audible = playback.play();
    playback.pause();
    expect(await audible.catch((error: unknown) => error)).to.include({
      name: 'AbortError',
    });
    expect(playback.state).to.equal('paused');
  });

  it('names what is heard next, so that it is ready in time', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await setUp([engine]);
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

  describe('jumps', () => {
    const jump = async (from: number, how: (playback: Playback) => void) => {
      const { playback } = await setUp([new ScriptedEngine('scripted', 'hold')]);
      playback.seekToCue(from);
      await playback.play();
      how(playback);
      await waitUntil(() => playback.state === 'speaking');
      return playback.activeCue?.text;
    };

    it('goes by sentence', async () => {
      expect(await jump(1, (playback) => playback.next())).to.equal('Zwei.');
      expect(await jump(2, (playback) => playback.previous())).to.equal('Eins.');
    });

    it('goes by paragraph, back to its beginning first', async () => {
      expect(await jump(1, (playback) => playback.next('paragraph'))).to.equal('Mitte');
      expect(await jump(2, (playback) => playback.previous('paragraph'))).to.equal('Eins.');
      expect(await jump(1, (playback) => playback.previous('paragraph'))).to.equal('Titel');
    });

    it('goes by heading', async () => {
      expect(await jump(0, (playback) => playback.next('heading'))).to.equal('Mitte');
      expect(await jump(4, (playback) => playback.previous('heading'))).to.equal('Mitte');
    });

    it('stays where it is past the ends', async () => {
      expect(await jump(0, (playback) => playback.previous())).to.equal('Titel');
      expect(await jump(4, (playback) => playback.next())).to.equal('Drei.');
      expect(await jump(0, (playback) => playback.seekToCue(99))).to.equal('Titel');
    });

    it('silences the old sentence and tells seeking and seeked', async () => {
      const engine = new ScriptedEngine('scripted', 'hold');
      const { playback, log } = await setUp([engine]);
      await playback.play();
      playback.next();
      expect(playback.seeking).to.equal(true);
      await oneEvent(playback, 'seeked');
      expect(playback.seeking).to.equal(false);
      expect(engine.log).to.deep.equal(['speak Titel', 'aborted', 'speak Eins.']);
      expect(log).to.include.members(['seeking', 'seeked']);
    });

    it('stays paused when it was paused, and shows where it is', async () => {
      const engine = new ScriptedEngine('scripted', 'hold');
      const { playback } = await setUp([engine]);
      await playback.play();
      playback.pause();
      playback.next();
      expect(playback).to.include({ state: 'paused', seeking: false });
      expect(playback.activeCue?.text).to.equal('Eins.');
      await playback.play();
      expect(engine.log.at(-1)).to.equal('speak Eins.');
    });

    it('goes to a place in the text', async () => {
      const { playback, root } = await setUp([new ScriptedEngine('scripted', 'hold')]);
      await playback.play();
      expect(playback.seekToPoint(root.querySelector('p')?.firstChild as Text, 7)).to.equal(true);
      expect(playback.seekToPoint(document.head, 0)).to.equal(false);
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei.');
    });

    it('goes to a time', async () => {
      const { playback } = await setUp([new ScriptedEngine('scripted', 'hold')]);
      await playback.play();
      playback.currentTime = playback.cues[2]?.startTime ?? NaN;
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei.');
      expect(playback.currentTime).to.be.closeTo(playback.cues[2]?.startTime ?? NaN, 0.2);
    });
  });

  describe('slips', () => {
    const LONG = [1, 2, 3, 4, 5].map((number) => `<p>Eins ${number}. Zwei ${number}.</p>`).join('');

    /** Reads, goes to a sentence in the middle, and stays there until the engine may end it. */
    async function inTheMiddle() {
      let kept: string | undefined;
      let script: Script = 'hold';
      const engine = new ScriptedEngine('scripted', () => script);
      const { playback } = await setUp([engine], LONG, { keepPlace: (cue) => (kept = cue?.text) });
      await playback.play();
      playback.seekToCue(3);
      await oneEvent(playback, 'seeked');
      script = 'speak';
      return { playback, engine, kept: () => kept, hold: () => (script = 'hold') };
    }

    async function end(playback: Playback) {
      const ended = oneEvent(playback, 'ended');
      playback.currentTime = Infinity;
      await ended;
    }

    it('to the end are taken back, also after it has been heard, and reading goes on there', async () => {
      const { playback, kept, hold } = await inTheMiddle();
      await end(playback);
      expect(kept()).to.equal('Zwei 2.');
      expect(playback.leftCue?.text).to.equal('Zwei 2.');
      hold();
      const playing = oneEvent(playback, 'playing');
      playback.goBack();
      await playing;
      expect(playback).to.include({ state: 'speaking', leftCue: null });
      expect(playback.activeCue?.text).to.equal('Zwei 2.');
    });

    it('are forgotten when the article is played again from its beginning', async () => {
      const { playback, hold } = await inTheMiddle();
      await end(playback);
      hold();
      await playback.play();
      expect(playback.activeCue?.text).to.equal('Eins 1.');
      expect(playback.leftCue).to.equal(null);
    });

    it('keep no place after an end that was come to by listening', async () => {
      const { playback, engine, kept } = await inTheMiddle();
      engine.finish();
      await oneEvent(playback, 'ended');
      expect(kept()).to.equal(undefined);
      expect(playback.leftCue).to.equal(null);
    });

    it('back to the beginning are taken back, where reading is under way', async () => {
      const { playback, kept, hold } = await inTheMiddle();
      hold();
      const undo = playback.startOver();
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Eins 1.');
      expect(playback.leftCue?.text).to.equal('Zwei 2.');
      undo();
      await oneEvent(playback, 'seeked');
      expect(playback.activeCue?.text).to.equal('Zwei 2.');
      expect(kept()).to.equal('Zwei 2.');
    });

    it('back to the beginning are taken back, where a place was kept from another day', async () => {
      const kept: (string | undefined)[] = [];
      const { playback } = await setUp([new ScriptedEngine()], LONG, {
        keepPlace: (cue) => kept.push(cue?.text),
      });
      playback.goOnFrom({ text: 'Zwei 2.', index: 3 });
      const undo = playback.startOver();
      await waitUntil(() => playback.place === null);
      expect(kept.at(-1)).to.equal(undefined);
      expect(playback.leftCue?.text).to.equal('Zwei 2.');
      undo();
      expect(playback.place?.text).to.equal('Zwei 2.');
      expect(kept.at(-1)).to.equal('Zwei 2.');
    });
  });

  it('stops, silences the engine, and goes on from there at the next play', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await setUp([engine]);
    playback.seekToCue(2);
    await playback.play();
    playback.stop();
    expect(playback).to.include({
      state: 'idle',
      paused: true,
      activeCue: null,
      engine: null,
    });
    expect(playback.place?.text).to.equal('Zwei.');
    expect(engine.log.at(-1)).to.equal('aborted');
    await playback.play();
    expect(playback.activeCue?.text).to.equal('Zwei.');
  });

  describe('engines that fail', () => {
    it('hands over at the same sentence, once, and says so', async () => {
      const broken = new ScriptedEngine('broken', ({ text }) =>
        text === 'Zwei.' ? 'fail' : 'speak',
      );
      const other = new ScriptedEngine('other');
      const { playback } = await setUp([broken, other]);
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
      expect(broken.log).to.deep.equal(['speak Titel', 'speak Eins.', 'speak Zwei.']);
      expect(other.log).to.deep.equal(['speak Zwei.', 'speak Mitte', 'speak Drei.']);
      expect(playback.notice).to.deep.equal({ kind: 'takeover', from: 'broken', to: 'other' });
    });

    it('gives up an engine that does not start within 2 seconds', async () => {
      const hanging = new ScriptedEngine('hanging', 'hang');
      const { playback } = await setUp([hanging, new ScriptedEngine('other', 'hold')]);
      const start = performance.now();
      await playback.play();
      expect(performance.now() - start).to.be.within(1900, 2900);
      expect(playback.engine).to.equal('other');
      expect(hanging.log).to.deep.equal(['speak Titel', 'aborted']);
    });

    it('gives up an engine that does not load within 2 seconds', async () => {
      const hanging = new ScriptedEngine('hanging');
      hanging.loading = new Promise(() => undefined);
      const { playback } = await setUp([hanging, new ScriptedEngine('other', 'hold')]);
      const start = performance.now();
      await playback.play();
      expect(performance.now() - start).to.be.within(1900, 2900);
      expect(hanging.log).to.deep.equal([]);
      expect(playback.notice).to.deep.equal({ kind: 'takeover', from: 'hanging', to: 'other' });
    });

    it('says that a voice is on its way for as long as somebody waits for it', async () => {
      const engine = new ScriptedEngine('slow', 'hold');
      const arrival = Promise.withResolvers<void>();
      engine.loading = arrival.promise;
      engine.arrived = 0.5;
      const { playback } = await setUp([engine]);
      const isLoading = () => playback.notice?.kind === 'loading';
      void playback.play().catch(() => undefined);
      await waitUntil(isLoading);
      expect(playback.notice).to.deep.equal({ kind: 'loading', share: 0.5 });
      playback.pause();
      expect(playback).to.include({ state: 'paused', notice: null });
      void playback.play().catch(() => undefined);
      await waitUntil(isLoading);
      engine.arrived = null;
      playback.next();
      expect(playback).to.include({ state: 'loading', notice: null });
      arrival.resolve();
      await waitUntil(() => playback.state === 'speaking');
      expect(playback.notice).to.equal(null);
    });

    it('gives the last engine all the time it takes', async () => {
      const { playback } = await setUp([new ScriptedEngine('hanging', 'hang')]);
      void playback.play();
      await new Promise((resolve) => setTimeout(resolve, 2300));
      expect(playback.state).to.equal('starting');
      playback.stop();
    });

    it('fails with a sentence when no engine is left, and tries again when asked', async () => {
      let works = false;
      const engine = new ScriptedEngine('moody', () => (works ? 'hold' : 'fail'));
      const { playback, log } = await setUp([engine]);
      const error = (await playback.play().catch((reason: unknown) => reason)) as Error;
      expect(error).to.include({ name: 'NotSupportedError' });
      expect(playback).to.include({ state: 'failed', paused: true });
      expect(playback.notice).to.deep.equal({ kind: 'silent' });
      expect(log.at(-1)).to.equal('error');
      works = true;
      await playback.play();
      expect(playback).to.include({ state: 'speaking', notice: null, error: null });
    });

    it('asks for another press where the browser wants a gesture', async () => {
      const { playback } = await setUp([
        new ScriptedEngine('shy', 'refuse'),
        new ScriptedEngine('other'),
      ]);
      const error = (await playback.play().catch((reason: unknown) => reason)) as Error;
      expect(error).to.include({ name: 'NotAllowedError' });
      expect(playback.notice).to.deep.equal({ kind: 'blocked' });
    });

    it('speaks another language rather than not at all', async () => {
      const engine = new ScriptedEngine();
      const { playback } = await setUp([engine], '<p lang="en">English.</p>');
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await ended;
      expect(engine.log).to.deep.equal(['speak English.']);
    });

    it('has no engine at all', async () => {
      const { playback } = await setUp([]);
      expect(((await playback.play().catch((reason: unknown) => reason)) as Error).name).to.equal(
        'NotSupportedError',
      );
      expect(playback.notice).to.deep.equal({ kind: 'silent' });
    });
  });

  it('says that there is nothing to read', async () => {
    const { playback } = await setUp([new ScriptedEngine()], '<p> </p>');
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
    const { playback, root } = await setUp([engine]);
    await playback.play();
    root.remove();
    await playback.articleGone();
    expect(playback).to.include({ state: 'idle', activeCue: null });
    expect(playback.notice).to.deep.equal({ kind: 'gone' });
    expect(engine.log.at(-1)).to.equal('aborted');
  });

  it('lets one speak at a time', async () => {
    const first = await setUp([new ScriptedEngine('scripted', 'hold')]);
    const second = await setUp([new ScriptedEngine('scripted', 'hold')]);
    await first.playback.play();
    await second.playback.play();
    expect(first.playback.state).to.equal('paused');
    expect(second.playback.state).to.equal('speaking');
    await first.playback.play();
    expect(second.playback.state).to.equal('paused');
  });

  it('knows how long the article takes, in estimated seconds', async () => {
    const { playback } = await setUp([new ScriptedEngine()]);
    expect(playback.expectedDuration).to.be.NaN;
    playback.expect(100);
    expect(playback.expectedDuration).to.be.within(4, 8);
    setTimeout(() => playback.warm());
    await oneEvent(playback, 'durationchange');
    expect(playback.expectedDuration).to.equal(playback.duration);
    expect(playback.duration).to.be.above(2);
    expect(playback.duration).to.equal(playback.cues.at(-1)?.endTime);
  });

  it('hands rate and loudness to the engine, and refuses what makes no sense', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, log } = await setUp([engine]);
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
    const { playback } = await setUp([engine]);
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
    const { playback } = await setUp([engine]);
    await playback.play();
    playback.dispose();
    expect(engine).to.include({ disposed: true });
    expect(playback.state).to.equal('idle');
  });

  describe('before texts are sent anywhere', () => {
    async function setUpCloud(answer?: boolean) {
      const cloud = Object.assign(new ScriptedEngine('cloud'), { recipient: 'cloud.example' });
      const home = new ScriptedEngine('home');
      const root = await fixture<HTMLElement>(html`<article><p>Eins. Zwei.</p></article>`);
      const remembered = new Map<string, boolean>();
      if (answer !== undefined) remembered.set('cloud.example', answer);
      const sources = [cloud, home].map((engine) => () => Promise.resolve(engine));
      const playback = new Playback({
        narrate: () => createNarration(root),
        engines: () => sources,
        allows: (recipient) => remembered.get(recipient),
        allow: (recipient, allowed) => remembered.set(recipient, allowed),
      });
      return { cloud, home, playback, remembered };
    }
    const asked = (playback: Playback) => waitUntil(() => playback.question !== null);

    it('asks, and reads with the cloud where that is allowed', async () => {
      const { cloud, home, playback, remembered } = await setUpCloud();
      const ended = oneEvent(playback, 'ended');
      const played = playback.play();
      await asked(playback);
      expect(playback.question).to.equal('cloud.example');
      expect([...cloud.log, ...home.log]).to.deep.equal([]);
      playback.answer(true);
      await played;
      await ended;
      expect(cloud.log).to.deep.equal(['speak Eins.', 'speak Zwei.']);
      expect([...remembered]).to.deep.equal([['cloud.example', true]]);
    });

    it('reads with another engine where it is refused', async () => {
      const { cloud, home, playback, remembered } = await setUpCloud();
      const ended = oneEvent(playback, 'ended');
      void playback.play();
      await asked(playback);
      playback.answer(false);
      await ended;
      expect([cloud.log.length, home.log.length]).to.deep.equal([0, 2]);
      expect([...remembered]).to.deep.equal([['cloud.example', false]]);
    });

    it('does not ask again', async () => {
      for (const answer of [true, false]) {
        const { cloud, home, playback } = await setUpCloud(answer);
        const ended = oneEvent(playback, 'ended');
        await playback.play();
        await ended;
        expect([cloud.log.length, home.log.length]).to.deep.equal(answer ? [2, 0] : [0, 2]);
      }
    });

    it('asks again when the question was left open', async () => {
      const { playback, remembered } = await setUpCloud();
      for (const leave of ['pause', 'stop'] as const) {
        const played = playback.play().catch((error: DOMException) => error.name);
        await asked(playback);
        playback[leave]();
        expect(await played).to.equal('AbortError');
        expect(playback.question).to.equal(null);
      }
      void playback.play().catch(() => undefined);
      await asked(playback);
      expect(remembered.size).to.equal(0);
      playback.stop();
    });
  });
});
