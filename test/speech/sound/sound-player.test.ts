import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import type { Utterance } from '../../../src/speech/engine.js';
import type { TimeSpan } from '../../../src/speech/sound/sound.js';
import { waitUntil } from '../../fixtures/wait-until.js';
import { SoundPlayer } from '../../../src/speech/sound/sound-player.js';
import { wavOf } from '../../../src/speech/sound/wav.js';

const SAMPLE_RATE = 8000;

/** How long a slow audio device takes from `playing` to the first sample, in milliseconds. */
const DELAY = 300;

/** A second of silence that is one utterance with a word at its beginning. */
function soundOf(utterance: { text: string; lang: string; pause: number }) {
  const span: TimeSpan = { start: 0, end: 1, words: [{ start: 0, end: 3, time: 0 }] };
  return {
    file: wavOf([new Int16Array(SAMPLE_RATE)], SAMPLE_RATE),
    timeSpans: new Map([[utterance, span]]),
  };
}

/**
 * Lets the time of every media element stand still for a while after it has begun to play. Returns the time of
 * `performance.now()` at which the last one is first heard.
 */
function simulateSlowDevice(): () => number {
  const { prototype } = HTMLMediaElement;
  type Getter = (this: HTMLMediaElement) => number;
  const { get } = Object.getOwnPropertyDescriptor(prototype, 'currentTime') as { get: Getter };
  let heardSince = Infinity;
  let held = 0;
  sinon.stub(prototype, 'currentTime').get(function (this: HTMLMediaElement) {
    return performance.now() < heardSince ? held : get.call(this);
  });
  const play = sinon.stub(prototype, 'play');
  play.callsFake(function (this: HTMLMediaElement) {
    held = get.call(this);
    heardSince = Infinity;
    this.addEventListener('playing', () => (heardSince = performance.now() + DELAY), {
      once: true,
    });
    return play.wrappedMethod.call(this);
  });
  return () => heardSince;
}

describe('SoundPlayer', () => {
  afterEach(() => sinon.restore());

  it('reports neither a start nor a word while the time stands still, at first and after a pause', async () => {
    const heardSince = simulateSlowDevice();
    const utterance = { text: 'Ein Satz.', lang: 'de', pause: 0 };
    const player = new SoundPlayer();
    const reports: string[] = [];
    const early: string[] = [];
    const report = (what: string) => () => {
      reports.push(what);
      if (performance.now() < heardSince()) early.push(what);
    };
    const spoken = player.speak(utterance, () => Promise.resolve(soundOf(utterance)), {
      signal: new AbortController().signal,
      onStart: report('start'),
      onWord: report('word'),
    });
    while (reports.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    player.pause();
    player.resume();
    await spoken;
    expect(reports).to.deep.equal(['start', 'word', 'start']);
    expect(early).to.deep.equal([]);
    player.dispose();
  });

  it('pauses before the next utterance, though the element says late that it plays', async () => {
    const [utterance, next] = ['Ein Satz.', 'Noch einer.'].map((text) => ({
      text,
      lang: 'de',
      pause: 0.3,
    })) as [Utterance, Utterance];
    const timeSpans = new Map<Utterance, TimeSpan>([
      [utterance, { start: 0, end: 0.3, words: [] }],
      [next, { start: 0.6, end: 1.5, words: [] }],
    ]);
    const file = wavOf([new Int16Array(1.5 * SAMPLE_RATE)], SAMPLE_RATE);
    const audio = new Audio();
    const player = new SoundPlayer(audio);
    await player.speak(utterance, () => Promise.resolve({ file, timeSpans }), {
      signal: new AbortController().signal,
      onStart: () => undefined,
      onWord: () => undefined,
    });
    audio.dispatchEvent(new Event('playing'));
    await waitUntil(() => audio.paused);
    expect(audio.ended).to.equal(false);
    player.dispose();
  });
});
