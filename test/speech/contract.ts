import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { type SpeechEngine, SpeechError, type Utterance } from '../../src/speech/engine.js';
import { primaryLanguage } from '../../src/speech/language-tag.js';
import { segmentWords } from '../../src/speech/segment-words.js';
import { SpeechTrace } from './speech-trace.js';
import { isMediaPlaying } from './playing-media.js';

/** An engine that is to keep the port's promises. */
export interface Candidate {
  /** Makes one that can speak these utterances, and has loaded nothing yet. */
  make(utterances: readonly Utterance[]): SpeechEngine;
  /** Whether anything is heard of it now, where that can be known from outside. */
  sounds?(): boolean;
  /** The silence that its voices leave at an utterance's end by themselves, in seconds. */
  readonly trailingSilence?: number;
}

const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How much later than promised something may come on a busy machine, in milliseconds. */
const LATE = 700;

/** How soon voices are told, in milliseconds. */
const SOON = 4000;

const utterance = (text: string, pause = 0): Utterance => ({ text, lang: 'de', pause });
const TEXTS = {
  short: 'Ein Satz.',
  next: 'Noch einer.',
  long: 'Ein Satz, der etwas länger dauert.',
};

/** Texts that no sentence should be, and articles have. */
const ODD_TEXTS: Record<string, string> = {
  'a point in quotes': '„.“',
  'a space': ' ',
  emoji: '😀 👩‍👩‍👧',
  Hebrew: 'שלום, ja.',
  '2,000 characters': 'Das ist ein Satz ohne Ende, '.repeat(72).slice(0, 2000),
  'half a character': 'Vor\ud83d und \udc00nach.',
  SSML: '<speak><break time="9s"/>A & B</speak>',
  'half an element': '</voice> ]]> &amp; <',
  phonemes: "[[x]] und [[h@l'oU]]",
  'control characters': 'Ein\u0000 Wort\u0007\ufeff\u2028 hier.',
};

/** Describes what `SpeechEngine` promises, and lets an engine show that it keeps it. */
export function describeContract(name: string, candidate: Candidate): void {
  describe(`${name} keeps the contract:`, () => {
    let engine: SpeechEngine;
    let short: Utterance;
    let next: Utterance;
    let long: Utterance;
    let odd: Record<string, Utterance>;
    let traces: SpeechTrace[];

    const made = () => candidate.make([short, next, long, ...Object.values(odd)]);
    const speak = (said: Utterance, from?: number) => {
      const trace = new SpeechTrace(engine, said, from);
      traces.push(trace);
      return trace;
    };
    const hear = async (said: Utterance, from?: number) => {
      const trace = speak(said, from);
      await trace.settled;
      expect(trace.error, String(trace.error)).to.equal(null);
      return trace;
    };
    const expectSilence = () =>
      expect(candidate.sounds?.() ?? false, 'something is heard').to.equal(false);
    const expectSound = () =>
      expect(candidate.sounds?.() ?? true, 'nothing is heard').to.equal(true);
    const expectAborted = async (trace: SpeechTrace) => {
      const reason = new DOMException('Enough', 'AbortError');
      trace.abort(reason);
      expectSilence();
      await trace.settled;
      expect(trace.error).to.equal(reason);
      await moment(100);
      expectSilence();
    };

    beforeEach(async () => {
      traces = [];
      [short, next, long] = [TEXTS.short, TEXTS.next, TEXTS.long].map((text) =>
        utterance(text),
      ) as [Utterance, Utterance, Utterance];
      odd = Object.fromEntries(
        Object.entries(ODD_TEXTS).map(([what, text]) => [what, utterance(text)]),
      );
      engine = made();
      await engine.load(() => undefined);
      engine.rate = 4;
    });
    afterEach(async () => {
      for (const trace of traces) trace.abort();
      engine.dispose();
      await Promise.all(traces.map(({ settled }) => settled));
      await moment(30);
      for (const trace of traces) trace.check();
    });

    it('nothing is heard before it is asked to speak', async () => {
      engine.prepare([short, next]);
      await moment(200);
      expectSilence();
    });

    it('the start is told when sound begins, once, and then the end', async () => {
      const trace = speak(short);
      await trace.started;
      expectSound();
      await trace.settled;
      expect(trace.starts).to.equal(1);
      expect(trace.ended).to.equal(true);
    });

    if (candidate.sounds)
      it('its sound comes from a media element if its abilities say so, and only then', async () => {
        const trace = speak(long);
        await trace.started;
        expect(isMediaPlaying()).to.equal(engine.abilities.mediaElement);
      });

    it('its duration is what it takes, where it knows that', async () => {
      const trace = await hear(short);
      if (engine.abilities.seeks) expect(trace.duration).to.be.above(0);
      if (trace.duration === undefined) return;
      const took = trace.timeOf('end') - trace.timeOf('start');
      expect(took).to.be.within(trace.duration * 250 - 100, trace.duration * 250 + LATE);
    });

    describe('an abort silences it at once, and speak rejects with its reason:', () => {
      it('before speak', async () => {
        await hear(short);
        const aborted = AbortSignal.abort(new DOMException('Enough', 'AbortError'));
        const told = sinon.spy();
        const error: unknown = await engine
          .speak(short, { signal: aborted, onStart: told, onWord: told })
          .catch((reason: unknown) => reason);
        expect(error).to.equal(aborted.reason);
        expectSilence();
        expect(told.callCount).to.equal(0);
      });

      for (const after of [0, 10, 40])
        it(`${after} ms after speak`, async () => {
          const trace = speak(long);
          if (after > 0) await moment(after);
          await expectAborted(trace);
          expect((await hear(short)).starts).to.equal(1);
        });

      it('at the start, and in the middle', async () => {
        for (const after of [0, 100]) {
          const trace = speak(long);
          await trace.started;
          if (after > 0) await moment(after);
          await expectAborted(trace);
        }
        expect((await hear(short)).starts).to.equal(1);
      });

      it('during a pause', async () => {
        const trace = speak(long);
        await trace.started;
        engine.pause();
        await moment(50);
        await expectAborted(trace);
        expect((await hear(short)).starts, 'The pause is over with it').to.equal(1);
      });

      it('in the silence before an utterance', async () => {
        await hear(utteranceLike(short, 1.5));
        const trace = speak(next);
        await moment(100);
        trace.abort();
        await trace.settled;
        expect(trace.starts).to.equal(0);
      });

      it('and right after the end changes nothing', async () => {
        const trace = await hear(short);
        trace.abort();
        await moment(50);
        expect(trace.ended).to.equal(true);
      });
    });

    describe('one after the other', () => {
      it('utterances are spoken in turn', async () => {
        engine.prepare([short, next]);
        const first = await hear(short);
        const second = await hear(next);
        for (const { starts } of [first, second]) expect(starts).to.equal(1);
        expect(second.timeOf('start')).to.be.at.least(first.timeOf('end'));
      });

      it('the same one is spoken again', async () => {
        await hear(short);
        expect((await hear(short)).starts).to.equal(1);
      });

      for (const prepared of [true, false])
        it(`the silence that the text asks for stands between, ${prepared ? '' : 'not '}prepared`, async () => {
          engine.rate = 2;
          const first = utteranceLike(short, 0.6);
          engine.prepare(prepared ? [first, next] : []);
          await moment(prepared ? 400 : 0);
          const { log } = await hear(first);
          const silence = (await hear(next)).timeOf('start') - (log.at(-1)?.time ?? NaN);
          expect(silence).to.be.within(
            (0.6 - (candidate.trailingSilence ?? 0)) * 500 - 100,
            300 + LATE,
          );
        });
    });

    it('what is prepared and not asked for is not heard', async () => {
      engine.prepare([short, long]);
      await moment(300);
      await hear(short);
      await moment(250);
      expectSilence();
      await hear(next);
      await moment(250);
      expectSilence();
    });

    describe('a pause', () => {
      it('before the start keeps it silent until it goes on', async () => {
        const trace = speak(short);
        engine.pause();
        await moment(250);
        expect(trace.log).to.deep.equal([]);
        expectSilence();
        engine.resume();
        await trace.settled;
        expect(trace.starts).to.equal(1);
        expect(trace.ended).to.equal(true);
      });

      it('that is over before the start does not bring back what was heard before', async () => {
        await hear(short);
        await moment(150);
        const trace = speak(long);
        engine.pause();
        engine.resume();
        if (trace.starts === 0) expectSilence();
        await trace.settled;
        expect(trace.starts).to.equal(1);
      });

      it('in the middle silences it at once, and it goes on with another start', async () => {
        const trace = speak(long);
        await trace.started;
        await moment(100);
        engine.pause();
        expectSilence();
        const told = trace.log.length;
        await moment(250);
        expect(trace.log).to.have.lengthOf(told);
        engine.resume();
        await trace.settled;
        expect(trace.starts).to.equal(2);
        expect(trace.ended).to.equal(true);
      });

      it('can come again and again', async () => {
        const trace = speak(long);
        for (let starts = 1; starts <= 3; starts++) {
          while (trace.starts < starts) await moment(5);
          engine.pause();
          expectSilence();
          await moment(50);
          engine.resume();
        }
        await trace.settled;
        expect(trace.starts).to.equal(4);
        expect(trace.ended).to.equal(true);
      });

      it('is over where it stopped, by an engine that resumes exactly', async function () {
        if (engine.abilities.resumes !== 'exactly') this.skip();
        engine.rate = 2;
        const whole = await hear(long);
        const took = whole.timeOf('end') - whole.timeOf('start');
        const trace = speak(long);
        await trace.started;
        await moment(took * 0.6);
        engine.pause();
        await moment(50);
        const resumed = performance.now();
        engine.resume();
        await trace.settled;
        expect(trace.timeOf('end') - resumed).to.be.below(took * 0.4 + Math.min(LATE, took * 0.5));
      });

      it('with nothing to say is harmless', async () => {
        engine.pause();
        engine.resume();
        expect((await hear(short)).starts).to.equal(1);
      });
    });

    describe('rate and volume', () => {
      it('are what was set', () => {
        Object.assign(engine, { rate: 1.5, volume: 0.5 });
        expect(engine).to.include({ rate: 1.5, volume: 0.5 });
      });

      it('may change in the middle of an utterance', async () => {
        const trace = speak(long);
        await trace.started;
        await moment(100);
        Object.assign(engine, { rate: 2, volume: 0.2 });
        await moment(100);
        Object.assign(engine, { rate: 4, volume: 0 });
        await trace.settled;
        expect(trace.starts).to.equal(1);
        expect(trace.ended).to.equal(true);
      });

      it('hold at once where it knows its times', async function () {
        if (!engine.abilities.seeks) this.skip();
        engine.rate = 1;
        const trace = speak(long);
        await trace.started;
        engine.rate = 4;
        await trace.settled;
        const took = trace.timeOf('end') - trace.timeOf('start');
        expect(took).to.be.below((trace.duration ?? NaN) * 250 + LATE);
      });
    });

    it('it begins where it is told to, or at the beginning where it cannot seek', async () => {
      const { duration } = await hear(long);
      const from = engine.abilities.seeks ? (duration ?? NaN) - 0.5 : 0.5;
      const trace = await hear(long, from);
      expect(trace.starts).to.equal(1);
      if (!engine.abilities.seeks) return;
      expect(trace.duration, 'It tells how long the whole takes').to.be.closeTo(
        duration ?? NaN,
        0.01,
      );
      expect(trace.timeOf('end') - trace.timeOf('start')).to.be.below(125 + LATE);
      for (const at of [0.001, (duration ?? NaN) + 9]) {
        const edge = await hear(long, at);
        expect(edge.starts, `from ${at}`).to.equal(1);
      }
    });

    it('words are told as its abilities say', async () => {
      const { words } = await hear(long);
      if (engine.abilities.words === 'none') expect(words).to.deep.equal([]);
      if (engine.abilities.words === 'exact') expect(words).to.deep.equal(segmentWords(long.text));
    });

    describe('voices', () => {
      it('are told soon, before and after it is loaded, and are those it speaks with', async () => {
        for (const each of [made(), engine]) {
          const asked = performance.now();
          const voices = await each.voices();
          for (const lang of ['de', 'de-CH', 'tlh']) {
            const has = voices.some(
              (voice) => primaryLanguage(voice.lang) === primaryLanguage(lang),
            );
            expect(await each.speaks(lang), lang).to.equal(has);
          }
          for (const { lang, voiceURI, name } of voices) {
            expect(await each.speaks(lang), lang).to.equal(true);
            expect(voiceURI && name)
              .to.be.a('string')
              .that.is.not.equal('');
          }
          expect(performance.now() - asked).to.be.below(SOON);
          if (each !== engine) each.dispose();
        }
      });

      it('can be chosen, and one that it does not have does no harm', async () => {
        const [first] = await engine.voices();
        for (const voice of [first?.voiceURI ?? null, 'nobody', null]) {
          engine.voice = voice;
          expect(engine.voice).to.equal(voice);
          expect((await hear(short)).starts, String(voice)).to.equal(1);
        }
      });
    });

    it('whatever is prepared, it speaks what it is given', async () => {
      for (const prepared of [[], [long], [long], [next, short], [short, short], []]) {
        engine.prepare(prepared);
        engine.prepare(prepared);
        await moment(20);
      }
      expect((await hear(short)).starts).to.equal(1);
      engine.prepare([]);
      expect((await hear(next)).starts).to.equal(1);
    });

    it('loading is one effort, however often it is asked for', async () => {
      const efforts = sinon.spy(globalThis, 'fetch');
      const workers = sinon.spy(globalThis, 'Worker');
      const count = () => efforts.callCount + workers.callCount;
      const other = made();
      try {
        const shares: number[] = [];
        await other.load((share) => shares.push(share));
        for (const share of shares) expect(share).to.be.within(0, 1);
        expect(shares).to.deep.equal(shares.toSorted((one, another) => one - another));
        const alone = count();
        await other.load(() => undefined);
        expect(count(), 'again').to.equal(alone);
        const third = made();
        await Promise.all([1, 2, 3].map(() => third.load(() => undefined)));
        expect(count(), 'at once').to.equal(alone * 2);
        third.dispose();
      } finally {
        other.dispose();
        efforts.restore();
        workers.restore();
      }
    });

    it('odd texts come to an end, and it speaks on', async function () {
      this.timeout(30_000);
      for (const [what, said] of Object.entries(odd)) {
        const trace = speak(said);
        await trace.started;
        if (said.text.length > 500) {
          trace.abort();
          const { duration } = trace;
          if (duration !== undefined) await hear(said, duration - 1);
        }
        await trace.settled;
        if (!trace.ended && said.text.length < 500)
          expect(trace.error, what).to.be.instanceOf(SpeechError);
      }
      expect((await hear(short)).starts).to.equal(1);
    });

    it('it is silent when it is disposed of in the middle', async () => {
      const trace = speak(long);
      await trace.started;
      engine.dispose();
      const told = trace.log.filter(({ type: what }) => what !== 'failure').length;
      expectSilence();
      await moment(200);
      expectSilence();
      expect(trace.log.filter(({ type: what }) => what !== 'failure')).to.have.lengthOf(told);
    });

    it('it speaks after twenty quick beginnings', async () => {
      for (let i = 0; i < 20; i++) {
        engine.prepare([long, short]);
        const trace = speak(i % 2 ? long : short);
        if (i % 3) await moment(i * 5);
        trace.abort();
      }
      const trace = await hear(next);
      expect(trace.starts).to.equal(1);
    });
  });
}

function utteranceLike(said: Utterance, pause: number): Utterance {
  return { ...said, pause };
}
