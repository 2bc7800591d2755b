/** How far outside of the page text is moved by those who hide it, at least, in CSS pixels. */
const FAR = -999;

/** Clips that leave nothing, or one pixel. The shapes are those of sites; `clip` has no others. */
const EMPTY_CLIP =
  /^(?:rect|circle|ellipse)\((?:0|1px)|^inset\((?:50|100)%|^polygon\((?:0\w* 0\w*(?:, )?)+\)/;

/**
 * Whether an element is hidden from sight, with all of its content, although it is rendered: clipped, collapsed, shrunk or moved
 * away. Screen readers read such text; some pages write it for them only.
 *
 * @param style the computed style of the element
 */
export function isOutOfSight(element: Element, style: CSSStyleDeclaration): boolean {
  const isPlaced = style.position !== 'static';
  // Most elements, of which there can be one around each word. Nothing that follows applies to them but a clip, which is unusual.
  if (!isPlaced && style.display === 'inline') return false;
  if (EMPTY_CLIP.test(style.clipPath)) return true;
  if (isPlaced && (EMPTY_CLIP.test(style.clip) || isFar(style.left) || isFar(style.top)))
    return true;
  if (/^(?:inline|contents)$/.test(style.display)) return false;
  if (isFar(style.textIndent) || isFar(style.marginLeft)) return true;
  if (style.overflow !== 'visible') return element.clientHeight <= 1 || element.clientWidth <= 1;
  if (style.transform === 'none' && style.scale === 'none') return false;
  const { width, height } = element.getBoundingClientRect();
  return !(width && height) && (element as HTMLElement).offsetWidth > 0;
}

function isFar(length: string): boolean {
  return parseFloat(length) <= FAR;
}
