/**
 * Nothing is lost with the line, letter and word spacing of WCAG 1.4.12. The sheet is adopted by every open shadow root, too:
 * a page's own does not reach what sets its spacing itself in there.
 *
 * @type {import('../audit.mjs').Check}
 */
export function textSpacing(page, { within }) {
  return page.evaluate((within) => {
    const { below, cutOff } = /** @type {any} */ (window).auditing;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const roots = [document];
    for (const { shadowRoot } of below(document)) if (shadowRoot) roots.push(shadowRoot);
    for (const root of roots) root.adoptedStyleSheets.push(sheet);
    const found = cutOff(within).map((/** @type {object} */ each) => ({
      rule: 'textSpacing',
      ...each,
    }));
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    return found;
  }, within);
}
