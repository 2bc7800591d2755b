import { typicalDuration } from './expected-duration.js';

/**
 * How long a voice from the network may speak at once, in seconds: Chrome falls silent after about 15 and tells nothing,
 * https://crbug.com/40747712. The known way to keep it going, `pause()` and `resume()` every few seconds, ends speech on
 * Android and is heard with other voices; short texts work everywhere.
 */
const MAX_SECONDS = 10;

/** Where a listener expects a breath: after a mark of punctuation and its closing quotes. */
const PUNCTUATION = /[,;:–—)…][“”"'’»«]*\s+/gu;

/** Where to stop in a text that is spoken from some position on, so that it is said in time. */
export function chunkEnd(text: string, from: number, rate: number): number {
  const rest = text.slice(from);
  const most = Math.floor(MAX_SECONDS / typicalDuration(1, rate));
  if (rest.length <= most) return text.length;
  const ends = Array.from(rest.matchAll(PUNCTUATION), ({ 0: mark, index }) => index + mark.length);
  const punctuated = ends.filter((end) => end <= most).at(-1);
  return from + (punctuated ?? (rest.lastIndexOf(' ', most) + 1 || most));
}
