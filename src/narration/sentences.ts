import { germanSentenceEnds } from './german-sentences.js';
import { nativeSentenceEnds } from './native-sentences.js';
import { splitLong } from './split-long.js';
import type { TextSpan } from './text-span.js';

/** The maximum length of a sentence, in UTF-16 code units; 3000 are about three minutes of speech. */
const MAX_LENGTH = 3000;

/**
 * Splits a text into sentences: German by the rules in german-sentences.ts, other languages by native-sentences.ts.
 *
 * @param text one block of text
 * @param lang its language, BCP 47; if the tag is malformed or not supported, the text is split as German
 * @returns the sentences in order, without the white space around them. Text without letters and digits cannot be heard,
 *   so it is added to the sentence before it.
 */
export function segmentSentences(text: string, lang: string): TextSpan[] {
  return [...sentencesOf(text, lang)];
}

/** Like {@link segmentSentences}, but splits the text only as far as sentences are requested. */
export function* sentencesOf(text: string, lang: string): Generator<TextSpan, void> {
  let from = 0;
  let last = null as TextSpan | null;
  for (const to of sentenceEnds(text, lang)) {
    const sentence = trim(text, from, to);
    from = to;
    if (!sentence) continue;
    if (last && isAudible(text, sentence)) {
      yield* bounded(text, last);
      last = sentence;
    } else {
      last = { start: last?.start ?? sentence.start, end: sentence.end };
    }
  }
  if (last) yield* bounded(text, last);
}

/** A text of many words without punctuation would otherwise be one sentence, however long it is. */
function* bounded(text: string, { start, end }: TextSpan): Generator<TextSpan, void> {
  for (const part of splitLong(text.slice(start, end), MAX_LENGTH)) {
    const sentence = trim(text, start + part.start, start + part.end);
    if (sentence) yield sentence;
  }
}

/** Whether a span contains anything that can be heard: a letter or a digit. */
export function isAudible(text: string, { start, end }: TextSpan): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function sentenceEnds(text: string, lang: string): Iterable<number> {
  try {
    const isGerman = /^de(?:[-_]|$)/i.test(lang);
    if (!isGerman && Intl.Segmenter.supportedLocalesOf(lang)[0])
      return nativeSentenceEnds(text, lang);
  } catch {
    // The tag is malformed.
  }
  return germanSentenceEnds(text);
}

function trim(text: string, from: number, to: number): TextSpan | null {
  const part = text.slice(from, to);
  const start = to - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start < end ? { start, end } : null;
}
