import { elementAt } from '../highlight/hit-test.js';
import { ancestorsOf } from '../highlight/viewport.js';

/** Elements on which a click has a meaning of its own. */
const INTERACTIVE = [
  'a[href], button, input, select, textarea, label, summary, audio, video, iframe, object, embed',
  '[tabindex], [onclick], [draggable="true"], [aria-expanded], [aria-haspopup], [aria-controls]',
  ...['button', 'link', 'tab', 'checkbox', 'switch', 'radio', 'option', 'menuitem', 'slider'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');

/** The cursors of text. With another one than the article's, a page announces that a click does something else. */
const TEXT_CURSORS = ['auto', 'default', 'text', 'vertical-text'];

/**
 * How long a second click is waited for, in milliseconds: the interval of a double click that most systems have by default. A
 * browser does not report it. Seeking at once and back again with the second click would interrupt the voice twice.
 */
const DOUBLE_CLICK = 500;

/** The heights of a line are at most this much larger than its glyphs, at each side, as a share of theirs. */
const LEADING = 0.4;

interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/**
 * Calls back with the boundary point of a click on text within a root. Only a single click on the text itself counts: not one on
 * controls, media, editable text or what has a click of its own, with a modifier key, or that selects text or clears a selection.
 *
 * @returns removes the listener
 */
export function onTextClick(
  root: Element,
  callback: (node: Node, offset: number) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let hadSelection = false;
  let waiting = 0;
  // Before the browser clears the selection.
  const onPointerDown = () => {
    clearTimeout(waiting);
    hadSelection = hasSelection(root);
  };
  const onClick = (event: MouseEvent) => {
    clearTimeout(waiting);
    const clearsSelection = hadSelection;
    hadSelection = false;
    if (clearsSelection || !isPlain(event) || !isOnText(event, root)) return;
    const point = textAt(event.clientX, event.clientY);
    if (!point) return;
    waiting = window.setTimeout(() => {
      // The page has had time to react to the click.
      if (event.defaultPrevented || hasSelection(root) || isCovered(point)) return;
      callback(point.node, point.offset);
    }, DOUBLE_CLICK);
  };
  document.addEventListener('pointerdown', onPointerDown, { signal, capture: true });
  root.addEventListener('click', (event) => onClick(event as MouseEvent), { signal });
  signal.addEventListener('abort', () => clearTimeout(waiting));
  return () => ending.abort();
}

/** Whether it is the first click in a row, with the main button alone. */
function isPlain(event: MouseEvent): boolean {
  const { button, detail, altKey, ctrlKey, metaKey, shiftKey } = event;
  return button === 0 && detail < 2 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether nothing between the root and what was clicked gives the click another meaning. */
function isOnText(event: MouseEvent, root: Element): boolean {
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(root)).filter((each) => each instanceof Element);
  const [target = root] = inside;
  if (inside.some((element) => element.matches(INTERACTIVE))) return false;
  if (target instanceof HTMLElement && target.isContentEditable) return false;
  const { cursor } = getComputedStyle(target);
  return TEXT_CURSORS.includes(cursor) || cursor === getComputedStyle(root).cursor;
}

function hasSelection(root: Element): boolean {
  // Chromium reports a selection in a shadow tree only there.
  const tree = root.getRootNode() as Partial<Pick<Document, 'getSelection'>>;
  const selection = tree.getSelection?.() ?? getSelection();
  return selection?.isCollapsed === false;
}

/** The boundary point in the text at coordinates of the viewport; null where there is no text. */
function textAt(x: number, y: number): TextPoint | null {
  const { node, offset } = caretAt(x, y) ?? {};
  if (!(node instanceof Text) || offset === undefined) return null;
  const range = document.createRange();
  range.selectNodeContents(node);
  // The nearest caret is reported also beside the text and on images.
  const isHit = [...range.getClientRects()].some(
    ({ top, right, bottom, left, height }) =>
      x >= left && x <= right && y >= top - LEADING * height && y <= bottom + LEADING * height,
  );
  return isHit ? { node, offset } : null;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Safari: https://developer.mozilla.org/docs/Web/API/Document/caretRangeFromPoint
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** Whether something lies over the character now, such as a dialog that the click has opened. */
function isCovered({ node, offset }: TextPoint): boolean {
  const start = Math.max(0, Math.min(offset, node.length - 1));
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, Math.min(start + 1, node.length));
  const [box] = range.getClientRects();
  const hit = box && elementAt(document, box.left + box.width / 2, box.top + box.height / 2);
  return hit ? !ancestorsOf(node).includes(hit) : false;
}
