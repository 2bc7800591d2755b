/** Stops blur events: elements that are shown only while something has the focus must stay while the checks move it. */
addEventListener('blur', (event) => event.stopImmediatePropagation(), true);

/** Helpers of the checks within a page: its elements, also in open shadow roots, and how they look. */
/** @type {any} */ (window).auditing = (() => {
  const CONTROLS =
    'button, a[href], input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role=button], [role=slider], [role=link], [role=checkbox], [role=switch]';

  /**
   * All descendants of a node in tree order, including those in open shadow roots.
   *
   * @returns {Generator<Element>}
   */
  function* below(/** @type {ParentNode} */ root) {
    for (const element of root.children) {
      yield element;
      if (element.shadowRoot) yield* below(element.shadowRoot);
      yield* below(element);
    }
  }

  /** The elements that a selector matches; each `>>>` enters shadow roots. */
  const named = (/** @type {string} */ selector) =>
    selector
      .split(' >>> ')
      .reduce(
        (/** @type {any[]} */ roots, part) =>
          roots.flatMap((root) => [...(root.shadowRoot ?? root).querySelectorAll(part)]),
        [document],
      );

  /** The elements that a selector matches, and all their descendants. */
  function* elements(/** @type {string} */ within) {
    for (const root of named(within)) {
      yield root;
      if (root.shadowRoot) yield* below(root.shadowRoot);
      yield* below(root);
    }
  }

  const seen = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;

  const controls = (/** @type {string} */ within) =>
    [...elements(within)].filter(
      (element) => element.matches(CONTROLS) && seen(element) && !element.closest('[inert]'),
    );

  /** The path to an element through its shadow hosts: "vorleser-player > vorleser-time > span#id". */
  function where(/** @type {Element} */ element) {
    const names = [];
    for (let each = element; each; each = /** @type {ShadowRoot} */ (each.getRootNode()).host)
      names.unshift(each.localName + (each.id && `#${each.id}`));
    return names.join(' > ');
  }

  const canvas = /** @type {OffscreenCanvasRenderingContext2D} */ (
    new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  );

  /** Red, green, blue (0 to 255) and opacity (0 to 1) of any CSS colour. */
  function colour(/** @type {string} */ css) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  /** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
  function luminance(/** @type {ArrayLike<number>} */ rgb) {
    const [r = 0, g = 0, b = 0] = Array.from(rgb, (value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
  function contrast(/** @type {ArrayLike<number>} */ one, /** @type {ArrayLike<number>} */ other) {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The pixels of a base64 screenshot. */
  async function pixels(/** @type {string} */ base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      new OffscreenCanvas(image.width, image.height).getContext('2d')
    );
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }

  /** Texts that are cut off by their box, by their control, or by the edge of the page. */
  function cutOff(/** @type {string} */ within) {
    return [...elements(within)].flatMap((element) => {
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!text || !seen(element) || element.matches('select, option')) return [];
      const range = document.createRange();
      range.selectNodeContents(element);
      const inner = range.getBoundingClientRect();
      for (let box = element; box; box = box.parentElement ?? box.getRootNode().host) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (overflowX === 'visible' && overflowY === 'visible' && !box.matches('button')) continue;
        const outer = box.getBoundingClientRect();
        if (outer.width <= 1) return [];
        const lost =
          inner.right > outer.right + 1 ||
          inner.left < outer.left - 1 ||
          (inner.bottom > outer.bottom + 1 && !/auto|scroll/.test(overflowY));
        return lost ? { where: where(element), what: 'its text is cut off' } : [];
      }
      return inner.right > innerWidth + 1
        ? { where: where(element), what: 'its text extends beyond the page' }
        : [];
    });
  }

  let focused = /** @type {any} */ (document.activeElement);
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  /** Gives the focus back to the element that had it before the checks. */
  const refocus = () => focused?.focus();

  /**
   * Gives an overlay time to give way to what has been scrolled into view: 100 ms, and at least six frames, because a busy
   * browser renders fewer in that time.
   */
  async function settled() {
    const end = performance.now() + 100;
    for (let frame = 0; frame < 6 || performance.now() < end; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  return {
    refocus,
    below,
    elements,
    seen,
    controls,
    where,
    colour,
    contrast,
    pixels,
    cutOff,
    settled,
  };
})();
