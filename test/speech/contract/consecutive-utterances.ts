import { expect } from '@open-wc/testing';
import { ATTEMPTS, type ContractSubject, TOLERANCE, wait, withPause } from './subject.js';

/** How utterances follow each other, prepared or not. */
export function describeConsecutiveUtterances(subject: ContractSubject): void {
  const { hear, expectSilence, candidate } = subject;
  let { engine, short, next, long } = subject;
  beforeEach(() => {
    ({ engine, short, next, long } = subject);
  });

  describe('consecutive utterances', () => {
    it('are spoken one after the other', async () => {
      engine.prepare([short, next]);
      const first = await hear(short);
      const second = await hear(next);
      for (const { starts } of [first, second]) expect(starts).to.equal(1);
      expect(second.timeOf('start')).to.be.at.least(first.timeOf('end'));
    });

    it('may be the same one again', async () => {
      await hear(short);
      expect((await hear(short)).starts).to.equal(1);
    });

    for (const prepared of [true, false])
      it(`are separated by the pause of the first one, ${prepared ? '' : 'not '}prepared`, async () => {
        engine.rate = 2;
        const first = withPause(short, 0.6);
        engine.prepare(prepared ? [first, next] : []);
        await wait(prepared ? 400 : 0);
        const { log } = await hear(first);
        const silence = (await hear(next)).timeOf('start') - (log.at(-1)?.time ?? NaN);
        expect(silence).to.be.within(
          (0.6 - (candidate.trailingSilence ?? 0)) * 500 - 100,
          300 + TOLERANCE,
        );
      }).retries(ATTEMPTS);
  });

  it('does not speak prepared utterances without a call of speak', async () => {
    // The long one would be heard for half a second; a busy machine ends the short one late.
    engine.prepare([short, long]);
    await wait(300);
    await hear(short);
    await wait(400);
    expectSilence();
    await hear(next);
    await wait(400);
    expectSilence();
  });

  it('speaks the given utterance, whatever was prepared', async () => {
    for (const prepared of [[], [long], [long], [next, short], [short, short], []]) {
      engine.prepare(prepared);
      engine.prepare(prepared);
      await wait(20);
    }
    expect((await hear(short)).starts).to.equal(1);
    engine.prepare([]);
    expect((await hear(next)).starts).to.equal(1);
  });
}
