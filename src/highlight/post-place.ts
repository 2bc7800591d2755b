import { type Box, moved } from './box.js';
import { scrollContextsOf } from './scroll-context.js';

/** Tells a page of another origin, in whose frame the article is, where the sentence is. It has no text. */
export interface PlaceMessage {
  readonly type: 'vorleser-place';
  /** The edges of the sentence, in CSS px from the upper left corner of the frame's content. */
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Reports the place of a sentence to the page around its frame, if that has another origin and cannot be scrolled from here. */
export function postPlace(range: Range): void {
  const contexts = scrollContextsOf(range.startContainer);
  const frame = contexts.at(-1)?.scroller.ownerDocument.defaultView;
  if (!frame || frame.parent === frame) return;
  const place = contexts.reduce<Box>(
    (place, { offset }) => moved(place, offset.x, offset.y),
    range.getBoundingClientRect(),
  );
  const message: PlaceMessage = { type: 'vorleser-place', ...place };
  // Any page may know it: the origin of the page around is not known here.
  frame.parent.postMessage(message, '*');
}
