/**
 * Takes a PNG screenshot of the viewport, as base64. It is compressed little, and the page keeps its size: otherwise a clip would
 * lay out the whole page again, which takes longer than everything else.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').ScreenshotClip} [clip] in CSS px from the page's upper left corner
 */
export function screenshot(page, clip) {
  return page.screenshot({
    clip,
    encoding: 'base64',
    captureBeyondViewport: false,
    optimizeForSpeed: true,
  });
}
