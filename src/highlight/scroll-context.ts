import { ancestorsOf, scrollersOf } from './viewport.js';

/** A scroll container around a piece of text, or around a frame with the text. */
export interface ScrollContext {
  readonly scroller: Element;
  /** The next inner scroll container in the same document. */
  readonly inner: Element | null;
  /** The elements around the text or the frame, from the innermost. */
  readonly around: readonly Element[];
  /** Where the viewport of the context before lies in the viewport of this one, in CSS px. */
  readonly offset: { readonly x: number; readonly y: number };
}

/** The scroll containers around a node, from the innermost outwards, also those around its frame in pages of the same origin. */
export function scrollContextsOf(node: Node): ScrollContext[] {
  const contexts: ScrollContext[] = [];
  let offset = { x: 0, y: 0 };
  for (let each: Node | null = node; each;) {
    const around = ancestorsOf(each);
    let inner: Element | null = null;
    for (const scroller of scrollersOf(each)) {
      contexts.push({ scroller, inner, around, offset });
      offset = { x: 0, y: 0 };
      inner = scroller;
    }
    const frame: Element | null = frameOf(each.ownerDocument);
    if (frame) offset = added(offset, positionIn(frame));
    each = frame;
  }
  return contexts;
}

/** The documents around a document that have the same origin, from itself outwards. */
export function documentsAround(document: Document): Document[] {
  const frame = frameOf(document);
  return frame ? [document, ...documentsAround(frame.ownerDocument)] : [document];
}

/** The frame in which a document is shown; null if the page around it has another origin. */
function frameOf(document: Document | null): Element | null {
  return document?.defaultView?.frameElement ?? null;
}

/** Where the content of a frame begins. */
function positionIn(frame: Element): { x: number; y: number } {
  const { left, top } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: left + frame.clientLeft + parseFloat(paddingLeft),
    y: top + frame.clientTop + parseFloat(paddingTop),
  };
}

function added(one: { x: number; y: number }, other: { x: number; y: number }) {
  return { x: one.x + other.x, y: one.y + other.y };
}
