import type { Cue } from '../cue.js';
import type { TextSpan } from '../text-span.js';
import {
  type LanguageRun,
  type SpokenOptions,
  type SpokenPart,
  spokenParts,
} from './spoken-parts.js';

/** A text that is spoken in one go, with the silence after it. */
interface SpokenText {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** The same text split by language, if it has more than one. */
  readonly runs?: readonly LanguageRun[];
  /** In seconds at rate 1. */
  readonly pause: number;
}

/** The utterances of a cue: one, or several for a long cue. */
export class SpokenCue {
  readonly utterances: readonly SpokenText[];
  readonly #parts: readonly SpokenPart[];

  /** @param pause the silence after the cue, in seconds at rate 1 */
  constructor(cue: Cue, pause: number, options: SpokenOptions = {}) {
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

  /** The span of the cue's text that corresponds to a span of one of its utterances. */
  source(utterance: SpokenText, { start, end }: TextSpan): TextSpan {
    return this.#parts[this.utterances.indexOf(utterance)]?.source(start, end) ?? { start, end };
  }
}
