import { expect } from '@open-wc/testing';
import { ATTEMPTS, type ContractSubject, TOLERANCE, wait } from './subject.js';

/** How rate and volume can be changed. */
export function describeRateAndVolume(subject: ContractSubject): void {
  const { speak } = subject;
  let { engine, long } = subject;
  beforeEach(() => {
    ({ engine, long } = subject);
  });

  describe('rate and volume', () => {
    it('keep the values that were set', () => {
      Object.assign(engine, { rate: 1.5, volume: 0.5 });
      expect(engine).to.include({ rate: 1.5, volume: 0.5 });
    });

    it('can change in the middle of an utterance', async () => {
      const trace = speak(long);
      await trace.started;
      await wait(100);
      Object.assign(engine, { rate: 2, volume: 0.2 });
      await wait(100);
      Object.assign(engine, { rate: 4, volume: 0 });
      await trace.settled;
      expect(trace.starts).to.equal(1);
      expect(trace.ended).to.equal(true);
    });

    it('apply at once, if the engine can seek', async function () {
      if (!engine.abilities.seeks) this.skip();
      engine.rate = 1;
      const trace = speak(long);
      await trace.started;
      engine.rate = 4;
      await trace.settled;
      const took = trace.timeOf('end') - trace.timeOf('start');
      expect(took).to.be.below((trace.duration ?? NaN) * 250 + TOLERANCE);
    }).retries(ATTEMPTS);
  });
}
