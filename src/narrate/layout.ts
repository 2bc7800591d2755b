import type { RecordedSentence, RecordedWord } from '../recording/recording.js';
import type { Rendering } from '../speech/sound/rendering.js';
import type { Script, ScriptSentence } from './script.js';
import { SAMPLE_RATE } from './sound/sample-rate.js';

/** A chapter of a recording, which begins with a heading. */
export interface Chapter {
  readonly title: string;
  /** In seconds from the beginning of the recording. */
  readonly start: number;
  readonly end: number;
}

/** Where the sound of an utterance is in a recording. */
export interface Placed {
  readonly key: string;
  /** The silence before it, in samples. */
  readonly silence: number;
}

/**
 * Lines up the renderings of a script: what is heard when. The recording begins with its first sentence and ends with its last one; the pauses
 * between sentences belong to none.
 */
export class Layout {
  readonly sentences: RecordedSentence[] = [];
  readonly placed: Placed[] = [];
  /** So far, in samples. */
  samples = 0;
  /** The silence before the next utterance, in samples. */
  #silence = 0;

  /**
   * Adds a sentence.
   *
   * @param renderings those of its utterances, and their keys; null for a silent one
   */
  add(
    { index, text, hash, lang, spoken }: ScriptSentence,
    renderings: readonly { readonly key: string; readonly rendering: Rendering | null }[],
  ): void {
    const words: RecordedWord[] = [];
    let start = -1;
    let end = 0;
    renderings.forEach(({ key, rendering }, i) => {
      const utterance = spoken.utterances[i];
      if (!rendering || !utterance) return;
      this.placed.push({ key, silence: this.#silence });
      this.samples += this.#silence;
      if (start < 0) start = this.samples;
      for (const word of rendering.words) {
        const source = spoken.source(utterance, word);
        if (source.start < (words.at(-1)?.[1] ?? 0) || source.end <= source.start) continue;
        words.push([source.start, source.end, rounded(this.samples / SAMPLE_RATE + word.time)]);
      }
      this.samples += rendering.samples.length;
      end = this.samples;
      this.#silence = Math.round(utterance.pause * SAMPLE_RATE);
    });
    if (start < 0) return;
    this.sentences.push({
      index,
      start: start / SAMPLE_RATE,
      end: end / SAMPLE_RATE,
      hash,
      text,
      ...(lang && { lang }),
      ...(words.length > 0 && { words }),
    });
  }

  /** In seconds. */
  get duration(): number {
    return this.samples / SAMPLE_RATE;
  }
}

/** To the millisecond, as are the times of cues. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * The chapters of a recording. What is heard before the first heading is a chapter of its own, with the title of the article.
 *
 * @param duration in seconds
 */
export function chaptersOf(
  script: Script,
  sentences: readonly RecordedSentence[],
  title: string,
  duration: number,
): Chapter[] {
  const times = new Map(sentences.map((sentence) => [sentence.index, sentence.start]));
  const starts: { title: string; start: number; block: number }[] = [];
  for (const { index, text, heading, block } of script) {
    const start = times.get(index);
    const last = starts.at(-1);
    if (start === undefined) continue;
    if (heading && last?.block === block) last.title += ` ${text}`;
    else if (heading) starts.push({ title: text, start, block });
    else if (!last) starts.push({ title, start: 0, block: -1 });
  }
  return starts.map((chapter, i) => ({
    title: chapter.title,
    start: i === 0 ? 0 : chapter.start,
    end: starts[i + 1]?.start ?? duration,
  }));
}
