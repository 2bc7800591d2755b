/** Elements on which a click has a meaning of its own. */
const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, audio, video, [contenteditable], [role="button"], [tabindex]';

/**
 * Calls back with the boundary point of a click on text within a root. Clicks on controls, with a modifier key, or that select
 * text are ignored.
 *
 * @returns removes the listener
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
      const point = textAt(clientX, clientY);
      if (point) callback(point.node, point.offset);
    },
    { signal: ending.signal },
  );
  return () => ending.abort();
}

/** The boundary point in the text at coordinates of the viewport; null where there is no text. */
function textAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Safari: https://developer.mozilla.org/docs/Web/API/Document/caretRangeFromPoint
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
