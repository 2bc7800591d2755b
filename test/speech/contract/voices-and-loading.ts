import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { primaryLanguage } from '../../../src/speech/language-tag.js';
import type { ContractSubject } from './subject.js';

/** How soon an engine must report its voices, in milliseconds. */
const VOICES_TIMEOUT = 4000;

/** Which voices an engine reports, and how it loads. */
export function describeVoicesAndLoading(subject: ContractSubject): void {
  const { make, hear } = subject;
  let { engine, short } = subject;
  beforeEach(() => {
    ({ engine, short } = subject);
  });

  describe('voices', () => {
    it('are reported soon, before and after loading, and match the languages it speaks', async () => {
      for (const each of [make(), engine]) {
        const asked = performance.now();
        const voices = await each.voices();
        for (const lang of ['de', 'de-CH', 'tlh']) {
          const has = voices.some((voice) => primaryLanguage(voice.lang) === primaryLanguage(lang));
          expect(await each.speaks(lang), lang).to.equal(has);
        }
        for (const { lang, voiceURI, name } of voices) {
          expect(await each.speaks(lang), lang).to.equal(true);
          expect(voiceURI && name)
            .to.be.a('string')
            .that.is.not.equal('');
        }
        expect(performance.now() - asked).to.be.below(VOICES_TIMEOUT);
        if (each !== engine) each.dispose();
      }
    });

    it('can be chosen, and an unknown one is harmless', async () => {
      const [first] = await engine.voices();
      for (const voice of [first?.voiceURI ?? null, 'nobody', null]) {
        engine.voice = voice;
        expect(engine.voice).to.equal(voice);
        expect((await hear(short)).starts, String(voice)).to.equal(1);
      }
    });
  });

  it('loads once, however often load is called', async () => {
    const fetches = sinon.spy(globalThis, 'fetch');
    const workers = sinon.spy(globalThis, 'Worker');
    const count = () => fetches.callCount + workers.callCount;
    const other = make();
    try {
      const shares: number[] = [];
      await other.load((share) => shares.push(share));
      for (const share of shares) expect(share).to.be.within(0, 1);
      expect(shares).to.deep.equal(shares.toSorted((one, another) => one - another));
      const alone = count();
      await other.load(() => undefined);
      expect(count(), 'again').to.equal(alone);
      const third = make();
      await Promise.all([1, 2, 3].map(() => third.load(() => undefined)));
      expect(count(), 'at once').to.equal(alone * 2);
      third.dispose();
    } finally {
      other.dispose();
      fetches.restore();
      workers.restore();
    }
  });
}
