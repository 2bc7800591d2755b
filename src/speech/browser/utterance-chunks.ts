import { firstPieceLength } from '../text-pieces.js';
import { typicalDuration } from './expected-duration.js';

/**
 * The longest chunk for an online voice, in seconds. Chrome's stop after about 15 seconds without an event:
 * https://crbug.com/40747712. The usual workaround, calling `pause()` and `resume()` every few seconds, ends speech on
 * Android and is audible with other voices; short chunks work everywhere.
 */
const MAX_SECONDS = 10;

/** The end of the chunk that starts at a position of a text: the whole rest if that is short enough, else a good place to stop. */
export function chunkEnd(text: string, from: number, rate: number): number {
  return (
    from + firstPieceLength(text.slice(from), Math.floor(MAX_SECONDS / typicalDuration(1, rate)))
  );
}
