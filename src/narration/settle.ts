import type { Block } from './block.js';
import type { Cue } from './cue.js';
import type { Cutting } from './cutting.js';

/** How far from its old place a sentence is looked for, in sentences. */
const REACH = 100;

/** The cues that were asked for, by their blocks. */
export type Cues = Map<Block, Cue[]>;

/**
 * Gives the cues of one pass over an article their places in the next pass: a cue stands where its sentence is found again,
 * in its own block first, then near by, as when a page was rendered anew. The others are gone.
 *
 * @returns the cues by their new blocks
 */
export function settle(cues: Cues, from: Cutting, to: Cutting): Cues {
  const settled: Cues = new Map();
  let shift = 0;
  for (const [block, ofBlock] of cues) {
    const home = homeOf(block, to);
    for (const cue of ofBlock.filter((cue) => cue !== undefined)) {
      const index = find(cue, home, shift, to, settled);
      if (index === undefined) {
        cue.remove(...successorOf(cue, block, home, from, to));
        continue;
      }
      shift = index - cue.index;
      place(cue, index, to, settled);
    }
  }
  return settled;
}

function find(
  cue: Cue,
  home: Block | undefined,
  shift: number,
  to: Cutting,
  settled: Cues,
): number | undefined {
  const isFree = (index: number) => {
    const block = to.blocks[to.blockAt(index)];
    if (!block) return false;
    const ordinal = index - block.firstCue;
    const { start, end } = block.sentence(ordinal);
    return (
      end - start === cue.text.length &&
      !settled.get(block)?.[ordinal] &&
      block.read(start, end) === cue.text
    );
  };
  const near = home ? home.firstCue + cue.ordinal : cue.index + shift;
  for (let distance = 0; distance <= REACH; distance++) {
    if (isFree(near + distance)) return near + distance;
    if (isFree(near - distance)) return near - distance;
  }
  return undefined;
}

function place(cue: Cue, index: number, to: Cutting, settled: Cues): void {
  const block = to.blocks[to.blockAt(index)];
  if (!block) return;
  const ofBlock = settled.get(block) ?? [];
  ofBlock[index - block.firstCue] = cue;
  settled.set(block, ofBlock);
  cue.move(block, index - block.firstCue);
}

/** The index of what is read instead of a cue that is gone, and whether it stands in its place. */
function successorOf(
  cue: Cue,
  block: Block,
  home: Block | undefined,
  from: Cutting,
  to: Cutting,
): [index: number, replaced: boolean] {
  if (home) return [home.firstCue + Math.min(cue.ordinal, home.size), home.size === block.size];
  for (let next = from.blockAt(block.firstCue) + 1; next < from.blocks.length; next++) {
    const following = homeOf(from.blocks[next] as Block, to);
    if (following) return [following.firstCue, false];
  }
  return [to.length, false];
}

/** The block of a new pass that an old one's text is in now. */
function homeOf(block: Block, to: Cutting): Block | undefined {
  for (const node of [...block.nodes, block.element]) {
    const home = to.blockOf(node);
    if (home) return home;
  }
  return undefined;
}
