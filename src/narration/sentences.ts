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
  const sentences: Stretch[] = [];
  for (const { segment, index } of segmenterFor(lang).segment(text)) {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    if (start >= end) continue;
    const last = sentences.at(-1);
    if (/[\p{L}\p{N}]/u.test(segment) || !last) sentences.push({ start, end });
    else sentences[sentences.length - 1] = { start: last.start, end };
  }
  return sentences;
}

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(supported(lang), { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

function supported(lang: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang)[0] ?? 'de';
  } catch {
    return 'de';
  }
}
