import type { Block } from './block.js';
import type { Cue } from './cue.js';
import type { Segmentation } from './segmentation.js';

/** How far from its old position a sentence is searched for, in sentences. */
const SEARCH_DISTANCE = 100;

/**
 * Moves the cues of one pass over an article to the next pass. A cue is kept if its sentence is found again: in the same block,
 * or else nearby, for example after a page has rendered the same text again. All other cues are removed.
 */
export function reconcileCues(from: Segmentation, to: Segmentation): void {
  let shift = 0;
  for (const block of from.blocks) {
    const cues = from.cues
      .slice(block.firstCue, block.firstCue + block.size)
      .filter((cue) => cue !== undefined);
    if (cues.length === 0) continue;
    const newBlock = counterpart(block, to);
    for (const cue of cues) {
      const index = find(cue, newBlock, shift, to);
      if (index === undefined) {
        cue.remove(...successorOf(cue, block, newBlock, from, to));
        continue;
      }
      shift = index - cue.index;
      move(cue, index, to);
    }
  }
}

/** The index of the nearest sentence with the cue's text that no other cue has been moved to. */
function find(
  cue: Cue,
  newBlock: Block | undefined,
  shift: number,
  to: Segmentation,
): number | undefined {
  const isFree = (index: number) => {
    const block = to.blocks[to.blockAt(index)];
    if (!block) return false;
    const ordinal = index - block.firstCue;
    const { start, end } = block.sentence(ordinal);
    return (
      end - start === cue.text.length && !to.cues[index] && block.read(start, end) === cue.text
    );
  };
  const expected = newBlock ? newBlock.firstCue + cue.ordinal : cue.index + shift;
  for (let distance = 0; distance <= SEARCH_DISTANCE; distance++) {
    if (isFree(expected + distance)) return expected + distance;
    if (isFree(expected - distance)) return expected - distance;
  }
  return undefined;
}

function move(cue: Cue, index: number, to: Segmentation): void {
  const block = to.blocks[to.blockAt(index)];
  if (!block) return;
  to.cues[index] = cue;
  cue.move(block, index - block.firstCue);
}

/** The index of the cue to read instead of a removed one, and whether that cue has taken its place. */
function successorOf(
  cue: Cue,
  block: Block,
  newBlock: Block | undefined,
  from: Segmentation,
  to: Segmentation,
): [index: number, replaced: boolean] {
  if (newBlock)
    return [newBlock.firstCue + Math.min(cue.ordinal, newBlock.size), newBlock.size === block.size];
  for (let next = from.blockAt(block.firstCue) + 1; next < from.blocks.length; next++) {
    const following = counterpart(from.blocks[next] as Block, to);
    if (following) return [following.firstCue, false];
  }
  return [to.length, false];
}

/** The block of the new pass that contains the text of an old block, if its nodes are still in the article. */
function counterpart(block: Block, to: Segmentation): Block | undefined {
  for (const node of [...block.nodes, block.element]) {
    const found = to.blockOf(node);
    if (found) return found;
  }
  return undefined;
}
