import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { waitUntil } from '../../fixtures/wait-until.js';
import { MediaClock } from '../../../src/speech/sound/media-clock.js';
import { wavOf } from '../../../src/speech/sound/wav.js';

const SAMPLE_RATE = 8000;

/** The steps in which an element reports its time in these tests, in seconds. */
const STEP = 0.04;

/** Lets media elements report their time in steps, as in Firefox. */
function reportInSteps(): void {
  type Getter = (this: HTMLMediaElement) => number;
  const { get } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime') as {
    get: Getter;
  };
  sinon.stub(HTMLMediaElement.prototype, 'currentTime').get(function (this: HTMLMediaElement) {
    return Math.floor(get.call(this) / STEP) * STEP;
  });
}

describe('MediaClock', () => {
  let audio: HTMLAudioElement;
  let clock: MediaClock;
  const ending = new AbortController();

  beforeEach(async () => {
    audio = new Audio();
    audio.muted = true;
    audio.src = URL.createObjectURL(wavOf([new Int16Array(SAMPLE_RATE * 5)], SAMPLE_RATE));
    clock = new MediaClock(audio, ending.signal);
    await new Promise((resolve) => audio.addEventListener('canplay', resolve, { once: true }));
  });
  afterEach(() => {
    audio.pause();
    URL.revokeObjectURL(audio.src);
    sinon.restore();
  });

  it('goes on between the steps of the element, neither back nor far ahead', async () => {
    reportInSteps();
    await audio.play();
    await waitUntil(() => audio.currentTime > 0.3 && clock.time > 0.3);
    const times: number[] = [];
    let between = 0;
    for (let readings = 0; readings < 40; readings++) {
      const reported = audio.currentTime;
      const before = clock.time;
      // The time of an element stands still within a task, that of the clock does not.
      for (const end = performance.now() + 2; performance.now() < end;);
      const after = clock.time;
      if (audio.currentTime === reported && after > before) between++;
      times.push(before, after);
      expect(clock.time - audio.currentTime).to.be.within(-1e-9, STEP + 1e-9);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const steps = times.slice(1).map((time, i) => time - times[i]!);
    expect(Math.min(...steps)).to.be.at.least(-1e-9);
    expect(between).to.be.above(0);
  }).retries(2); // The sound itself may stall on a busy machine.

  it('is the time of the element while that stands still', async () => {
    audio.currentTime = 2;
    await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    expect(clock.time).to.equal(2);
    await audio.play();
    await waitUntil(() => clock.time > 2.1);
    audio.pause();
    await new Promise((resolve) => audio.addEventListener('pause', resolve, { once: true }));
    const { currentTime } = audio;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(clock.time).to.equal(currentTime);
  });

  it('is at most as far ahead at half the rate, as time passes for the listener, while the sound stalls', async () => {
    const rate = 0.5;
    audio.playbackRate = rate;
    await audio.play();
    await waitUntil(() => audio.currentTime > 0.2 && clock.time > 0.2);
    const { currentTime } = audio;
    sinon.stub(HTMLMediaElement.prototype, 'currentTime').get(() => currentTime);
    // Less than after which the sound counts as stalled.
    for (const end = performance.now() + 100; performance.now() < end;)
      expect(clock.time - currentTime).to.be.at.most(STEP * rate + 1e-9);
    expect(clock.time).to.be.above(currentTime);
  });
});
