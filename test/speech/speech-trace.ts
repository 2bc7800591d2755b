import { expect } from '@open-wc/testing';
import type { SpeechEngine, Utterance, Word } from '../../src/speech/engine.js';

type TraceEntry =
  | { readonly type: 'start'; readonly time: number; readonly duration: number | undefined }
  | { readonly type: 'word'; readonly time: number; readonly word: Word }
  | { readonly type: 'end' | 'failure'; readonly time: number };

/** What an engine tells of one utterance, from `speak` on and for ever after. */
export class SpeechTrace {
  readonly utterance: Utterance;
  readonly log: TraceEntry[] = [];
  /** Settles as `speak` does, but never rejects. */
  readonly settled: Promise<void>;
  /** Settles at the first start, or as `speak` does. */
  readonly started: Promise<void>;
  error: unknown = null;
  readonly #aborting = new AbortController();
  /** How much had been told when it was aborted. */
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
    return this.log.filter(({ type: what }) => what === 'start').length;
  }

  get ended(): boolean {
    return this.log.at(-1)?.type === 'end';
  }

  get words(): Word[] {
    return this.log.flatMap((entry) => (entry.type === 'word' ? entry.word : []));
  }

  /** In seconds at rate 1, where it was told. */
  get duration(): number | undefined {
    return this.log.find((entry) => entry.type === 'start')?.duration;
  }

  /** When it was told first, on performance.now()'s clock. */
  timeOf(what: TraceEntry['type']): number {
    return this.log.find((entry) => entry.type === what)?.time ?? NaN;
  }

  abort(reason = new DOMException('No more', 'AbortError')): void {
    this.#lengthAtAbort = this.log.length;
    this.#aborting.abort(reason);
  }

  /** What holds of every utterance, whatever was done to it. */
  check(): void {
    const types = this.log.map(({ type: what }) => what);
    const outcome = types.findIndex((what) => what === 'end' || what === 'failure');
    const summary = `„${this.utterance.text.slice(0, 50)}“: ${types.join(' ')}`;
    if (outcome >= 0)
      expect(outcome, `${summary}; nothing is told after the end`).to.equal(types.length - 1);
    const afterAbort = types.slice(this.#lengthAtAbort);
    expect(afterAbort, `${summary}; nothing is told after an abort`).to.not.include.members([
      'start',
      'word',
    ]);
    if (types.includes('word') || types.includes('end'))
      expect(types[0], summary).to.equal('start');
    let reached = 0;
    for (const { start, end } of this.words) {
      expect(start, `${summary}; words are in order`).to.be.at.least(reached);
      expect(end, `${summary}; words are in the text`).to.be.within(
        start + 1,
        this.utterance.text.length,
      );
      reached = start;
    }
  }
}
