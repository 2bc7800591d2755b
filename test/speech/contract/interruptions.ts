import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { ATTEMPTS, type ContractSubject, TOLERANCE, wait, withPause } from './subject.js';

/** How an engine stops: by an abort, a pause, or `dispose`. */
export function describeInterruptions(subject: ContractSubject): void {
  const { speak, hear, expectSilence, expectAborted } = subject;
  let { engine, short, next, long } = subject;
  beforeEach(() => {
    ({ engine, short, next, long } = subject);
  });

  describe('an abort silences it at once and rejects with the reason', () => {
    it('before speak', async () => {
      await hear(short);
      const aborted = AbortSignal.abort(new DOMException('Enough', 'AbortError'));
      const callback = sinon.spy();
      const error: unknown = await engine
        .speak(short, { signal: aborted, onStart: callback, onWord: callback })
        .catch((reason: unknown) => reason);
      expect(error).to.equal(aborted.reason);
      expectSilence();
      expect(callback.callCount).to.equal(0);
    });

    for (const after of [0, 10, 40])
      it(`${after} ms after speak`, async () => {
        const trace = speak(long);
        if (after > 0) await wait(after);
        await expectAborted(trace);
        expect((await hear(short)).starts).to.equal(1);
      });

    it('at the start and in the middle', async () => {
      for (const after of [0, 100]) {
        const trace = speak(long);
        await trace.started;
        if (after > 0) await wait(after);
        await expectAborted(trace);
      }
      expect((await hear(short)).starts).to.equal(1);
    });

    it('during a pause', async () => {
      const trace = speak(long);
      await trace.started;
      engine.pause();
      await wait(50);
      await expectAborted(trace);
      expect((await hear(short)).starts, 'The abort ends the pause').to.equal(1);
    });

    it('during the silence before an utterance', async () => {
      await hear(withPause(short, 1.5));
      const trace = speak(next);
      await wait(100);
      trace.abort();
      await trace.settled;
      expect(trace.starts).to.equal(0);
    });

    it('in the silence after it, before another one is spoken', async () => {
      engine.prepare([withPause(short, 1), next]);
      await wait(300);
      const trace = await hear(short);
      trace.abort();
      expectSilence();
    });

    it('and has no effect right after the end', async () => {
      const trace = await hear(short);
      trace.abort();
      await wait(50);
      expect(trace.ended).to.equal(true);
    });
  });

  describe('a pause', () => {
    it('before the start keeps it silent until resume', async () => {
      const trace = speak(short);
      engine.pause();
      await wait(250);
      expect(trace.log).to.deep.equal([]);
      expectSilence();
      engine.resume();
      await trace.settled;
      expect(trace.starts).to.equal(1);
      expect(trace.ended).to.equal(true);
    });

    it('that ends before the start does not replay the previous utterance', async () => {
      await hear(short);
      await wait(150);
      const trace = speak(long);
      engine.pause();
      engine.resume();
      if (trace.starts === 0) expectSilence();
      await trace.settled;
      expect(trace.starts).to.equal(1);
    });

    it('in the middle silences it at once, and resume reports another start', async () => {
      const trace = speak(long);
      await trace.started;
      await wait(100);
      engine.pause();
      expectSilence();
      const reported = trace.log.length;
      await wait(250);
      expect(trace.log).to.have.lengthOf(reported);
      engine.resume();
      await trace.settled;
      expect(trace.starts).to.equal(2);
      expect(trace.ended).to.equal(true);
    });

    it('can be repeated', async () => {
      const trace = speak(long);
      for (let starts = 1; starts <= 3; starts++) {
        while (trace.starts < starts) await wait(5);
        engine.pause();
        expectSilence();
        await wait(50);
        engine.resume();
      }
      await trace.settled;
      expect(trace.starts).to.equal(4);
      expect(trace.ended).to.equal(true);
    });

    it('continues where it stopped, if the engine resumes exactly', async function () {
      if (engine.abilities.resumes !== 'exactly') this.skip();
      engine.rate = 2;
      const whole = await hear(long);
      const took = whole.timeOf('end') - whole.timeOf('start');
      const trace = speak(long);
      await trace.started;
      await wait(took * 0.6);
      engine.pause();
      await wait(50);
      const resumed = performance.now();
      engine.resume();
      await trace.settled;
      expect(trace.timeOf('end') - resumed).to.be.below(
        took * 0.4 + Math.min(TOLERANCE, took * 0.5),
      );
    }).retries(ATTEMPTS);

    it('is harmless while nothing is spoken', async () => {
      engine.pause();
      engine.resume();
      expect((await hear(short)).starts).to.equal(1);
    });
  });

  it('is silent after dispose in the middle of an utterance', async () => {
    const trace = speak(long);
    await trace.started;
    engine.dispose();
    const reported = trace.log.filter(({ type }) => type !== 'failure').length;
    expectSilence();
    await wait(200);
    expectSilence();
    expect(trace.log.filter(({ type }) => type !== 'failure')).to.have.lengthOf(reported);
  });
}
