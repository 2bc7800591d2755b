import { expect } from '@open-wc/testing';
import type { SpeechEngine, SystemCommands, Utterance } from '../../../src/speech/engine.js';
import { SpeechTrace } from '../speech-trace.js';

/** An engine to be checked against the contract. */
export interface Candidate {
  /** Creates an engine that can speak these utterances and has not been loaded. */
  make(utterances: readonly Utterance[]): SpeechEngine;
  /** Whether it is making sound now. Absent if that cannot be observed. */
  sounds?(): boolean;
  /** Pauses and plays its sound as the system does. Absent if the system cannot do that. */
  readonly system?: SystemCommands;
  /** The silence that its voices themselves leave after an utterance, in seconds. */
  readonly trailingSilence?: number;
}

/** How long a busy machine may delay something, in milliseconds. */
export const TOLERANCE = 700;

/** How often a test of times is tried again: a busy machine may delay one by more than that, and words that are over by then are not reported. */
export const ATTEMPTS = 3;

export const wait = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A copy of an utterance, followed by a pause in seconds. */
export function withPause(utterance: Utterance, pause: number): Utterance {
  return { ...utterance, pause };
}

/** Texts that occur in articles although they are not proper sentences. */
const UNUSUAL_TEXTS: Record<string, string> = {
  'a period in quotes': '„.“',
  'a space': ' ',
  emoji: '😀 👩‍👩‍👧',
  Hebrew: 'שלום, ja.',
  '2,000 characters': 'Das ist ein Satz ohne Ende, '.repeat(72).slice(0, 2000),
  'half a surrogate pair': 'Vor\ud83d und \udc00nach.',
  SSML: '<speak><break time="9s"/>A & B</speak>',
  'half an element': '</voice> ]]> &amp; <',
  phonemes: "[[x]] und [[h@l'oU]]",
  'control characters': 'Ein\u0000 Wort\u0007\ufeff\u2028 hier\u0085.',
  'commands to eSpeak': 'Ein\u0001400S Wort \u00010A hier.',
  noncharacters: 'Ein\ufdd0 Wort\ufffe hier\u{1ffff}.',
};

const utteranceOf = (text: string): Utterance => ({ text, lang: 'de', pause: 0 });

/** A loaded engine and utterances for it. Both are new in each test of the `describe` that constructs it. */
export class ContractSubject {
  readonly candidate: Candidate;
  engine!: SpeechEngine;
  short!: Utterance;
  next!: Utterance;
  long!: Utterance;
  unusual!: Record<string, Utterance>;
  #traces: SpeechTrace[] = [];

  constructor(candidate: Candidate) {
    this.candidate = candidate;
    beforeEach(async () => {
      this.#traces = [];
      this.short = utteranceOf('Ein Satz.');
      this.next = utteranceOf('Noch einer.');
      this.long = utteranceOf('Ein Satz, der etwas länger dauert.');
      this.unusual = Object.fromEntries(
        Object.entries(UNUSUAL_TEXTS).map(([name, text]) => [name, utteranceOf(text)]),
      );
      this.engine = this.make();
      await this.engine.load(() => undefined);
      this.engine.rate = 4;
    });
    afterEach(async () => {
      for (const trace of this.#traces) trace.abort();
      this.engine.dispose();
      await Promise.all(this.#traces.map(({ settled }) => settled));
      await wait(30);
      for (const trace of this.#traces) trace.check();
    });
  }

  /** Creates another engine, not loaded, for the same utterances. */
  readonly make = (): SpeechEngine =>
    this.candidate.make([this.short, this.next, this.long, ...Object.values(this.unusual)]);

  readonly speak = (utterance: Utterance, from?: number): SpeechTrace => {
    const trace = new SpeechTrace(this.engine, utterance, from);
    this.#traces.push(trace);
    return trace;
  };

  /** Speaks an utterance to its end. */
  readonly hear = async (utterance: Utterance, from?: number): Promise<SpeechTrace> => {
    const trace = this.speak(utterance, from);
    await trace.settled;
    expect(trace.error, String(trace.error)).to.equal(null);
    return trace;
  };

  readonly expectSilence = (): void => {
    expect(this.candidate.sounds?.() ?? false, 'something is heard').to.equal(false);
  };

  readonly expectSound = (): void => {
    expect(this.candidate.sounds?.() ?? true, 'nothing is heard').to.equal(true);
  };

  /** Aborts an utterance and expects silence and the abort's reason. */
  readonly expectAborted = async (trace: SpeechTrace): Promise<void> => {
    const reason = new DOMException('Enough', 'AbortError');
    trace.abort(reason);
    this.expectSilence();
    await trace.settled;
    expect(trace.error).to.equal(reason);
    await wait(100);
    this.expectSilence();
  };
}
