import type { Cue } from '../narration/index.js';
import {
  type Lexicon,
  type PronounceOptions,
  type SpokenPart,
  spokenParts,
} from '../narration/spoken/index.js';
import type { SpeechEngine, Utterance, Word } from '../speech/engine.js';
import { pauseBetween } from './timeline.js';

/** For how many cues what is spoken is kept, so that going back makes nothing anew. */
const KEPT = 1000;

/** How far ahead utterances are prepared, in characters; 900 are about 50 seconds. */
const AHEAD = 900;

/** What an engine is given for a cue: an utterance, or several for a long one. */
class SpokenCue {
  readonly utterances: readonly Utterance[];
  readonly #parts: readonly SpokenPart[];

  constructor(cue: Cue, pause: number, options: PronounceOptions) {
    this.#parts = spokenParts(cue, options).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    this.utterances = this.#parts.map(({ text, runs }, index) => {
      const last = index === this.#parts.length - 1;
      return {
        text,
        lang: cue.lang,
        ...(runs.length > 1 && { runs }),
        pause: last ? pause : 0,
      };
    });
  }

  /** The word of the cue's text that a word of one of its utterances stands for. */
  source(utterance: Utterance, { start, end }: Word): Word {
    return this.#parts[this.utterances.indexOf(utterance)]?.source(start, end) ?? { start, end };
  }
}

/** Turns cues into what an engine speaks, once for each: engines know utterances by their identity. */
export class Utterances {
  readonly #lexicon: Lexicon | undefined;
  readonly #pauses: number;
  readonly #of = new WeakMap<SpeechEngine, Map<Cue, SpokenCue>>();

  /**
   * @param lexicon what a publisher teaches
   * @param pauses how long the silences between paragraphs are, 1 being what the text asks for
   */
  constructor(lexicon?: Lexicon, pauses = 1) {
    this.#lexicon = lexicon;
    this.#pauses = pauses;
  }

  /** What an engine speaks for a cue. */
  of(engine: SpeechEngine, cue: Cue, next: Cue | undefined): SpokenCue {
    let ofEngine = this.#of.get(engine);
    if (!ofEngine) this.#of.set(engine, (ofEngine = new Map<Cue, SpokenCue>()));
    let spoken = ofEngine.get(cue);
    if (!spoken) {
      const without = engine.pronounces as PronounceOptions['without'];
      const pause = pauseBetween(cue, next, this.#pauses);
      spoken = new SpokenCue(cue, pause, { lexicon: this.#lexicon, without });
      ofEngine.set(cue, spoken);
      const [oldest] = ofEngine.keys();
      if (ofEngine.size > KEPT && oldest) ofEngine.delete(oldest);
    }
    return spoken;
  }

  /** The utterances of a cue and of those behind it, as far ahead as an engine should know. */
  ahead(engine: SpeechEngine, first: Cue, after: (cue: Cue) => Cue | undefined): Utterance[] {
    const utterances: Utterance[] = [];
    let characters = 0;
    for (let cue: Cue | undefined = first; cue && characters < AHEAD;) {
      const next = after(cue);
      utterances.push(...this.of(engine, cue, next).utterances);
      characters += cue.text.length;
      cue = next;
    }
    return utterances;
  }
}
