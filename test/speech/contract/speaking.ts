import { expect } from '@open-wc/testing';
import { segmentWords } from '../../../src/speech/segment-words.js';
import { isMediaPlaying } from '../playing-media.js';
import { ATTEMPTS, type ContractSubject, TOLERANCE, wait } from './subject.js';

/** What an engine does from the call of `speak` to the end of the utterance. */
export function describeSpeaking(subject: ContractSubject): void {
  const { speak, hear, expectSilence, expectSound, candidate } = subject;
  let { engine, short, next, long } = subject;
  beforeEach(() => {
    ({ engine, short, next, long } = subject);
  });

  it('makes no sound before speak', async () => {
    engine.prepare([short, next]);
    await wait(200);
    expectSilence();
  });

  it('reports the start once, when the sound begins, and then ends', async () => {
    const trace = speak(short);
    await trace.started;
    expectSound();
    await trace.settled;
    expect(trace.starts).to.equal(1);
    expect(trace.ended).to.equal(true);
  });

  if (candidate.sounds)
    it('plays through a media element if and only if its abilities say so', async () => {
      const trace = speak(long);
      await trace.started;
      expect(isMediaPlaying()).to.equal(engine.abilities.mediaElement);
    });

  it('reports the actual duration, if it reports one', async () => {
    const trace = await hear(short);
    if (engine.abilities.seeks) expect(trace.duration).to.be.above(0);
    if (trace.duration === undefined) return;
    const took = trace.timeOf('end') - trace.timeOf('start');
    expect(took).to.be.within(trace.duration * 250 - 100, trace.duration * 250 + TOLERANCE);
  }).retries(ATTEMPTS);

  it('starts at the given time, or at the beginning if it cannot seek', async () => {
    const { duration } = await hear(long);
    const from = engine.abilities.seeks ? (duration ?? NaN) - 0.5 : 0.5;
    const trace = await hear(long, from);
    expect(trace.starts).to.equal(1);
    if (!engine.abilities.seeks) return;
    expect(trace.duration, 'It reports the duration of the whole utterance').to.be.closeTo(
      duration ?? NaN,
      0.01,
    );
    expect(trace.timeOf('end') - trace.timeOf('start')).to.be.below(125 + TOLERANCE);
    for (const at of [0.001, (duration ?? NaN) + 9]) {
      const edge = await hear(long, at);
      expect(edge.starts, `from ${at}`).to.equal(1);
    }
  }).retries(ATTEMPTS);

  it('reports word boundaries according to its abilities', async () => {
    const { words } = await hear(long);
    if (engine.abilities.words === 'none') expect(words).to.deep.equal([]);
    if (engine.abilities.words === 'exact') expect(words).to.deep.equal(segmentWords(long.text));
  });
}
