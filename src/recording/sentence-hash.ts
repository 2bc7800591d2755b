import { textHash } from '../narration/text-hash.js';

/** The hash by which a sentence of a recording is found again in its article; see `RecordedSentence.hash`. */
export function sentenceHash(text: string): string {
  return textHash(text).toString(36);
}
