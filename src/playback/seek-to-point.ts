import type { Playback } from './playback.js';

/**
 * Moves the playhead to the sentence at a boundary point of the page's text.
 *
 * @returns whether anything is read there; false until the narration is made
 */
export function seekToPoint(playback: Playback, node: Node, offset: number): boolean {
  let index = -1;
  playback.narrated((narration) => {
    index = narration.indexAt(node, offset);
    playback.seekToCue(index);
  });
  return index >= 0;
}
