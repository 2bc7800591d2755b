import type { Cue } from '../narration/index.js';
import { pauseBetween } from '../narration/pause-between.js';
import {
  loadFormulaSpeech,
  loadTransliteration,
  type SpokenOptions,
} from '../narration/spoken/index.js';
import { SpokenCue } from '../narration/spoken/spoken-cue.js';
import type { SpeechEngine, Utterance } from '../speech/engine.js';
import type { Stops } from './stops.js';

/** The number of cues whose utterances are kept, so that they need not be created again after a seek back. */
const CACHE_SIZE = 1000;

/** How far ahead utterances are prepared, in characters: about 50 seconds. */
const CHARACTERS_AHEAD = 900;

/** A cue as it is written, for an engine that covers some sentences only. */
export function writtenUtterance({ text, lang, index }: Cue, pause = 0): Utterance {
  return { text, lang, pause, index };
}

/** Finds the cue that follows another; undefined after the last one. */
export type After = (cue: Cue) => Cue | undefined;

/** What is spoken for a cue: one utterance, or several for a long one. */
type Spoken = Pick<SpokenCue, 'utterances' | 'source'>;

/** A cue as it is written, in one utterance. */
function written(cue: Cue, pause: number): Spoken {
  return { utterances: [writtenUtterance(cue, pause)], source: (_, word) => word };
}

/** Turns cues into utterances, once per cue and engine: engines identify utterances by reference. */
export class Utterances {
  readonly #options: SpokenOptions;
  readonly #pauses: number;
  readonly #stops: Stops | null;
  readonly #of = new WeakMap<SpeechEngine, Map<Cue, Spoken>>();

  /**
   * @param pauses the length of the silences between paragraphs, as a factor
   * @param stops where reading pauses by itself
   */
  constructor(options: SpokenOptions = {}, pauses = 1, stops: Stops | null = null) {
    this.#options = options;
    this.#pauses = pauses;
    this.#stops = stops;
  }

  /** The utterances of a cue. */
  of(engine: SpeechEngine, cue: Cue, next: Cue | undefined): Spoken {
    let ofEngine = this.#of.get(engine);
    if (!ofEngine) this.#of.set(engine, (ofEngine = new Map<Cue, Spoken>()));
    let spoken = ofEngine.get(cue);
    if (!spoken) {
      const without = engine.pronounces as SpokenOptions['without'];
      const pause = pauseBetween(cue, next, this.#pauses);
      spoken = engine.covers
        ? written(cue, pause)
        : new SpokenCue(cue, pause, { ...this.#options, without });
      const last = spoken.utterances.at(-1);
      const stops = () => !!next && this.#stops?.areBetween(cue, next);
      if (last) Object.defineProperty(last, 'stops' satisfies keyof Utterance, { get: stops });
      ofEngine.set(cue, spoken);
      const [oldest] = ofEngine.keys();
      if (ofEngine.size > CACHE_SIZE && oldest) ofEngine.delete(oldest);
    }
    return spoken;
  }

  /** Loads what is needed to speak a cue and those that follow it, as far ahead as an engine should prepare. */
  async prepare(first: Cue, after: After): Promise<void> {
    const cues = [...cuesAhead(first, after)];
    const text = cues.map((cue) => cue.text).join('');
    await Promise.all([loadTransliteration(text), loadFormulaSpeech(cues)]);
  }

  /** The utterances of a cue and of those that follow it, as far ahead as an engine should prepare. */
  ahead(engine: SpeechEngine, first: Cue, after: After): Utterance[] {
    return Array.from(cuesAhead(first, after)).flatMap(
      (cue) => this.of(engine, cue, after(cue)).utterances,
    );
  }
}

function* cuesAhead(first: Cue, after: After): Generator<Cue, void> {
  let characters = 0;
  for (let cue: Cue | undefined = first; cue && characters < CHARACTERS_AHEAD; cue = after(cue)) {
    yield cue;
    characters += cue.text.length;
  }
}
