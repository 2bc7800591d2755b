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
  const { position, display, overflow, transform, scale } = style;
  const isPlaced = position !== 'static';
  if (EMPTY_CLIP.test(style.clipPath) || (isPlaced && EMPTY_CLIP.test(style.clip))) return true;
  if (isPlaced && (isFar(style.left) || isFar(style.top))) return true;
  // The rest does not apply to inline elements, of which there can be one around each word.
  if (/^(?:inline|contents)$/.test(display)) return false;
  if (isFar(style.textIndent) || isFar(style.marginLeft)) return true;
  if (overflow !== 'visible') return element.clientHeight <= 1 || element.clientWidth <= 1;
  if (transform === 'none' && scale === 'none') return false;
  const { width, height } = element.getBoundingClientRect();
  return !(width && height) && (element as HTMLElement).offsetWidth > 0;
}

/** Whether the text right in an element has a size at all. Its descendants can have their own. */
export function isTextVisible({ visibility, fontSize }: CSSStyleDeclaration): boolean {
  return visibility === 'visible' && fontSize !== '0px';
}

function isFar(length: string): boolean {
  return parseFloat(length) <= FAR;
}
