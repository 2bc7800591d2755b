import type { Cue } from '../cue.js';

/** Whether a cue is the first text of an element. */
export function begins(element: Element, cue: Cue): boolean {
  const range = cue.ordinal === 0 ? cue.range : null;
  if (!range) return false;
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().trim() === '';
}

/** Whether a cue is the last text of an element. */
export function ends(element: Element, cue: Cue): boolean {
  const { range } = cue;
  if (!range) return false;
  const after = element.ownerDocument.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(element, element.childNodes.length);
  return after.toString().trim() === '';
}
