/** The contrast of what a player draws, by its computed colours. */
import { inPage } from '../audit/audit.mjs';

/** @typedef {{ what: string, ratio: number, text: boolean }} Contrast */

/**
 * The contrast of each text, icon and line in an element and its shadow trees to what is behind it, with the colour that an inset shadow
 * lays over a background. Disabled controls are exempt (WCAG 1.4.3, 1.4.11).
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 * @returns {Promise<Contrast[]>}
 */
export async function computedContrast(page, selector) {
  await page.evaluate(inPage);
  return page.$eval(selector, (root) => {
    const { below, contrast } = /** @type {any} */ (window).auditing;
    const canvas = new OffscreenCanvas(1, 1);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      canvas.getContext('2d', { willReadFrequently: true })
    );
    /** The colour that is seen where some colours are laid over one another, the lowest first, on the page. */
    const seen = (/** @type {string[]} */ colors) => {
      for (const color of ['white', ...colors]) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    /** What is painted in the place of an element, up to its own background. */
    const painted = (/** @type {Element | null} */ element) => {
      /** @type {string[]} */
      const colors = [];
      for (let each = element; each; each = parent(each)) {
        const { backgroundColor, boxShadow } = getComputedStyle(each);
        const [, shadow] = /^(.+?) 0px 0px 0px \d+px inset$/.exec(boxShadow) ?? [];
        if (shadow) colors.unshift(shadow);
        colors.unshift(backgroundColor);
      }
      return colors;
    };
    const parent = (/** @type {Element} */ { assignedSlot, parentElement, parentNode }) =>
      assignedSlot ?? parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
    const isShown = (/** @type {Element} */ element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1 &&
      !element.closest('option, [aria-disabled=true]');
    const hasText = (/** @type {Element} */ element) =>
      element.localName !== 'style' &&
      (element.localName === 'select' ||
        [...element.childNodes].some(
          (node) => node instanceof Text && /\S/.test(node.textContent ?? ''),
        ));
    /** @type {Element[]} */
    const elements = [root.shadowRoot, root].flatMap((tree) => (tree ? [...below(tree)] : []));
    return elements.filter(isShown).flatMap((element) => {
      const drawn = element.matches('.track, .heard, .thumb');
      const text = hasText(element);
      if (!drawn && !text && element.localName !== 'svg') return [];
      const style = getComputedStyle(element);
      const behind = painted(drawn ? parent(element) : element);
      const color = drawn ? style.backgroundColor : style.color;
      const ratio = contrast(seen(behind), seen([...behind, color]));
      const host = /** @type {ShadowRoot} */ (element.getRootNode()).host.localName;
      const what = `${host} ${element.localName}.${element.getAttribute('class') ?? ''}`;
      return [{ what, ratio, text }];
    });
  });
}
