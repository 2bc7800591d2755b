import { typicalDuration } from './expected-duration.js';

/**
 * The longest chunk for an online voice, in seconds. Chrome's stop after about 15 seconds without an event:
 * https://crbug.com/40747712. The usual workaround, calling `pause()` and `resume()` every few seconds, ends speech on
 * Android and is audible with other voices; short chunks work everywhere.
 */
const MAX_SECONDS = 10;

/** Where a listener expects a short break: after punctuation and closing quotation marks. */
const PUNCTUATION = /[,;:–—)…][“”"'’»«]*\s+/gu;

/** The end of the chunk that starts at a position of a text: the whole rest if that is short enough, else a good place to stop. */
export function chunkEnd(text: string, from: number, rate: number): number {
  const rest = text.slice(from);
  const maxLength = Math.floor(MAX_SECONDS / typicalDuration(1, rate));
  if (rest.length <= maxLength) return text.length;
  const ends = Array.from(rest.matchAll(PUNCTUATION), ({ 0: mark, index }) => index + mark.length);
  const afterPunctuation = ends.filter((end) => end <= maxLength).at(-1);
  return from + (afterPunctuation ?? (rest.lastIndexOf(' ', maxLength) + 1 || maxLength));
}
