import { scrollersOf } from './viewport.js';

/** A line below a piece of text, in CSS px from the upper left corner of the viewport, and the text's colour. */
export interface Line {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly color: string;
}

/** The lines below the text of a range, without those that a scroll container hides. */
export function linesBelow(range: Range): Line[] {
  const ports = scrollersOf(range.startContainer)
    .filter((scroller) => scroller !== document.scrollingElement)
    .map((scroller) => scroller.getBoundingClientRect());
  return piecesOf(range).flatMap((piece) => {
    const { color } = getComputedStyle(elementOf(piece.startContainer));
    return [...piece.getClientRects()].flatMap((rect) => {
      if (ports.some(({ top, bottom }) => rect.bottom < top || rect.bottom > bottom)) return [];
      const left = Math.max(rect.left, ...ports.map((port) => port.left));
      const right = Math.min(rect.right, ...ports.map((port) => port.right));
      return right > left ? [{ left, right, top: rect.bottom, color }] : [];
    });
  });
}

/** A range for each text node: the boxes of elements may be higher than their text, or span several lines. */
function piecesOf(range: Range): Range[] {
  return textsOf(range).map((text) => {
    const piece = document.createRange();
    piece.selectNodeContents(text);
    if (text === range.startContainer) piece.setStart(text, range.startOffset);
    if (text === range.endContainer) piece.setEnd(text, range.endOffset);
    return piece;
  });
}

function textsOf(range: Range): Node[] {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode())
    if (range.intersectsNode(walker.currentNode)) texts.push(walker.currentNode);
  return texts;
}

function elementOf(text: Node): Element {
  return text.parentElement ?? (text.getRootNode() as ShadowRoot).host;
}
