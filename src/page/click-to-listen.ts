/** Where a click says something else than "read on from here". */
const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, audio, video, [contenteditable], [role="button"], [tabindex]';

/**
 * Calls back with the place in the text that was clicked within a root. A click on a control, with a modifier key, or one
 * that selected text means something else and is left to the page.
 *
 * @returns ends it
 */
export function onTextClick(
  root: Element,
  callback: (node: Node, offset: number) => void,
): () => void {
  const ending = new AbortController();
  root.addEventListener(
    'click',
    (event) => {
      const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, clientX, clientY } =
        event as MouseEvent;
      if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return;
      const path = event.composedPath();
      const inside = path.slice(0, path.indexOf(root));
      if (inside.some((node) => node instanceof Element && node.matches(INTERACTIVE))) return;
      if (getSelection()?.isCollapsed === false) return;
      const place = textAt(clientX, clientY);
      if (place) callback(place.node, place.offset);
    },
    { signal: ending.signal },
  );
  return () => ending.abort();
}

/** The place in the text at a point of the viewport; null where there is no text. */
function textAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Safari: https://developer.mozilla.org/docs/Web/API/Document/caretRangeFromPoint
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
