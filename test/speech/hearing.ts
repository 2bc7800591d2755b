import { expect } from '@open-wc/testing';
import type { SpeechEngine, Utterance, Word } from '../../src/speech/engine.js';

type Entry =
  | { readonly what: 'start'; readonly time: number; readonly duration: number | undefined }
  | { readonly what: 'word'; readonly time: number; readonly word: Word }
  | { readonly what: 'end' | 'failure'; readonly time: number };

/** What an engine tells of one utterance, from `speak` on and for ever after. */
export class Hearing {
  readonly utterance: Utterance;
  readonly log: Entry[] = [];
  /** Settles as `speak` does, but never rejects. */
  readonly settled: Promise<void>;
  /** Settles at the first start, or as `speak` does. */
  readonly started: Promise<void>;
  error: unknown = null;
  readonly #aborting = new AbortController();
  /** How much had been told when it was aborted. */
  #toldBefore = Infinity;

  constructor(engine: SpeechEngine, utterance: Utterance, from?: number) {
    this.utterance = utterance;
    const start = Promise.withResolvers<void>();
    const tell = (entry: Entry) => this.log.push(entry);
    const spoken = engine.speak(utterance, {
      signal: this.#aborting.signal,
      from,
      onStart: (duration) => {
        tell({ what: 'start', time: performance.now(), duration });
        start.resolve();
      },
      onWord: ({ start, end }) =>
        tell({ what: 'word', time: performance.now(), word: { start, end } }),
    });
    this.settled = spoken.then(
      () => void tell({ what: 'end', time: performance.now() }),
      (error: unknown) => {
        this.error = error;
        tell({ what: 'failure', time: performance.now() });
      },
    );
    this.started = Promise.race([start.promise, this.settled]);
  }

  get starts(): number {
    return this.log.filter(({ what }) => what === 'start').length;
  }

  get ended(): boolean {
    return this.log.at(-1)?.what === 'end';
  }

  get words(): Word[] {
    return this.log.flatMap((entry) => (entry.what === 'word' ? entry.word : []));
  }

  /** In seconds at rate 1, where it was told. */
  get duration(): number | undefined {
    return this.log.find((entry) => entry.what === 'start')?.duration;
  }

  /** When it was told first, on performance.now()'s clock. */
  timeOf(what: Entry['what']): number {
    return this.log.find((entry) => entry.what === what)?.time ?? NaN;
  }

  abort(reason = new DOMException('No more', 'AbortError')): void {
    this.#toldBefore = this.log.length;
    this.#aborting.abort(reason);
  }

  /** What holds of every utterance, whatever was done to it. */
  check(): void {
    const told = this.log.map(({ what }) => what);
    const outcome = told.findIndex((what) => what === 'end' || what === 'failure');
    const tale = `„${this.utterance.text.slice(0, 50)}“: ${told.join(' ')}`;
    if (outcome >= 0)
      expect(outcome, `${tale}; nothing is told after the end`).to.equal(told.length - 1);
    const afterAbort = told.slice(this.#toldBefore);
    expect(afterAbort, `${tale}; nothing is told after an abort`).to.not.include.members([
      'start',
      'word',
    ]);
    if (told.includes('word') || told.includes('end')) expect(told[0], tale).to.equal('start');
    let reached = 0;
    for (const { start, end } of this.words) {
      expect(start, `${tale}; words are in order`).to.be.at.least(reached);
      expect(end, `${tale}; words are in the text`).to.be.within(
        start + 1,
        this.utterance.text.length,
      );
      reached = start;
    }
  }
}
