/**
 * No text is cut off with the line, letter and word spacing of WCAG 1.4.12. Every open shadow root adopts the style sheet, too:
 * one of the page does not override the spacing that is set inside.
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
