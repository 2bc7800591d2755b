/**
 * Takes a PNG screenshot of what is in view, as base64. It is compressed little, and the page keeps its size: a clip would
 * otherwise lay out the whole page anew, which takes longer than all else.
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
