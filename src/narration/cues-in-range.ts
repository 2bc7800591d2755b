import type { Cue } from './cue.js';
import { isText } from './block.js';

/** The part of a narration that is searched. */
interface Cues {
  at(index: number): Cue | undefined;
  indexAt(node: Node, offset: number): number;
}

/** The index of the first cue of which a range contains something, such as a selection; -1 if nothing in it is read. */
export function firstCueIn(range: Range, cues: Cues): number {
  for (const [text, offset] of textsIn(range)) {
    let index = cues.indexAt(text, offset);
    if (!touches(range, cues.at(index))) continue;
    // What is read before the first text may be an image.
    while (touches(range, cues.at(index - 1))) index--;
    return index;
  }
  return -1;
}

/** Whether a range contains something of a cue. */
export function touches(range: Range, cue: Cue | null | undefined): boolean {
  const ofCue = cue && rangeInTree(range, cue);
  if (!ofCue) return false;
  const beginsBeforeEnd = range.compareBoundaryPoints(Range.START_TO_END, ofCue) > 0;
  return beginsBeforeEnd && range.compareBoundaryPoints(Range.END_TO_START, ofCue) < 0;
}

/** Whether a cue begins at the end of a range or after it. */
export function isAfter(range: Range, cue: Cue): boolean {
  const ofCue = rangeInTree(range, cue);
  return ofCue !== null && range.compareBoundaryPoints(Range.START_TO_END, ofCue) <= 0;
}

/** The range of a cue, or of the shadow host around it, in the tree of another range; null where that has no such place. */
function rangeInTree({ startContainer }: Range, cue: Cue): Range | null {
  const { range } = cue;
  const tree = startContainer.getRootNode();
  for (let root = range?.startContainer.getRootNode(); range && root !== tree;) {
    if (!root || !('host' in root)) return null;
    range.selectNode(root.host as Element);
    root = range.startContainer.getRootNode();
  }
  return range;
}

/** The texts in a range, and where what is no white space begins in each. */
function* textsIn(range: Range): Generator<[Text, number], void> {
  const { commonAncestorContainer, startContainer, startOffset, endContainer, endOffset } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node; node = walker.nextNode()) {
    if (!isText(node) || !range.intersectsNode(node)) continue;
    const from = node === startContainer ? startOffset : 0;
    const data = node.data.slice(from, node === endContainer ? endOffset : undefined);
    const blank = data.length - data.trimStart().length;
    if (blank < data.length) yield [node, from + blank];
  }
}
