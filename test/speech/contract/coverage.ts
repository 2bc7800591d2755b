import { expect } from '@open-wc/testing';
import { SpeechError } from '../../../src/speech/engine.js';
import { type ContractSubject } from './subject.js';

/** What an engine knows that covers some sentences only, such as a recording. */
export function describeCoverage(subject: ContractSubject): void {
  // A suite of its own, of which all is skipped for engines that cover everything.
  describe('coverage', () => {
    const { make, hear, speak } = subject;
    const uncovered = { text: 'Das hat niemand aufgenommen.', lang: 'de', pause: 0, index: 1 };
    let { engine, short, next, long } = subject;
    beforeEach(function () {
      ({ engine, short, next, long } = subject);
      if (!engine.covers) this.skip();
    });

    it('covers what it can speak, by its text, once it is loaded', async () => {
      for (const utterance of [short, next, { ...long }])
        expect(engine.covers?.(utterance)).to.equal(true);
      expect(engine.covers?.(uncovered)).to.equal(false);
      expect(engine.timing?.(uncovered)).to.equal(null);
      const trace = speak(uncovered);
      await trace.settled;
      expect(trace.error).to.be.instanceOf(SpeechError);
      expect((await hear(short)).starts).to.equal(1);
    });

    it('may cover anything before it is loaded, and knows no times', () => {
      const other = make();
      expect(other.covers?.(uncovered)).to.equal(true);
      expect(other.timing?.(short)).to.equal(null);
      expect(other.sample?.()).to.equal(null);
      other.dispose();
    });

    it('knows the duration that it reports', async () => {
      for (const utterance of [short, long])
        expect((await hear(utterance)).duration).to.equal(engine.timing?.(utterance)?.duration);
      expect(engine.timing?.(short)?.pause).to.be.at.least(0);
    });

    it('can be tried out', async () => {
      const sample = engine.sample?.();
      expect(sample).to.be.an('object');
      if (sample) expect((await hear(sample)).starts).to.equal(1);
    });
  });
}
