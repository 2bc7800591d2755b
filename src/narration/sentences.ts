import { germanSentenceEnds } from './german-sentences.js';
import { isSpace } from './white-space.js';

/** A stretch of a text, `[start, end)`, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Cuts a text into its sentences.
 *
 * @param text one block of text
 * @param lang its language, BCP 47; a tag that no rule knows is cut as German is
 * @returns the sentences in order, without the white space around them. Stretches without a letter or a digit, of
 *   which nothing would be heard, belong to the sentence before them.
 */
export function segmentSentences(text: string, lang: string): Stretch[] {
  return [...sentencesOf(text, lang)];
}

/** The same, sentence by sentence as they are asked for. */
export function* sentencesOf(text: string, lang: string): Generator<Stretch, void> {
  let from = 0;
  let last = null as Stretch | null;
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

/** Whether anything would be heard of a stretch: a letter or a digit. */
export function isAudible(text: string, { start, end }: Stretch): boolean {
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

function trim(text: string, from: number, to: number): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
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
