import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import type { Playback } from '../../src/playback/playback.js';
import { SleepTimer } from '../../src/playback/sleep-timer.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { settings } from '../../src/settings/store.js';
import { EspeakEngine } from '../../src/speech/espeak/espeak-engine.js';
import { RecordingEngine } from '../../src/speech/recording/recording-engine.js';
import { playbackOf } from '../fixtures/playback.js';
import { recordedAudio } from '../fixtures/recorded-audio.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { bundledFiles } from '../fixtures/voice-files.js';
import { waitUntil } from '../fixtures/wait-until.js';

const ALL = ['Titel', 'Eins.', 'Zwei.', 'Mitte', 'Drei.'];

/** Keeps the page busy, in milliseconds. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const spoken = ({ log }: ScriptedEngine) =>
  log.filter((entry) => entry.startsWith('speak ')).map((entry) => entry.slice(6));

/** Plays until the reading pauses or ends. */
async function playOn(playback: Playback): Promise<string> {
  const stopped = oneEvent(playback, 'pause');
  await playback.play();
  await stopped;
  return `${playback.state} ${playback.activeCue?.text}`;
}

describe('Playback, sentence by sentence', () => {
  beforeEach(() => settings.choose({ stopAfter: 'sentence' }));
  afterEach(() => {
    sinon.restore();
    forgetSettings();
  });

  it('pauses after each sentence, before the next one, up to the last', async () => {
    const engine = new ScriptedEngine();
    const { playback, log } = await playbackOf([engine]);
    for (const [index, next] of ALL.slice(1).entries()) {
      expect(await playOn(playback)).to.equal(`paused ${next}`);
      await aTimeout(20);
      expect(spoken(engine)).to.deep.equal(ALL.slice(0, index + 1));
    }
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
    expect(spoken(engine)).to.deep.equal(ALL);
    expect(log.filter((type) => type === 'pause')).to.have.length(ALL.length);
  });

  it('repeats the sentence that was heard when the listener goes back and plays', async () => {
    const engine = new ScriptedEngine();
    const { playback } = await playbackOf([engine]);
    playback.seekToCue(1);
    await playOn(playback);
    playback.previous();
    expect(playback.state).to.equal('paused');
    expect(await playOn(playback)).to.equal('paused Zwei.');
    expect(spoken(engine)).to.deep.equal(['Eins.', 'Eins.']);
  });

  it('pauses after paragraphs only, and not after the heading of one', async () => {
    settings.choose({ stopAfter: 'paragraph' });
    const { playback } = await playbackOf([new ScriptedEngine()]);
    expect(await playOn(playback)).to.equal('paused Mitte');
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
  });

  it('applies from the sentence that is heard when it is chosen, and until it is given up', async () => {
    settings.choose({ stopAfter: 'off' });
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    settings.choose({ stopAfter: 'sentence' });
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    await playback.play();
    settings.choose({ stopAfter: 'off' });
    engine.finish();
    await waitUntil(() => playback.activeCue?.text === 'Zwei.');
    expect(playback.state).to.equal('speaking');
    playback.dispose();
  });

  it('waits for an engine that reports the end late, and gives it nothing more to speak', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    await aTimeout(300);
    expect(playback.state).to.equal('speaking');
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    await aTimeout(20);
    expect(spoken(engine)).to.deep.equal(['Titel']);
  });

  it('pauses at the end of the sentence when another engine has taken over within it', async () => {
    const lost = new ScriptedEngine('lost', 'fail');
    const engine = new ScriptedEngine();
    const { playback } = await playbackOf([lost, engine]);
    expect(await playOn(playback)).to.equal('paused Eins.');
    expect(spoken(engine)).to.deep.equal(['Titel']);
  });

  it('pauses after the sentence although the page removes the next ones meanwhile', async () => {
    const engine = new ScriptedEngine('scripted', 'hold');
    const { playback, root } = await playbackOf([engine]);
    playback.seekToCue(1);
    await playback.play();
    root.querySelectorAll('p, h2').forEach((each, index) => index === 1 && each.remove());
    await oneEvent(playback, 'durationchange');
    const paused = oneEvent(playback, 'pause');
    engine.finish();
    await paused;
    expect(playback.activeCue?.text).to.equal('Zwei.');
    playback.dispose();
  });

  it('lets the sleep timer end with the section as well', async () => {
    const { playback } = await playbackOf([new ScriptedEngine()]);
    const timer = new SleepTimer(playback);
    playback.sleep = 'section';
    playback.seekToCue(2);
    expect(await playOn(playback)).to.equal('paused Mitte');
    expect(playback.sleep).to.equal(null);
    expect(timer.hasPaused).to.equal(true);
  });

  it('has nothing of the next sentence in the sound, however busy the page is', async () => {
    const played = sinon.spy(HTMLMediaElement.prototype, 'play');
    const engine = new EspeakEngine(bundledFiles);
    const { playback } = await playbackOf(
      [engine],
      '<p>Kurz. Ein zweiter Satz, der länger ist.</p>',
    );
    await engine.load(() => undefined);
    // With this, the next sentence is rendered before the sound of the first one is made.
    playback.seekToCue(1);
    await playOn(playback);
    playback.seekToCue(0);
    const stopped = oneEvent(playback, 'pause');
    await playback.play();
    const sound = played.lastCall.thisValue as HTMLMediaElement;
    const { endTime } = playback.cues[0] ?? { endTime: NaN };
    block(endTime * 1000 + 1500);
    expect(sound.currentTime).to.be.below(endTime + 0.4);
    await stopped;
    expect(playback.activeCue?.index).to.equal(1);
    playback.dispose();
  });

  it('silences a recording at the end of the sentence, where no silence follows', async () => {
    const takes = ALL.map((text) => ({ text, duration: 0.6, pause: 0 }));
    const audio = recordedAudio(takes);
    const { playback } = await playbackOf([new RecordingEngine(audio)]);
    for (const at of [0.6, 1.2]) {
      await playOn(playback);
      expect(audio.paused).to.equal(true);
      await aTimeout(100);
      expect(audio.currentTime).to.be.within(at - 0.05, at + 0.1);
    }
    playback.dispose();
  });
});
