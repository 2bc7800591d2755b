import { germanSentenceEnds } from './german-sentences.js';
import type { TextSpan } from './text-span.js';
import { isWhiteSpace } from './white-space.js';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Splits a text into sentences: German by the rules in german-sentences.ts, other languages with `Intl.Segmenter`.
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
      yield last;
      last = sentence;
    } else {
      last = { start: last?.start ?? sentence.start, end: sentence.end };
    }
  }
  if (last) yield last;
}

/** Whether a span contains anything that can be heard: a letter or a digit. */
export function isAudible(text: string, { start, end }: TextSpan): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

function sentenceEnds(text: string, lang: string): Iterable<number> {
  return /^de(?:[-_]|$)/i.test(lang) || !isSupported(lang)
    ? germanSentenceEnds(text)
    : nativeSentenceEnds(text, lang);
}

function* nativeSentenceEnds(text: string, lang: string): Generator<number, void> {
  for (const { segment, index } of segmenterFor(lang).segment(text)) yield index + segment.length;
}

function trim(text: string, from: number, to: number): TextSpan | null {
  let start = from;
  let end = to;
  while (start < end && isWhiteSpace(text, start)) start++;
  while (end > start && isWhiteSpace(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

function isSupported(lang: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang).length > 0;
  } catch {
    return false;
  }
}
