import { expect } from '@open-wc/testing';
import type { SpeechEngine, Utterance, Word } from '../../src/speech/engine.js';

type TraceEntry =
  | { readonly type: 'start'; readonly time: number; readonly duration: number | undefined }
  | { readonly type: 'word'; readonly time: number; readonly word: Word }
  | { readonly type: 'end' | 'failure'; readonly time: number };

/** Speaks an utterance and records everything the engine reports about it, even after its end. */
export class SpeechTrace {
  readonly utterance: Utterance;
  readonly log: TraceEntry[] = [];
  /** Resolves when `speak` settles; never rejects. */
  readonly settled: Promise<void>;
  /** Resolves at the first start, or when `speak` settles. */
  readonly started: Promise<void>;
  error: unknown = null;
  readonly #aborting = new AbortController();
  /** The length of `log` at the abort. */
  #lengthAtAbort = Infinity;

  constructor(engine: SpeechEngine, utterance: Utterance, from?: number) {
    this.utterance = utterance;
    const start = Promise.withResolvers<void>();
    const record = (entry: TraceEntry) => this.log.push(entry);
    const spoken = engine.speak(utterance, {
      signal: this.#aborting.signal,
      from,
      onStart: (duration) => {
        record({ type: 'start', time: performance.now(), duration });
        start.resolve();
      },
      onWord: ({ start, end }) =>
        record({ type: 'word', time: performance.now(), word: { start, end } }),
    });
    this.settled = spoken.then(
      () => void record({ type: 'end', time: performance.now() }),
      (error: unknown) => {
        this.error = error;
        record({ type: 'failure', time: performance.now() });
      },
    );
    this.started = Promise.race([start.promise, this.settled]);
  }

  get starts(): number {
    return this.log.filter(({ type }) => type === 'start').length;
  }

  get ended(): boolean {
    return this.log.at(-1)?.type === 'end';
  }

  get words(): Word[] {
    return this.log.flatMap((entry) => (entry.type === 'word' ? entry.word : []));
  }

  /** The reported duration, in seconds at rate 1. */
  get duration(): number | undefined {
    return this.log.find((entry) => entry.type === 'start')?.duration;
  }

  /** The time of the first entry of a type, on the clock of performance.now(). */
  timeOf(type: TraceEntry['type']): number {
    return this.log.find((entry) => entry.type === type)?.time ?? NaN;
  }

  abort(reason = new DOMException('No more', 'AbortError')): void {
    this.#lengthAtAbort = this.log.length;
    this.#aborting.abort(reason);
  }

  /** Expects what must hold for every utterance, however it was interrupted. */
  check(): void {
    const types = this.log.map(({ type }) => type);
    const outcome = types.findIndex((type) => type === 'end' || type === 'failure');
    const summary = `„${this.utterance.text.slice(0, 50)}“: ${types.join(' ')}`;
    if (outcome >= 0)
      expect(outcome, `${summary}; nothing is reported after the end`).to.equal(types.length - 1);
    const afterAbort = types.slice(this.#lengthAtAbort);
    expect(afterAbort, `${summary}; nothing is reported after an abort`).to.not.include.members([
      'start',
      'word',
    ]);
    if (types.includes('word') || types.includes('end'))
      expect(types[0], summary).to.equal('start');
    let previous = 0;
    for (const { start, end } of this.words) {
      expect(start, `${summary}; words are in order`).to.be.at.least(previous);
      expect(end, `${summary}; words are within the text`).to.be.within(
        start + 1,
        this.utterance.text.length,
      );
      previous = start;
    }
  }
}
