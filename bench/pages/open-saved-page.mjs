/** @typedef {import('./collections.mjs').SavedPage} SavedPage */

/** How long a page may take, in milliseconds. */
const TIMEOUT = 60_000;

/** Opens a page as it was saved: no script of its own runs, and nothing is requested. */
export async function openSavedPage(
  /** @type {import('puppeteer-core').Browser | import('puppeteer-core').BrowserContext} */ browser,
  /** @type {SavedPage} */ saved,
) {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT);
  await page.setRequestInterception(true);
  // Links of a page are judged by whether they lead to the same site.
  const address = /^https?:/.test(saved.url) ? saved.url : `http://saved.example/${saved.name}`;
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!isPage) return void request.abort();
    const body = saved.html();
    const charset = isUtf8(body) ? '; charset=utf-8' : '';
    // The policy holds back the page's own scripts, but not those of this benchmark.
    const headers = { 'content-security-policy': "script-src 'none'" };
    void request.respond({ contentType: `text/html${charset}`, headers, body });
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return page;
}

function isUtf8(/** @type {Buffer} */ body) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body) !== '';
  } catch {
    return false;
  }
}
