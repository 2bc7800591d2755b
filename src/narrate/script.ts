import type { Narration } from '../narration/index.js';
import { pauseBetween } from '../narration/pause-between.js';
import { type Lexicon, loadFormulaSpeech, loadTransliteration } from '../narration/spoken/index.js';
import { SpokenCue } from '../narration/spoken/spoken-cue.js';
import { textHash } from '../narration/text-hash.js';
import type { Utterance } from '../speech/engine.js';

/** A sentence as it is to be recorded. */
export interface ScriptSentence {
  /** Its index among the article's cues. */
  readonly index: number;
  readonly text: string;
  /** As in `RecordedSentence`. */
  readonly hash: string;
  /** BCP 47, where it is not that of the article. */
  readonly lang?: string;
  /** The number of its block, from 0. */
  readonly block: number;
  readonly heading: boolean;
  readonly spoken: SpokenCue;
}

/** All sentences of an article, with what is to be said for them, in order. */
export type Script = readonly ScriptSentence[];

/** The script of a narration. Sentences in which nothing can be said, such as „…“, are not in it. */
export async function scriptOf(narration: Narration, lexicon?: Lexicon): Promise<Script> {
  const { cues, lang } = narration;
  const whole = cues.map(({ text }) => text).join(' ');
  await Promise.all([loadTransliteration(whole), loadFormulaSpeech(cues)]);
  const script = cues.map((cue, index) => ({
    index,
    text: cue.text,
    hash: textHash(cue.text).toString(36),
    ...(cue.lang !== lang && { lang: cue.lang }),
    block: narration.blockNumber(index),
    heading: cue.heading,
    spoken: new SpokenCue(cue, pauseBetween(cue, cues[index + 1]), { lexicon }),
  }));
  return script.filter(({ spoken }) => spoken.utterances.length > 0);
}

/** The utterances of a script, in order. */
export function utterancesOf(script: Script): Utterance[] {
  return script.flatMap(({ spoken }) => spoken.utterances);
}
