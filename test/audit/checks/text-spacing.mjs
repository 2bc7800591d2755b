/**
 * Nothing is lost with the line, letter and word spacing of WCAG 1.4.12. The sheet is adopted by every open shadow root, too:
 * a page's own does not reach what sets its spacing itself in there.
 *
 * @type {import('../audit.mjs').Check}
 */
export function textSpacing(page, { within }) {
  return page.evaluate((within) => {
    const { below, elements, seen, where } = /** @type {any} */ (window).auditing;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const roots = [document];
    for (const { shadowRoot } of below(document)) if (shadowRoot) roots.push(shadowRoot);
    for (const root of roots) root.adoptedStyleSheets.push(sheet);
    const found = [...elements(within)].flatMap((element) => {
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!text || !seen(element) || element.matches('select, option')) return [];
      // The text must lie within the nearest box that cuts off, or, of a control, within the control.
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
          inner.bottom > outer.bottom + 1;
        return lost
          ? { rule: 'textSpacing', where: where(element), what: 'its text is cut off' }
          : [];
      }
      return inner.right > innerWidth + 1
        ? { rule: 'textSpacing', where: where(element), what: 'its text leaves the page' }
        : [];
    });
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    return found;
  }, within);
}
