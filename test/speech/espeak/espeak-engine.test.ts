import { expect } from '@open-wc/testing';
import { type SpeakOptions, SpeechError, type Utterance } from '../../../src/speech/engine.js';
import { EspeakEngine } from '../../../src/speech/espeak/espeak-engine.js';
import { bundledFiles } from '../../fixtures/voice-files.js';

const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const engineWith = (worker: URL | string) =>
  new EspeakEngine({ ...bundledFiles, worker: String(worker) });
interface Utterances {
  all: Utterance[];
  first: Utterance;
  second: Utterance;
  third: Utterance;
}

/** The engine distinguishes utterances by identity, so it has no sound of new ones yet. */
function newUtterances(): Utterances {
  const utterance = (text: string): Utterance => ({ text, lang: 'de', pause: 0.3 });
  const [first, second, third] = [
    utterance('Der erste Satz.'),
    utterance('Der zweite Satz.'),
    utterance('Der dritte.'),
  ];
  return { all: [first, second, third], first, second, third };
}

describe('EspeakEngine', () => {
  let engine: EspeakEngine;
  let log: [number, string][] = [];
  let all: Utterance[];
  let first: Utterance;
  let second: Utterance;
  let third: Utterance;
  const options = (text: string, signal = new AbortController().signal): SpeakOptions => ({
    signal,
    onStart: () => log.push([performance.now(), `start ${text}`]),
    onWord: ({ start, end }) => log.push([performance.now(), text.slice(start, end)]),
  });
  const speak = (utterance: Utterance, signal?: AbortSignal) =>
    engine.speak(utterance, options(utterance.text, signal));
  const entries = () => log.map(([, entry]) => entry);

  before(async () => {
    engine = new EspeakEngine(bundledFiles);
    await engine.load(() => undefined);
  });
  beforeEach(() => {
    log = [];
    ({ all, first, second, third } = newUtterances());
  });
  after(() => engine.dispose());

  it('speaks only German', async () => {
    expect(await engine.speaks('de-CH')).to.equal(true);
    expect(await engine.speaks('en')).to.equal(false);
  });

  it('reports how much of the voice has been loaded', async () => {
    const shares: number[] = [];
    // The voice of this address is not in use yet.
    const another = engineWith(`${bundledFiles.worker}?another`);
    await another.load((share) => shares.push(share));
    expect(shares[0]).to.equal(0);
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
    another.dispose();
  });

  it('reports the start, each word in order, and the end', async () => {
    engine.prepare([first]);
    await speak(first);
    expect(entries()).to.deep.equal(['start Der erste Satz.', 'Der', 'erste', 'Satz']);
  });

  const silences = async () => {
    const ends: number[] = [];
    for (const utterance of all) {
      await speak(utterance);
      ends.push(performance.now());
    }
    const starts = log.filter(([, entry]) => entry.startsWith('start')).map(([time]) => time);
    return starts.slice(1).map((start, i) => start - (ends[i] ?? 0));
  };

  // Tests of durations are tried again: on a busy machine a callback is late once in a while, but a real fault fails every time.
  it('keeps exactly the pause that an utterance asks for', async () => {
    engine.prepare(all);
    await moment(500);
    for (const silence of await silences()) expect(silence).to.be.within(270, 340);
  }).retries(3);

  it('adds no silence where one rendered sound follows another', async () => {
    engine.prepare(all);
    for (const silence of await silences()) expect(silence).to.be.within(180, 400);
  }).retries(3);

  it('can repeat the utterance that was just heard', async () => {
    engine.prepare([first]);
    await speak(first);
    const logged = log.length;
    await speak(first);
    expect(entries().slice(logged)).to.deep.equal([
      'start Der erste Satz.',
      'Der',
      'erste',
      'Satz',
    ]);
  });

  it('pauses in the middle of an utterance and resumes there', async () => {
    engine.prepare([first]);
    const spoken = speak(first);
    while (!entries().includes('erste')) await moment(5);
    engine.pause();
    const logged = log.length;
    await moment(900);
    expect(log.length).to.equal(logged);
    engine.resume();
    await spoken;
    expect(entries()).to.deep.equal([
      'start Der erste Satz.',
      'Der',
      'erste',
      'start Der erste Satz.',
      'Satz',
    ]);
  });

  it('is silent and reports nothing after an abort, and speaks another utterance at once', async () => {
    engine.prepare(all);
    const aborting = new AbortController();
    const spoken = speak(first, aborting.signal).catch((error: unknown) => error);
    while (!entries().includes('erste')) await moment(5);
    aborting.abort(new DOMException('', 'AbortError'));
    expect(((await spoken) as Error).name).to.equal('AbortError');
    const logged = log.length;
    await moment(300);
    expect(log.length).to.equal(logged);
    await speak(third);
    expect(entries().slice(logged)).to.deep.equal(['start Der dritte.', 'Der', 'dritte']);
  });

  it('can be paused before the sound begins', async () => {
    engine.prepare([second]);
    const spoken = speak(second);
    engine.pause();
    await moment(500);
    expect(entries()).to.deep.equal([]);
    engine.resume();
    await spoken;
    expect(entries()[0]).to.equal('start Der zweite Satz.');
  });

  it('speaks faster at a higher rate', async () => {
    engine.prepare([first]);
    const start = performance.now();
    engine.rate = 4;
    await speak(first);
    engine.rate = 1;
    expect(performance.now() - start).to.be.below(900);
  }).retries(3);

  it('can start in the middle of a sentence', async () => {
    engine.prepare(all);
    const start = performance.now();
    await engine.speak(first, { ...options(first.text), from: 0.4 });
    expect(entries()[0]).to.equal(`start ${first.text}`);
    expect(entries()).to.include('Satz').and.not.include('Der');
    expect(performance.now() - start).to.be.below(1500);
    await speak(second);
    expect(entries()).to.include(`start ${second.text}`);
  }).retries(3);

  it('continues if its worker crashes', async () => {
    const mortal = engineWith(new URL('../../fixtures/crashing-worker.ts', import.meta.url));
    await mortal.load(() => undefined);
    mortal.prepare(all);
    for (const utterance of all) await mortal.speak(utterance, options(utterance.text));
    expect(entries().filter((entry) => entry.startsWith('start'))).to.deep.equal(
      all.map(({ text }) => `start ${text}`),
    );
    mortal.dispose();
  });

  describe('whose worker answers nothing more', () => {
    const workers: Worker[] = [];
    let mortal: EspeakEngine;
    const make = async (worker: URL | string) => {
      workers.length = 0;
      mortal = engineWith(worker);
      await mortal.load(() => undefined);
    };
    const RealWorker = window.Worker;
    before(() => {
      window.Worker = class extends RealWorker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          workers.push(this);
        }
      };
    });
    after(() => (window.Worker = RealWorker));
    afterEach(() => mortal.dispose());

    it('continues with a new one if the browser has ended it', async () => {
      await make(`${bundledFiles.worker}?mortal`);
      await mortal.speak(first, options(first.text));
      workers[0]?.terminate();
      await mortal.speak(second, options(second.text));
      expect(entries()).to.include('zweite');
      expect(workers).to.have.length(2);
    });

    it('continues with a new one if it hangs', async () => {
      await make(new URL('../../fixtures/hanging-worker.ts', import.meta.url));
      for (const utterance of [first, second])
        await mortal.speak(utterance, options(utterance.text));
      expect(entries()).to.include('zweite');
      expect(workers).to.have.length(2);
    });
  });

  it('rejects if its worker cannot be loaded', async () => {
    const broken = engineWith(new URL('./no-such-worker.js', import.meta.url));
    const error = (await broken
      .load(() => undefined)
      .catch((reason: unknown) => reason)) as SpeechError;
    expect(error).to.be.instanceOf(SpeechError);
  });
});
